/** What stands out in the diagram of two branches: what is selected in either, what a pointer is on with its name, where the run stands. */
import { useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type Session, eventAt } from '../../app/session.ts';
import { useFacts, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { arrowsOf } from '../spacetime/arrows.ts';
import { type ArrowMark, arrowMark, pointOn, strayMark } from '../spacetime/layout.ts';
import { Named, wayPath } from '../spacetime/Marks.tsx';
import { arrowOfMessage } from '../spacetime/selection.ts';
import { usePanned } from '../spacetime/use-panned.ts';
import type { SpaceView } from '../spacetime/view-state.ts';
import { type Window, xIn } from '../spacetime/window.ts';
import { lessPings } from '../story/shown-events.ts';
import type { Pointed } from './Overlay.tsx';
import { type OverlayScene, sideOfMark } from './scene.ts';
import type { Told } from './told.ts';
import styles from '../spacetime/Marks.module.css';
import overlay from './Overlay.module.css';

type Run = ReturnType<Session['branch']>;

interface OverlayMarksProps {
  readonly scene: OverlayScene;
  readonly view: StoreApi<SpaceView>;
  /** The branch on show. */
  readonly run: Run;
  readonly pointed: Pointed | null;
  /** An event that only the other branch has, and that is told. */
  readonly there: number | null;
  readonly told: Told;
}

export function OverlayMarks({ scene, view, run, pointed, there, told }: OverlayMarksProps) {
  const words = useLabWords();
  const panned = useRef<HTMLDivElement>(null);
  const window = usePanned(view, scene.lanes, panned);
  const playing = useLabState((state) => state.playing);
  const place = usePlace();
  const selected = useSelectedSlot(scene, run);
  const chosen = there === null ? selected : scene.slots.ofSecond(there);
  if (window === null) return null;
  const { width, height, left, right } = scene.lanes;
  const text =
    pointed === null ? '' : pointed.kind === 'arrow' ? told.ofArrow(pointed.mark) : told.ofEvent(pointed.mark.index);
  const own = pointed?.kind === 'arrow' ? markOf(scene, window, pointed.mark) : null;
  const isChosen = pointed?.kind === 'arrow' && chosen !== null && scene.arrowOf[chosen] === pointed.mark.i;
  const last = eventAt(place);
  const lastSlot = last < 0 ? -1 : scene.slots.ofFirst(last);
  return (
    <>
      <div className={styles.frame} style={{ left, width: right - left, height }}>
        <div className={styles.panned} ref={panned} style={{ left: -left, width, height }}>
          <svg className={styles.marks} width={width} height={height} aria-hidden="true">
            {!playing && scene.slots.first[lastSlot] === last && (
              <Slot scene={scene} window={window} slot={lastSlot} part="changed" />
            )}
            {chosen !== null && <Slot scene={scene} window={window} slot={chosen} part="selected" />}
            {own !== null && (
              <path
                className={`${styles.pointed} ${overlay.way}`}
                data-side={sideOfMark(scene, own)}
                d={wayPath(own)}
              />
            )}
          </svg>
          {pointed !== null && (
            <Named
              scene={scene}
              at={
                pointed.kind === 'event' ? { x: pointed.mark.x, y: pointed.mark.y } : pointOn(own ?? pointed.mark, 0.5)
              }
              text={text}
            />
          )}
        </div>
      </div>
      {/* The one message that keys are on stands for all: the list of what happened has the rest. */}
      <div className="sr" id="overlay-option" role="option" tabIndex={-1} aria-selected={isChosen}>
        {text === '' ? words.spaceTime.nothingPointed : text}
      </div>
    </>
  );
}

/** The slot of what is selected in the branch on show; null for anything that has none. */
function useSelectedSlot({ slots }: OverlayScene, run: Run): number | null {
  const selection = useLabState((state) => state.selection);
  const facts = useFacts();
  const place = usePlace();
  let index = selection?.kind === 'event' ? selection.index : -1;
  if (selection?.kind === 'message') {
    const message = facts.messages.find(({ seq }) => seq === selection.seq);
    if (message === undefined) return null;
    const shown = lessPings(run, { tickMillis: facts.tickMillis, serverCount: facts.servers.length });
    const arrows = arrowsOf(run, shown);
    const i = arrowOfMessage(arrows, run, message, facts.messages, place.cursor);
    index = i < 0 ? -1 : (arrows.index[i] as number);
  }
  const slot = index < 0 ? -1 : slots.ofFirst(index);
  return slots.first[slot] === index ? slot : null;
}

function markOf(scene: OverlayScene, window: Window, { i, stray }: Pick<ArrowMark, 'i' | 'stray'>): ArrowMark | null {
  return stray === null ? arrowMark(scene, window, i) : strayMark(scene, window, stray);
}

interface SlotProps {
  readonly scene: OverlayScene;
  readonly window: Window;
  readonly slot: number;
  readonly part: 'changed' | 'selected';
}

/** The arrow that arrives in a slot, or a ring where something else happens. */
function Slot({ scene, window, slot, part }: SlotProps) {
  const { nodeOfSlot, lanes, arrowOf } = scene;
  const i = arrowOf[slot] ?? -1;
  const mark = i < 0 ? null : arrowMark(scene, window, i);
  const lane = lanes.byNode[nodeOfSlot[slot] ?? -1];
  if (lane === undefined) return null;
  const x = xIn(window, lanes.left, lanes.right, slot);
  const isSelected = part === 'selected';
  return (
    <g data-part={isSelected ? 'selected-arrow' : part}>
      {mark !== null && <path className={isSelected ? styles.halo : styles.changedWay} d={wayPath(mark)} />}
      <circle className={isSelected ? styles.pointed : styles.changed} cx={x} cy={lane.y} r={isSelected ? 9 : 6} />
    </g>
  );
}
