/**
 * A picture that changes at every frame, as a layer of its own. Drawing on it costs the page neither a layout nor
 * a paint nor a new list of layers, which moving an element does. What it shows is said elsewhere in words.
 */
import { useLayoutEffect, useRef } from 'react';
import { type Ink, useInk } from './ink.ts';
import { useClock } from './lab.ts';
import styles from './FrameCanvas.module.css';

interface FrameCanvasProps {
  readonly width: number;
  readonly height: number;
  /** Draws the picture at one instant on a clear canvas, in pixels of the page. The same function as long as it draws the same. */
  readonly paint: (context: CanvasRenderingContext2D, ink: Ink, now: number) => void;
  /** Names the picture at an instant: while the name stays, nothing is drawn again. */
  readonly pictureAt: (now: number) => number;
}

/** For `pictureAt`, where every instant looks different. */
export const ALWAYS_NEW = (now: number): number => now;

export function FrameCanvas({ width, height, paint, pictureAt }: FrameCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const clock = useClock();
  const ink = useInk(canvas);
  const density = ink?.density ?? 1;

  // Before the browser paints, and from then on at every frame of playback.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || ink === null) return undefined;
    context.setTransform(density, 0, 0, density, 0, 0);
    let drawn: number | null = null;
    const draw = (now: number) => {
      const picture = pictureAt(now);
      if (picture === drawn) return;
      drawn = picture;
      context.clearRect(0, 0, width, height);
      paint(context, ink, now);
    };
    draw(clock.now());
    return clock.onFrame(draw);
  }, [paint, pictureAt, ink, density, width, height, clock]);

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={Math.round(width * density)}
      height={Math.round(height * density)}
      style={{ width, height }}
      aria-hidden="true"
    />
  );
}
