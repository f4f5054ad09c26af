/** The space-time diagram: its canvas, what a pointer and keys do on it, the marks that stand for the selection. */
import { hidesFuture } from '../../app/store.ts';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type MovedHead, movedHead } from '../../app/moved-head.ts';
import type { MessageFacts } from '../../sim/facts.ts';
import { select } from '../../sim/select.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import type { Ink } from '../ink.ts';
import { PaceContext, useClock, useLab, useLabState, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { whoIn } from '../story/who.ts';
import { type Size, useSize } from '../use-size.ts';
import { type Axis, indexOfStep, stepOf } from './arrows.ts';
import { DiagramCanvas, HeadCanvas } from './DiagramCanvas.tsx';
import { DraggedHead } from './DraggedHead.tsx';
import { type EventMark, eventAt, eventMarks } from './events.ts';
import { type ArrowMark, type Hit, type Picture, hitAt, isSameMark, markBeside, pictureOf } from './layout.ts';
import { LaneNames } from './LaneNames.tsx';
import { Legend } from './Legend.tsx';
import { Marks } from './Marks.tsx';
import { Minimap } from './Minimap.tsx';
import { type Painting, paint, paintPlayhead } from './paint.ts';
import { onPlaneKey } from './plane-keys.ts';
import { usePlane } from './use-plane.ts';
import { messageUnderWay } from './selection.ts';
import { type Move, SpaceTimeTools } from './SpaceTimeTools.tsx';
import { type SpaceScene, useScene } from './use-scene.ts';
import { spaceViewOf, useSpaceView } from './view-state.ts';
import { voteLettersOf } from './vote-letters.ts';
import { Veil } from './Veil.tsx';
import { ticksOf } from './ticks.ts';
import { type Window, fitted, kept, paged, valueIn, xIn, zoomedBy } from './window.ts';
import styles from './SpaceTime.module.css';

/** On a phone without a legend, and with few controls above. */
export function SpaceTime({ phone = false }: { readonly phone?: boolean }) {
  return (
    <PaceContext value="watched">
      <Diagram phone={phone} />
    </PaceContext>
  );
}

/** What a pointer, or a key, is on. */
export type Pointed =
  | { readonly kind: 'arrow'; readonly hit: Hit }
  | { readonly kind: 'event'; readonly mark: EventMark };

/** A message whose arrow can be taken by its head, and the place at which it is under way. */
interface HeldHead {
  readonly mark: ArrowMark;
  readonly message: MessageFacts;
  readonly cursor: number;
}

/** How near to a head one takes it, in pixels. */
const HEAD_REACH = 10;
/** Arrows before and after the playhead that the first window shows. */
const BEFORE = 30;
const AFTER = 14;

function Diagram({ phone }: { readonly phone: boolean }) {
  const lab = useLab();
  const { session, store } = lab;
  const words = useLabWords();
  const zxidText = useZxidText();
  const view = spaceViewOf(lab);
  const axis = useSpaceView(view, (state) => state.axis);
  const place = usePlace();
  const opened = useLabState((state) => state.run);
  const selection = useLabState((state) => state.selection);
  const hides = useLabState(hidesFuture);
  const plane = useRef<HTMLDivElement>(null);
  const size = useSize(plane);
  const scene = useScene(size, axis);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const shown = useRef<{ picture: Picture; events: readonly EventMark[] }>({ picture: NOTHING, events: [] });

  const who = useMemo(
    () => (scene === null ? () => '' : (node: number) => whoIn(scene.facts, words, scene.run)(node).name),
    [scene, words],
  );
  const ofServer = selection?.kind === 'server' ? selection.sid : null;
  const selectedNode = scene?.facts.servers.find(({ sid }) => sid === ofServer)?.node ?? null;

  // The first window of a run, and the next page once the playhead has left the one on show.
  const before = useRef({ cursor: -1, branch: -1 });
  useLayoutEffect(() => {
    if (scene === null) return;
    const { window, run } = view.getState();
    const at = scene.placeOfCursor(place.cursor, scene.run.timeAt(place.cursor));
    const moved = before.current.cursor !== place.cursor || before.current.branch !== place.branch;
    const isFirst = before.current.cursor === -1;
    before.current = place;
    if (window === null || run !== opened) view.setState({ window: stretch(scene, place.cursor), run: opened });
    else if (moved && !isFirst) view.setState({ window: paged(window, at, scene.end) });
  }, [scene, place, opened, view]);

  const painted = useCallback(
    (window: Window): Painting | null => {
      if (scene === null) return null;
      const picture = pictureOf(scene, window);
      const events = picture.density === null ? eventMarks({ ...scene, window }) : [];
      shown.current = { picture, events };
      const letters = voteLettersOf(scene.run);
      letters.begin();
      return {
        scene,
        window,
        picture,
        events,
        spans: scene.strips.spans,
        faults: scene.strips.faults,
        deaths: scene.strips.deaths,
        until: scene.until,
        ticks: ticksOf({
          ...scene.lanes,
          axis: scene.axis,
          folds: scene.arrows.folds,
          window,
          timeText: words.formats.tick,
          stepText: (step) => words.formats.integer(indexOfStep(scene.shown, step) + 1),
        }),
        foldText: words.formats.millis,
        selected: selectedNode,
        roleOf: (node, { phase, leading }) => {
          const isObserver = scene.facts.servers.find((server) => server.node === node)?.learnerType === 'OBSERVER';
          const role = leading ? 'LEADING' : isObserver ? 'OBSERVING' : 'FOLLOWING';
          return words.spaceTime.phase(phase, words.spaceTime.roles[role]);
        },
        bandTexts: ({ from, to, way }) =>
          way === null ? words.spaceTime.cutFor(from, to) : [words.done.cut(way.from, way.to)],
        letterOf: letters.of,
        // A row keeps the number of a zxid.
        zxidOf: (index) => zxidText(scene.run.valueAt('zxid', index) as Zxid),
      };
    },
    [scene, words, selectedNode, zxidText],
  );

  const headOf = ({ placeOfCursor, run }: SpaceScene): number => placeOfCursor(place.cursor, run.timeAt(place.cursor));

  const go = (cursor: number) => store.getState().seek(cursor);

  /** The message of an arrow, at a place where it is under way: here, or right after it was sent. */
  const messageOf = (mark: ArrowMark): { readonly message: MessageFacts | null; readonly cursor: number } => {
    const { cursor, branch } = store.getState();
    if (scene === null) return { message: null, cursor };
    const messagesAt = (at: number) => session.facts(select, { branch, cursor: at }).messages;
    if (mark.i >= 0) return messageUnderWay(scene.arrows, scene.run, mark.i, cursor, messagesAt);
    const at = Math.max(cursor, sendOf(scene, mark) + 1);
    const { from, to, stray } = mark;
    const message = messagesAt(at).find((one) => one.from === from && one.to === to && one.sentAt === stray?.sentAt);
    return { message: message ?? null, cursor: at };
  };

  /** Selects what is pointed at, everywhere, and goes to where it can be seen. */
  const choose = (what: Pointed) => {
    if (scene === null) return;
    const { run, arrows } = scene;
    if (what.kind === 'event') {
      go(what.mark.index + 1);
      store.getState().select({ kind: 'event', index: what.mark.index });
      return;
    }
    const { mark, part } = what.hit;
    const index = mark.i < 0 ? -1 : (arrows.index[mark.i] as number);
    if (mark.i >= 0 && part === 'received') {
      go(index + 1);
      store.getState().select({ kind: 'event', index });
      return;
    }
    if (mark.i >= 0 && part === 'sent') {
      const sent = run.valueAt('by', index);
      go(sent + 1);
      store.getState().select({ kind: 'event', index: sent });
      return;
    }
    const { message, cursor } = messageOf(mark);
    go(cursor);
    if (message !== null) store.getState().select({ kind: 'message', seq: message.seq });
    else if (index >= 0) store.getState().select({ kind: 'event', index });
  };

  /** Where the playhead stands, in pixels: while a lesson leads, nothing beyond it is there for anybody. */
  const isVeiled = (x: number): boolean => {
    const { window } = view.getState();
    if (!hides || scene === null || window === null) return false;
    const { left, right } = scene.lanes;
    return x > xIn(window, left, right, headOf(scene)) + 1;
  };

  const find = (point: { x: number; y: number }): Pointed | null => {
    if (isVeiled(point.x)) return null;
    const { picture, events } = shown.current;
    const hit = hitAt(picture, point);
    if (hit?.part === 'received' || hit?.part === 'way') return { kind: 'arrow', hit };
    const mark = eventAt(events, point);
    if (mark !== null) return { kind: 'event', mark };
    return hit === null ? null : { kind: 'arrow', hit };
  };

  const [dragged, setDragged] = useState<{ readonly head: HeldHead; readonly moved: MovedHead } | null>(null);

  /** The head at a point. Steps have no length, so nothing is late there. */
  const headAt = (point: { x: number; y: number }): HeldHead | null => {
    if (scene === null || scene.axis === 'steps') return null;
    const away = ({ b }: ArrowMark): number => Math.hypot(b.x - point.x, b.y - point.y);
    const [mark] = shown.current.picture.marks
      .filter((one) => (one.stray === null || one.stray.fate === 'underWay') && away(one) < HEAD_REACH)
      .toSorted((one, other) => away(one) - away(other));
    if (mark === undefined) return null;
    const { message, cursor } = messageOf(mark);
    return message === null || message.held !== null ? null : { mark, message, cursor };
  };

  const moveHead = (head: HeldHead, x: number): void => {
    const { window } = view.getState();
    if (scene === null || window === null) return;
    const { left, right } = scene.lanes;
    const facts = session.facts(select, { branch: place.branch, cursor: head.cursor });
    setDragged({ head, moved: movedHead(facts, head.message, scene.timeOf(valueIn(window, left, right, x))) });
  };

  const letHeadGo = (): void => {
    if (dragged === null) return;
    setDragged(null);
    const { head, moved } = dragged;
    if (moved.action === null) return;
    const state = store.getState();
    state.seek(head.cursor);
    if (state.act(moved.action)) state.select({ kind: 'message', seq: head.message.seq });
  };

  const { move, letGo, handlers } = usePlane({
    plane,
    view,
    scene,
    onScrub: (value) => {
      if (scene !== null) store.getState().seekTime(scene.timeOf(value));
    },
    onScrubbing: (scrubbing) => store.getState().setScrubbing(scrubbing),
    onPoint: (at) => {
      const found = at === null ? null : find(at);
      setPointed((known) => (isSame(known, found) ? known : found));
    },
    onPress: (at) => {
      const found = find(at);
      setPointed(found);
      if (found !== null) choose(found);
    },
    take: headAt,
    onDrag: moveHead,
    onDrop: letHeadGo,
    onCancel: () => setDragged(null),
  });

  const show = (what: Move) => {
    if (what === 'fit') return move((_, end) => fitted(end));
    const head = scene?.placeOfCursor(place.cursor, scene.run.timeAt(place.cursor)) ?? 0;
    if (what === 'toPlayhead') {
      if (scene !== null) view.setState({ window: stretch(scene, place.cursor) });
      return;
    }
    move((window, end) => zoomedBy(window, what, head, end));
  };

  /** The same stretch of the run on the other axis. */
  const turnTo = (next: Axis) => {
    const { window } = view.getState();
    if (scene === null || window === null || next === axis) return;
    const { shown: steps, timeOf, indexAt, arrows } = scene;
    const [from, to] = [timeOf(window.from), timeOf(window.to)];
    const on = (time: number): number => {
      if (next === 'steps') return stepOf(steps, indexAt(time));
      return next === 'time' ? time : arrows.folds.place(time);
    };
    view.setState({ axis: next, window: { from: on(from), to: Math.max(on(to), on(from) + 4) } });
  };

  const walk = (step: 1 | -1) => {
    if (scene === null) return;
    const { left, right } = scene.lanes;
    const marks = shown.current.picture.marks.filter(({ a, b }) => b.x >= left && a.x <= right && !isVeiled(b.x));
    const now = pointed?.kind === 'arrow' ? pointed.hit.mark : null;
    const mark = markBeside(marks, now, step, ({ i }) => i >= 0 && (scene.arrows.index[i] as number) >= place.cursor);
    if (mark !== null) setPointed({ kind: 'arrow', hit: { mark, part: 'way' } });
  };

  const key = (event: KeyboardEvent): void =>
    onPlaneKey(event, {
      lab: store.getState(),
      show,
      move,
      walk,
      onEnter: () => {
        if (pointed !== null) choose(pointed);
        return pointed !== null;
      },
      onEscape: () => {
        if (dragged !== null) letGo();
        return dragged !== null;
      },
    });

  const xOf = ({ lanes, place: placeAt }: SpaceScene, time: number): number => {
    const { window } = view.getState();
    return window === null ? 0 : xIn(window, lanes.left, lanes.right, placeAt(time));
  };

  return (
    <div className={styles.diagram}>
      <SpaceTimeTools phone={phone} axis={axis} onAxis={turnTo} onMove={show} />
      <div className={styles.above}>
        <div
          className={styles.plane}
          ref={plane}
          role="listbox"
          tabIndex={0}
          aria-label={words.spaceTime.title}
          aria-describedby="space-time-keys"
          aria-activedescendant="space-time-option"
          data-pointed={pointed !== null}
          data-head={scene?.axis !== 'steps' && pointed?.kind === 'arrow' && pointed.hit.part === 'received'}
          onKeyDown={key}
          {...handlers}
        >
          {scene !== null && (
            <>
              <Canvas scene={scene} painted={painted} size={size} />
              <Playhead scene={scene} size={size} />
              <Marks scene={scene} pointed={pointed} who={who} />
              {hides && <Veil lanes={scene.lanes} view={view} head={headOf(scene)} />}
              {dragged !== null && (
                <DraggedHead {...size} {...dragged.head} moved={dragged.moved} x={xOf(scene, dragged.moved.at)} />
              )}
            </>
          )}
        </div>
        <p id="space-time-keys" className="sr">
          {words.spaceTime.describe}
        </p>
        {scene !== null && <LaneNames scene={scene} who={who} />}
      </div>
      {scene !== null && <Minimap scene={scene} view={view} head={headOf(scene)} veiled={hides} />}
      {!phone && <Legend hasCuts={scene?.cuts.any ?? false} />}
    </div>
  );
}

const NOTHING: Picture = { detail: 'marks', marks: [], density: null };

/** A stretch around the playhead in which single messages can be told. */
function stretch({ arrows, axis, end, placeOfCursor, run }: SpaceScene, cursor: number): Window {
  let passed = 0;
  while (passed < arrows.count && (arrows.index[passed] as number) < cursor) passed++;
  const first = arrows.start[axis][Math.max(0, passed - BEFORE)];
  const last = arrows.end[axis][Math.min(arrows.count, passed + AFTER) - 1];
  const head = placeOfCursor(cursor, run.timeAt(cursor));
  const from = Math.min(first ?? 0, head);
  const to = Math.max(last ?? 100, head, from + 40);
  const margin = (to - from) * 0.06;
  return kept({ from: from - margin, to: to + margin }, end);
}

/** The event that sent a stray: the last one at its sender when it left. */
function sendOf({ run }: SpaceScene, { stray, from }: ArrowMark): number {
  let index = run.cursorAtTime(stray?.sentAt ?? 0) - 1;
  while (index > 0 && run.valueAt('node', index) !== from) index--;
  return index;
}

function isSame(a: Pointed | null, b: Pointed | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'event') return b.kind === 'event' && a.mark.index === b.mark.index;
  return b.kind === 'arrow' && isSameMark(a.hit.mark, b.hit.mark) && a.hit.part === b.hit.part;
}

interface CanvasProps {
  readonly scene: SpaceScene;
  readonly size: Size;
  readonly painted: (window: Window) => Painting | null;
}

function Canvas({ scene, size, painted }: CanvasProps) {
  const view = spaceViewOf(useLab());
  const draw = useCallback(
    (context: CanvasRenderingContext2D, window: Window, ink: Ink): boolean => {
      const painting = painted(window);
      if (painting === null) return false;
      paint(context, painting, ink);
      return voteLettersOf(scene.run).isBehind;
    },
    [painted, scene],
  );
  return <DiagramCanvas view={view} size={size} draw={draw} />;
}

function Playhead({ scene, size }: { readonly scene: SpaceScene; readonly size: Size }) {
  const lab = useLab();
  const words = useLabWords();
  const clock = useClock();
  const headIn = useCallback(
    (window: Window) => {
      const { left, right } = scene.lanes;
      const now = clock.now();
      const { cursor } = lab.store.getState();
      const text = scene.axis !== 'steps' ? words.formats.time(now) : words.time.event(cursor);
      return { x: xIn(window, left, right, scene.placeOfCursor(cursor, now)), text };
    },
    [scene, lab, clock, words],
  );
  const draw = useCallback<Parameters<typeof HeadCanvas>[0]['draw']>(
    (context, head, ink) => paintPlayhead(context, scene, { ...head, veils: true }, ink),
    [scene],
  );
  return <HeadCanvas view={spaceViewOf(lab)} clock={clock} size={size} headIn={headIn} draw={draw} />;
}
