/** Which links were cut when, from what was done; and the bands they make between lanes. */
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { LaneLayout } from './lanes.ts';

export interface Cut {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
}

/** Of one direction of a link, in order of time. */
export class LinkCuts {
  readonly #cuts = new Map<string, { from: number; to: number | null }[]>();

  constructor(done: readonly { readonly at: number; readonly action: Action }[], sids: readonly Sid[]) {
    for (const { at, action } of done) this.#take(at, action, sids);
  }

  of(from: Sid, to: Sid): readonly Cut[] {
    return this.#cuts.get(`${from}>${to}`) ?? NONE;
  }

  get any(): boolean {
    return this.#cuts.size > 0;
  }

  /**
   * The cut that held back what was sent at `sentAt` and arrived at `at` (null: not yet), or null when none did. What a
   * cut holds arrives after its heal.
   */
  holding(from: Sid, to: Sid, sentAt: number, at: number | null): Cut | null {
    for (const cut of this.of(from, to)) {
      if (at === null ? cut.to === null : cut.to !== null && cut.to > sentAt && cut.to <= at && cut.from < at)
        return cut;
    }
    return null;
  }

  /** The cut that stood in the way of what was sent at `sentAt` and lost at `at`; null when none did. */
  before(from: Sid, to: Sid, sentAt: number, at: number): Cut | null {
    return this.of(from, to).findLast((cut) => cut.from < at && (cut.to ?? Infinity) > sentAt) ?? null;
  }

  #take(at: number, action: Action, sids: readonly Sid[]): void {
    switch (action.do) {
      case 'cut':
        return this.#open(action.from, action.to, at);
      case 'heal':
        return this.#close(`${action.from}>${action.to}`, at);
      case 'healAll':
        for (const link of this.#cuts.keys()) this.#close(link, at);
        return;
      case 'partition': {
        const sideOf = (sid: Sid): number => action.groups.findIndex((group) => group.includes(sid));
        for (const from of sids) {
          for (const to of sids) {
            const [one, other] = [sideOf(from), sideOf(to)];
            if (one >= 0 && other >= 0 && one !== other) this.#open(from, to, at);
          }
        }
        return;
      }
      default:
    }
  }

  #open(from: Sid, to: Sid, at: number): void {
    const link = `${from}>${to}`;
    const cuts = this.#cuts.get(link) ?? [];
    this.#cuts.set(link, cuts);
    if (cuts.at(-1)?.to !== null) cuts.push({ from: at, to: null });
  }

  #close(link: string, at: number): void {
    const last = this.#cuts.get(link)?.at(-1);
    if (last !== undefined && last.to === null) last.to = at;
  }
}

const NONE: readonly Cut[] = [];

export interface Band extends Cut {
  readonly y: number;
  readonly height: number;
  /** Both directions between the lanes above and below are cut; else only one, named by `way`. */
  readonly way: { readonly from: Sid; readonly to: Sid } | null;
}

const BAND_HEIGHT = 22;
const BAR_HEIGHT = 7;

/** Between neighbouring lanes a band where both ways are cut; a bar at the sender where one way alone is. */
export function bandsOf(cuts: LinkCuts, { lanes }: LaneLayout): readonly Band[] {
  if (!cuts.any) return [];
  const bands: Band[] = [];
  const servers = lanes.flatMap((lane) => (lane.sid === null ? [] : [{ ...lane, sid: lane.sid }]));
  for (const [i, lane] of servers.entries()) {
    const next = servers[i + 1];
    if (next !== undefined) {
      const gap = next.y - lane.y - lane.height;
      const height = Math.max(3, Math.min(BAND_HEIGHT, gap * 0.5));
      for (const cut of cuts.of(lane.sid, next.sid)) {
        if (isBothWays(cuts, lane.sid, next.sid, cut))
          bands.push({ ...cut, y: (lane.y + next.y) / 2, height, way: null });
      }
    }
    let stacked = 0;
    for (const other of servers) {
      for (const cut of cuts.of(lane.sid, other.sid)) {
        if (isBothWays(cuts, lane.sid, other.sid, cut)) continue;
        const side = other.y > lane.y ? 1 : -1;
        const away = lane.height / 2 + BAR_HEIGHT / 2 + 2 + (stacked++ % 3) * (BAR_HEIGHT + 1);
        bands.push({ ...cut, y: lane.y + side * away, height: BAR_HEIGHT, way: { from: lane.sid, to: other.sid } });
      }
    }
  }
  return bands;
}

function isBothWays(cuts: LinkCuts, a: Sid, b: Sid, cut: Cut): boolean {
  return cuts.of(b, a).some(({ from, to }) => from === cut.from && to === cut.to);
}

/** Where what a cut holds back waits: at the near edge of a band between two lanes, or short of the receiver's lane. */
export function waitY(layout: LaneLayout, bands: readonly Band[], cut: Cut, from: number, to: number): number {
  const [a, b] = [layout.byNode[from]?.y ?? 0, layout.byNode[to]?.y ?? 0];
  const between = bands.filter(
    (band) => band.way === null && band.from === cut.from && (band.y - a) * (band.y - b) < 0,
  );
  const nearest = between.toSorted((one, other) => Math.abs(one.y - a) - Math.abs(other.y - a))[0];
  if (nearest === undefined) return a + (b - a) * 0.4;
  return nearest.y - Math.sign(b - a) * (nearest.height / 2 + 3);
}
