/** On a phone: all branches, to go to and to name. */
import { namedBranches, placeOnBranch } from '../../app/branches.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { BranchNameField } from '../timeline/BranchNameField.tsx';
import { useBranchName } from '../timeline/branch-name.ts';
import styles from './BranchesSheet.module.css';

export function BranchesSheet() {
  const { session, store } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const nameOf = useBranchName();
  const open = useLabState((state) => state.panels.naming);
  if (!open) return null;
  const { togglePanel, goTo } = store.getState();
  return (
    <Sheet low title={words.time.branches} closeName={words.keys.close} onClose={() => togglePanel('naming')}>
      <ul className={styles.list}>
        {namedBranches(session, place.branch).map(({ id }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.go}
              aria-label={words.time.goToBranch(nameOf(id))}
              aria-current={id === place.branch}
              onClick={() => {
                togglePanel('naming');
                if (id !== place.branch) goTo(placeOnBranch(session, place.branch, id));
              }}
            >
              <Icon name={id === place.branch ? 'tick' : ICONS.branch} />
            </button>
            <BranchNameField branch={id} className={styles.name} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
