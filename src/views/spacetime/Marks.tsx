/** What stands out in the diagram: what is selected, what a pointer is on with its name, what the last event changed. */
import { useRef } from 'react';
import { eventAt } from '../../app/session.ts';
import { useChanges, useFacts, useLab, useLabState, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { shapePath } from '../stage/shapes.ts';
import { textWidth } from '../stage/text-width.ts';
import { tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { useLit } from '../why/use-answer.ts';
import { stepOf } from './arrows.ts';
import { type ArrowMark, SHAPE_SIZE, arrowMark, pointOn, strayMark } from './layout.ts';
import type { Pointed } from './SpaceTime.tsx';
import { arrowOfMessage } from './selection.ts';
import type { SpaceScene } from './use-scene.ts';
import { usePanned } from './use-panned.ts';
import { spaceViewOf } from './view-state.ts';
import { voteLettersOf } from './vote-letters.ts';
import { type Window, xIn } from './window.ts';
import styles from './Marks.module.css';

interface MarksProps {
  readonly scene: SpaceScene;
  readonly pointed: Pointed | null;
  readonly who: (node: number) => string;
}

export function Marks({ scene, pointed, who }: MarksProps) {
  const lab = useLab();
  const words = useLabWords();
  const { width, height, left, right } = scene.lanes;
  const panned = useRef<HTMLDivElement>(null);
  const window = usePanned(spaceViewOf(lab), scene.lanes, panned);
  const selected = useSelected(scene);
  const playing = useLabState((state) => state.playing);
  const place = usePlace();
  const arrowText = useArrowText(scene, who);
  if (window === null) return null;
  const mark = selected === null ? null : 'index' in selected ? null : markOf(scene, window, selected);
  const text =
    pointed === null
      ? ''
      : pointed.kind === 'arrow'
        ? arrowText(pointed.hit.mark)
        : eventText(scene, pointed.mark.index, who, words);
  const isChosen =
    pointed?.kind === 'arrow' &&
    selected !== null &&
    'i' in selected &&
    selected.i === pointed.hit.mark.i &&
    selected.stray === pointed.hit.mark.stray;
  const own = pointed?.kind === 'arrow' ? markOf(scene, window, pointed.hit.mark) : null;
  return (
    <>
      <div className={styles.frame} style={{ left, width: right - left, height }}>
        <div className={styles.panned} ref={panned} style={{ left: -left, width, height }}>
          <svg className={styles.marks} width={width} height={height} aria-hidden="true">
            {!playing && eventAt(place) >= 0 && <LastEvent scene={scene} window={window} index={eventAt(place)} />}
            <LitEvents scene={scene} window={window} />
            {selected !== null && 'index' in selected && (
              <Ring className={styles.ring} scene={scene} window={window} index={selected.index} />
            )}
            {mark !== null && <Halo mark={mark} scene={scene} />}
            {own !== null && <path className={styles.pointed} d={wayPath(own)} />}
          </svg>
          {pointed !== null && (
            <Named
              scene={scene}
              at={
                pointed.kind === 'event'
                  ? (placeOfEvent(scene, window, pointed.mark.index) ?? pointed.mark)
                  : pointOn(own ?? pointed.hit.mark, 0.5)
              }
              text={text}
            />
          )}
        </div>
      </div>
      {/* The one message that keys are on stands for all: the list of events has the rest. */}
      <div className="sr" id="space-time-option" role="option" tabIndex={-1} aria-selected={isChosen}>
        {text === '' ? words.spaceTime.nothingPointed : text}
      </div>
    </>
  );
}

type Chosen = { readonly index: number } | Pick<ArrowMark, 'i' | 'stray'>;

/** The arrow or the event that is selected; null for anything else. */
function useSelected(scene: SpaceScene): Chosen | null {
  const selection = useLabState((state) => state.selection);
  const facts = useFacts();
  const place = usePlace();
  const { arrows, run, strays } = scene;
  if (selection?.kind === 'event') {
    const i = arrows.find(selection.index);
    return i >= 0 ? { i, stray: null } : { index: selection.index };
  }
  if (selection?.kind !== 'message') return null;
  const message = facts.messages.find(({ seq }) => seq === selection.seq);
  if (message === undefined) return null;
  const i = arrowOfMessage(arrows, run, message, facts.messages, place.cursor);
  if (i >= 0) return { i, stray: null };
  const { from, to, sentAt } = message;
  const stray = strays.find((one) => one.from === from && one.to === to && one.sentAt === sentAt);
  return stray === undefined ? null : { i: -1, stray };
}

function markOf(scene: SpaceScene, window: Window, { i, stray }: Pick<ArrowMark, 'i' | 'stray'>): ArrowMark | null {
  return stray === null ? arrowMark(scene, window, i) : strayMark(scene, window, stray);
}

function Halo({ mark, scene }: { readonly mark: ArrowMark; readonly scene: SpaceScene }) {
  const { x, y } = pointOn(mark, 0.5);
  const { family, letter } = mark.sort;
  const angle = family === 'election' ? (Math.atan2(mark.b.y - mark.a.y, mark.b.x - mark.a.x) * 180) / Math.PI : 0;
  const said = mark.stray?.letter ?? letter ?? voteLettersOf(scene.run).of(scene.arrows.index[mark.i] as number) ?? '';
  return (
    <g data-part="selected-arrow" data-family={family}>
      <path className={styles.halo} d={wayPath(mark)} />
      <path className={styles.way} d={wayPath(mark)} />
      <g transform={`translate(${x} ${y})`}>
        <circle className={styles.ring} r={SHAPE_SIZE + 7} />
        <path className={styles.shape} d={shapePath(family, SHAPE_SIZE + 1)} transform={`rotate(${angle})`} />
        <text className={styles.letter} y="3.6">
          {said}
        </text>
      </g>
    </g>
  );
}

export function wayPath({ a, b, wait }: ArrowMark): string {
  if (wait === null) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
  const held = `M${a.x} ${a.y}L${wait.from} ${wait.y}`;
  return wait.to === null ? `${held}H${b.x}` : `${held}H${wait.to}L${b.x} ${b.y}`;
}

/** The events of the open answer, and the messages that brought them. */
function LitEvents({ scene, window }: { readonly scene: SpaceScene; readonly window: Window }) {
  const lit = useLit();
  if (lit === null) return null;
  return (
    <g data-part="lit-events">
      {lit.events.map(({ index }) => {
        const i = scene.arrows.find(index);
        const mark = i < 0 ? null : arrowMark(scene, window, i);
        const at = placeOfEvent(scene, window, index);
        return (
          <g key={index}>
            {mark !== null && <path className={styles.litWay} d={wayPath(mark)} />}
            {at !== null && (
              <path className={styles.lit} d="M0-5 5 0 0 5-5 0z" transform={`translate(${at.x} ${at.y})`} />
            )}
          </g>
        );
      })}
    </g>
  );
}

interface RingProps {
  readonly scene: SpaceScene;
  readonly window: Window;
  readonly index: number;
  readonly className: string | undefined;
}

function Ring({ scene, window, index, className }: RingProps) {
  const at = placeOfEvent(scene, window, index);
  return at === null ? null : <circle className={className} cx={at.x} cy={at.y} r={9} />;
}

function placeOfEvent(
  { run, lanes, axis, shown, place }: SpaceScene,
  window: Window,
  index: number,
): { readonly x: number; readonly y: number; readonly height: number } | null {
  if (index >= run.length) return null;
  const lane = lanes.byNode[run.valueAt('node', index)];
  if (lane === undefined) return null;
  const value = axis === 'steps' ? stepOf(shown, index) : place(run.valueAt('at', index));
  return { x: xIn(window, lanes.left, lanes.right, value), y: lane.y, height: lane.height };
}

const FLAG_FONT = 11;

/** In the accent: the message that arrived, where, and what it changed there, with what was before. */
function LastEvent({ scene, window, index }: Omit<RingProps, 'className'>) {
  const words = useLabWords();
  const changes = useChanges();
  const facts = useFacts();
  const zxidText = useZxidText();
  const at = placeOfEvent(scene, window, index);
  if (at === null) return null;
  const i = scene.arrows.find(index);
  const mark = i < 0 ? null : arrowMark(scene, window, i);
  const node = scene.run.valueAt('node', index);
  const server = facts.servers.find((one) => one.node === node);
  const was = server === undefined ? undefined : changes.get(server.sid)?.was;
  let text = '';
  if (server !== undefined && was !== undefined) {
    if (was.state !== undefined && was.state !== null)
      text = words.spaceTime.was(server.state ?? words.inspector.down, was.state);
    else if (was.zabState !== undefined && was.zabState !== null && server.zabState !== null) {
      text = words.spaceTime.was(words.inspector.phases[server.zabState], words.inspector.phases[was.zabState]);
    } else if (was.voteFor !== undefined && was.voteFor !== null && server.vote !== null) {
      text = words.spaceTime.was(words.belief.votesFor(server.vote.leader, server.sid), words.server(was.voteFor));
    } else if (was.lastZxid !== undefined) {
      text = words.spaceTime.was(zxidText(server.lastZxid), zxidText(was.lastZxid));
    }
  }
  const width = textWidth(text, FLAG_FONT) + 12;
  const { left, right } = scene.lanes;
  const x = at.x + 12 + width > right ? Math.max(left, at.x - 12 - width) : at.x + 12;
  return (
    <g data-part="changed">
      {mark !== null && <path className={styles.changedWay} d={wayPath(mark)} />}
      <circle className={styles.changed} cx={at.x} cy={at.y} r={6} />
      {text !== '' && (
        <g transform={`translate(${x} ${at.y - at.height / 2 - 20})`}>
          <rect className={styles.flag} width={width} height={17} rx={3} />
          <text className={styles.flagText} x={6} y={12.5}>
            {text}
          </text>
        </g>
      )}
    </g>
  );
}

interface NamedProps {
  readonly scene: Pick<SpaceScene, 'lanes'>;
  readonly at: { readonly x: number; readonly y: number };
  readonly text: string;
}

export function Named({ scene: { lanes }, at, text }: NamedProps) {
  const isLow = at.y > 90;
  const x = Math.max(lanes.left + 4, Math.min(lanes.right - 4, at.x));
  const share = (x - lanes.left) / Math.max(1, lanes.right - lanes.left);
  return (
    <div
      className={styles.named}
      style={{
        left: x,
        top: at.y + (isLow ? -14 : 14),
        transform: `translate(${-share * 100}%, ${isLow ? -100 : 0}%)`,
      }}
      aria-hidden="true"
    >
      {text}
    </div>
  );
}

function useArrowText(scene: SpaceScene, who: (node: number) => string): (mark: ArrowMark) => string {
  const { spaceTime } = useLabWords();
  const { arrows, run, cuts, nameOf } = scene;
  return ({ i, stray, sort, from, to }) => {
    if (stray !== null) {
      const name = sort.type === 'NOTIFICATION' ? spaceTime.voteFor(stray.letter) : sort.type;
      const what = spaceTime.sent(name, who(from), who(to), stray.sentAt);
      if (stray.fate === 'lost') return spaceTime.lost(what, stray.until);
      return stray.fate === 'held' ? spaceTime.held(what) : spaceTime.underWay(what);
    }
    const index = arrows.index[i] as number;
    const isVote = sort.type === 'NOTIFICATION';
    const name = isVote ? spaceTime.voteFor(voteLettersOf(run).now(index)) : nameOf(index, sort);
    const [sentAt, at] = [arrows.start.time[i] as number, arrows.end.time[i] as number];
    const what = spaceTime.sent(name, who(from), who(to), sentAt);
    const [one, other] = [scene.lanes.byNode[from]?.sid ?? null, scene.lanes.byNode[to]?.sid ?? null];
    const cut = one === null || other === null ? null : cuts.holding(one, other, sentAt, at);
    return cut === null || cut.to === null ? spaceTime.arrived(what, at) : spaceTime.heldUntil(what, cut.to, at);
  };
}

function eventText(
  { run, facts }: SpaceScene,
  index: number,
  who: (node: number) => string,
  words: ReturnType<typeof useLabWords>,
): string {
  const told = tell(run.entryAt(index), whoIn(facts, words, run), words);
  const at = words.formats.time(run.valueAt('at', index));
  return `${at} ${told.who === null ? told.text : `${who(run.valueAt('node', index))} ${told.text}`}`;
}
