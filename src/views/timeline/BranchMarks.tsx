/** Other futures, hanging from where they part; each a button that goes there. */
import { useLab, usePlace, useWords } from '../lab.ts';
import { actionText } from '../story/action-text.ts';
import { branchLetter, branchesBeside } from './branches.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import styles from './BranchMarks.module.css';

/** More are reached through the menu of branches. */
const SHOWN_MAX = 3;

export function BranchMarks({ layout }: { readonly layout: TimelineLayout }) {
  const { session, store } = useLab();
  const words = useWords();
  const place = usePlace();
  const branches = branchesBeside(session, place.branch).slice(-SHOWN_MAX);
  const y = layout.branchesY;
  return branches.map((branch, index) => {
    const x = Math.min(xAt(layout, branch.forkTime), layout.right - 60);
    const next = branches[index + 1];
    const until = next === undefined ? layout.right : Math.max(x + 60, xAt(layout, next.forkTime) - 8);
    const name = session.branchName(branch.id) ?? branchLetter(branch.id);
    const text = branch.action === null ? '' : actionText(branch.action, words);
    return (
      <button
        key={branch.id}
        type="button"
        className={styles.branch}
        style={{ left: x - 3, top: y - 2, width: Math.max(40, until - x) }}
        aria-label={`${words.time.branch(name)} ${text}`}
        title={`${words.time.branch(name)} ${text}`}
        onClick={() =>
          store
            .getState()
            .goTo({ branch: branch.id, cursor: Math.min(branch.forkCursor + 1, session.branch(branch.id).length) })
        }
      >
        <svg width="16" height="14" aria-hidden="true">
          <circle className={styles.fork} cx="3" cy="3" r="2.25" />
          <path className={styles.fork} d="M3 5v1c0 3 2 4.5 5 4.5h7" />
        </svg>
        <b>{name}</b>
        <span>{text}</span>
        <i />
      </button>
    );
  });
}
