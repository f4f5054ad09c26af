/** The whole run in a strip, with a frame around what the diagram shows: to see where one is, and to go elsewhere. */
import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type Ink, useInk } from '../ink.ts';
import { useLabWords } from '../lab-words.ts';
import { useSize } from '../use-size.ts';
import { FAMILIES } from './layout.ts';
import { type Groups, countColumns } from './overview.ts';
import { pointIn } from './point-in.ts';
import type { SpaceScene } from './use-scene.ts';
import { type SpaceView, useSpaceView } from './view-state.ts';
import { type Window, fitted, kept, valueIn, xIn } from './window.ts';
import styles from './Minimap.module.css';

const COLUMN = 2;
const INSET = 3;

interface MinimapProps {
  readonly scene: Pick<SpaceScene, 'arrows' | 'axis' | 'end'>;
  readonly view: StoreApi<SpaceView>;
  /** Where the playhead stands, in units of the axis. */
  readonly head: number;
  /** What its columns consist of, from the ground up, and their colours; absent: families. */
  readonly parts?: { readonly groups: Groups; readonly coloursOf: (ink: Ink) => readonly string[] };
  /** What comes after the playhead is not shown. */
  readonly veiled: boolean;
}

export function Minimap({ scene, view, head, parts, veiled }: MinimapProps) {
  const words = useLabWords();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(frame);
  const ink = useInk(canvas);
  const density = ink?.density ?? 1;
  const whole = fitted(scene.end);
  const x = (value: number): number => Math.max(0, Math.min(width, xIn(whole, 0, width, value)));
  // Half a pixel is as finely as anybody sees: over a long run a pan seldom moves the frame at all.
  const edge = (end: keyof Window) => {
    return ({ window }: SpaceView): number | null => window && Math.round(2 * x(window[end])) / 2;
  };
  const from = useSpaceView(view, edge('from'));
  const to = useSpaceView(view, edge('to'));

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null || ink === null || width === 0) return;
    const { columns, counts, max } = countColumns(scene, fitted(scene.end), Math.ceil(width / COLUMN), parts?.groups);
    const colours = parts?.coloursOf(ink) ?? FAMILIES.map((family) => ink.families[family]);
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const scale = (height - 2 * INSET) / Math.log2(1 + max);
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let part = 0; part < colours.length; part++) sum += counts[column * colours.length + part] as number;
      let base = height - INSET;
      const tall = Math.log2(1 + sum) * scale;
      for (const [part, colour] of colours.entries()) {
        const share = ((counts[column * colours.length + part] as number) / Math.max(1, sum)) * tall;
        if (share === 0) continue;
        context.fillStyle = colour;
        context.fillRect(column * COLUMN, base - share, COLUMN, share);
        base -= share;
      }
    }
  }, [scene, parts, ink, density, width, height]);

  const centre = (event: PointerEvent) => {
    const { window } = view.getState();
    if (window === null) return;
    const at = valueIn(whole, 0, width, pointIn(event.currentTarget, event).x);
    const half = (window.to - window.from) / 2;
    view.setState({ window: kept({ from: at - half, to: at + half }, scene.end) });
  };
  return (
    <div
      className={styles.map}
      ref={frame}
      title={words.spaceTime.minimap}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        centre(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) centre(event);
      }}
    >
      <canvas
        ref={canvas}
        width={Math.round(width * density)}
        height={Math.round(height * density)}
        style={{ width, height }}
        aria-hidden="true"
      />
      <svg width={width} height={height} aria-hidden="true">
        {veiled && <rect className={styles.veil} x={x(head)} width={Math.max(0, width - x(head))} height={height} />}
        <path className={styles.head} d={`M${x(head)} 0V${height}`} />
        {from !== null && to !== null && (
          <rect
            className={styles.window}
            data-part="window"
            x={from + 1}
            y={1}
            width={Math.max(4, to - from - 2)}
            height={Math.max(0, height - 2)}
            rx={2}
          />
        )}
      </svg>
    </div>
  );
}
