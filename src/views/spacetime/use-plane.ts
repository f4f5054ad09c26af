/**
 * What pointers and wheels do on a diagram along an axis: they move and widen its window, go to a place on its scale, and
 * press what lies there.
 */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Point } from '../stage/geometry.ts';
import { AXIS_HEIGHT } from './lanes.ts';
import { pointIn } from './point-in.ts';
import type { SpaceView } from './view-state.ts';
import { type Window, panned, valueIn, zoomed } from './window.ts';

/** How far a pointer may move and still press rather than drag, in pixels. */
const STILL = 4;

/** `Taken`: what can be taken at a point, to go with the pointer instead of the plane. */
interface Plane<Taken> {
  readonly plane: RefObject<HTMLDivElement | null>;
  readonly view: StoreApi<SpaceView>;
  /** Where the axis begins and ends in pixels, and where the run ends on it; null before there is a diagram. */
  readonly scene: { readonly lanes: { readonly left: number; readonly right: number }; readonly end: number } | null;
  /** To a value of the axis. */
  readonly onScrub: (value: number) => void;
  readonly onScrubbing: (scrubbing: boolean) => void;
  /** Null for nowhere. */
  readonly onPoint: (at: Point | null) => void;
  readonly onPress: (at: Point) => void;
  /** Null for nothing. */
  readonly take?: (at: Point) => Taken | null;
  readonly onDrag?: (taken: Taken, x: number) => void;
  /** Where it is. */
  readonly onDrop?: () => void;
  /** What was taken goes back. */
  readonly onCancel?: () => void;
}

export function usePlane<Taken>({
  plane,
  view,
  scene,
  onScrub,
  onScrubbing,
  onPoint,
  onPress,
  take,
  onDrag,
  onDrop,
  onCancel,
}: Plane<Taken>) {
  const drag = useRef<{ from: Point; window: Window; moved: boolean; scrubs: boolean; taken: Taken | null } | null>(
    null,
  );
  const fingers = useRef(new Map<number, Point>());

  const move = useCallback(
    (next: (window: Window, end: number) => Window) => {
      const { window } = view.getState();
      if (window !== null && scene !== null) view.setState({ window: next(window, scene.end) });
    },
    [view, scene],
  );

  const scrub = (x: number) => {
    const { window } = view.getState();
    if (scene !== null && window !== null) onScrub(valueIn(window, scene.lanes.left, scene.lanes.right, x));
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { window } = view.getState();
    if (event.button !== 0 || window === null) return;
    const point = pointIn(event.currentTarget, event);
    fingers.current.set(event.pointerId, point);
    event.currentTarget.setPointerCapture(event.pointerId);
    const scrubs = point.y < AXIS_HEIGHT - 8;
    drag.current = { from: point, window, moved: false, scrubs, taken: take?.(point) ?? null };
    if (!scrubs) return;
    onScrubbing(true);
    scrub(point.x);
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const point = pointIn(event.currentTarget, event);
    const held = drag.current;
    if (held === null || scene === null) return onPoint(point);
    const { left, right } = scene.lanes;
    const others = [...fingers.current].filter(([id]) => id !== event.pointerId);
    const other = others[0]?.[1];
    const last = fingers.current.get(event.pointerId);
    if (other !== undefined && last !== undefined) {
      // Two fingers: what is between them stays between them.
      const apart = Math.max(24, Math.abs(last.x - other.x));
      const factor = apart / Math.max(24, Math.abs(point.x - other.x));
      move((window, end) => zoomed(window, factor, valueIn(window, left, right, other.x), end));
      held.moved = true;
    } else if (held.scrubs) {
      scrub(point.x);
    } else {
      if (!held.moved && Math.hypot(point.x - held.from.x, point.y - held.from.y) < STILL) return;
      held.moved = true;
      onPoint(null);
      if (held.taken !== null) return onDrag?.(held.taken, point.x);
      const perPixel = (held.window.to - held.window.from) / (right - left);
      move((_, end) => panned(held.window, (held.from.x - point.x) * perPixel, end));
    }
    fingers.current.set(event.pointerId, point);
  };

  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    fingers.current.delete(event.pointerId);
    if (fingers.current.size === 0) drag.current = null;
    if (held?.moved === true && held.taken !== null) return onDrop?.();
    if (held === null || held.moved || held.scrubs) return;
    onPress(pointIn(event.currentTarget, event));
  };

  const onPointerCancel = (event: PointerEvent<HTMLDivElement>) => {
    fingers.current.delete(event.pointerId);
    letGo();
  };

  const letGo = () => {
    drag.current = null;
    onCancel?.();
  };

  // React listens to wheels passively, and the page would zoom along.
  useEffect(() => {
    const element = plane.current;
    if (element === null || scene === null) return undefined;
    const { left, right } = scene.lanes;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { x } = pointIn(element, event);
      const along = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (along !== 0) move((w, end) => panned(w, (along * (w.to - w.from)) / (right - left), end));
      else move((w, end) => zoomed(w, Math.exp(event.deltaY * 0.0016), valueIn(w, left, right, x), end));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [plane, scene, move]);

  return {
    move,
    /** Leaves what was taken where it was. */
    letGo,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onLostPointerCapture: () => onScrubbing(false),
      onPointerLeave: () => {
        if (drag.current === null) onPoint(null);
      },
      onBlur: () => onPoint(null),
    },
  };
}
