/** What the last event changed, server by server, with the old values: shown for one step, then gone. */
import type { LogCell, ServerFacts } from '../../sim/facts.ts';
import type { Epoch, Round, Sid, Zxid } from '../../zookeeper/ids.ts';

export interface ServerChange {
  /** Only what changed is there; each holds the value before. */
  readonly was: {
    readonly status?: ServerFacts['status'];
    readonly state?: ServerFacts['state'];
    readonly zabState?: ServerFacts['zabState'];
    readonly voteFor?: Sid | null;
    /** How many agreed with its proposal, while its proposal stayed the same. */
    readonly agreeing?: number;
    readonly epoch?: Epoch | null;
    readonly logicalClock?: Round | null;
    readonly acceptedEpoch?: Epoch;
    readonly currentEpoch?: Epoch;
    readonly lastZxid?: Zxid;
  };
  /** Senders whose ballot row is new or different. */
  readonly rows: ReadonlySet<Sid>;
  /** Who has newly joined what its quorum ring counts. */
  readonly joined: ReadonlySet<Sid>;
  /** Log cells that appeared or changed state. */
  readonly cells: ReadonlySet<Zxid>;
}

export type Changes = ReadonlyMap<Sid, ServerChange>;

export const NO_CHANGES: Changes = new Map();

/** Where servers stand close, only those that matter now have a label. */
export function hasLabelInCrowd({ sid, state }: ServerFacts, changes: Changes, selected: Sid | null): boolean {
  return changes.has(sid) || sid === selected || state === 'LEADING';
}

export function changesBetween(before: readonly ServerFacts[] | null, after: readonly ServerFacts[]): Changes {
  if (before === null || before === after) return NO_CHANGES;
  const changes = new Map<Sid, ServerChange>();
  for (const server of after) {
    const old = before.find((other) => other.sid === server.sid);
    if (old === undefined || old === server) continue;
    const change = changeOf(old, server);
    if (Object.keys(change.was).length > 0 || change.rows.size + change.cells.size + change.joined.size > 0) {
      changes.set(server.sid, change);
    }
  }
  return changes;
}

function changeOf(old: ServerFacts, server: ServerFacts): ServerChange {
  const sameProposal =
    old.ballot?.own.leader === server.ballot?.own.leader && old.ballot?.round === server.ballot?.round;
  const agreed = old.ballot?.agreeing.length ?? 0;
  const agree = server.ballot?.agreeing.length ?? 0;
  return {
    was: {
      ...(old.status === server.status ? {} : { status: old.status }),
      ...(old.state === server.state ? {} : { state: old.state }),
      ...(old.zabState === server.zabState ? {} : { zabState: old.zabState }),
      ...(old.vote?.leader === server.vote?.leader ? {} : { voteFor: old.vote?.leader ?? null }),
      ...(sameProposal && agreed !== agree ? { agreeing: agreed } : {}),
      ...(old.epoch === server.epoch ? {} : { epoch: old.epoch }),
      ...(old.logicalClock === server.logicalClock ? {} : { logicalClock: old.logicalClock }),
      ...(old.acceptedEpoch === server.acceptedEpoch ? {} : { acceptedEpoch: old.acceptedEpoch }),
      ...(old.currentEpoch === server.currentEpoch ? {} : { currentEpoch: old.currentEpoch }),
      ...(old.lastZxid === server.lastZxid ? {} : { lastZxid: old.lastZxid }),
    },
    rows: changedRows(old, server),
    joined: joined(ringOf(old), ringOf(server)),
    cells: changedCells(old.log, server.log),
  };
}

function changedRows(old: ServerFacts, server: ServerFacts): ReadonlySet<Sid> {
  if (old.ballot === server.ballot) return new Set();
  const before = new Map(old.ballot?.rows.map((row) => [`${row.set} ${row.from}`, row]));
  const rows = server.ballot?.rows ?? [];
  return new Set(
    rows
      .filter((row) => {
        const same = before.get(`${row.set} ${row.from}`);
        return (
          same === undefined ||
          same.state !== row.state ||
          same.vote.leader !== row.vote.leader ||
          same.vote.zxid !== row.vote.zxid ||
          same.vote.peerEpoch !== row.vote.peerEpoch ||
          same.vote.electionEpoch !== row.vote.electionEpoch
        );
      })
      .map((row) => row.from),
  );
}

function changedCells(old: readonly LogCell[], cells: readonly LogCell[]): ReadonlySet<Zxid> {
  if (old === cells) return new Set();
  const before = new Map(old.map((cell) => [cell.zxid, cell]));
  return new Set(
    cells
      .filter((cell) => {
        const same = before.get(cell.zxid);
        return same === undefined || same.state !== cell.state || same.onDisk !== cell.onDisk;
      })
      .map((cell) => cell.zxid),
  );
}

/** What a server's quorum ring shows: whom it counts for the oldest thing that waits for a quorum. */
export interface Ring {
  readonly what: 'votes' | ServerFacts['waits'][number]['for'];
  readonly zxid: Zxid | null;
  readonly counted: readonly Sid[];
  /** A quorum is counted. */
  readonly closed: boolean;
}

export function ringOf(server: ServerFacts): Ring | null {
  if (server.ballot !== null) {
    return { what: 'votes', zxid: null, counted: server.ballot.agreeing, closed: server.ballot.quorum };
  }
  const wait = server.waits[0];
  return wait === undefined ? null : { what: wait.for, zxid: wait.zxid, counted: wait.acks, closed: wait.quorum };
}

function joined(before: Ring | null, after: Ring | null): ReadonlySet<Sid> {
  if (after === null || before?.what !== after.what || before.zxid !== after.zxid) return new Set();
  return new Set(after.counted.filter((sid) => !before.counted.includes(sid)));
}
