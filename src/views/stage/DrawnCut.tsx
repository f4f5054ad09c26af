/**
 * The empty stage as a surface to draw on: a line dragged across links cuts them, both ways. What it will cut is
 * said while it is drawn.
 */
import { type PointerEvent, useState } from 'react';
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { useLab, useWords } from '../lab.ts';
import { setOption, useOptions } from '../options.ts';
import { DoubleLine } from './CutLineMark.tsx';
import { drawnCut } from './drawn-cut.ts';
import { type Point, type Segment, distance } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import styles from './DrawnCut.module.css';

/** A shorter drag is a click. */
const DRAG_MIN = 16;

export function DrawnCut({ layout }: { readonly layout: StageLayout }) {
  const { session, store } = useLab();
  const words = useWords();
  const drawing = useOptions((options) => options.drawing);
  const [stroke, setStroke] = useState<Segment | null>(null);

  const finish = (event: PointerEvent<SVGRectElement>) => {
    // What began elsewhere, on a server say, ends there.
    if (stroke === null) return;
    const drawn = { a: stroke.a, b: pointOf(event) };
    setStroke(null);
    setOption({ drawing: false });
    const state = store.getState();
    const { act, select } = state;
    if (distance(drawn.a, drawn.b) < DRAG_MIN) return select(null);
    const { groups, pairs } = drawnCut(layout, drawn);
    if (groups.length > 0) act({ do: 'partition', groups });
    else {
      const cuts = bothWays(pairs).filter((one) => session.refusal(state, one) === null);
      if (cuts.length > 0) act(...cuts);
    }
  };

  const cut = stroke === null ? null : drawnCut(layout, stroke);
  const isFarRight = stroke !== null && stroke.b.x > layout.width / 2;
  // What is said stands beside the line: above it, where that lies flat.
  const isFlat = stroke !== null && Math.abs(stroke.b.x - stroke.a.x) > Math.abs(stroke.b.y - stroke.a.y);
  return (
    <g>
      <rect
        className={styles.surface}
        data-drawing={drawing}
        width={layout.width}
        height={layout.height}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = pointOf(event);
          setStroke({ a: at, b: at });
        }}
        onPointerMove={(event) => {
          if (stroke !== null) setStroke({ a: stroke.a, b: pointOf(event) });
        }}
        onPointerUp={finish}
        onPointerCancel={() => setStroke(null)}
      />
      {stroke !== null && cut !== null && distance(stroke.a, stroke.b) >= DRAG_MIN && (
        <g className={styles.stroke}>
          <DoubleLine stroke={stroke} />
          <text
            className={styles.says}
            textAnchor={isFarRight ? 'end' : 'start'}
            x={stroke.b.x + (isFlat ? 0 : isFarRight ? -16 : 16)}
            y={stroke.b.y - (isFlat ? 18 : 0)}
          >
            {cut.groups.length > 0 ? words.stage.cutSides(cut.groups) : words.stage.cutOf(cut.pairs.length)}
          </text>
        </g>
      )}
    </g>
  );
}

function bothWays(pairs: readonly (readonly [Sid, Sid])[]): readonly Action[] {
  return pairs.flatMap(([a, b]) => [
    { do: 'cut', from: a, to: b },
    { do: 'cut', from: b, to: a },
  ]);
}

function pointOf(event: PointerEvent<SVGRectElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
