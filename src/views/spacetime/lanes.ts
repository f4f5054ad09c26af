/**
 * A lane for every server, and below them for every client. Servers on one side of a partition lie together, so that
 * a cut is a band between two lanes.
 */
import type { Sid } from '../../zookeeper/ids.ts';

export interface Lane {
  readonly node: number;
  /** Null for a client. */
  readonly sid: Sid | null;
  /** Its middle, where arrows begin and end. */
  readonly y: number;
  /** Of its ground, in pixels. */
  readonly height: number;
}

export interface LaneLayout {
  readonly width: number;
  readonly height: number;
  /** Where the axis begins and ends. */
  readonly left: number;
  readonly right: number;
  /** Above the first lane and below the last one. */
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly Lane[];
  /** By node; undefined for one without a lane. */
  readonly byNode: readonly (Lane | undefined)[];
}

interface LaneSpec {
  readonly width: number;
  readonly height: number;
  readonly servers: readonly { readonly node: number; readonly sid: Sid }[];
  /** Nodes. */
  readonly clients: readonly number[];
  /** The sides of the partition that lanes are grouped by; null for sid order. */
  readonly groups: readonly (readonly Sid[])[] | null;
  readonly narrow: boolean;
  /** Of its ground at most, in pixels; absent: as high as one phase needs. */
  readonly laneHeight?: number;
  /** Pixels to leave free between the axis and the first lane, beyond what lanes need. */
  readonly above?: number;
}

/** For the axis above, with the flag of the playhead. */
export const AXIS_HEIGHT = 44;
const BOTTOM = 18;
const LEFT = { narrow: 34, wide: 76 };
const RIGHT = 20;
const LANE_HEIGHT = 22;
const CLIENT_HEIGHT = 12;
/** Of the distance between two lanes, where a cut passes between them. */
const CUT_SHARE = 1.7;
const CLIENT_SHARE = 0.7;
const PITCH_MAX = 110;

export function laneLayout({
  width,
  height,
  servers,
  clients,
  groups,
  narrow,
  laneHeight = LANE_HEIGHT,
  above = 0,
}: LaneSpec): LaneLayout {
  const sideOf = (sid: Sid): number => groups?.findIndex((group) => group.includes(sid)) ?? 0;
  const ordered = servers.toSorted((a, b) => sideOf(a.sid) - sideOf(b.sid) || a.sid - b.sid);
  // The distance from each lane to the one before, in shares of a pitch.
  const steps = ordered.map(({ sid }, i) => {
    const before = ordered[i - 1];
    if (before === undefined) return 0;
    return sideOf(before.sid) === sideOf(sid) ? 1 : CUT_SHARE;
  });
  const shares = [...steps, ...clients.map(() => CLIENT_SHARE)];
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = Math.max(60, height - above - AXIS_HEIGHT - BOTTOM - 2 * LANE_HEIGHT);
  const pitch = Math.min(PITCH_MAX, room / Math.max(1, total));
  const thick = Math.max(4, Math.min(laneHeight, pitch * 0.42));
  let y = AXIS_HEIGHT + above + LANE_HEIGHT + Math.max(0, (room - pitch * total) / 2);
  const lanes = shares.map((share, i): Lane => {
    y += share * pitch;
    const server = ordered[i];
    if (server !== undefined) return { ...server, y, height: thick };
    return { node: clients[i - ordered.length] ?? -1, sid: null, y, height: Math.min(thick, CLIENT_HEIGHT) };
  });
  const byNode: (Lane | undefined)[] = [];
  for (const lane of lanes) byNode[lane.node] = lane;
  return {
    width,
    height,
    left: narrow ? LEFT.narrow : LEFT.wide,
    right: width - (narrow ? 8 : RIGHT),
    top: (lanes[0]?.y ?? AXIS_HEIGHT) - LANE_HEIGHT,
    bottom: (lanes.at(-1)?.y ?? AXIS_HEIGHT) + LANE_HEIGHT,
    lanes,
    byNode,
  };
}
