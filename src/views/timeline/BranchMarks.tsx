/** Other futures, hanging from where they part; each a button that goes there. */
import { useLab, usePlace, useWords } from '../lab.ts';
import { actionText } from '../story/action-text.ts';
import { type BranchView, branchLetter, branchesBeside, clustered } from './branches.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import styles from './BranchMarks.module.css';

/** More are reached through the menu of branches. */
const SHOWN_MAX = 8;
/** Narrower clusters would have no room for a name. */
const CLUSTER_PIXELS = 120;

export function BranchMarks({ layout }: { readonly layout: TimelineLayout }) {
  const { session, store } = useLab();
  const words = useWords();
  const place = usePlace();
  const branches = branchesBeside(session, place.branch).slice(-SHOWN_MAX);
  const clusters = clustered(branches, (CLUSTER_PIXELS / (layout.right - layout.left)) * layout.end);
  const goTo = ({ id, forkCursor }: BranchView) =>
    store.getState().goTo({ branch: id, cursor: Math.min(forkCursor + 1, session.branch(id).length) });
  return clusters.map((cluster, index) => {
    const x = Math.min(xAt(layout, cluster[0]?.forkTime ?? 0), layout.right - 60);
    const next = clusters[index + 1]?.[0];
    const until = next === undefined ? layout.right : Math.max(x + 60, xAt(layout, next.forkTime) - 8);
    return (
      <div
        key={cluster[0]?.id}
        className={styles.cluster}
        style={{ left: x - 3, top: layout.branchesY - 2, width: Math.max(40, until - x) }}
      >
        <svg width="14" height="14" aria-hidden="true">
          <circle className={styles.fork} cx="3" cy="3" r="2.25" />
          <path className={styles.fork} d="M3 5v1c0 3 2 4.5 5 4.5h5" />
        </svg>
        {cluster.map((branch, position) => {
          const name = session.branchName(branch.id) ?? branchLetter(branch.id);
          const text = branch.action === null ? '' : actionText(branch.action, words);
          return (
            <button
              key={branch.id}
              type="button"
              className={styles.branch}
              aria-label={`${words.time.branch(name)} ${text}`}
              title={`${words.time.branch(name)} ${text}`}
              onClick={() => goTo(branch)}
            >
              <b>{name}</b>
              {position === cluster.length - 1 && <span>{text}</span>}
            </button>
          );
        })}
        <i className={styles.rest} />
      </div>
    );
  });
}
