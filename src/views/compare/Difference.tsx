/** Under two stages: where the branches part, what only one of them has, and how their servers stand. */
import { useEffect, useRef } from 'react';
import { VList, type VListHandle } from 'virtua';
import { matchingCursor } from '../../history/alignment.ts';
import { select } from '../../sim/select.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { useLab, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { useSize } from '../use-size.ts';
import { type Comparison, rowAt } from './comparison.ts';
import { type Aspect, standings } from './standing.ts';
import { useComparison } from './use-comparison.ts';
import { useSummary } from './use-summary.ts';
import styles from './Difference.module.css';

const ROW = 20;

export function Difference({ other }: { readonly other: number }) {
  const comparison = useComparison(other);
  return (
    <div className={styles.difference}>
      <Summary other={other} comparison={comparison} />
      <Standings other={other} comparison={comparison} />
      <Events other={other} comparison={comparison} />
    </div>
  );
}

interface PartProps {
  readonly other: number;
  readonly comparison: Comparison;
}

function Summary({ other, comparison }: PartProps) {
  const text = useSummary(other, comparison);
  return (
    <p className={styles.summary} title={text}>
      {text}
    </p>
  );
}

function Standings({ other, comparison }: PartProps) {
  const { session, store } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const zxidText = useZxidText();
  const cursor = matchingCursor(comparison, place.cursor);
  const rows = standings(session.facts(select, place), session.facts(select, { branch: other, cursor }));
  const differing = rows.filter(({ differs }) => differs.size > 0).length;
  const cells = (server: ServerFacts | null, differs: ReadonlySet<Aspect>) => {
    if (server === null) return <td colSpan={4}>{words.compare.absent}</td>;
    const texts: readonly (readonly [Aspect, string])[] = [
      ['role', roleOf(server)],
      ['leader', server.leader === null ? '–' : words.server(server.leader)],
      ['epoch', String(server.currentEpoch)],
      ['zxid', zxidText(server.lastZxid)],
    ];
    return texts.map(([aspect, text]) => (
      <td key={aspect} data-differs={differs.has(aspect)} data-mono={aspect === 'zxid'}>
        {text}
      </td>
    ));
  };
  return (
    <section className={styles.standings} aria-label={words.compare.standing}>
      <h2>
        {words.compare.standing}
        <small>{words.compare.differing(differing, rows.length)}</small>
      </h2>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {words.compare.server}
              </th>
              <th scope="colgroup" colSpan={4}>
                A
              </th>
              <th scope="colgroup" colSpan={4}>
                B
              </th>
            </tr>
            <tr>
              {[0, 1].flatMap((side) =>
                (['role', 'leader', 'epoch', 'zxid'] as const).map((aspect) => (
                  <th key={`${side} ${aspect}`} scope="col">
                    {words.compare.aspects[aspect]}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ sid, first, second, differs }) => (
              <tr key={sid}>
                <th scope="row">
                  <button type="button" onClick={() => store.getState().select({ kind: 'server', sid })}>
                    {words.server(sid)}
                  </button>
                </th>
                {cells(first, differs)}
                {cells(second, differs)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Events({ other, comparison }: PartProps) {
  const { session, store } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const frame = useRef<HTMLDivElement>(null);
  const { height } = useSize(frame);
  const list = useRef<VListHandle>(null);
  const [first, second] = [session.branch(place.branch), session.branch(other)];
  const facts = session.facts(select, place);
  const whoFirst = whoIn(facts, words, first);
  const whoSecond = whoIn(facts, words, second);
  const { rows, shared } = comparison;
  // Row 0 is what they share.
  const now = rowAt(comparison, place.cursor) + 1;
  useEffect(() => {
    if (height > 0) list.current?.scrollToIndex(now, { align: 'center' });
  }, [now, height]);
  return (
    <section className={styles.events} aria-label={words.compare.events}>
      <h2>
        {words.compare.events}
        <small>{words.compare.counts(comparison.onlyFirst.length, comparison.onlySecond.length)}</small>
      </h2>
      <div className={styles.frame} ref={frame}>
        <VList ref={list} data={[null, ...rows]} itemSize={ROW} className={styles.list}>
          {(row, position) => {
            if (row === null) {
              return (
                <button
                  key="shared"
                  type="button"
                  className={styles.row}
                  data-now={now === 0}
                  onClick={() => store.getState().seek(shared)}
                >
                  <i />
                  <time>{words.formats.time(first.timeAt(shared))}</time>
                  <span>{words.compare.shared(shared)}</span>
                </button>
              );
            }
            const only = row.second === null ? 'A' : row.first === null ? 'B' : '';
            const [run, index, who] =
              row.first === null ? [second, row.second ?? 0, whoSecond] : [first, row.first, whoFirst];
            const text = sentence(tell(run.entryAt(index), who, words), words);
            return (
              <button
                key={`${row.first} ${row.second}`}
                type="button"
                className={styles.row}
                data-only={only}
                data-now={position === now}
                title={text}
                onClick={() => {
                  if (row.first !== null) store.getState().seek(row.first + 1);
                  else {
                    store.getState().goTo({ branch: other, cursor: index + 1 });
                    store.getState().compare(place.branch);
                  }
                }}
              >
                <i>{only === '' ? '=' : only}</i>
                <time>{words.formats.time(run.valueAt('at', index))}</time>
                <span>{text}</span>
                {row.first !== null && row.second !== null && (
                  <time>{words.formats.time(second.valueAt('at', row.second))}</time>
                )}
              </button>
            );
          }}
        </VList>
      </div>
    </section>
  );
}
