/**
 * Over the strips: on its leader's strip every epoch as a number, every second one hatched; where a property broke, an
 * outline over all servers.
 */
import type { ServerFacts } from '../../sim/facts.ts';
import { useLab, usePlace } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import { textWidth } from '../stage/text-width.ts';
import { clustered } from './branches.ts';
import { courseOf, epochSpans } from './course.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import type { Strips } from './strips.ts';
import styles from './CourseMarks.module.css';

interface CourseMarksProps {
  readonly layout: TimelineLayout;
  readonly strips: Strips;
  readonly servers: readonly ServerFacts[];
  readonly runUntil: number;
}

/** Pixels of a number; as large as other letters where they are large, and left out where that does not fit. */
const FONT = 10;
/** Of a strip of scale 1 while it broadcasts. */
const STRIP = 9;
/** Half the width of a broken property's outline. */
const HALF = 3.5;

export function CourseMarks({ layout, strips, servers, runUntil }: CourseMarksProps) {
  const { session } = useLab();
  const { timeline: words } = useMovesWords();
  const { branch } = usePlace();
  const course = courseOf(session.branch(branch));
  const top = (layout.rows[0] ?? 0) - 11 * layout.scale;
  const font = layout.type > 11 ? layout.type : FONT;
  const bottom = (layout.rows.at(-1) ?? 0) + 1;
  return (
    <g data-course="true">
      {epochSpans(course, strips).map(({ node, epoch, from, to }) => {
        const row = servers.findIndex((server) => server.node === node);
        const base = layout.rows[row] ?? 0;
        const left = xAt(layout, from);
        const width = Math.max(0, xAt(layout, to ?? runUntil) - left);
        const names = [words.epoch(epoch), String(epoch)];
        const name = names.find((one) => textWidth(one, font) + 8 < width);
        const height = STRIP * layout.scale;
        return (
          <g key={from}>
            {epoch % 2 === 0 && <rect x={left} y={base - height} width={width} height={height} fill="url(#hatch)" />}
            {name !== undefined && layout.scale * STRIP >= font - 1.5 && (
              <text
                className={styles.epoch}
                style={{ fontSize: font }}
                data-epoch={epoch}
                x={left + 4}
                y={base - height / 2 + font * 0.36}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
      {clustered(course.breaches, (2 * HALF * layout.end) / (layout.right - layout.left), ({ at }) => at).map(
        (cluster) => {
          const [left, right] = [cluster[0]?.at ?? 0, cluster.at(-1)?.at ?? 0].map((at) => xAt(layout, at)) as [
            number,
            number,
          ];
          const x = (left + right) / 2;
          const half = HALF + x - left;
          return (
            <g key={cluster[0]?.index} data-breach={cluster[0]?.index}>
              <title>{words.broken([...new Set(cluster.flatMap(({ properties }) => properties))])}</title>
              <rect className={styles.breach} x={x - half} y={top} width={2 * half} height={bottom - top} />
              <path className={styles.flag} d="M-5 0h10l-5-8z" transform={`translate(${x} ${top})`} />
            </g>
          );
        },
      )}
    </g>
  );
}
