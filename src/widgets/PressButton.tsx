/** A button that its own press may make unusable: it keeps the focus then, which a disabled one would lose. */
import type { ReactNode } from 'react';

interface PressButtonProps {
  readonly name: string;
  readonly usable: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function PressButton({ name, usable, onPress, children }: PressButtonProps) {
  return (
    <button type="button" aria-label={name} aria-disabled={!usable} onClick={usable ? onPress : undefined}>
      {children}
    </button>
  );
}
