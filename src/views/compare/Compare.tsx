/** Two branches: side by side, each on a stage of its own and the other following this one event by event; or over each other. */
import { useEffect, useMemo } from 'react';
import { namedBranches } from '../../app/branches.ts';
import { matchingCursor } from '../../history/alignment.ts';
import { LabContext, useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { Overlay } from '../overlay/Overlay.tsx';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { statusOf } from '../story/status.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import { labBeside, shareWhatIsShown } from './beside.ts';
import { BranchPick } from './BranchPick.tsx';
import { CompareWays, useComparedAs } from './CompareWays.tsx';
import { useComparison } from './use-comparison.ts';
import styles from './Compare.module.css';

interface CompareProps {
  /** The branch beside the one on show. */
  readonly other: number;
}

export function Compare({ other }: CompareProps) {
  const as = useComparedAs();
  return (
    <div className={styles.compare}>
      <CompareWays />
      {as === 'overlaid' ? <Overlay other={other} /> : <Beside other={other} />}
    </div>
  );
}

function Beside({ other }: CompareProps) {
  const lab = useLab();
  const words = useLabWords();
  const nameOf = useBranchName();
  const place = usePlace();
  const facts = useFacts();
  const beside = useMemo(() => labBeside(lab), [lab]);
  const comparison = useComparison(other);

  useEffect(() => shareWhatIsShown(lab, beside), [lab, beside]);
  useEffect(() => {
    beside.store.getState().passTo({ branch: other, cursor: matchingCursor(comparison, place.cursor) });
  }, [beside, comparison, other, place.cursor]);

  const swap = () => {
    const there = beside.store.getState();
    lab.store.getState().goTo({ branch: there.branch, cursor: there.cursor });
    lab.store.getState().compare(place.branch);
  };

  return (
    <div className={styles.both}>
      <section className={styles.side} aria-label={words.compare.here}>
        <h2 className={styles.head}>
          <b aria-hidden="true">A</b>
          <span>{nameOf(place.branch)}</span>
        </h2>
        <p className={styles.status}>{words.row(statusOf(facts, words))}</p>
        <Stage scale="phone" renderMenu={(menu) => <ServerMenu {...menu} />} />
      </section>
      <section className={styles.side} aria-label={words.compare.beside}>
        <h2 className={styles.head}>
          <b aria-hidden="true">B</b>
          <BranchPick other={other} branches={namedBranches(lab.session, place.branch)} />
          <button type="button" className={styles.tool} onClick={swap}>
            {words.compare.goThere}
          </button>
          <button type="button" className={styles.tool} onClick={() => lab.store.getState().compare(null)}>
            {words.compare.close}
          </button>
        </h2>
        <LabContext value={beside}>
          <StageOfBranch />
        </LabContext>
      </section>
    </div>
  );
}

/** The second stage: nothing is done there, so that it is never in doubt which branch an action is for. */
function StageOfBranch() {
  const branch = useLabState((state) => state.branch);
  const words = useLabWords();
  const facts = useFacts();
  return (
    <>
      <p className={styles.status}>{words.row(statusOf(facts, words))}</p>
      <Stage key={branch} scale="phone" />
    </>
  );
}
