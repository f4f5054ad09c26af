/**
 * Messages in flight. React makes and removes their elements when the facts change; in between, their places are
 * set on the elements directly, once per animation frame, from virtual time.
 */
import { memo, useLayoutEffect, useRef } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import { useClock } from '../lab.ts';
import { type Flight, SHAPE_RADIUS, flightPoint } from './flights.ts';
import { distance, linePath, mix } from './geometry.ts';
import type { StageScale } from './layout.ts';
import { shapePath } from './shapes.ts';
import styles from './MessageLayer.module.css';

interface MessageLayerProps {
  readonly flights: readonly Flight[];
  readonly scale: StageScale;
  readonly selected: number | null;
  readonly words: Catalogue;
  /** Names of nodes, for what a pointer finds. */
  readonly nameOf: (node: number) => string;
  readonly onSelect: (seq: number) => void;
}

interface Parts {
  readonly flight: Flight;
  readonly shape: SVGGElement;
  readonly trail: SVGPathElement | null;
  readonly ahead: SVGPathElement | null;
}

export const MessageLayer = memo(function MessageLayer(props: MessageLayerProps) {
  const { flights, scale, selected, words } = props;
  const root = useRef<SVGGElement>(null);
  const clock = useClock();
  const size = SHAPE_RADIUS[scale];

  // Before the browser paints, and from then on at every frame of playback.
  useLayoutEffect(() => {
    const parts: Parts[] = [];
    for (const [index, flight] of flights.entries()) {
      const group = root.current?.children[index];
      const shape = group?.querySelector<SVGGElement>('[data-part=shape]');
      if (group === undefined || shape === null || shape === undefined) continue;
      parts.push({
        flight,
        shape,
        trail: group.querySelector<SVGPathElement>('[data-part=trail]'),
        ahead: group.querySelector<SVGPathElement>('[data-part=ahead]'),
      });
    }
    const draw = (now: number) => {
      for (const part of parts) place(part, now, size);
    };
    draw(clock.now());
    return clock.onFrame(draw);
  }, [flights, clock, size]);

  return (
    <g ref={root} aria-hidden="true">
      {flights.map((flight) => {
        const { message } = flight;
        const title = words.stage.message(message.type, props.nameOf(message.from), props.nameOf(message.to));
        return (
          <g key={flight.key} className={styles.message} data-family={flight.family} data-held={flight.heldAt !== null}>
            <path data-part="trail" className={styles.trail} />
            {flight.heldAt === null && <path data-part="ahead" className={styles.ahead} />}
            <g data-part="shape" className={styles.shape} onClick={() => props.onSelect(message.seq)}>
              <title>{title}</title>
              <circle className={styles.hit} r={size + 8} />
              {message.seq === selected && <circle className={styles.selected} r={size + 6} />}
              <path className={styles.glyph} d={shapePath(flight.family, size)} transform={turn(flight)} />
              {flight.letter !== '' && (
                <text
                  className={styles.letter}
                  y={size * 0.37}
                  style={{ fontSize: size > 12 ? 15 : size > 9 ? 11 : 10 }}
                >
                  {flight.letter}
                </text>
              )}
              {flight.count > 1 && (
                <text className={styles.count} x={size + 4} y={size + 6}>
                  {words.stage.count(flight.count)}
                </text>
              )}
            </g>
          </g>
        );
      })}
    </g>
  );
});

function place({ flight, shape, trail, ahead }: Parts, now: number, size: number): void {
  const at = flightPoint(flight, now);
  shape.setAttribute('transform', `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`);
  const { a, b } = flight.path;
  const whole = distance(a, b) || 1;
  const edge = size / whole;
  const share = distance(a, at) / whole;
  trail?.setAttribute('d', share > edge ? linePath({ a, b: mix(a, b, share - edge) }) : '');
  ahead?.setAttribute('d', share + edge < 1 ? linePath({ a: mix(a, b, share + edge), b }) : '');
}

/** A vote points its way; other shapes stand upright. */
function turn({ family, path: { a, b } }: Flight): string | undefined {
  if (family !== 'election') return undefined;
  return `rotate(${((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI).toFixed(1)})`;
}
