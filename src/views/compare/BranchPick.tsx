/** The branch to compare with, as a list to choose another from. */
import type { Session } from '../../app/session.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import styles from './Compare.module.css';

interface BranchPickProps {
  readonly other: number;
  readonly branches: readonly ReturnType<Session['branch']>[];
}

export function BranchPick({ other, branches }: BranchPickProps) {
  const { store } = useLab();
  const words = useLabWords();
  const nameOf = useBranchName();
  const place = usePlace();
  return (
    <Menu
      title={words.compare.choose}
      name={words.named(words.compare.choose, nameOf(other))}
      buttonClass={styles.pick}
      button={
        <>
          <span>{nameOf(other)}</span>
          <Icon name="chevronDown" />
        </>
      }
      choices={branches
        .filter(({ id }) => id !== place.branch)
        .map((branch) => ({
          key: String(branch.id),
          label: nameOf(branch.id),
          current: branch.id === other,
          onChoose: () => store.getState().compare(branch.id),
        }))}
    />
  );
}
