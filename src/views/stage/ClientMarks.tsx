/** Clients outside the ring, each with a line to the server it uses. */
import type { LabState } from '../../app/store.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { useLab } from '../lab.ts';
import { endsOf } from './flights.ts';
import { type Point, distance, linePath, trimmed } from './geometry.ts';
import { type Place, type StageLayout, placeOf } from './layout.ts';
import styles from './ClientMarks.module.css';

interface ClientMarksProps {
  readonly facts: StageFacts;
  readonly layout: StageLayout;
  readonly selection: LabState['selection'];
  readonly words: Catalogue;
}

/** Nearer to one, the middle of a name is too close to it. */
const EDGE = 44;
/** Pixels of a name of a projector's size, with its mark. */
const NAME_ROOM = 36;

export function ClientMarks({ facts, layout, selection, words }: ClientMarksProps) {
  const { store } = useLab();
  const ends = endsOf(facts, layout);
  return facts.clients.map((client) => {
    const at = ends.get(client.node)?.at;
    if (at === undefined) return null;
    const place = client.server === null ? null : placeOf(layout, client.server);
    const selected = selection?.kind === 'client' && selection.name === client.name;
    const label = words.stage.clientLabel(client.name, client.unanswered);
    // A phone has room for a name, and for a dot in the mark for what it waits for.
    const isShort = layout.scale === 'phone';
    const select = () => store.getState().select({ kind: 'client', name: client.name });
    return (
      <g key={client.node} className={styles.client} data-family="client">
        {place !== null && (
          <path
            className={styles.line}
            data-state={client.state}
            d={linePath(trimmed(at, place.at, { from: 9, to: place.radius + 6 }))}
          />
        )}
        <g
          className={styles.mark}
          transform={`translate(${at.x} ${at.y})`}
          role="button"
          tabIndex={0}
          aria-label={words.stage.clientName(label, client.server)}
          aria-pressed={selected}
          onClick={select}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            event.stopPropagation();
            select();
          }}
        >
          <rect className={styles.hit} x={-22} y={-22} width={44} height={44} />
          <rect className={styles.box} x={-7} y={-7} width={14} height={14} />
          {selected && <path className={styles.bracket} d="M-12-7v-5h5M7-12h5v5M12 7v5H7M-7 12h-5V7" />}
          <text className={styles.name} {...nameAt(at, place, layout)}>
            {isShort ? client.name : label}
          </text>
          {isShort && client.unanswered > 0 && <path className={styles.pips} d={pips(client.unanswered)} />}
        </g>
      </g>
    );
  });
}

/** So many fit into a mark. */
const PIPS_MAX = 3;

/** Dots beside each other, around the middle of the mark. */
function pips(count: number): string {
  const shown = Math.min(count, PIPS_MAX);
  return Array.from({ length: shown }, (_, index) => `M${(index - (shown - 1) / 2) * 4} 0h0`).join('');
}

/**
 * Below its mark; where a stage for a class ends there, or the rings of its server are there, beside it: before a
 * class away from the server, on a phone away from the edge.
 */
function nameAt(at: Point, place: Place | null, { scale, width, height, centre }: StageLayout) {
  const isOnRings = place !== null && distance({ x: at.x, y: at.y + 22 }, place.at) < place.radius * 1.73 + 10;
  if (scale === 'lecture' && (at.y >= height - NAME_ROOM || isOnRings)) {
    const isLeft = place !== null && at.x < place.at.x;
    return { x: isLeft ? -14 : 14, y: -1, style: { textAnchor: isLeft ? 'end' : 'start' } } as const;
  }
  if (scale === 'phone' && isOnRings) {
    const isLeft = at.x < centre.x;
    return { x: isLeft ? 11 : -11, y: 4, style: { textAnchor: isLeft ? 'start' : 'end' } } as const;
  }
  // Beside an edge it begins, or ends, with the mark.
  if (at.x < EDGE) return { x: -8, y: 22, style: { textAnchor: 'start' } } as const;
  if (at.x > width - EDGE) return { x: 8, y: 22, style: { textAnchor: 'end' } } as const;
  return { y: 22 };
}
