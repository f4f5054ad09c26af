/**
 * Messages in flight, drawn from virtual time. What a pointer finds are clear circles that React puts where the
 * messages are when it renders.
 */
import { memo, useCallback } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import { ALWAYS_NEW, FrameCanvas } from '../FrameCanvas.tsx';
import type { Ink } from '../ink.ts';
import { useClock, useLabState } from '../lab.ts';
import type { Size } from '../use-size.ts';
import { type Flight, SHAPE_RADIUS, flightPoint } from './flights.ts';
import { round } from './geometry.ts';
import type { StageScale } from './layout.ts';
import { paintMessages } from './paint-messages.ts';
import styles from './MessageLayer.module.css';

interface MessageLayerProps {
  readonly flights: readonly Flight[];
  readonly size: Size;
  readonly scale: StageScale;
  readonly selected: number | null;
  readonly words: Catalogue;
  /** Names of nodes, for what a pointer finds. */
  readonly nameOf: (node: number) => string;
  /** The server at a node, for what is lit; null for a client. */
  readonly sidOf: (node: number) => number | null;
  readonly onSelect: (seq: number) => void;
}

const STILL = (): number => 0;

export const MessageLayer = memo(function MessageLayer(props: MessageLayerProps) {
  const { flights, size, scale, selected, words } = props;
  const clock = useClock();
  // So that they are in their places once it stands still.
  useLabState((state) => state.playing);
  const now = clock.now();
  const paint = useCallback(
    (context: CanvasRenderingContext2D, ink: Ink, time: number) =>
      paintMessages(context, { flights, scale, selected, countText: words.stage.count }, ink, time),
    [flights, scale, selected, words],
  );
  const moves = flights.some((flight) => flight.heldAt === null);
  return (
    <>
      <FrameCanvas {...size} paint={paint} pictureAt={moves ? ALWAYS_NEW : STILL} />
      <svg {...size} className={styles.finds} aria-hidden="true">
        {flights.map((flight) => {
          const { message } = flight;
          const at = flightPoint(flight, now);
          return (
            <circle
              key={flight.key}
              data-part="shape"
              data-light={`message-${message.type}-${props.sidOf(message.from)}-${props.sidOf(message.to)}`}
              className={styles.find}
              r={SHAPE_RADIUS[scale] + 8}
              cx={round(at.x)}
              cy={round(at.y)}
              onClick={() => props.onSelect(message.seq)}
            >
              <title>{words.stage.message(message.type, props.nameOf(message.from), props.nameOf(message.to))}</title>
            </circle>
          );
        })}
      </svg>
    </>
  );
});
