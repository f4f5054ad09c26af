/**
 * Servers are dragged about the stage. While islands are made, where one is dropped says which it is on; Escape puts it
 * back, and leaving the islands without a cut puts all back.
 */
import { useEffect, useRef } from 'react';
import { GROUPS } from '../../app/grouping.ts';
import { useLab, useLabState } from '../lab.ts';
import { pointIn } from '../spacetime/point-in.ts';
import { options, setOption, useOptions } from '../options.ts';
import type { StageLayout } from './layout.ts';
import { type Moved, islandAt, ringEdge, within } from './placed.ts';
import styles from './ServerDrag.module.css';

/** A shorter way is a click. */
const DRAG_MIN = 10;

interface Held {
  readonly mark: Element;
  readonly sid: number;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly before: Moved;
  dragging: boolean;
}

export function ServerDrag({ layout }: { readonly layout: StageLayout }) {
  const { store } = useLab();
  const run = useLabState((state) => state.run);
  const islands = useOptions((state) => state.islands);
  const own = useRef<SVGGElement>(null);
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  }, [layout]);

  // Another scenario has other servers.
  const first = useRef(run);
  useEffect(() => {
    if (first.current !== run) setOption({ moved: {}, islands: null });
    first.current = run;
  }, [run]);

  useEffect(
    () =>
      store.subscribe(({ grouping, branch, cursor }, before) => {
        const { islands: made } = options();
        if (made === null || grouping !== null || before.grouping === null) return;
        // The groups are let go right before the cut is done.
        queueMicrotask(() => {
          const now = store.getState();
          const isCut = now.branch !== branch || now.cursor !== cursor;
          setOption({ islands: null, ...(!isCut && { moved: made.before }) });
        });
      }),
    [store],
  );

  useEffect(() => {
    const element = own.current?.closest('div') ?? null;
    if (element === null) return undefined;
    let held: Held | null = null;
    const down = (event: PointerEvent) => {
      const mark = event.target instanceof Element ? event.target.closest('[data-sid]') : null;
      element.removeEventListener('click', swallow, { capture: true });
      if (event.button !== 0 || mark === null) return;
      const { pointerId: pointer, clientX: x, clientY: y } = event;
      const sid = Number(mark.getAttribute('data-sid'));
      held = { mark, sid, pointer, x, y, before: options().moved, dragging: false };
    };
    const drag = (event: PointerEvent) => {
      if (held === null || held.pointer !== event.pointerId) return;
      if (!held.dragging && Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_MIN) return;
      if (!held.dragging) held.mark.setPointerCapture(held.pointer);
      held.dragging = true;
      const { width, height, places } = latest.current;
      const at = within(latest.current, places[0]?.radius ?? 0, pointIn(element, event));
      setOption({ moved: { ...options().moved, [held.sid]: { x: at.x / width, y: at.y / height } } });
    };
    const up = (event: PointerEvent) => {
      if (held === null || held.pointer !== event.pointerId) return;
      const { dragging, sid, mark } = held;
      held = null;
      if (!dragging) return;
      letGo(mark);
      const { grouping, setGrouping } = store.getState();
      if (options().islands === null || grouping === null) return;
      const group = islandAt(latest.current, pointIn(element, event));
      setGrouping({
        ...grouping,
        groups: grouping.groups.map((known, i) => (grouping.servers[i] === sid ? group : known)),
      });
    };
    /** It was no click on the server, and no choice of it: keys are not the server's now. */
    const letGo = (mark: Element) => {
      element.addEventListener('click', swallow, { capture: true, once: true });
      if (mark instanceof SVGElement) mark.blur();
    };
    const putBack = () => {
      if (held?.dragging === true) {
        setOption({ moved: held.before });
        letGo(held.mark);
      }
      held = null;
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || held?.dragging !== true) return;
      event.stopPropagation();
      putBack();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', drag);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', putBack);
    window.addEventListener('keydown', key, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', drag);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', putBack);
      window.removeEventListener('keydown', key, { capture: true });
    };
  }, [store]);

  if (islands === null) return <g ref={own} />;
  const { centre, width, height } = layout;
  const edge = ringEdge(layout);
  const at = { A: centre.x, B: 28, C: width - 28 };
  return (
    <g ref={own} className={styles.islands} data-part="islands">
      <ellipse cx={centre.x} cy={centre.y} rx={edge.x} ry={edge.y} />
      <path d={`M${centre.x} 0V${Math.max(0, centre.y - edge.y)}M${centre.x} ${centre.y + edge.y}V${height}`} />
      {GROUPS.map((group) => (
        <text key={group} x={at[group]} y={group === 'A' ? centre.y + 10 : height - 18}>
          {group}
        </text>
      ))}
    </g>
  );
}

function swallow(event: Event): void {
  event.stopPropagation();
}
