/** A layer of the diagram: drawn again when its window moves or what it shows has changed, no more often than there are frames. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type Ink, useInk } from '../ink.ts';
import type { Clock } from '../lab.ts';
import type { Size } from '../use-size.ts';
import type { SpaceView } from './view-state.ts';
import type { Window } from './window.ts';
import styles from './SpaceTime.module.css';

interface DiagramCanvasProps {
  readonly view: StoreApi<SpaceView>;
  readonly size: Size;
  /** Returns whether there was no time for all of it: then it is drawn again in the next frame. */
  readonly draw: (context: CanvasRenderingContext2D, window: Window, ink: Ink) => boolean;
}

export function DiagramCanvas({ view, size, draw }: DiagramCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useInk(canvas);
  const density = ink?.density ?? 1;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || ink === null) return undefined;
    let frame = 0;
    const again = () => {
      frame = 0;
      const { window } = view.getState();
      if (window === null) return;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      if (draw(context, window, ink)) ask();
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(again);
    };
    again();
    const leave = view.subscribe(ask);
    return () => {
      leave();
      cancelAnimationFrame(frame);
    };
  }, [view, draw, ink, density, size]);
  return <Layer ref={canvas} size={size} density={density} />;
}

interface HeadCanvasProps {
  readonly view: StoreApi<SpaceView>;
  readonly clock: Clock;
  readonly size: Size;
  /** Where the playhead stands in a window, in pixels, and what it says. */
  readonly headIn: (window: Window) => { readonly x: number; readonly text: string };
  readonly draw: (
    context: CanvasRenderingContext2D,
    head: { readonly x: number; readonly text: string },
    ink: Ink,
  ) => void;
}

/** The playhead: at every frame while time passes. */
export function HeadCanvas({ view, clock, size, headIn, draw }: HeadCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useInk(canvas);
  const density = ink?.density ?? 1;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || ink === null) return undefined;
    let drawn = '';
    const again = () => {
      const { window } = view.getState();
      if (window === null) return;
      const head = headIn(window);
      const x = Math.round(head.x * 10) / 10;
      if (drawn === `${x} ${head.text}`) return;
      drawn = `${x} ${head.text}`;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      draw(context, { x, text: head.text }, ink);
    };
    again();
    const leaves = [view.subscribe(again), clock.onFrame(again)];
    return () => leaves.forEach((leave) => leave());
  }, [view, clock, headIn, draw, ink, density, size]);
  return <Layer ref={canvas} size={size} density={density} />;
}

interface LayerProps {
  readonly ref: RefObject<HTMLCanvasElement | null>;
  readonly size: Size;
  readonly density: number;
}

function Layer({ ref, size: { width, height }, density }: LayerProps) {
  return (
    <canvas
      ref={ref}
      className={styles.layer}
      width={Math.round(width * density)}
      height={Math.round(height * density)}
      style={{ width, height }}
      aria-hidden="true"
    />
  );
}
