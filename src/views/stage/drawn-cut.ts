/** What a line drawn by hand cuts. */
import type { Sid } from '../../zookeeper/ids.ts';
import { islands } from './cut-line.ts';
import { type Segment, crossing } from './geometry.ts';
import type { StageLayout } from './layout.ts';

/** Which pairs of servers a line drawn by hand crosses; as groups on either side of it when it splits them. */
export function drawnCut(
  layout: StageLayout,
  stroke: Segment,
): { readonly groups: readonly (readonly Sid[])[]; readonly pairs: readonly (readonly [Sid, Sid])[] } {
  const pairs: (readonly [Sid, Sid])[] = [];
  layout.places.forEach((a, index) => {
    for (const b of layout.places.slice(index + 1)) {
      if (crossing({ a: a.at, b: b.at }, stroke) !== null) pairs.push([a.sid, b.sid]);
    }
  });
  const crossed = (x: Sid, y: Sid) => pairs.some(([a, b]) => (a === x && b === y) || (a === y && b === x));
  const sids = layout.places.map((place) => place.sid);
  const groups = islands(
    sids,
    sids.flatMap((a, index) =>
      sids
        .slice(index + 1)
        .map((b) => ({ a, b, cut: crossed(a, b) ? ('both' as const) : ('none' as const), open: true })),
    ),
  );
  const isSplit =
    groups.length > 1 && sids.every((x) => sids.every((y) => x === y || crossed(x, y) === !together(groups, x, y)));
  return { groups: isSplit ? groups : [], pairs };
}

function together(groups: readonly (readonly Sid[])[], x: Sid, y: Sid): boolean {
  return groups.some((group) => group.includes(x) && group.includes(y));
}
