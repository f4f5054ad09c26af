/** Clients outside the ring, each with a line to the server it uses. */
import type { LabState } from '../../app/store.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { useLab } from '../lab.ts';
import { endsOf } from './flights.ts';
import { linePath, trimmed } from './geometry.ts';
import { type StageLayout, placeOf } from './layout.ts';
import styles from './ClientMarks.module.css';

interface ClientMarksProps {
  readonly facts: StageFacts;
  readonly layout: StageLayout;
  readonly selection: LabState['selection'];
  readonly words: Catalogue;
}

/** Nearer to one, the middle of a name is too close to it. */
const EDGE = 44;

export function ClientMarks({ facts, layout, selection, words }: ClientMarksProps) {
  const { store } = useLab();
  const ends = endsOf(facts, layout);
  return facts.clients.map((client) => {
    const at = ends.get(client.node)?.at;
    if (at === undefined) return null;
    const place = client.server === null ? null : placeOf(layout, client.server);
    const selected = selection?.kind === 'client' && selection.name === client.name;
    // Beside an edge its name begins, or ends, with it.
    const edge = at.x < EDGE ? 'start' : at.x > layout.width - EDGE ? 'end' : null;
    const label = words.stage.clientLabel(client.name, client.unanswered);
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
          <text
            className={styles.name}
            x={edge === null ? 0 : edge === 'start' ? -8 : 8}
            y={22}
            {...(edge !== null && { style: { textAnchor: edge } })}
          >
            {label}
          </text>
        </g>
      </g>
    );
  });
}
