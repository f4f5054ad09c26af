/** Above the diagram of two branches: which inks are whose, the other branch to choose, and what of it is on show. */
import { namedBranches } from '../../app/branches.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { BranchPick } from '../compare/BranchPick.tsx';
import { useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import type { Move } from '../spacetime/SpaceTimeTools.tsx';
import type { OverlayScene } from './scene.ts';
import type { Side } from './slots.ts';
import styles from './Overlay.module.css';

const MOVES = ['zoomOut', 'zoomIn', 'fit', 'toPlayhead'] as const satisfies readonly Move[];
/** Fingers do the rest. */
const PHONE_MOVES = ['fit'] as const satisfies readonly Move[];

interface OverlayHeadProps {
  /** Null before there is a diagram. */
  readonly scene: OverlayScene | null;
  readonly other: number;
  readonly name: string;
  readonly phone: boolean;
  /** What moves it stands above all, beside the choice of what the stage shows. */
  readonly alone: boolean;
  readonly onMove: (move: Move | 'toParting') => void;
  /** Changes to the other branch, with this one over it. */
  readonly onSwap: () => void;
}

export function OverlayHead({ scene, other, name, phone, alone, onMove, onSwap }: OverlayHeadProps) {
  const { session, store } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const { overlay } = words.compare;
  const counts = scene?.comparison;
  return (
    <div className={styles.head}>
      <h2 className={styles.branch}>
        <Sample side="first" />
        <b>A</b>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <small>{overlay.only(counts?.onlyFirst.length ?? 0)}</small>
      </h2>
      <h2 className={styles.branch}>
        <Sample side="second" />
        <b>B</b>
        <BranchPick other={other} branches={namedBranches(session, place.branch)} />
        <small>{overlay.only(counts?.onlySecond.length ?? 0)}</small>
      </h2>
      <p className={styles.branch}>
        <Sample side="both" />
        <small>{overlay.both((counts?.shared ?? 0) + (counts?.pairs.length ?? 0))}</small>
      </p>
      <span className={styles.tools} data-alone={alone}>
        <span className={styles.group} role="group" aria-label={words.spaceTime.zoom}>
          {(phone ? PHONE_MOVES : MOVES).map((move) => (
            <button
              key={move}
              type="button"
              aria-label={words.spaceTime[move]}
              title={words.spaceTime[move]}
              onClick={() => onMove(move)}
            >
              <Icon name={move} />
            </button>
          ))}
          <button
            type="button"
            aria-label={overlay.toParting}
            title={overlay.toParting}
            onClick={() => onMove('toParting')}
          >
            <Icon name={ICONS.branch} />
          </button>
        </span>
        {!phone && (
          <button type="button" className={styles.tool} onClick={onSwap}>
            {words.compare.goThere}
          </button>
        )}
        <button type="button" className={styles.tool} onClick={() => store.getState().compare(null)}>
          {words.compare.close}
        </button>
      </span>
    </div>
  );
}

/** How what only one branch has is drawn, or what both have. */
function Sample({ side }: { readonly side: Side }) {
  return (
    <svg className={styles.sample} data-side={side} width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
      {side === 'both' ? (
        <>
          <path data-family="election" d="M1 7H9" />
          <path data-family="discovery" d="M9 7H15" />
          <path data-family="sync" d="M15 7H21" />
          <path data-family="sync" data-head="true" d="m20 3 8 4-8 4z" />
        </>
      ) : (
        <>
          <path d="M1 7H24" />
          <path data-head="true" d="m20 3 8 4-8 4z" />
        </>
      )}
    </svg>
  );
}
