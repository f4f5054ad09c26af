/**
 * Two branches over each other in one space-time diagram. What both have stands in one place, matched by event; what only one
 * has is drawn in its own ink. Keys and pointers do what they do in the diagram of one branch. What only the other branch has
 * is told below, without leaving the one on show.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type LabState, hidesFuture } from '../../app/store.ts';
import { matchingCursor } from '../../history/alignment.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { select } from '../../sim/select.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import type { Comparison } from '../compare/comparison.ts';
import { useComparison } from '../compare/use-comparison.ts';
import { useSummary } from '../compare/use-summary.ts';
import type { Ink } from '../ink.ts';
import { PaceContext, useClock, useLab, useLabState, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { arrowsOf } from '../spacetime/arrows.ts';
import { DiagramCanvas, HeadCanvas } from '../spacetime/DiagramCanvas.tsx';
import { type EventMark, eventAt } from '../spacetime/events.ts';
import { type ArrowMark, hitAt, isSameMark, markBeside } from '../spacetime/layout.ts';
import { LaneNames } from '../spacetime/LaneNames.tsx';
import { Minimap } from '../spacetime/Minimap.tsx';
import { paintPlayhead } from '../spacetime/paint.ts';
import { onPlaneKey } from '../spacetime/plane-keys.ts';
import { messageUnderWay } from '../spacetime/selection.ts';
import type { Move } from '../spacetime/SpaceTimeTools.tsx';
import { packetName } from '../spacetime/use-scene.ts';
import { usePlane } from '../spacetime/use-plane.ts';
import { Veil } from '../spacetime/Veil.tsx';
import { newSpaceView, useSpaceView } from '../spacetime/view-state.ts';
import { voteLettersOf } from '../spacetime/vote-letters.ts';
import { ticksOf } from '../spacetime/ticks.ts';
import { type Window, fitted, kept, paged, xIn, zoomedBy } from '../spacetime/window.ts';
import { lessPings } from '../story/shown-events.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import { type Size, useSize } from '../use-size.ts';
import { OverlayHead } from './OverlayHead.tsx';
import { OverlayMarks } from './OverlayMarks.tsx';
import { type OverlayPicture, type SideInks, overlayPictureOf, paintOverlay } from './paint.ts';
import { type OverlayScene, eventOf, overlayMarks, overlayScene } from './scene.ts';
import { toldIn } from './told.ts';
import diagram from '../spacetime/SpaceTime.module.css';
import styles from './Overlay.module.css';

interface OverlayProps {
  /** The branch over the one on show. */
  readonly other: number;
  readonly phone?: boolean;
  /** Nothing beside it says where they part. */
  readonly alone?: boolean;
}

export function Overlay(props: OverlayProps) {
  const run = useLabState((state) => state.run);
  const branch = useLabState((state) => state.branch);
  return (
    <PaceContext value="watched">
      {/* A window of its own for every pair of branches. */}
      <Diagram key={`${run} ${branch} ${props.other}`} {...props} />
    </PaceContext>
  );
}

/** What a pointer, or a key, is on. */
export type Pointed =
  | { readonly kind: 'arrow'; readonly mark: ArrowMark }
  | { readonly kind: 'event'; readonly mark: EventMark };

/** Two rows of words fit in it. */
const LANE_HEIGHT = 30;
/** Slots before and after the parting that the first window shows, of a thousand pixels. */
const BEFORE = 14;
const AFTER = 52;

function Diagram({ other, phone = false, alone = false }: OverlayProps) {
  const lab = useLab();
  const { session, store } = lab;
  const words = useLabWords();
  const zxidText = useZxidText();
  const nameOfBranch = useBranchName();
  const place = usePlace();
  const hides = useLabState(hidesFuture);
  const selection = useLabState((state) => state.selection);
  const plane = useRef<HTMLDivElement>(null);
  const size = useSize(plane);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  /** An event that only the other branch has, until something is selected in this one. */
  const [told, setTold] = useState<{ readonly index: number; readonly selection: LabState['selection'] } | null>(null);
  const there = told?.selection === selection ? told.index : null;
  const shown = useRef<{ picture: OverlayPicture; events: readonly EventMark[] }>({ picture: NOTHING, events: [] });
  const first = session.branch(place.branch);
  const second = session.branch(other);
  const [view] = useState(() => newSpaceView('steps'));

  const comparison = useComparison(other);
  const scene = useMemo(() => {
    if (size.width === 0 || size.height === 0) return null;
    return overlayScene({
      session,
      first,
      second,
      comparison,
      size,
      laneHeight: LANE_HEIGHT,
      nameOf: (of, index, sort) => packetName(of, index, sort, zxidText),
    });
  }, [session, first, second, comparison, size, zxidText]);
  const texts = useMemo(
    () => (scene === null ? null : toldIn(scene, { first, second }, words)),
    [scene, first, second, words],
  );

  const before = useRef({ cursor: place.cursor, view: null as typeof view | null });
  useLayoutEffect(() => {
    if (scene === null) return;
    const { window } = view.getState();
    const moved = before.current.view === view && before.current.cursor !== place.cursor;
    before.current = { cursor: place.cursor, view };
    if (window === null) view.setState({ window: aroundParting(scene) });
    else if (moved) view.setState({ window: paged(window, headOf(scene, place.cursor), scene.end) });
  }, [scene, place.cursor, view]);

  const draw = useCallback(
    (context: CanvasRenderingContext2D, window: Window, ink: Ink): boolean => {
      if (scene === null) return false;
      const picture = overlayPictureOf(scene, window);
      const events = picture.density === null ? overlayMarks(scene, { first, second }, window) : [];
      shown.current = { picture, events };
      const letters = { first: voteLettersOf(first), second: voteLettersOf(second) };
      letters.first.begin();
      letters.second.begin();
      const { parting } = scene.slots;
      const painting = {
        scene,
        window,
        picture,
        events,
        ticks: ticksOf({
          ...scene.lanes,
          axis: 'steps',
          folds: scene.arrows.folds,
          window,
          timeText: words.formats.tick,
          // From where they part neither branch's numbers are those of the other.
          stepText: (slot) =>
            slot < parting
              ? words.formats.integer((scene.slots.first[slot] ?? 0) + 1)
              : `+${words.formats.integer(slot - parting + 1)}`,
        }),
        partingText: words.compare.overlay.parting(first.timeAt(scene.comparison.shared)),
        roleOf: roleWords(scene, words),
        letterOf: (event: number) => {
          const { isSecond, index } = eventOf(event);
          return letters[isSecond ? 'second' : 'first'].of(index);
        },
        zxidOf: (event: number) => {
          const { isSecond, index } = eventOf(event);
          // A row keeps the number of a zxid.
          return zxidText((isSecond ? second : first).valueAt('zxid', index) as Zxid);
        },
      };
      paintOverlay(context, painting, ink, sideInksOf(context.canvas, ink));
      return letters.first.isBehind || letters.second.isBehind;
    },
    [scene, first, second, words, zxidText],
  );

  /** Of the branch on show it is selected everywhere; what only the other has is told below. */
  const choose = (what: Pointed, part: 'sent' | 'way' | 'received' = 'way'): void => {
    if (scene === null) return;
    const { branch, cursor, seek, select: choosing } = store.getState();
    const event = toldOf(scene, what);
    if (event === null) return;
    const { isSecond, index } = eventOf(event);
    if (isSecond) return setTold({ index: part === 'sent' ? second.valueAt('by', index) : index, selection });
    setTold(null);
    if (what.kind === 'arrow' && part !== 'received') {
      const ensemble = { tickMillis: scene.facts.first.tickMillis, serverCount: scene.facts.first.servers.length };
      const arrows = arrowsOf(first, lessPings(first, ensemble));
      const messagesAt = (at: number) => session.facts(select, { branch, cursor: at }).messages;
      const under = messageUnderWay(arrows, first, arrows.find(index), cursor, messagesAt);
      if (part === 'way' && under.message !== null) {
        seek(under.cursor);
        return choosing({ kind: 'message', seq: under.message.seq });
      }
    }
    const at = part === 'sent' ? first.valueAt('by', index) : index;
    seek(at + 1);
    choosing({ kind: 'event', index: at });
  };

  const isVeiled = (x: number): boolean => {
    const { window } = view.getState();
    if (!hides || scene === null || window === null) return false;
    return x > xIn(window, scene.lanes.left, scene.lanes.right, headOf(scene, place.cursor)) + 1;
  };

  const find = (at: { x: number; y: number }): { what: Pointed; part: 'sent' | 'way' | 'received' } | null => {
    if (isVeiled(at.x)) return null;
    const { picture, events } = shown.current;
    const hit = hitAt(picture, at);
    const mark = hit === null || hit.part === 'sent' ? eventAt(events, at) : null;
    if (mark !== null) return { what: { kind: 'event', mark }, part: 'received' };
    return hit === null ? null : { what: { kind: 'arrow', mark: hit.mark }, part: hit.part };
  };

  const { move, handlers } = usePlane({
    plane,
    view,
    scene,
    onScrub: (value) => {
      if (scene !== null) store.getState().seek(cursorAt(scene, value));
    },
    onScrubbing: (scrubbing) => store.getState().setScrubbing(scrubbing),
    onPoint: (at) => {
      const found = at === null ? null : (find(at)?.what ?? null);
      setPointed((known) => (isSame(known, found) ? known : found));
    },
    onPress: (at) => {
      const found = find(at);
      setPointed(found?.what ?? null);
      if (found !== null) choose(found.what, found.part);
    },
  });

  const show = (what: Move | 'toParting'): void => {
    if (scene === null) return;
    if (what === 'toParting') return view.setState({ window: aroundParting(scene) });
    if (what === 'fit') return move((_, end) => fitted(end));
    const head = headOf(scene, place.cursor);
    if (what === 'toPlayhead') {
      return move(({ from, to }, end) => kept({ from: head - (to - from) / 2, to: head + (to - from) / 2 }, end));
    }
    move((window, end) => zoomedBy(window, what, head, end));
  };

  const walk = (step: 1 | -1): void => {
    if (scene === null) return;
    const { left, right } = scene.lanes;
    const marks = shown.current.picture.marks.filter(({ a, b }) => b.x >= left && a.x <= right && !isVeiled(b.x));
    const head = headOf(scene, place.cursor);
    const now = pointed?.kind === 'arrow' ? pointed.mark : null;
    const mark = markBeside(marks, now, step, ({ i }) => i >= 0 && (scene.arrows.end.steps[i] as number) > head);
    if (mark !== null) setPointed({ kind: 'arrow', mark });
  };

  /** Shows the other branch, with this one over it. */
  const goToOther = (cursor: number): void => {
    store.getState().goTo({ branch: other, cursor });
    store.getState().compare(place.branch);
  };

  const goThere = (): void => {
    if (there === null) return;
    goToOther(there + 1);
    store.getState().select({ kind: 'event', index: there });
  };

  const who = useMemo(() => texts?.who ?? (() => ''), [texts]);
  return (
    <section className={styles.overlay} data-alone={alone} data-phone={phone} aria-label={words.compare.overlay.title}>
      <OverlayHead
        scene={scene}
        other={other}
        name={nameOfBranch(place.branch)}
        phone={phone}
        alone={alone}
        onMove={show}
        onSwap={() => goToOther(matchingCursor(comparison, place.cursor))}
      />
      {alone && <Summary other={other} comparison={comparison} />}
      <div className={diagram.above}>
        <div
          className={diagram.plane}
          ref={plane}
          role="listbox"
          tabIndex={0}
          aria-label={words.compare.overlay.title}
          aria-describedby="overlay-counts overlay-keys"
          aria-activedescendant="overlay-option"
          data-pointed={pointed !== null}
          onKeyDown={(event) =>
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
                setTold(null);
                return there !== null;
              },
            })
          }
          {...handlers}
        >
          {scene !== null && texts !== null && (
            <>
              <DiagramCanvas view={view} size={size} draw={draw} />
              <Playhead scene={scene} size={size} view={view} />
              <OverlayMarks scene={scene} view={view} run={first} pointed={pointed} there={there} told={texts} />
              {hides && <Veil lanes={scene.lanes} view={view} head={headOf(scene, place.cursor)} />}
            </>
          )}
        </div>
        <p id="overlay-counts" className="sr">
          {scene === null ? '' : describe(scene, words)}
        </p>
        <p id="overlay-keys" className="sr">
          {words.spaceTime.describe}
        </p>
        {scene !== null && <LaneNames scene={scene} who={who} />}
      </div>
      <p className={styles.there} role="status" data-open={there !== null}>
        {there !== null && texts !== null && (
          <>
            <span>{texts.ofEvent(~there)}</span>
            <button type="button" className={styles.tool} onClick={goThere}>
              {words.compare.overlay.goThere}
            </button>
          </>
        )}
      </p>
      {scene !== null && !alone && <Map scene={scene} view={view} head={headOf(scene, place.cursor)} veiled={hides} />}
    </section>
  );
}

const NOTHING: OverlayPicture = { detail: 'marks', marks: [], density: null, densities: null };

function aroundParting({ slots: { parting }, lanes, end }: OverlayScene): Window {
  const share = Math.max(0.35, Math.min(1.2, (lanes.right - lanes.left) / 1000));
  return kept({ from: parting - BEFORE * share, to: parting + AFTER * share }, end);
}

/** Where the playhead stands: at the last event of the branch on show. */
function headOf({ slots }: OverlayScene, cursor: number): number {
  return slots.ofFirst(cursor - 1);
}

/** The cursor of the branch on show after what it has up to a place of the axis. */
function cursorAt({ slots }: OverlayScene, value: number): number {
  let slot = Math.min(slots.count - 1, Math.round(value));
  while (slot >= 0 && slots.first[slot] === -1) slot--;
  return slot < 0 ? 0 : (slots.first[slot] as number) + 1;
}

function toldOf({ arrows }: OverlayScene, what: Pointed): number | null {
  if (what.kind === 'event') return what.mark.index;
  return what.mark.i < 0 ? null : (arrows.index[what.mark.i] as number);
}

function isSame(a: Pointed | null, b: Pointed | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'event') return b.kind === 'event' && a.mark.index === b.mark.index;
  return b.kind === 'arrow' && isSameMark(a.mark, b.mark);
}

type Words = ReturnType<typeof useLabWords>;

function describe({ comparison: { shared, pairs, onlyFirst, onlySecond } }: OverlayScene, words: Words): string {
  return words.compare.overlay.describe(shared + pairs.length, onlyFirst.length, onlySecond.length);
}

function roleWords({ facts, nodes }: OverlayScene, words: Words) {
  const isObserver = (node: number, { servers }: StageFacts): boolean => {
    const sid = nodes.servers.find((server) => server.node === node)?.sid;
    return servers.find((server) => server.sid === sid)?.learnerType === 'OBSERVER';
  };
  return (node: number, { phase, leading }: Parameters<Parameters<typeof paintOverlay>[1]['roleOf']>[1]): string => {
    const observes = isObserver(node, facts.first) || isObserver(node, facts.second);
    const role = leading ? 'LEADING' : observes ? 'OBSERVING' : 'FOLLOWING';
    return words.spaceTime.phase(phase, words.spaceTime.roles[role]);
  };
}

const inksOf = new WeakMap<Ink, SideInks>();

/** Read with the other tokens, whenever those are. */
function sideInksOf(element: Element, ink: Ink): SideInks {
  let inks = inksOf.get(ink);
  if (inks === undefined) {
    const style = getComputedStyle(element);
    inks = {
      first: style.getPropertyValue('--only-first').trim(),
      second: style.getPropertyValue('--only-second').trim(),
    };
    inksOf.set(ink, inks);
  }
  return inks;
}

function Summary({ other, comparison }: { readonly other: number; readonly comparison: Comparison }) {
  return <p className={styles.summary}>{useSummary(other, comparison)}</p>;
}

interface PartProps {
  readonly scene: OverlayScene;
  readonly view: ReturnType<typeof newSpaceView>;
}

function Playhead({ scene, view, size }: PartProps & { readonly size: Size }) {
  const { store } = useLab();
  const words = useLabWords();
  const clock = useClock();
  const headIn = useCallback(
    (window: Window) => {
      const { left, right } = scene.lanes;
      const { cursor } = store.getState();
      return { x: xIn(window, left, right, headOf(scene, cursor)), text: words.time.event(cursor) };
    },
    [scene, store, words],
  );
  // No veil over what comes after: it is what is compared.
  const draw = useCallback<Parameters<typeof HeadCanvas>[0]['draw']>(
    (context, head, ink) => paintPlayhead(context, scene, { ...head, veils: false }, ink),
    [scene],
  );
  return <HeadCanvas view={view} clock={clock} size={size} headIn={headIn} draw={draw} />;
}

const SIDES = ['both', 'second', 'first'] as const;

/** The whole of both in a strip: from the ground up what both have, what only the other has, what only the one on show has. */
function Map({ scene, view, head, veiled }: PartProps & { readonly head: number; readonly veiled: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  useSpaceView(view, ({ window }) => window === null);
  const parts = useMemo(
    () => ({
      groups: { count: SIDES.length, of: (i: number) => SIDES.indexOf(scene.sideOfArrow(i)) },
      coloursOf: (ink: Ink) => {
        const inks = frame.current === null ? null : sideInksOf(frame.current, ink);
        return [ink.edge, inks?.second ?? ink.text, inks?.first ?? ink.text];
      },
    }),
    [scene],
  );
  return (
    <div ref={frame}>
      <Minimap scene={scene} view={view} head={head} parts={parts} veiled={veiled} />
    </div>
  );
}
