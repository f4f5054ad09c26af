/** The branch on show, and the others to go to; it is named here, too. Nothing while there is one alone. */
import { startNaming } from '../../app/branch-names.ts';
import { namedBranches, placeOnBranch } from '../../app/branches.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, useLabState, usePlace, useWords } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import { BranchNameField } from './BranchNameField.tsx';
import { useBranchName } from './branch-name.ts';
import styles from './BranchMenu.module.css';

export function BranchMenu() {
  const lab = useLab();
  const { store, session } = lab;
  const words = useWords();
  const moves = useMovesWords();
  const place = usePlace();
  const nameOf = useBranchName();
  const naming = useLabState((state) => state.panels.naming);
  const branches = namedBranches(session, place.branch);
  if (branches.length <= 1) return null;
  const { goTo, togglePanel } = store.getState();
  const name = nameOf(place.branch);
  return (
    <span className={styles.menu}>
      {naming && (
        <BranchNameField
          key={place.branch}
          branch={place.branch}
          className={styles.field}
          onDone={() => {
            if (store.getState().panels.naming) togglePanel('naming');
          }}
        />
      )}
      {/* It takes the focus again, so it stays. */}
      <span className={naming ? 'sr' : styles.menu}>
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
          choices={[
            ...branches.map((branch) => ({
              key: String(branch.id),
              label: nameOf(branch.id),
              current: branch.id === place.branch,
              onChoose: () => {
                if (branch.id !== place.branch) goTo(placeOnBranch(session, place.branch, branch.id));
              },
            })),
            { key: 'name', label: moves.branches.rename, hint: 'F2', onChoose: () => startNaming(lab) },
          ]}
        />
      </span>
    </span>
  );
}
