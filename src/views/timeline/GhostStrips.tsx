/** The strips of the branch compared with, as outlines over those of the branch on show, from where they part. */
import type { ServerFacts } from '../../sim/facts.ts';
import { PHASES } from '../stage/PhaseArc.tsx';
import { type TimelineLayout, xAt } from './layout.ts';
import type { Span, Strips } from './strips.ts';
import styles from './GhostStrips.module.css';

interface GhostStripsProps {
  readonly layout: TimelineLayout;
  readonly strips: Strips;
  readonly servers: readonly ServerFacts[];
  /** When the branches part. */
  readonly from: number;
  readonly runUntil: number;
}

export function GhostStrips({ layout, strips, servers, from, runUntil }: GhostStripsProps) {
  return (
    <g data-compared="true">
      {servers.map((server, row) => (
        <path
          key={server.sid}
          className={styles.ghost}
          d={outline(strips.spans[server.node] ?? [], layout, layout.rows[row] ?? 0, { from, runUntil })}
        />
      ))}
    </g>
  );
}

/** Steps from phase to phase; a second line on top while it believes that it leads. */
function outline(
  spans: readonly Span[],
  layout: TimelineLayout,
  base: number,
  { from, runUntil }: { readonly from: number; readonly runUntil: number },
): string {
  return spans
    .filter((span) => (span.to ?? runUntil) > from)
    .map((span) => {
      const left = xAt(layout, Math.max(from, span.from)).toFixed(1);
      const right = xAt(layout, span.to ?? runUntil).toFixed(1);
      const top = base - (3 + 2 * PHASES.indexOf(span.phase)) * layout.scale;
      const crown = span.leading ? `M${left} ${top - 2.5}H${right}` : '';
      return `M${left} ${base}V${top}H${right}V${base}${crown}`;
    })
    .join('');
}
