/**
 * How a leader brings a learner up to date: the learner's last zxid among the leader's numbers, DIFF, TRUNC or SNAP, and
 * the question that decided. All of it as it was when it was decided.
 */
import { eventAt } from '../../app/session.ts';
import { useState } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { select } from '../../sim/select.ts';
import { Section } from '../../widgets/Section.tsx';
import { type Zxid, zxidLabel } from '../../zookeeper/ids.ts';
import { Changed } from '../inspector/Changed.tsx';
import { usePanelWords } from '../inspector/panel-words.ts';
import { Word } from '../glossary/Word.tsx';
import { useLab, useLabState, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { textWidth } from '../stage/text-width.ts';
import { type Sync, lastSyncs } from './last-syncs.ts';
import { type Point, numberLine } from './number-line.ts';
import { type AnsweredQuestion, questionsOf } from './rules.ts';
import styles from './SyncDecision.module.css';

const MODES = ['DIFF', 'TRUNC', 'SNAP'] as const;

export function SyncDecision({ server }: { readonly server: ServerFacts }) {
  const { session, store } = useLab();
  const words = useLabWords();
  const { sync: own } = usePanelWords();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  const [wanted, setWanted] = useState<number | null>(null);
  const run = session.branch(place.branch);
  const syncs = playing ? [] : lastSyncs(run, place.cursor, server, session.sids);
  const sync = syncs.find(({ note }) => note.learner === wanted) ?? syncs[0];
  if (sync === undefined) return null;
  const { note, leader, at, index } = sync;
  const facts = session.facts(select, { branch: place.branch, cursor: index + 1 });
  const held = (sid: number): readonly Zxid[] =>
    (facts.servers.find((one) => one.sid === sid)?.log ?? []).map(({ zxid }) => zxid);
  const points = numberLine(note, held(leader), held(note.learner));
  const [from, to] = [words.server(leader), words.server(note.learner)];
  const isFresh = index === eventAt(place);
  return (
    <Section
      title={own.title(from, to)}
      meta={
        <button type="button" className={styles.go} title={own.go} onClick={() => store.getState().seek(index + 1)}>
          {own.decidedAt(at)}
        </button>
      }
    >
      {syncs.length > 1 && (
        <div className={styles.learners} role="group" aria-label={own.learner}>
          {syncs.map((one) => (
            <button
              key={one.note.learner}
              type="button"
              aria-pressed={one === sync}
              onClick={() => setWanted(one.note.learner)}
            >
              {words.server(one.note.learner)} <small>{one.note.mode}</small>
            </button>
          ))}
        </div>
      )}
      <ol className={styles.modes} data-light={`sync-${note.learner}`}>
        {MODES.map((mode) => (
          <li key={mode} aria-current={mode === note.mode ? 'true' : undefined}>
            <Word id={mode} reach="pointer" side="above">
              {mode === note.mode && isFresh ? <Changed was={null}>{mode}</Changed> : mode}
            </Word>{' '}
            <small>{own.modes[mode]}</small>
          </li>
        ))}
      </ol>
      <Line points={points} sync={sync} leader={from} learner={to} />
      <p className={styles.because}>
        {own.because[note.rule]} {own.sends(note.txnCount)}
      </p>
      <h3 className={styles.heading}>
        {own.rules} <small>LearnerHandler.syncFollower</small>
      </h3>
      <ol className={styles.rules}>
        {questionsOf(note).map((question) => (
          <Rule key={question.question} {...question} note={note} />
        ))}
      </ol>
    </Section>
  );
}

function Rule({ question, compared, state, note }: AnsweredQuestion & Pick<Sync, 'note'>) {
  const { sync: own } = usePanelWords();
  const zxidText = useZxidText();
  return (
    <li data-state={state} aria-current={state === 'decides' ? 'true' : undefined}>
      <span>{own.rows[question]}</span>
      <span className="z">{compared.map((part) => (typeof part === 'number' ? zxidText(part) : part)).join(' ')}</span>
      <span>
        {state === 'decides'
          ? `${note.mode} ${zxidText(note.zxid)}`
          : state === 'notAsked'
            ? own.leadsTo[question]
            : own.states[state]}
      </span>
    </li>
  );
}

const WIDTH = 348;
/** The size of the letters beside it. */
const LETTERS = 11;
const INSET = 20;
/** Of the line; above it the committed log and the way of the learner, below it the numbers and whose they are. */
const Y = 46;

interface LineProps {
  readonly points: readonly Point[];
  readonly sync: Sync;
  readonly leader: string;
  readonly learner: string;
}

function Line({ points, sync: { note }, leader, learner }: LineProps) {
  const page = useLabWords();
  const { sync: own } = usePanelWords();
  const step = (WIDTH - 2 * INSET) / Math.max(1, points.length - 1);
  const xAt = (index: number): number => (points.length === 1 ? WIDTH / 2 : INSET + index * step);
  const xOf = (zxid: Zxid): number =>
    xAt(
      Math.max(
        0,
        points.findIndex((point) => point.zxid === zxid),
      ),
    );
  const [min, max, peer] = [note.minCommittedLog, note.maxCommittedLog, note.peerLastZxid].map(xOf) as [
    number,
    number,
    number,
  ];
  const end = note.mode === 'SNAP' ? xOf(note.zxid) : note.mode === 'TRUNC' ? xOf(note.zxid) : max;
  const lit = points.flatMap(({ fate }, index) =>
    fate === 'cut' || fate === 'sent' || fate === 'replaced' ? [index] : [],
  );
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} 112`}
      role="img"
      aria-label={own.line(
        zxidLabel(note.peerLastZxid),
        zxidLabel(note.minCommittedLog),
        zxidLabel(note.maxCommittedLog),
        zxidLabel(note.lastProcessedZxid),
      )}
    >
      {lit.map((index) => (
        <rect key={index} className={styles.lit} x={xAt(index) - step / 2} y={Y - 18} width={step} height={38} />
      ))}
      <text x={Math.max(2, Math.min(min, WIDTH - textWidth(own.committedLog(leader), LETTERS)))} y={10}>
        {own.committedLog(leader)}
      </text>
      <path className={styles.bracket} d={`M${min} 22 V16 H${max} V22`} />
      {note.mode !== 'SNAP' && Math.abs(end - peer) > 4 && (
        <>
          <path className={styles.way} d={`M${peer} ${Y - 8} V${Y - 14} H${end + (end < peer ? 5 : -5)}`} />
          <path
            className={styles.head}
            d={end < peer ? `M${end} ${Y - 14} l7 -3.5 v7 Z` : `M${end} ${Y - 14} l-7 -3.5 v7 Z`}
          />
        </>
      )}
      <line className={styles.axis} x1={4} x2={WIDTH - 4} y1={Y} y2={Y} />
      {sided(points).map(({ point, side }, index) => (
        <g key={point.zxid} transform={`translate(${xAt(index)} ${Y})`} data-fate={point.fate}>
          {point.afterGap && (
            <text className={styles.gap} x={-step / 2} y={4}>
              ⋯
            </text>
          )}
          {point.isTxn ? (
            <circle className={styles.txn} r={4.5} />
          ) : (
            <path className={styles.number} d="M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z" />
          )}
          {point.fate === 'cut' && <path className={styles.struck} d="M-7 6 L7 -6" />}
          <text className={styles.zxid} data-peer={point.roles.includes('peer')} y={18}>
            {zxidLabel(point.zxid)}
          </text>
          <text className={styles.role} y={36} {...side}>
            {page.row(point.roles.flatMap((role) => (role === 'peer' ? [] : [own.roles[role]])))}
          </text>
          {point.roles.includes('peer') && (
            <>
              {/* Below the row of whose the numbers are: with ten of them its neighbours' words are near. */}
              <path className={styles.pointer} d="M0 40 l4.5 7 h-9 Z" />
              <text className={styles.peer} y={60} {...side}>
                {own.roles.peer(learner)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Words under the ends of the line stay inside it. */
function sided(points: readonly Point[]) {
  return points.map((point, index) => ({
    point,
    side:
      points.length > 1 && index === 0
        ? ({ x: -12, textAnchor: 'start' } as const)
        : points.length > 1 && index === points.length - 1
          ? ({ x: 16, textAnchor: 'end' } as const)
          : ({ x: 0, textAnchor: 'middle' } as const),
  }));
}
