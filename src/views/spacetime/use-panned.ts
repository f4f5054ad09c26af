/**
 * Elements over the diagram while it is panned. A small pan only shifts what was rendered for the window before, which costs
 * the page neither a render nor a layout nor a paint; what is far or rests is rendered for the window that is on show.
 */
import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { SpaceView } from './view-state.ts';
import { type Window, panBetween } from './window.ts';

/** In pixels: what lies so far beyond an edge may be missing meanwhile. */
const SHIFT_MAX = 160;
/** A pan rests when the window has not moved for so long. */
const REST_MILLIS = 100;

/** The window to render for; `panned` is moved sideways to where another window has it, until it is rendered for that. */
export function usePanned(
  view: StoreApi<SpaceView>,
  { left, right }: { readonly left: number; readonly right: number },
  panned: RefObject<HTMLElement | null>,
): Window | null {
  const rendered = useRef(view.getState().window);
  const shift = useRef<Animation | null>(null);
  const subscribe = useCallback(
    (render: () => void) => {
      let rest: ReturnType<typeof setTimeout> | undefined;
      rendered.current = view.getState().window;
      const take = (): void => {
        rendered.current = view.getState().window;
        render();
      };
      const leave = view.subscribe(({ window }) => {
        clearTimeout(rest);
        const by = panBetween(rendered.current, window);
        const pixels = by === null ? Infinity : -by * (right - left);
        if (Math.abs(pixels) > SHIFT_MAX || panned.current === null) return take();
        shift.current ??= shiftOf(panned.current);
        shift.current.currentTime = SHIFT_MAX + pixels;
        rest = setTimeout(take, REST_MILLIS);
      });
      return () => {
        clearTimeout(rest);
        leave();
      };
    },
    [view, left, right, panned],
  );
  const window = useSyncExternalStore(subscribe, () => rendered.current);
  useLayoutEffect(() => {
    if (window !== null && shift.current !== null) shift.current.currentTime = SHIFT_MAX;
  }, [window]);
  return window;
}

/**
 * An animation that stands still, a millisecond for every pixel: set to another time it moves a layer. A transform set by
 * hand would have the browser list all its layers anew at each step.
 */
function shiftOf(element: HTMLElement): Animation {
  const transform = [`translateX(${-SHIFT_MAX}px)`, `translateX(${SHIFT_MAX}px)`];
  const animation = element.animate({ transform }, { duration: 2 * SHIFT_MAX, fill: 'both' });
  animation.pause();
  return animation;
}
