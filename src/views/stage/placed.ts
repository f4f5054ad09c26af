/** Servers put where a visitor wants them, off the ring; and which island they are on by where they stand. */
import type { Group } from '../../app/grouping.ts';
import type { Point } from './geometry.ts';
import type { LabelPlace, Place, StageLayout } from './layout.ts';

/** By sid: shares of the stage's width and height, so that they hold when it changes its size. */
export type Moved = Readonly<Record<number, Point>>;

/** Off the ring by less, a server is still on it, in pixels. */
const SLACK = 22;
/** Of a label with all its lines, and what is between it and its server, in pixels. */
const LABEL_HEIGHT = 110;

/** The same stage with some servers elsewhere. */
export function placed(layout: StageLayout, moved: Moved): StageLayout {
  if (Object.keys(moved).length === 0) return layout;
  const places = layout.places.map((place): Place => {
    const own = moved[place.sid];
    if (own === undefined) return place;
    const at = within(layout, place.radius, { x: own.x * layout.width, y: own.y * layout.height });
    const angle = Math.atan2(at.x - layout.centre.x, layout.centre.y - at.y);
    return { ...place, at, angle: angle < 0 ? angle + 2 * Math.PI : angle, label: labelBelow(layout, at, place) };
  });
  return { ...layout, places };
}

/** Under the server, or over it where the stage ends. */
function labelBelow({ width, height }: StageLayout, { x, y }: Point, { radius, label }: Place): LabelPlace {
  const room = 2 * Math.min(x, width - x) - 16;
  const above = y + radius + LABEL_HEIGHT > height;
  const off = radius + (above ? 26 : 38);
  return { at: { x, y: above ? y - off : y + off }, anchor: 'middle', room, above, floor: label.floor };
}

/** Where a server may be put. */
export function within({ width, height }: StageLayout, radius: number, { x, y }: Point): Point {
  const margin = radius + 8;
  return {
    x: Math.max(margin, Math.min(width - margin, x)),
    y: Math.max(margin, Math.min(height - margin, y)),
  };
}

/** The half axes of what counts as the ring. */
export function ringEdge({ wide, ring, places }: StageLayout): { readonly x: number; readonly y: number } {
  const off = (places[0]?.radius ?? 0) + SLACK;
  return { x: wide + off, y: ring + off };
}

/** The ring is one island; what is left of it another, what is right of it a third. */
export function islandAt(layout: StageLayout, { x, y }: Point): Group {
  const { centre } = layout;
  const edge = ringEdge(layout);
  if (((x - centre.x) / edge.x) ** 2 + ((y - centre.y) / edge.y) ** 2 <= 1) return 'A';
  return x < centre.x ? 'B' : 'C';
}
