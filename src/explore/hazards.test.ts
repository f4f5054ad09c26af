import { describe, expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { withEpoch, withProposal } from '../audit/proposals.ts';
import { emptyList } from '../base/append-list.ts';
import { freshGeneration } from '../base/slice.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import type { Entry } from '../sim/entry.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { type QuorumVerifier, type ServerSpec, quorumVerifier } from '../zookeeper/config/ensemble.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Epoch, type Sid, type Zxid, ZXID_ZERO, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import { hazardsAtRest, hazardsOf } from './hazards.ts';

/** Three servers in service, S3 leads. */
const live = zooKeeperMachine.resume(startOf(leaderKilled, auditor));
while (
  live.world.nodes.some(
    ({ config: of, state }) => of.kind === 'server' && (state?.kind !== 'server' || !state.clients.serving),
  )
) {
  if (zooKeeperMachine.step(live, false) === null) throw new Error('they come into service');
}

const spec =
  (learnerType: 'PARTICIPANT' | 'OBSERVER') =>
  (sid: number): ServerSpec => ({ sid: sid as Sid, node: sid - 1, learnerType });

const config = (version: Zxid, voters: readonly number[], observers: readonly number[] = []): QuorumVerifier => {
  const servers = [...voters.map(spec('PARTICIPANT')), ...observers.map(spec('OBSERVER'))];
  return quorumVerifier({ version, servers, groups: null });
};

type Changed = Partial<QuorumPeer>;

/** The moment with servers changed, by sid. */
function momentWith(
  changed: Readonly<Record<number, Changed>>,
  audit: Partial<NonNullable<Moment['audit']>> = {},
): Moment {
  const nodes = live.world.nodes.map((node) =>
    node.state?.kind === 'server' ? { ...node, state: { ...node.state, ...changed[node.state.sid] } } : node,
  );
  const known = auditor.begin(freshGeneration());
  return { ...live, world: { ...live.world, nodes }, audit: { ...known, ...audit } };
}

function said(sid: number, note: Note, moment: Moment): readonly string[] {
  const node = moment.world.nodes.findIndex(({ config: of }) => of.kind === 'server' && of.sid === sid);
  const entry = { node, notes: [note], violations: [], action: null, packet: null } as unknown as Entry;
  return hazardsOf(entry, moment).map(({ name }) => name);
}

const create: TxnBody = { type: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, parentCVersion: 1 };
const z = (counter: number, epoch = 1): Zxid => zxidFrom(epoch, counter);

describe('reconfig not counted in sync: an observer misses reconfigs alone', () => {
  const reconfig: TxnBody = {
    type: 'reconfig',
    path: '/zookeeper/config',
    data: '',
    dataLength: 0,
    version: -1,
    config: config(z(2), [2, 3], [1]),
  };
  const proposals = [create, reconfig, reconfig, create].reduce(
    (so, body, i) => withProposal(so, z(i + 1), body),
    withEpoch({}, 1 as Epoch, ZXID_ZERO),
  );
  // oxfmt-ignore
  it.each<[is: string, expected: Zxid, zxid: Zxid, known: boolean]>([
    // S1        expects  gets   1·2 and 1·3 are reconfigs
    ['observer', z(2),    z(4),  true],
    ['observer', z(3),    z(4),  true],
    ['observer', z(1),    z(4),  false],
    ['observer', z(2),    z(5),  false],
    ['observer', z(4),    z(3),  false],
    ['observer', z(2, 0), z(4),  false],
    ['voter',    z(2),    z(4),  false],
  ])('an %s expects %s and gets %s: %s', (is, expected, zxid, known) => {
    const quorum = is === 'observer' ? config(z(3), [2, 3], [1]) : config(z(3), [1, 2, 3]);
    const moment = momentWith({ 1: { quorumVerifier: quorum } }, { proposals });
    expect(said(1, { kind: 'proposalGap', zxid, expected }, moment)).toEqual(
      known ? ['reconfig not counted in sync'] : [],
    );
  });
});

it.each([
  ['epochBehindLog', ['ZOOKEEPER-2354']],
  // The epochs are written in their order: nothing that is known brings this about.
  ['acceptedBehindCurrent', []],
] as const)('ZOOKEEPER-2354: refuses to start for %s: %j', (reason, names) => {
  const epochs = { lastZxid: z(1), acceptedEpoch: 1 as Epoch, currentEpoch: 1 as Epoch };
  expect(said(1, { kind: 'refusedToStart', reason, ...epochs }, momentWith({}))).toEqual(names);
});

describe('observer promoted in sync: only where its disk has the epoch, and not what it began with', () => {
  const leading = live.world.nodes.flatMap(({ state }) =>
    state?.kind === 'server' && state.leader !== null ? [state] : [],
  )[0];
  const acked: Note = { kind: 'newLeaderAcked', sid: 1 as Sid, acks: [1 as Sid], voters: 3 };
  // oxfmt-ignore
  it.each<[type: 'OBSERVER' | 'PARTICIPANT', began: Zxid, known: boolean]>([
    ['OBSERVER',    z(7, 0),   true],
    ['OBSERVER',    ZXID_ZERO, false],
    ['PARTICIPANT', z(7, 0),   false], // of a voter that is a finding
  ])('the ack of an %s, of an epoch that began with %s: %s', (learnerType, began, known) => {
    if (leading?.leader == null) throw new Error('somebody leads');
    const handlers = leading.leader.handlers.map((handler) => (handler.sid === 1 ? { ...handler, learnerType } : handler));
    const proposals = { [1 as Epoch]: { after: began, bodies: emptyList<TxnBody>(), hasGap: false } };
    const moment = momentWith({ [leading.sid]: { leader: { ...leading.leader, handlers } } }, { proposals });
    expect(said(leading.sid, acked, moment)).toEqual(known ? ['observer promoted in sync'] : []);
  });
});

describe('a configuration that nobody else knows', () => {
  // oxfmt-ignore
  it.each<[state: 'LOOKING' | 'FOLLOWING', voters: readonly number[], hazards: readonly string[]]>([
    // S1         has seen one of
    ['LOOKING',   [1, 4, 5],  ['unfinished reconfig']],
    ['LOOKING',   [2, 4, 5],  ['unfinished reconfig']],
    ['LOOKING',   [1, 2, 3],  []], // S2 and S3 answer it, and are a quorum of that too
    ['LOOKING',   [2, 3, 4],  []],
    ['FOLLOWING', [1, 4, 5],  []],
  ])('unfinished reconfig: S1 %s has seen one of %j: %j', (state, voters, hazards) => {
    const moment = momentWith({ 1: { state, lastSeenQuorumVerifier: config(z(9), voters) } });
    expect(hazardsAtRest(moment).map(({ name }) => name)).toEqual(hazards);
  });

  it.each([
    [false, ['uncommitted reconfig in force']],
    [true, []],
  ] as const)('uncommitted reconfig in force: committed %s: %j', (isCommitted, hazards) => {
    const newer = config(z(9), [1, 2, 3]);
    const proposals = withProposal(withEpoch({}, 1 as Epoch, ZXID_ZERO), z(1), create);
    const moment = momentWith(
      { 1: { quorumVerifier: newer, lastSeenQuorumVerifier: newer } },
      { proposals, committedBy: { [1 as Epoch]: z(isCommitted ? 9 : 8) } },
    );
    expect(hazardsAtRest(moment).map(({ name }) => name)).toEqual(hazards);
  });
});
