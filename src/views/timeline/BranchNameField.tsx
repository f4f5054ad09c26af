/**
 * A branch is named in place; left empty, it is called by its deed again. Whatever ends it keeps what was written, but
 * Escape. `onDone`: it came to be typed into, and goes with that.
 */
import { useEffect, useRef, useState } from 'react';
import { nameBranch } from '../../app/branch-names.ts';
import { NAME_MAX } from '../../app/bookmarks.ts';
import { useLab, useLabState } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import { useDeedName } from './branch-name.ts';

interface BranchNameFieldProps {
  readonly branch: number;
  readonly className: string | undefined;
  readonly onDone?: () => void;
}

export function BranchNameField({ branch, className, onDone }: BranchNameFieldProps) {
  const lab = useLab();
  const { branches: words } = useMovesWords();
  const name = useLabState((state) => state.branchNames[branch] ?? '');
  const deed = useDeedName()(branch);
  const field = useRef<HTMLInputElement>(null);
  // While rendering: once the field is there it has the focus.
  const [before] = useState(() => document.activeElement);
  const comes = onDone !== undefined;
  useEffect(() => {
    if (!comes) return;
    field.current?.focus();
    field.current?.select();
  }, [comes]);
  const leave = (input: HTMLInputElement): void => {
    const canTake = before instanceof HTMLElement || before instanceof SVGElement;
    if (comes && canTake && before.isConnected && before !== document.body) before.focus();
    else input.blur();
  };
  return (
    <input
      key={name}
      ref={field}
      className={className}
      defaultValue={name}
      placeholder={deed}
      aria-label={words.field(deed)}
      maxLength={NAME_MAX}
      onBlur={({ target }) => {
        nameBranch(lab, branch, target.value);
        onDone?.();
      }}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        if (key !== 'Enter' && key !== 'Escape') return;
        // It presses nothing that takes the focus, and whatever the field lies in stays open.
        event.preventDefault();
        event.stopPropagation();
        if (key === 'Escape') currentTarget.value = name;
        leave(currentTarget);
      }}
    />
  );
}
