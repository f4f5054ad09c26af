/** A strip per server: phases as four rising heights, a line on top while it believes that it leads. */
import { memo } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { PHASES } from '../stage/PhaseArc.tsx';
import { textWidth } from '../stage/text-width.ts';
import { useLabState, useWords } from '../lab.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import type { Strips } from './strips.ts';
import styles from './StripMarks.module.css';

interface StripMarksProps {
  readonly layout: TimelineLayout;
  readonly strips: Strips;
  readonly servers: readonly ServerFacts[];
  readonly runUntil: number;
  readonly names: boolean;
}

/** Of a name, in shares of its letters. */
const NAME_HEIGHT = 0.9;
const NAME_WIDTH = 2.2;

export const StripMarks = memo(
  function StripMarks({ layout, strips, servers, runUntil, names }: StripMarksProps) {
    const words = useWords();
    const selection = useLabState((state) => state.selection);
    // Where rows lie close, every so many have a name, and the selected one.
    const every = Math.ceil((NAME_HEIGHT * layout.type) / Math.max(1, (layout.rows[1] ?? 99) - (layout.rows[0] ?? 0)));
    const selectedRow = servers.findIndex(({ sid }) => selection?.kind === 'server' && selection.sid === sid);
    return servers.map((server, row) => {
      const base = layout.rows[row] ?? 0;
      const selected = row === selectedRow;
      const isNamed = names && row % every === 0 && (selectedRow === -1 || Math.abs(row - selectedRow) >= every);
      const name = words.server(server.sid);
      return (
        <g key={server.sid}>
          {(isNamed || selected) && (
            <text
              className={styles.name}
              data-selected={selected}
              x={names ? 16 : 2}
              y={base}
              style={{ fontSize: Math.min(layout.type, (NAME_WIDTH * layout.type) / textWidth(name, 1)) }}
            >
              {name}
            </text>
          )}
          {strips.spans[server.node]?.map((span) => {
            const from = xAt(layout, span.from);
            const to = xAt(layout, span.to ?? runUntil);
            const height = (3 + 2 * PHASES.indexOf(span.phase)) * layout.scale;
            const width = Math.max(0.8, to - from - 0.6);
            return (
              <g key={`${span.from} ${span.phase}`}>
                <rect
                  className={styles.phase}
                  data-phase={span.phase}
                  x={from}
                  y={base - height}
                  width={width}
                  height={height}
                />
                {span.leading ? (
                  <rect
                    className={styles.leading}
                    x={from}
                    y={base - height - 1.6 * layout.scale}
                    width={width}
                    height={2.2 * layout.scale}
                  />
                ) : (
                  span.phase === 'BROADCAST' && (
                    <rect className={styles.lid} x={from} y={base - height} width={width} height={1} />
                  )
                )}
              </g>
            );
          })}
          {strips.deaths
            .filter((death) => death.node === server.node)
            .map((death) => (
              <path
                key={death.at}
                className={styles.death}
                d="M-3-3l6 6m0-6l-6 6"
                transform={`translate(${xAt(layout, death.at)} ${base - 4})`}
              />
            ))}
        </g>
      );
    });
  },
  (before, after) =>
    before.layout === after.layout &&
    before.strips === after.strips &&
    before.runUntil === after.runUntil &&
    before.names === after.names &&
    before.servers.length === after.servers.length,
);
