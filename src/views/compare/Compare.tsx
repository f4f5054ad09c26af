/** Two branches side by side, each on a stage of its own; the other follows this one event by event. */
import { useEffect, useMemo } from 'react';
import { namedBranches } from '../../app/branches.ts';
import { matchingCursor } from '../../history/alignment.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { LabContext, useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { statusOf } from '../story/status.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import { labBeside, shareSelection } from './beside.ts';
import { comparisonOf } from './comparison.ts';
import styles from './Compare.module.css';

/** How far the other branch is run on to see what becomes of it. */
const EVENTS_MAX = 5000;

/** `other`: the branch beside the one on show. */
export function Compare({ other }: { readonly other: number }) {
  const lab = useLab();
  const words = useLabWords();
  const nameOf = useBranchName();
  const place = usePlace();
  const facts = useFacts();
  const beside = useMemo(() => labBeside(lab), [lab]);
  const first = lab.session.branch(place.branch);
  const second = lab.session.branch(other);

  useEffect(() => shareSelection(lab, beside), [lab, beside]);
  useEffect(() => {
    lab.session.ensureUntil(other, first.timeAt(first.length), EVENTS_MAX);
    const cursor = matchingCursor(comparisonOf(first, second), place.cursor);
    beside.store.getState().passTo({ branch: other, cursor });
  }, [lab, beside, first, second, other, place.cursor]);

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
            choices={namedBranches(lab.session, place.branch)
              .filter(({ id }) => id !== place.branch)
              .map((branch) => ({
                key: String(branch.id),
                label: nameOf(branch.id),
                current: branch.id === other,
                onChoose: () => lab.store.getState().compare(branch.id),
              }))}
          />
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
