/** Other futures, hanging from where they part, by name; each a button that goes there. */
import { placeOnBranch } from '../../app/branches.ts';
import { useLab, usePlace, useWords } from '../lab.ts';
import { type BranchView, branchesBeside, clustered } from './branches.ts';
import { useBranchName } from './branch-name.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import styles from './BranchMarks.module.css';

/** Narrower clusters would have no room for a name. */
const CLUSTER_PIXELS = 160;

export function BranchMarks({ layout }: { readonly layout: TimelineLayout }) {
  const { session, store } = useLab();
  const words = useWords();
  const place = usePlace();
  const nameOf = useBranchName();
  const branches = branchesBeside(session, place.branch);
  const within = (CLUSTER_PIXELS / (layout.right - layout.left)) * layout.end;
  const clusters = clustered(branches, within, ({ forkTime }) => forkTime);
  const goTo = ({ id }: BranchView) => store.getState().goTo(placeOnBranch(session, place.branch, id));
  return clusters.map((cluster, index) => {
    const x = Math.min(xAt(layout, cluster[0]?.forkTime ?? 0), layout.right - CLUSTER_PIXELS);
    const next = clusters[index + 1]?.[0];
    const until = next === undefined ? layout.right : Math.max(x + 60, xAt(layout, next.forkTime) - 8);
    // The one opened last has its name there; the others are in the menu of branches.
    const newest = cluster.reduce((one, other) => (other.id > one.id ? other : one));
    const name = nameOf(newest.id);
    return (
      <div
        key={newest.id}
        className={styles.cluster}
        style={{ left: x - 3, top: layout.branchesY - 2, width: Math.max(40, until - x) }}
      >
        <svg width="14" height="14" aria-hidden="true">
          <circle className={styles.fork} cx="3" cy="3" r="2.25" />
          <path className={styles.fork} d="M3 5v1c0 3 2 4.5 5 4.5h5" />
        </svg>
        <button
          type="button"
          className={styles.branch}
          aria-label={words.time.goToBranch(name)}
          title={words.time.goToBranch(name)}
          onClick={() => goTo(newest)}
        >
          <span>{name}</span>
        </button>
        {cluster.length > 1 && <small>{words.time.moreBranches(cluster.length - 1)}</small>}
        <i className={styles.rest} />
      </div>
    );
  });
}
