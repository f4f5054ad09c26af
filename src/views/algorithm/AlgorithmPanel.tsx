/** What the server does, as pseudocode of our own: the line its last event is about is lit, its variables filled in. */
import { useEffect, useRef } from 'react';
import { positionInside, stepInside } from '../../app/inside.ts';
import { eventAt } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Section } from '../../widgets/Section.tsx';
import type { Note } from '../../zookeeper/notes.ts';
import type { PanelProps } from '../inspector/panels.tsx';
import { ServerHead } from '../inspector/ServerHead.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { useFacts, useLab, useLabState, useLastEntry, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useAlgorithmWords } from './algorithm-words.ts';
import { type Part, litLine, litNote, partOf, passedLines } from './bindings.ts';
import { filled } from './fill.ts';
import { lastEventAt } from './last-event.ts';
import { LISTINGS, type LineId, type ListingId } from './listings.ts';
import styles from './AlgorithmPanel.module.css';

/** What a part always shows; beside it whatever holds the lit line. */
const SHOWN: Readonly<Record<Part, readonly ListingId[]>> = {
  looking: ['election'],
  leading: ['leader', 'disk'],
  learning: ['learner', 'disk'],
  client: ['client'],
};

export function AlgorithmPanel({ phone = false }: PanelProps) {
  const { session, store } = useLab();
  const labWords = useLabWords();
  const words = useAlgorithmWords();
  const place = usePlace();
  const facts = useFacts();
  const chosen = useShownServer();
  const entry = useLastEntry();
  const selection = useLabState((state) => state.selection);
  // Inside an event, whoever handles it.
  const isInside = (place.notes ?? 0) > 0 && entry !== null;
  const server = isInside ? (facts.servers.find((one) => one.node === entry.node) ?? null) : chosen;
  const client = isInside
    ? (facts.clients.find((one) => one.node === entry.node) ?? null)
    : selection?.kind === 'client'
      ? (facts.clients.find(({ name }) => name === selection.name) ?? null)
      : null;
  const node = client?.node ?? server?.node ?? null;
  if (node === null) return <p className={styles.note}>{labWords.inspector.none}</p>;
  const part = client === null ? partOf(server?.state ?? null) : 'client';
  const last = lastEventAt(session.branch(place.branch), eventAt(place) + 1, node);
  const isFresh = last !== null && last.index === eventAt(place);
  const notes = isFresh ? (place.notes ?? 0) : 0;
  const lit = last === null ? null : notes > 0 ? litNote(last.entry, part, notes) : litLine(last.entry, part);
  const passed = last === null ? new Map<LineId, Note>() : passedLines(last.entry, part, notes > 0 ? notes : undefined);
  const shown = LISTINGS.filter(
    ({ id, blocks }) =>
      SHOWN[part].includes(id) || blocks.some(({ lines }) => lines.some(([line]) => line === lit?.line)),
  );
  return (
    <div className={styles.algorithm} data-phone={phone}>
      {client === null && server !== null && <ServerHead server={server} />}
      <p className={styles.now}>
        {last === null ? (
          words.none
        ) : (
          <>
            <button type="button" onClick={() => store.getState().seek(last.index + 1)}>
              {words.at(labWords.formats.time(last.entry.at))}
            </button>
            {lit === null && ` ${words.outside}`}
          </>
        )}
        <Inside />
      </p>
      {shown.map(({ id, blocks }) => (
        <Section key={id} title={words.titles[id]} flush>
          {blocks.map((block) => (
            <Block
              key={block.where}
              block={block}
              lit={lit}
              passed={passed}
              fresh={isFresh ? (last?.entry ?? null) : null}
            />
          ))}
        </Section>
      ))}
    </div>
  );
}

/** Inside the event on show: how far, and a step on or back. */
function Inside() {
  const lab = useLab();
  const words = useAlgorithmWords();
  const position = positionInside(lab.session, usePlace());
  return (
    <span className={styles.inside} role="group" aria-label={words.inside}>
      <span>{position !== null && position.notes > 0 && words.insideAt(position.notes, position.all)}</span>
      <button type="button" aria-label={words.insideBack} aria-keyshortcuts="<" onClick={() => stepInside(lab, -1)}>
        <Icon name="chevronLeft" />
      </button>
      <button type="button" aria-label={words.insideOn} aria-keyshortcuts=">" onClick={() => stepInside(lab, 1)}>
        <Icon name="chevronRight" />
      </button>
    </span>
  );
}

interface BlockProps {
  readonly block: (typeof LISTINGS)[number]['blocks'][number];
  readonly lit: ReturnType<typeof litLine>;
  readonly passed: ReadonlyMap<LineId, Note>;
  /** The last event of the whole run, when it is this one. */
  readonly fresh: Entry | null;
}

function Block({ block: { where, lines }, lit, passed, fresh }: BlockProps) {
  return (
    <>
      <h3 className={styles.where}>{where}</h3>
      <ol className={styles.lines}>
        {lines.map(([line, depth]) => (
          <Line
            key={line}
            line={line}
            depth={depth}
            note={(lit?.line === line ? lit.note : null) ?? passed.get(line) ?? null}
            state={lit?.line === line ? 'lit' : passed.has(line) ? 'passed' : 'idle'}
            fresh={lit?.line === line ? fresh : null}
          />
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  readonly line: LineId;
  readonly depth: number;
  readonly note: Note | null;
  readonly state: 'lit' | 'passed' | 'idle';
  readonly fresh: Entry | null;
}

function Line({ line, depth, note, state, fresh }: LineProps) {
  const words = useAlgorithmWords();
  const { formats } = useLabWords();
  const zxidText = useZxidText();
  const item = useRef<HTMLLIElement>(null);
  const isLit = state === 'lit';
  useEffect(() => {
    if (isLit) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isLit]);
  return (
    <li
      ref={item}
      data-state={state}
      data-fresh={fresh !== null}
      aria-current={isLit ? 'step' : undefined}
      style={{ paddingLeft: 16 + depth * 14 }}
    >
      {filled(words.lines[line], state === 'idle' ? null : note, { zxidText, integer: formats.integer }).map(
        ({ text, kind }, index) =>
          kind === 'words' ? text : kind === 'value' ? <b key={index}>{text}</b> : <var key={index}>{text}</var>,
      )}
      {state === 'passed' && <span className="sr"> ({words.passed})</span>}
    </li>
  );
}
