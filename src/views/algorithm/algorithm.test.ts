import { describe, expect, it } from 'vitest';
import { enAlgorithm } from '../../locales/en-algorithm.ts';
import { BUILTIN_SCENARIOS } from '../../scenario/builtin.ts';
import { BUGS } from '../../scenario/builtin/bugs/bugs.ts';
import { startOf } from '../../scenario/start.ts';
import type { Entry } from '../../sim/entry.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import type { NoteKind } from '../../zookeeper/notes.ts';
import { LINE_OF_NOTE, type Part, litLine, partOf, passedLines } from './bindings.ts';
import { filled } from './fill.ts';
import { LISTINGS, type LineId, type ListingId } from './listings.ts';

const lines: readonly LineId[] = LISTINGS.flatMap(({ blocks }) =>
  blocks.flatMap((block) => block.lines.map(([line]) => line)),
);
const listingOf = new Map<LineId, ListingId>(
  LISTINGS.flatMap(({ id, blocks }) => blocks.flatMap((block) => block.lines.map(([line]) => [line, id] as const))),
);

interface Seen {
  readonly entry: Entry;
  readonly part: Part;
}

/** Every event of the built-in runs and the old bugs that happened at a running server or client, and its part then. */
function* played(): Generator<Seen> {
  const runs = [
    ...BUILTIN_SCENARIOS.map((one) => [one, 12_000] as const),
    ...BUGS.map((bug) => [bug.scenario, bug.untilMillis] as const),
  ];
  for (const [scenario, until] of runs) {
    const live = zooKeeperMachine.resume(startOf(scenario, null));
    let before = new Map<number, Part>();
    for (let entry = zooKeeperMachine.step(live, true); entry !== null; entry = zooKeeperMachine.step(live, true)) {
      if (entry.at > until) break;
      const now = new Map<number, Part>();
      for (const { id, state } of live.world.nodes) {
        if (state !== null) now.set(id, state.kind === 'server' ? partOf(state.state) : 'client');
      }
      // What a role's end tells is told by that role.
      const part = now.get(entry.node) ?? before.get(entry.node);
      if (part !== undefined && entry.action === null) yield { entry, part };
      before = now;
    }
  }
}

describe('every line is written once, in words, and something lights it', () => {
  it('no line twice, none without words', () => {
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.toSorted()).toEqual(Object.keys(enAlgorithm.lines).toSorted());
  });

  it('every note leads to a line that there is', () => {
    const bound = Object.values(LINE_OF_NOTE).flatMap((line) =>
      typeof line === 'string' ? [line] : Object.values(line),
    );
    expect(bound.filter((line) => !lines.includes(line))).toEqual([]);
    // What no note tells is told by what its handler is called for.
    const handlers: readonly LineId[] = [
      'cnx.accept',
      'cl.other',
      'el.poll',
      'ld.ping',
      'ln.ackNewLeader',
      'ln.ping',
      'ln.read',
      'qp.pause',
      'rq.read',
    ];
    expect(lines.filter((line) => !bound.includes(line)).toSorted()).toEqual(handlers.toSorted());
  });

  it('what two notes share is told of both alike: only by parts, and the epoch’s file', () => {
    const single = (Object.keys(LINE_OF_NOTE) as NoteKind[]).flatMap((kind) => {
      const line = LINE_OF_NOTE[kind];
      return typeof line === 'string' ? [line] : [];
    });
    expect(single.filter((line, index) => single.indexOf(line) !== index)).toEqual([]);
  });
});

/** What each part does; what happens at its beginning and end stands in listings of all. */
const OF_PART: Readonly<Record<Part, readonly ListingId[]>> = {
  looking: ['election', 'connections', 'peer', 'disk', 'requests'],
  leading: ['leader', 'election', 'connections', 'peer', 'disk', 'requests'],
  learning: ['learner', 'election', 'connections', 'peer', 'disk', 'requests'],
  client: ['client'],
};
/** Told by the role that ends in the same event. */
const LAST_WORDS: readonly LineId[] = ['ln.lost', 'ld.stepDown', 'ld.learnerLost', 'ln.epochRefused'];

it('in the runs of the page the lit line is one of the server’s part, and its note is what fills it in', () => {
  const met = new Set<LineId>();
  let count = 0;
  for (const { entry, part } of played()) {
    const lit = litLine(entry, part);
    count += 1;
    if (lit === null) {
      if (entry.kind !== 'crashed') throw new Error(`${entry.kind} at ${entry.at} lights nothing`);
      continue;
    }
    const listing = listingOf.get(lit.line);
    met.add(lit.line);
    const isOwn = listing !== undefined && OF_PART[part].includes(listing);
    if (!isOwn && !LAST_WORDS.includes(lit.line)) {
      throw new Error(`${part} lights ${lit.line} at ${entry.at}: ${entry.notes.map(({ kind }) => kind).join()}`);
    }
    expect(entry.notes.length === 0 ? lit.note : entry.notes.includes(lit.note as never)).toBe(
      entry.notes.length === 0 ? null : true,
    );
    const open = filled(enAlgorithm.lines[lit.line], lit.note).filter(({ kind }) => kind === 'name');
    if (lit.note !== null && open.length > 0) {
      throw new Error(`${lit.line} leaves ${open.map((name) => name.text).join()} open for ${lit.note.kind}`);
    }
    expect(passedLines(entry, part).size).toBeLessThanOrEqual(entry.notes.length);
  }
  expect(count).toBeGreaterThan(5000);
  // The runs of the page show most of it.
  expect(met.size).toBeGreaterThan(50);
});

function text(line: LineId, note: unknown): string {
  return filled(enAlgorithm.lines[line], note as never)
    .map((part) => part.text)
    .join('');
}

it('variables: votes by their columns, servers by name, zxids as epoch and counter', () => {
  const vote = { leader: 3, zxid: 2 ** 32 * 2 + 4, peerEpoch: 2, electionEpoch: 3 };
  expect(text('el.count', { kind: 'voteCounted', from: 2, vote, agreeing: [2, 4] })).toBe(
    'recvset[S2] = (2, 2·4, S3); with me: S2 S4',
  );
  expect(text('ln.trunc', { kind: 'truncated', to: 2 ** 32 + 1, dropped: [] })).toBe(
    'TRUNC: cut my log back to 1·1, without –',
  );
  expect(text('el.count', null)).toBe('recvset[from] = vote; with me: agreeing');
});

it('milliseconds and counts are grouped as the page groups them', () => {
  const note = { kind: 'notificationTimeout', action: 'resent', nextMillis: 12_800 } as never;
  const parts = filled(enAlgorithm.lines['el.timeout'], note, {
    zxidText: String,
    integer: (value) => value.toLocaleString('en-GB'),
  });
  expect(parts.map((part) => part.text).join('')).toContain('wait 12,800 ms next time');
});
