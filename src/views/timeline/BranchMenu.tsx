/** The branch on show, and the others to go to. Nothing while there is one alone. */
import { namedBranches, placeOnBranch } from '../../app/branches.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, usePlace, useWords } from '../lab.ts';
import { useBranchName } from './branch-name.ts';
import { deedOf } from './branches.ts';
import styles from './BranchMenu.module.css';

export function BranchMenu() {
  const { store, session } = useLab();
  const words = useWords();
  const place = usePlace();
  const nameOf = useBranchName();
  const branches = namedBranches(session, place.branch);
  if (branches.length <= 1) return null;
  const { goTo } = store.getState();
  const name = nameOf(deedOf(session, session.branch(place.branch)));
  return (
    <Menu
      place="above"
      title={words.time.branches}
      buttonClass={styles.branch}
      name={words.named(words.time.branches, name)}
      button={
        <>
          <Icon name={ICONS.branch} size={14} />
          <span>{name}</span>
        </>
      }
      choices={branches.map((branch) => ({
        key: String(branch.id),
        label: nameOf(deedOf(session, branch)),
        current: branch.id === place.branch,
        onChoose: () => {
          if (branch.id !== place.branch) goTo(placeOnBranch(session, place.branch, branch.id));
        },
      }))}
    />
  );
}
