import { describe, expect, it } from 'vitest';
import { emptyList } from '../base/append-list.ts';
import { digestOf } from '../base/digest.ts';
import { freshGeneration } from '../base/slice.ts';
import { SWEEP_OPTIONS, randomScenario } from '../explore/random-scenario.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { applyBody } from '../zookeeper/database/process-txn.ts';
import { withZxid } from '../zookeeper/database/history.ts';
import { type QuorumVerifier, quorumVerifier as verifierOf } from '../zookeeper/config/ensemble.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Epoch, type Round, type SessionId, type Sid, type Zxid, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import { type Violation, auditor, observe } from './audit.ts';
import { type Audit, newAudit } from './ghost.ts';
import { INVARIANTS } from './registry.ts';

type World = Parameters<typeof observe>[1];
type Peer = { -readonly [K in keyof QuorumPeer]: QuorumPeer[K] };

/** A run of three servers, one of which serves as leader. */
function serving(): World {
  const live = zooKeeperMachine.resume(startOf(leaderKilled, null));
  for (let i = 0; i < 3000; i++) {
    zooKeeperMachine.step(live, false);
    if (live.world.nodes.every(({ state }) => state?.kind !== 'server' || state.clients.serving)) break;
  }
  return live.world;
}

const world = serving();
const leader = world.nodes.findIndex(({ state }) => state?.kind === 'server' && state.leader !== null);
const follower = world.nodes.findIndex(({ state }) => state?.kind === 'server' && state.learner !== null);
const sidAt = (node: number): Sid => sidOf(node + 1);
const e = (n: number): Epoch => n as Epoch;
const s = (n: number): Sid => sidOf(n);
const z = (counter: number, of = 7): Zxid => zxidFrom(of, counter);
const create = (path: string): TxnBody => ({
  type: 'create',
  path,
  data: '',
  dataLength: 0,
  ephemeral: false,
  parentCVersion: 1,
});
const applied = (zxid: Zxid, path = '/a'): Note => ({
  kind: 'applied',
  zxid,
  sessionId: '0x1' as SessionId,
  body: create(path),
});
const proposed = (zxid: Zxid, path = '/a'): Note => {
  const operation = { op: 'create', path, data: '', dataLength: 0, ephemeral: false, sequential: false } as const;
  return { kind: 'proposed', zxid, sessionId: '0x1' as SessionId, operation, body: create(path), to: [] };
};
const began = (epoch: number): Note => ({ kind: 'epochAckQuorum', epoch: e(epoch), electing: [] });
const stood = (zxid: Zxid): Note => ({ kind: 'snapshotInstalled', zxid });
const serves: Note = { kind: 'servingStarted', epoch: e(8), as: 'FOLLOWING' };
const committed = (zxid: Zxid, ...acks: readonly number[]): Note => {
  return { kind: 'committed', zxid, acks: acks.map(s), voters: 3 };
};

/** A change to a server before it speaks. */
type Change = (peer: Peer) => void;
type Says = readonly (readonly [node: number, note: Note, change?: Change])[];

function withPeer(before: World, node: number, change: Change): World {
  const nodes = before.nodes.map((one) => {
    if (one.id !== node || one.state?.kind !== 'server') return one;
    const peer: Peer = { ...one.state };
    change(peer);
    return { ...one, state: peer };
  });
  return { ...before, nodes };
}

/** A tree that is made of these transactions besides what it was made of. */
const holding =
  (...zxids: readonly Zxid[]): Change =>
  (peer) => {
    const history = zxids.reduce(withZxid, peer.database.tree.history);
    peer.database = { ...peer.database, tree: { ...peer.database.tree, history } };
  };

/** What the audit finds when servers, fresh ones, say these things one after the other; what is applied is in their trees. */
function violationsOf(says: Says, from: World = world): readonly Violation[] {
  let audit: Audit = newAudit(freshGeneration());
  let now = [leader, follower].reduce((so, node) => {
    return withPeer(so, node, (peer) => {
      peer.database = { ...peer.database, tree: { ...peer.database.tree, history: emptyList() } };
    });
  }, from);
  return says.flatMap(([node, note, change]) => {
    if (note.kind === 'applied') now = withPeer(now, node, holding(note.zxid));
    if (change !== undefined) now = withPeer(now, node, change);
    const watched = observe(audit, now, { node, notes: [note], arrival: null, disturbs: false }, audit.generation);
    audit = watched.audit;
    return watched.violations;
  });
}

const found = (says: Says, from: World = world): readonly string[] =>
  violationsOf(says, from).map(({ property }) => property);

/** Where the follower has that on its disk. */
function withDisk(change: Partial<World['nodes'][number]['durable']>): World {
  const nodes = world.nodes.map((node) =>
    node.id === follower ? { ...node, durable: { ...node.durable, ...change } } : node,
  );
  return { ...world, nodes };
}

/** A disk that ends with a snapshot of everything up to there. */
function endingWith(zxid: Zxid): World['nodes'][number]['durable']['snapshots'] {
  const [snapshot] = world.nodes[follower]?.durable.snapshots ?? [];
  if (snapshot === undefined) throw new Error('a follower has a snapshot');
  return [{ ...snapshot, zxid }];
}

const leads =
  (epoch: number, last: Zxid = z(0)): Change =>
  (peer) => {
    const was = world.nodes[leader]?.state;
    if (was?.kind !== 'server' || was.leader === null) throw new Error('a server leads');
    const summary = { currentEpoch: e(epoch - 1), lastZxid: last };
    peer.state = 'LEADING';
    peer.zabState = 'BROADCAST';
    peer.learner = null;
    peer.leader = { ...was.leader, epoch: e(epoch), summary };
    peer.acceptedEpoch = e(epoch);
    peer.currentEpoch = e(epoch);
  };

const stateChanged: Note = { kind: 'stateChanged', state: 'LEADING', zabState: 'BROADCAST', syncMode: 'NONE' };
const followingNow: Note = { kind: 'stateChanged', state: 'FOLLOWING', zabState: 'BROADCAST', syncMode: 'DIFF' };
const vote = { leader: sidAt(leader), zxid: z(0), peerEpoch: e(1), electionEpoch: 3 as Round };
const elected = (...agreeing: readonly number[]): Note => {
  return { kind: 'elected', vote, by: 'majority', agreeing: agreeing.map(s), becomes: 'LEADING', tookMillis: 1 };
};
const cast: Note = { kind: 'votesSent', vote, to: [], because: 'adopted' };
const all = [sidAt(leader), sidAt(follower)];

const session = '0x1' as SessionId;
const acked = (counter: number): Note => {
  return { kind: 'acked', zxid: z(counter), sid: sidAt(follower), acks: [], voters: 3 };
};

/** A node of session 0x1, which is no more. */
const owning =
  (path: string): Change =>
  (peer) => {
    const { tree } = peer.database;
    const owned = applyBody(tree, { zxid: z(0), sessionId: session, time: 0 }, {
      ...create(path),
      ephemeral: true,
    } as TxnBody);
    peer.database = { ...peer.database, tree: owned, sessions: {} };
  };

/** A row: what is said, and the violation that names who and how; of several the one of that property. */
const BROKEN: readonly (readonly [property: string, says: Says, violation: Partial<Violation>])[] = [
  [
    'Leadership1',
    [
      [follower, stateChanged, leads(4)],
      [leader, stateChanged, leads(4)],
    ],
    { servers: [sidAt(leader), sidAt(follower)], fact: { kind: 'rivalLeaders', epoch: e(4), by: 'acceptedEpoch' } },
  ],
  [
    'Leadership1',
    [
      [follower, stateChanged, leads(4)],
      [
        leader,
        stateChanged,
        (peer) => {
          leads(4)(peer);
          peer.acceptedEpoch = e(5);
        },
      ],
    ],
    { fact: { kind: 'rivalLeaders', epoch: e(4), by: 'currentEpoch' } },
  ],
  [
    'Leadership2',
    [
      [leader, began(1)],
      [follower, began(1)],
    ],
    { servers: all, fact: { kind: 'secondLeader', epoch: e(1) } },
  ],
  [
    'PrefixConsistency',
    [
      [leader, applied(z(1), '/a')],
      [follower, applied(z(1), '/b')],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'otherTxn', zxid: z(1), here: 'create', elsewhere: 'create' } },
  ],
  [
    'PrefixConsistency',
    [
      [leader, applied(z(1))],
      [leader, applied(z(2))],
      [follower, applied(z(2))],
    ],
    { fact: { kind: 'otherPredecessor', zxid: z(2), here: null, elsewhere: z(1) } },
  ],
  [
    'Integrity',
    [
      [leader, began(7)],
      [leader, proposed(z(1), '/a')],
      [follower, applied(z(1), '/b')],
    ],
    { fact: { kind: 'neverProposed', zxid: z(1), here: 'create', proposed: 'create' } },
  ],
  [
    'Integrity',
    [[follower, applied(z(1))]],
    { fact: { kind: 'neverProposed', zxid: z(1), here: 'create', proposed: null } },
  ],
  [
    'Agreement',
    [
      [leader, applied(z(1))],
      [leader, applied(z(3))],
      [follower, applied(z(1))],
      [follower, applied(z(2))],
    ],
    { fact: { kind: 'passedOver', zxid: z(2), later: z(3) } },
  ],
  [
    'TotalOrder',
    [
      [leader, stood(z(0))],
      [follower, stood(z(0))],
      [leader, applied(z(1))],
      [leader, applied(z(2))],
      [follower, applied(z(2))],
    ],
    { fact: { kind: 'without', zxid: z(2), missing: z(1) } },
  ],
  [
    'TotalOrder',
    [
      [leader, applied(z(2))],
      [leader, applied(z(1))],
    ],
    { fact: { kind: 'outOfOrder', zxid: z(1), after: z(2) } },
  ],
  [
    'LocalPrimaryOrder',
    [
      [leader, began(7)],
      [leader, proposed(z(1))],
      [leader, proposed(z(2))],
      [leader, proposed(z(3))],
      [follower, applied(z(1))],
      [follower, applied(z(3))],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'without', zxid: z(3), missing: z(2) } },
  ],
  [
    'LocalPrimaryOrder',
    [
      [leader, began(7)],
      [leader, proposed(z(1))],
      [leader, proposed(z(2))],
      [leader, proposed(z(3))],
      [follower, serves, holding(z(1), z(3))],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'without', zxid: z(3), missing: z(2) } },
  ],
  [
    'GlobalPrimaryOrder',
    [
      [leader, applied(z(1, 7))],
      [leader, applied(z(9, 6))],
    ],
    { fact: { kind: 'outOfOrder', zxid: z(9, 6), after: z(1, 7) } },
  ],
  [
    'GlobalPrimaryOrder',
    [[leader, proposed(z(0, 8)), leads(7)]],
    { servers: [sidAt(leader)], fact: { kind: 'foreignZxid', zxid: z(0, 8), epoch: e(7) } },
  ],
  [
    'PrimaryIntegrity',
    [[follower, followingNow, holding(zxidFrom(0, 5))]],
    { servers: all, fact: { kind: 'leaderLacks', missing: zxidFrom(0, 5), last: 0 as Zxid } },
  ],
  [
    'LeaderLogCompleteness',
    [
      [follower, committed(z(3), 1, 2)],
      [leader, began(8), leads(8, z(2))],
    ],
    { servers: [sidAt(leader)], fact: { kind: 'leaderLacks', missing: z(3), last: z(2) } },
  ],
  [
    'CommittedLogMonotonicity',
    [
      [follower, committed(z(3), 1, 2)],
      [leader, { kind: 'newLeaderQuorum', epoch: e(8), acks: all }, leads(8, z(2))],
    ],
    { fact: { kind: 'leaderLacks', missing: z(3), last: z(2) } },
  ],
  [
    // Its last zxid promises everything, and its tree has a hole: ZOOKEEPER-4925.
    'CommittedLogMonotonicity',
    [
      [follower, applied(z(1))],
      [follower, applied(z(2))],
      [follower, applied(z(3))],
      [leader, applied(z(1))],
      [leader, applied(z(3))],
      [leader, { kind: 'newLeaderQuorum', epoch: e(8), acks: all }, leads(8, z(3))],
    ],
    { fact: { kind: 'leaderLacks', missing: z(2), last: z(3) } },
  ],
  [
    'CommittedLogDurability',
    [
      [leader, applied(z(1))],
      [follower, { kind: 'truncated', to: z(0), dropped: [z(1)] }],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'committedCut', to: z(0), zxids: [z(1)] } },
  ],
  [
    'CommittedLogDurability',
    [
      [leader, applied(z(1))],
      [follower, applied(z(1))],
      [follower, stood(z(0))],
    ],
    { fact: { kind: 'committedCut', to: z(0), zxids: [z(1)] } },
  ],
  [
    'commitInconsistent',
    [[follower, { kind: 'commitMismatch', zxid: z(2), expected: z(1) }]],
    { fact: { kind: 'commitOutOfOrder', zxid: z(2), expected: z(1) } },
  ],
  [
    'commitInconsistent',
    [[follower, { kind: 'commitUnseen', zxid: z(2) }]],
    { fact: { kind: 'commitUnseen', zxid: z(2) } },
  ],
  [
    'commitInconsistent',
    [
      [leader, began(7)],
      [leader, committed(z(2), 1, 2)],
    ],
    { fact: { kind: 'commitOutOfOrder', zxid: z(2), expected: z(1) } },
  ],
  [
    'DurableAck',
    [[leader, { kind: 'acked', zxid: z(9), sid: s(1), acks: [s(1)], voters: 3 }]],
    { servers: [s(1)], fact: { kind: 'notOnDisk', zxid: z(9), onDisk: 0 as Zxid } },
  ],
  [
    'EpochLogOrder',
    [
      [
        follower,
        { kind: 'refusedToStart', reason: 'epochBehindLog', lastZxid: z(1), acceptedEpoch: e(7), currentEpoch: e(6) },
      ],
    ],
    { fact: { kind: 'epochBehindLog', currentEpoch: e(6), lastZxid: z(1) } },
  ],
  [
    'EpochSupportsHistory',
    [
      [leader, began(8), leads(8, z(2))],
      [follower, { kind: 'currentEpochWritten', epoch: e(8), was: e(7) }],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'notOnDisk', zxid: z(2), onDisk: 0 as Zxid } },
  ],
  [
    'AcceptedEpochMonotone',
    [[leader, { kind: 'acceptedEpochWritten', epoch: e(1), was: e(2) }]],
    { fact: { kind: 'epochFell', was: e(2), epoch: e(1) } },
  ],
  [
    'CurrentEpochMonotone',
    [[leader, { kind: 'currentEpochWritten', epoch: e(1), was: e(2) }]],
    { fact: { kind: 'epochFell', was: e(2), epoch: e(1) } },
  ],
  [
    'AcceptedCoversCurrent',
    [[leader, { kind: 'currentEpochWritten', epoch: e(9), was: e(1) }, (peer) => (peer.currentEpoch = e(9))]],
    { fact: { kind: 'epochsCrossed', acceptedEpoch: e(1), currentEpoch: e(9) } },
  ],
  ['CommitQuorum', [[leader, committed(z(1), 1)]], { fact: { kind: 'noQuorum', zxid: z(1), acks: [s(1)], voters: 3 } }],
  [
    'CommittedStaysCommitted',
    [
      [leader, applied(z(1))],
      [follower, { kind: 'started', lastZxid: z(0), acceptedEpoch: e(7), currentEpoch: e(7) }],
    ],
    { servers: [s(1), s(2), s(3)], fact: { kind: 'mayBeForgotten', zxid: z(1) } },
  ],
  [
    'ReplicaConvergence',
    [leader, follower].map((node) => [
      node,
      applied(z(1)),
      (peer) => {
        const { nodes } = peer.database.tree;
        const root = nodes.root.slots[0] as unknown as { readonly value: object };
        const other = { ...nodes, root: { ...nodes.root, slots: [{ ...root, value: { ...root.value, version: 7 } }] } };
        // The same number of nodes, one of another version.
        const tree =
          node === leader ? peer.database.tree : { ...peer.database.tree, nodes: other as unknown as typeof nodes };
        peer.database = { ...peer.database, tree, lastProcessedZxid: z(1) };
      },
    ]),
    { servers: [sidAt(follower)], fact: { kind: 'otherTree', zxid: z(1), nodeCount: { here: 4, elsewhere: 4 } } },
  ],
  [
    'VoteSoundness',
    [[leader, elected(leader + 1)]],
    { fact: { kind: 'electedWithout', round: 3 as Round, agreeing: [sidAt(leader)] } },
  ],
  [
    'VoteSoundness',
    [
      [leader, cast],
      [leader, elected(leader + 1, follower + 1)],
    ],
    { servers: all, fact: { kind: 'voteNotCast', round: 3 as Round, voters: [sidAt(follower)] } },
  ],
  [
    'stateInconsistent',
    [
      [leader, stateChanged],
      [leader, { kind: 'epochProposed', sid: s(1), acceptedEpoch: e(1), epoch: e(2), connecting: [] }],
    ],
    {
      servers: [sidAt(leader)],
      fact: { kind: 'wrongPhase', what: 'epochProposed', state: 'LEADING', zabState: 'BROADCAST' },
    },
  ],
  [
    'stateInconsistent',
    [
      [follower, followingNow],
      [follower, { ...followingNow, zabState: 'SYNCHRONIZATION', syncMode: 'SNAP' }],
    ],
    { fact: { kind: 'wrongPhase', what: 'stateChanged', state: 'FOLLOWING', zabState: 'BROADCAST' } },
  ],
  [
    'stateInconsistent',
    [
      [follower, followingNow],
      [follower, { kind: 'acceptedEpochWritten', epoch: e(2), was: e(1) }],
    ],
    { fact: { kind: 'wrongPhase', what: 'acceptedEpochWritten', state: 'FOLLOWING', zabState: 'BROADCAST' } },
  ],
  [
    'proposalInconsistent',
    [[follower, { kind: 'proposalGap', zxid: z(5), expected: z(4) }]],
    { servers: [sidAt(follower)], fact: { kind: 'proposalGap', zxid: z(5), expected: z(4) } },
  ],
  [
    'proposalInconsistent',
    [[follower, { kind: 'truncateFailed', to: z(5), last: z(4) }]],
    { fact: { kind: 'nothingToCut', to: z(5), last: z(4) } },
  ],
  [
    'ackInconsistent',
    [[leader, { kind: 'ackIgnored', zxid: z(1), sid: sidAt(follower), because: 'notNewLeader' }]],
    { servers: [sidAt(follower), sidAt(leader)], fact: { kind: 'ackBeforeNewLeader', zxid: z(1) } },
  ],
  [
    'ackInconsistent',
    [[leader, { kind: 'ackIgnored', zxid: z(9), sid: sidAt(follower), because: 'unknown' }]],
    { fact: { kind: 'ackUnknown', zxid: z(9), lastCommitted: zxidFrom(1, 0) } },
  ],
  [
    'ackInconsistent',
    [
      [leader, { kind: 'newLeaderQuorum', epoch: e(7), acks: all }],
      [leader, { ...acked(2), sid: sidAt(leader) } as Note],
      [leader, { ...acked(1), sid: sidAt(leader) } as Note],
    ],
    { servers: [sidAt(leader), sidAt(leader)], fact: { kind: 'ackOutOfOrder', zxid: z(1), after: z(2) } },
  ],
  [
    'messageIllegal',
    [[follower, { kind: 'packetUnexpected', from: sidAt(leader), type: 'LEADERINFO' }]],
    { servers: all, fact: { kind: 'illegalPacket', packet: 'LEADERINFO' } },
  ],
  [
    'EphemeralsEnd',
    [
      [
        follower,
        { kind: 'applied', zxid: z(1), sessionId: session, body: { type: 'closeSession', paths: [] } },
        owning('/mine'),
      ],
    ],
    { servers: [sidAt(follower)], fact: { kind: 'ephemeralLeft', zxid: z(1), path: '/mine', sessionId: session } },
  ],
  [
    'EphemeralsEnd',
    [[follower, { ...applied(z(1)), body: { ...create('/late'), ephemeral: true } } as Note, owning('/late')]],
    { fact: { kind: 'ephemeralLeft', zxid: z(1), path: '/late', sessionId: session } },
  ],
  ...[
    // Asked for /zookeeper, which is at version 0, and what became of it.
    [
      { op: 'setData', path: '/zookeeper', data: '', dataLength: 0, version: 3 },
      { type: 'setData', path: '/zookeeper', data: '', dataLength: 0, version: 4 },
      3,
      0,
      true,
    ],
    [{ op: 'delete', path: '/zookeeper', version: 0 }, { type: 'error', error: 'BADVERSION' }, 0, 0, false],
    [{ op: 'check', path: '/none', version: -1 }, { type: 'check', path: '/none', version: -1 }, -1, null, true],
  ].map(
    ([operation, body, expected, version, succeeded]) =>
      [
        'VersionDiscipline',
        [
          [leader, { kind: 'newLeaderQuorum', epoch: e(7), acks: all }, leads(7)],
          [leader, { kind: 'proposed', zxid: z(1), sessionId: session, operation, body, to: [] }, leads(7)],
        ],
        {
          servers: [sidAt(leader)],
          fact: { kind: 'wrongVersion', path: (operation as { path: string }).path, expected, version, succeeded },
        },
      ] as unknown as (typeof BROKEN)[number],
  ),
  [
    'VersionDiscipline',
    [
      [leader, { kind: 'newLeaderQuorum', epoch: e(7), acks: all }, leads(7)],
      [
        leader,
        {
          kind: 'proposed',
          zxid: z(1),
          sessionId: session,
          operation: { op: 'create', path: '/q', data: '', dataLength: 0, ephemeral: false, sequential: true },
          body: { ...create('/q0000000007'), parentCVersion: 1 } as TxnBody,
          to: [],
        },
        leads(7),
      ],
    ],
    { fact: { kind: 'wrongSequence', path: '/q0000000007', count: 0 } },
  ],
  [
    'SingleServingLeader',
    [
      [leader, began(7)],
      [follower, committed(z(1), 1, 2)],
    ],
    { servers: all, fact: { kind: 'strangeCommitter', zxid: z(1), epoch: e(7) } },
  ],
];

describe('every property can break, and names who and how when it does', () => {
  it.each(BROKEN)('%s', (property, says, violation) => {
    const one = violationsOf(says).find((other) => other.property === property);
    expect(one).toMatchObject({ property, ...violation });
  });

  it('ProcessConsistency: a follower whose log goes on where its leader’s history ends', () => {
    const says: Says = [
      [leader, began(7), leads(7, z(1, 6))],
      [leader, { kind: 'newLeaderAcked', sid: sidAt(follower), acks: all, voters: 3 }, leads(7, z(1, 6))],
    ];
    const violations = violationsOf(says, withDisk({ snapshots: endingWith(z(2, 6)) }));
    expect(violations).toContainEqual({
      property: 'ProcessConsistency',
      servers: [sidAt(follower), sidAt(leader)],
      fact: { kind: 'unknownToLeader', last: z(2, 6), leaderLast: z(1, 6) },
    });
  });

  it('none is left out here', () => {
    const shown = new Set([...BROKEN.map(([property]) => property), 'ProcessConsistency']);
    // Those of clients and of connections: client-invariants.test.ts; of liveness: liveness.test.ts.
    const ofServers = INVARIANTS.filter(({ of, group }) => of === 'server' && group !== 'liveness').map(({ id }) => id);
    expect(ofServers.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('no two have one name', () => {
    expect(new Set(INVARIANTS.map(({ id }) => id)).size).toBe(INVARIANTS.length);
  });
});

const configOf = (version: Zxid, voters: readonly number[]): QuorumVerifier => {
  const servers = voters.map((sid) => ({ sid: s(sid), node: sid - 1, learnerType: 'PARTICIPANT' as const }));
  return verifierOf({ version, servers, groups: null });
};
const OLD = configOf(z(0, 6), [1, 2, 3]);
const NEW = configOf(z(2), [3, 4, 5]);

/** Its configurations after the event, and how far it has proposed. */
const under =
  (quorumVerifier: QuorumVerifier, lastSeenQuorumVerifier: QuorumVerifier, lastProposed = z(0)): Change =>
  (peer) => {
    leads(7)(peer);
    if (peer.leader !== null) peer.leader = { ...peer.leader, lastProposed };
    peer.quorumVerifier = quorumVerifier;
    peer.lastSeenQuorumVerifier = lastSeenQuorumVerifier;
  };

/** 7·1, then 7·2 that reconfigures, 7·3 while that is under way, and 7·4 when it is in force. */
const RECONFIGURED: Says = [
  [leader, proposed(z(1)), under(OLD, OLD, z(1))],
  [
    leader,
    {
      ...proposed(z(2)),
      body: { type: 'reconfig', path: '/zookeeper/config', data: '', dataLength: 0, version: -1, config: NEW },
    } as Note,
    under(OLD, NEW, z(2)),
  ],
  [leader, proposed(z(3)), under(OLD, NEW, z(3))],
];
const inForce = under(NEW, NEW, z(3));
/** 7·1 is committed before 7·3 is proposed. */
const IN_FORCE: Says = [
  ...RECONFIGURED.slice(0, 2),
  [leader, committed(z(1), 1, 2), under(OLD, NEW, z(2))],
  ...RECONFIGURED.slice(2),
  [leader, committed(z(2), 1, 3, 4), inForce],
];

// oxfmt-ignore
it.each<[what: string, before: Says, zxid: Zxid, acks: readonly number[], broken: boolean]>([
  // old: 1 2 3, new: 3 4 5                                                  acks       broken
  ['what comes before a reconfig in the same event', RECONFIGURED, z(1),     [1, 2],    false],
  ['what comes before a reconfig in the same event', RECONFIGURED, z(1),     [3, 4, 5], true],
  ['a reconfig',                                     RECONFIGURED, z(2),     [1, 3, 4], false],
  ['a reconfig without the old ones',                RECONFIGURED, z(2),     [3, 4, 5], true],
  ['a reconfig without the new ones',                RECONFIGURED, z(2),     [1, 2, 3], true],
  ['what was proposed while it was under way',       IN_FORCE,     z(3),     [1, 3, 4], false],
  ['the same without the old ones',                  IN_FORCE,     z(3),     [3, 4, 5], true],
  ['the same without the new ones',                  IN_FORCE,     z(3),     [1, 2],    true],
  ['what was proposed when it was in force',         IN_FORCE,     z(4),     [4, 5],    false],
  ['the same without the new ones',                  IN_FORCE,     z(4),     [1, 2],    true],
])('CommitQuorum: %s, %#: broken %s', (_, before, zxid, acks, broken) => {
  const after: Says = [...before, [leader, committed(zxid, ...acks), inForce]];
  expect(found(after).includes('CommitQuorum')).toBe(broken);
});

it.each<[readonly number[], boolean]>([
  [[1, 3, 4], false],
  [[1, 2, 3], true],
  [[3, 4, 5], true],
])(
  'CommitQuorum: what a leader begins with that has seen a newer configuration, acknowledged by %j: broken %s',
  (acks, broken) => {
    const quorum: Note = { kind: 'newLeaderQuorum', epoch: e(7), acks: acks.map(s) };
    // With it, the newer one is in force.
    const says: Says = [
      [leader, began(7), under(OLD, NEW)],
      [leader, quorum, inForce],
    ];
    expect(found(says).includes('CommitQuorum')).toBe(broken);
  },
);

/** Where the oracle of two voters grants what a majority would. */
const granted: World = {
  ...world,
  nodes: world.nodes.map((node) => {
    if (node.config.kind !== 'server') return node;
    return { ...node, config: { ...node.config, behaviour: { ...node.config.behaviour, oracle: 'grants' } } };
  }),
};

describe('9 the oracle of two voters excuses who asks it', () => {
  const two = configOf(z(0, 6), [1, 2]);
  // oxfmt-ignore
  it.each<[from: World, config: QuorumVerifier, needOracle: boolean, excused: boolean]>([
    [granted, two, true,  true],
    [granted, two, false, false], // somebody follows
    [granted, OLD, true,  false],
    [world,   two, true,  false],
  ])('a commit, and a leader, of one: %#, excused %s', (from, config, needOracle, excused) => {
    const alone: Change = (peer) => {
      under(config, config)(peer);
      peer.needOracle = needOracle;
    };
    const candidate = { ...vote, leader: s(1) };
    const says: Says = [
      [0, committed(z(1), 1), alone],
      [0, { kind: 'votesSent', vote: candidate, to: [], because: 'adopted' }, alone],
      [0, { ...elected(1), vote: candidate } as Note, alone],
    ];
    const broken = excused ? [] : ['CommitQuorum', 'VoteSoundness'];
    expect(found(says, from).filter((property) => ['CommitQuorum', 'VoteSoundness'].includes(property))).toEqual(broken);
  });
});

const knows =
  (config: QuorumVerifier, lastSeen = config): Change =>
  (peer) => {
    peer.quorumVerifier = config;
    peer.lastSeenQuorumVerifier = lastSeen;
  };

describe('what looks like a violation and is none', () => {
  it('LeaderLogCompleteness: a leader that slept through a later epoch may begin to serve without what that committed', () => {
    const late = found([
      [follower, committed(z(3), 1, 2)],
      [leader, began(1)],
      [leader, { kind: 'newLeaderQuorum', epoch: e(1), acks: [s(1), s(2)] }],
    ]);
    expect(late).not.toContain('LeaderLogCompleteness');
    expect(late).not.toContain('CommittedLogMonotonicity');
  });

  it('CommittedLogDurability: what its leader proposed itself comes again behind the TRUNC', () => {
    const dropped = [zxidFrom(1, 9)];
    const cut = found([
      [leader, applied(zxidFrom(1, 9))],
      [follower, { kind: 'truncated', to: zxidFrom(1, 8), dropped }],
    ]);
    expect(cut).not.toContain('CommittedLogDurability');
  });

  // oxfmt-ignore
  it.each<[what: string, holds: readonly Zxid[], inOrder: boolean]>([
    // of 5·1 and 5·2, which were there before the run, and of epochs 6 and 7, with three transactions each
    ['nothing',                                     [],                                       true],
    ['all of an epoch',                             [z(1, 6), z(2, 6), z(3, 6)],              true],
    ['all of two',                                  [z(1, 6), z(2, 6), z(3, 6), z(1), z(2)],  true],
    ['the beginning of each: the rest was cut off', [z(1, 6), z(1), z(2)],                    true],
    ['an epoch whose beginning nobody knows',       [z(2, 5), z(1, 6)],                       true],
    ['one that a counter made which ran over',      [z(1, 6), z(0), z(1)],                    true],
    ['not the first',                               [z(2, 6), z(3, 6)],                       false],
    ['not the second',                              [z(1, 6), z(3, 6)],                       false],
    ['a hole in the epoch before the last',         [z(1, 6), z(3, 6), z(1), z(2)],           false],
    ['a hole behind one that a counter made',       [z(1, 6), z(0), z(2)],                    false],
  ])('LocalPrimaryOrder: a server begins to serve with %s', (_, holds, inOrder) => {
    const says: Says = [6, 7].flatMap((epoch) => [
      [leader, began(epoch), leads(epoch)],
      ...[1, 2, 3].map((counter): Says[number] => [leader, proposed(z(counter, epoch)), leads(epoch)]),
    ]);
    expect(found([...says, [follower, serves, holding(...holds)]]).includes('LocalPrimaryOrder')).toBe(!inOrder);
  });

  it('Agreement: what a leader found in its log is delivered along with what it proposes', () => {
    const notes = [began(7), proposed(z(1)), proposed(z(2)), proposed(z(3)), stood(z(0))] as const;
    const before: Says = notes.map((note) => [leader, note, leads(7, z(0))] as const);
    const inLog: Says = [...before, [leader, applied(z(3)), holding(z(1), z(2))], [follower, stood(z(0))]];
    // 7·2 is delivered by who delivers 7·3, though it applied it as a mere log entry; another that passes it over is wrong.
    expect(found([...inLog, [follower, applied(z(2))]])).toContain('TotalOrder');
    expect(found([...inLog, [follower, applied(z(1))], [follower, applied(z(2))]])).toEqual([]);
  });

  // oxfmt-ignore
  it.each<[promised: number, began: Zxid | null, onDisk: Zxid, isDurable: boolean]>([
    // of 7·3, by a follower that has since promised, the leader of which began with, its disk now ends with
    [7, null,    z(3),    true],
    [7, null,    z(4),    true],
    [7, null,    z(2),    false],
    [8, z(2),    z(2),    true],   // it had it when it sent the ack, and the next leader had it cut away
    [8, z(3),    z(2),    false],  // the next leader has it, too: nobody cuts it away
    [8, null,    z(2),    false],  // nobody has led since
    [7, z(2),    z(1, 8), false],  // what ends later without it does not hold it
  ])('DurableAck: promised epoch %d, begun with %s, ends with %s: durable %s', (promised, beganWith, onDisk, isDurable) => {
    const from = withDisk({ acceptedEpoch: e(promised), snapshots: endingWith(onDisk), logFiles: [] });
    const says: Says = [
      [leader, began(7), leads(7, z(0, 6))],
      ...[1, 2, 3, 4].map((counter): Says[number] => [leader, proposed(z(counter)), leads(7)]),
      ...(beganWith === null ? [] : [[1, began(8), leads(8, beganWith)] as const]),
      [leader, acked(3), leads(7)],
    ];
    expect(found(says, from).includes('DurableAck')).toBe(!isDurable);
  });

  // oxfmt-ignore
  it.each<[committedFor: readonly number[], newer: readonly number[] | null, stays: boolean]>([
    // voters    of a reconfig that nobody commits
    [[1, 2, 3],  null,          false],
    [[1, 2, 3],  [1],           false],  // S1 alone has it: a quorum of what will never be in force
    [[1],        null,          true],
    [[1],        [1, 2, 3],     true],   // and a quorum of that lacks it
  ])('CommittedStaysCommitted: S1 has it, of voters %j, and one knows a configuration of %j: %s', (voters, newer, stays) => {
    const from = withDisk({ snapshots: endingWith(z(1)) });
    const config = configOf(z(0), voters);
    const start: Note = { kind: 'started', lastZxid: z(0), acceptedEpoch: e(7), currentEpoch: e(7) };
    const says: Says = [
      [leader, applied(z(1)), knows(config)],
      ...(newer === null ? [] : [[1, stood(z(0)), knows(configOf(z(9), newer))] as const]),
      [follower, start],
    ];
    expect(found(says, from).includes('CommittedStaysCommitted')).toBe(!stays);
  });

  // oxfmt-ignore
  it.each<[from: World, voters: readonly number[], stays: boolean]>([
    // nobody has it on disk
    [world,   [1, 2],    false],
    [granted, [1, 2],    true],  // each may decide alone, and have cut away what the other decided
    [granted, [1, 2, 3], false],
    [world,   [7, 8, 9], false], // who was never there has nothing
  ])('CommittedStaysCommitted: of voters %#, %j: %s', (from, voters, stays) => {
    const start: Note = { kind: 'started', lastZxid: z(0), acceptedEpoch: e(7), currentEpoch: e(7) };
    const says: Says = [[leader, applied(z(1)), knows(configOf(z(0), voters))], [follower, start]];
    expect(found(says, from).includes('CommittedStaysCommitted')).toBe(!stays);
  });

  // oxfmt-ignore
  it.each<[by: 'majority' | 'joined', other: Partial<typeof vote>, isSound: boolean]>([
    // how        the follower's vote differs
    ['majority', {},                                               true],
    ['majority', { electionEpoch: 2 as Round },                    false],
    ['majority', { zxid: z(1) },                                   false],
    ['majority', { peerEpoch: e(2) },                              false],
    ['majority', { leader: sidAt(follower) },                      false],
    ['joined',   { electionEpoch: 2 as Round },                    true],  // settled on it in an earlier round
    ['joined',   { zxid: z(1), electionEpoch: 2 as Round },        true],
    ['joined',   { peerEpoch: e(2) },                              true],  // filed without a version: the leader alone tells
    ['joined',   { peerEpoch: e(2), electionEpoch: 2 as Round },   false],
    ['joined',   { leader: sidAt(follower) },                      false],
  ])('VoteSoundness: 8.6 by %s, where one vote has %j: sound %s', (by, other, isSound) => {
    const one: Note = { kind: 'votesSent', vote: { ...vote, ...other }, to: [], because: 'adopted' };
    const says: Says = [[leader, cast], [follower, one], [leader, { ...elected(leader + 1, follower + 1), by } as Note]];
    expect(found(says).includes('VoteSoundness')).toBe(!isSound);
  });

  // oxfmt-ignore
  it.each<[agreeing: readonly number[], isSound: boolean]>([
    // S2 by 1 2, and 2 3
    [[1, 2],       false],
    [[2, 3],       false],
    [[1, 2, 3],    true],
  ])('VoteSoundness: 9 %j are a quorum only of every configuration that is known: %s', (agreeing, isSound) => {
    const candidate = { ...vote, leader: s(2) };
    const votes = agreeing.map((sid): Says[number] => [sid - 1, { kind: 'votesSent', vote: candidate, to: [], because: 'adopted' }]);
    const note: Note = { ...elected(...agreeing), vote: candidate } as Note;
    expect(found([...votes, [1, note, knows(configOf(z(0, 6), [1, 2]), configOf(z(2), [2, 3]))]]).includes('VoteSoundness')).toBe(!isSound);
  });

  // oxfmt-ignore
  it.each<[voters: readonly number[], weights: readonly number[] | null, isSound: boolean]>([
    // S2 is elected by S1 and S2, of these, with these weights
    [[1, 2, 3], null,      true],
    [[1, 2, 3], [1, 1, 1], true],
    [[1, 2, 3], [2, 0, 1], false], // whoever weighs nothing is elected by nobody
    [[1, 3],    null,      false], // whoever votes in no configuration, too
  ])('VoteSoundness: 8.5 S2 among %j, weights %j: %s', (voters, weights, isSound) => {
    const plain = configOf(z(0, 6), voters);
    const config = weights === null ? plain : { ...plain, groups: [{ sids: voters.map(s), weights }] };
    const candidate = { ...vote, leader: s(2) };
    const by = voters.slice(0, 2);
    const votes = by.map((sid): Says[number] => [sid - 1, { kind: 'votesSent', vote: candidate, to: [], because: 'adopted' }]);
    const says: Says = [...votes, [1, { ...elected(...by), vote: candidate } as Note, knows(config)]];
    expect(found(says).includes('VoteSoundness')).toBe(!isSound);
  });

  it('VoteSoundness: 3.5.0 to 3.5.4 say no round; the rest of the vote counts all the same', () => {
    const settled = { ...vote, electionEpoch: -1 as Round };
    const note: Note = { ...elected(leader + 1, follower + 1), vote: settled } as Note;
    const says = (zxid: Zxid): Says => [
      [leader, cast],
      [follower, { ...cast, vote: { ...vote, zxid } }],
      [leader, note],
    ];
    expect(found(says(vote.zxid))).not.toContain('VoteSoundness');
    expect(found(says(z(4)))).toContain('VoteSoundness');
  });

  // oxfmt-ignore
  it.each<[beganWith: Zxid, onDisk: Zxid, isDurable: boolean]>([
    [z(3, 6), z(3, 6), true],
    [z(3, 6), z(2, 6), false],
    [z(0, 6), z(0, 6), true], // (E,0) is no transaction
    [z(0, 6), z(0, 0), true],
  ])('DurableAck: NEWLEADER is acknowledged for all that the leader began with, %s, by a disk that ends with %s: %s', (beganWith, onDisk, isDurable) => {
    const from = withDisk({ acceptedEpoch: e(7), snapshots: endingWith(onDisk), logFiles: [] });
    const ack: Note = { kind: 'newLeaderAcked', sid: sidAt(follower), acks: [sidAt(follower)], voters: 3 };
    expect(found([[leader, ack, leads(7, beganWith)]], from).includes('DurableAck')).toBe(!isDurable);
  });

  it('Integrity: of what disks held before the run nobody can tell who proposed it', () => {
    const started: Note = { kind: 'started', lastZxid: z(3), acceptedEpoch: e(7), currentEpoch: e(7) };
    expect(
      found([
        [follower, started],
        [follower, applied(z(4))],
      ]),
    ).not.toContain('Integrity');
  });
});

describe('ackInconsistent is of one connection', () => {
  const [old, anew] = world.connections.flatMap((one) => (one === null ? [] : [one.id]));
  type Ack = readonly [on: number | undefined, zxid: Zxid];

  function ofAcks(acks: readonly Ack[], from: World = world): readonly Violation[] {
    let audit = newAudit(freshGeneration());
    return acks.flatMap(([on, zxid]) => {
      if (on === undefined) throw new Error('three servers have two connections');
      const arrival = { on, from: follower, sentAt: 0, by: 0, packet: { type: 'ACK', zxid } } as const;
      const watched = { node: leader, notes: [], arrival, disturbs: false };
      const seen = observe(audit, from, watched, audit.generation);
      audit = seen.audit;
      // None of these packets really was under way.
      return seen.violations.filter(({ property }) => property !== 'MessageFifo');
    });
  }

  // oxfmt-ignore
  it.each<[what: string, acks: readonly Ack[], broken: number]>([
    ['one after the other',                                  [[old, z(1)], [old, z(2)]],                0],
    ['one before the other',                                 [[old, z(2)], [old, z(1)]],                1],
    ['twice',                                                [[old, z(1)], [old, z(1)]],                1],
    ['what went over the old one comes after the new one’s', [[anew, z(2)], [old, z(1)]],               0],
    ['each of two in its own order',                         [[anew, z(2)], [old, z(1)], [anew, z(3)]], 0],
    ['the new one’s fall, with the old one’s between',       [[anew, z(3)], [old, z(1)], [anew, z(2)]], 1],
    ['NEWLEADER and UPTODATE',                               [[old, z(0)], [old, z(1)], [old, z(0)]],   0],
  ])('%s', (_, acks, broken) => {
    const violation = { property: 'ackInconsistent', servers: [sidAt(follower), sidAt(leader)] };
    expect(ofAcks(acks)).toEqual(Array.from({ length: broken }, () => expect.objectContaining(violation) as Violation));
  });

  it('nothing is kept of connections that are no more', () => {
    let audit = newAudit(freshGeneration());
    for (const on of [...world.connections.flatMap((one) => (one === null ? [] : [one.id])), 1e6, 2e6]) {
      const arrival = { on, from: follower, sentAt: 0, by: 0, packet: { type: 'ACK', zxid: z(1) } } as const;
      audit = observe(audit, world, { node: leader, notes: [], arrival, disturbs: false }, audit.generation).audit;
    }
    const kept = audit.acked.map(({ on }) => on);
    expect([kept.includes(1e6), kept.at(-1), kept.length]).toEqual([
      false,
      2e6,
      world.connections.filter(Boolean).length + 1,
    ]);
  });
});

it('sees the same whether all notes are built or only those it watches', () => {
  for (const seed of [1, 2, 3, 4]) {
    const [every, watched] = [true, false].map((noting) => {
      const live = zooKeeperMachine.resume(startOf(randomScenario({ ...SWEEP_OPTIONS, seed }), auditor));
      for (let i = 0; i < 1500; i++) zooKeeperMachine.step(live, noting);
      return digestOf(live.audit);
    });
    expect(watched).toBe(every);
  }
});
