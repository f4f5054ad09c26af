import { describe, expect, it } from 'vitest';
import { type QuorumVerifier, quorumVerifier } from '../config/ensemble.ts';
import type { SessionId, Sid } from '../ids.ts';
import { following, proposes, synchronizing } from '../peer/following.ts';
import { type StandIn, voteText, zxidOf, zxidShort } from '../peer/stand-in.ts';

/** `1 2 o3` at a version. Server 1 follows 3 in epoch 1; it was started with `1 2 3`, of version 0. */
function ensemble(text: string, version: string): QuorumVerifier {
  const servers = text.split(' ').map((word) => {
    const sid = Number(word.replace('o', ''));
    const learnerType = word.startsWith('o') ? ('OBSERVER' as const) : ('PARTICIPANT' as const);
    return { sid: sid as Sid, node: sid, learnerType };
  });
  return quorumVerifier({ version: zxidOf(version), servers, groups: null });
}

function configWrites(said: readonly string[]): readonly string[] {
  return said.filter((line) => line.startsWith('write config'));
}

function inForce({ peer }: StandIn): string {
  return zxidShort(peer.quorumVerifier.version);
}

describe('21 a configuration that is proposed is seen', () => {
  it('written beside the one in force, which it does not change', () => {
    const server = following({ reconfigEnabled: true });
    const said = offer(server, ensemble('1 2', '1.1'), '1.1');
    expect(said).toEqual(['write config next 1.1', 'write log 1.1']);
    expect(server.noted('configSeen')).toEqual([{ kind: 'configSeen', version: zxidOf('1.1'), voters: [1, 2] }]);
    expect([inForce(server), zxidShort(server.peer.lastSeenQuorumVerifier.version)]).toEqual(['0.0', '1.1']);
    server.allFlushed();
    expect(zxidShort(server.durable.nextConfig?.version ?? zxidOf('-'))).toBe('1.1');
  });

  it.each([
    // then         voters of the newest seen
    ['1.1', [], [1, 2]], // what it has seen
    ['1.2', ['write config next 1.2'], [1, 2, 4]],
    ['1.0', ['write config next 1.0'], [1, 2, 4]], // another leader takes back what the first could not finish
  ])('after 1.1, %s', (version, writes, voters) => {
    const server = following({ reconfigEnabled: true });
    offer(server, ensemble('1 2', '1.1'), '1.1');
    expect(configWrites(offer(server, ensemble('1 2 4', version), '1.2'))).toEqual(writes);
    expect(server.noted('configSeen')).toHaveLength(writes.length);
    expect(server.peer.lastSeenQuorumVerifier.voters).toEqual(voters);
  });

  it('who may join is dialled before it votes, whatever it will be', () => {
    const server = following({ reconfigEnabled: true });
    // With 2, which is known, it has no connection either.
    server.answered(2, 'election', 'opened');
    server.input({ kind: 'closed', on: server.peer.cnx.peers.find(({ sid }) => sid === 2)?.worker ?? -1 });
    expect(offer(server, ensemble('1 2 3 4 o5', '1.1'), '1.1')).toEqual([
      'arm dial:4 5000',
      'arm dial:5 5000',
      'write config next 1.1',
      'write log 1.1',
    ]);
    // Dialled, and nothing is written to it yet: it has no queue.
    const joiners = server.peer.cnx.peers.filter(({ sid }) => sid > 3);
    expect(joiners).toMatchObject([
      { sid: 4, hasQueue: false },
      { sid: 5, hasQueue: false },
    ]);
  });

  it('nobody dials itself, though it is the one that may join', () => {
    const server = following({ reconfigEnabled: true });
    server.peer = { ...server.peer, quorumVerifier: ensemble('2 3', '0.0') };
    expect(offer(server, ensemble('1 2 3', '1.1'), '1.1')).toEqual(['write config next 1.1', 'write log 1.1']);
  });

  it('a newer one that is seen already is not forgotten when an older one is committed', () => {
    const server = following({ reconfigEnabled: true });
    offer(server, ensemble('1 2 3 4', '1.1'), '1.1');
    offer(server, ensemble('1 2 3 5', '1.2'), '1.2');
    server.allFlushed();
    server.receive(3, { type: 'COMMITANDACTIVATE', zxid: zxidOf('1.1'), designated: 3 as Sid }, 'quorum');
    expect([inForce(server), zxidShort(server.peer.lastSeenQuorumVerifier.version)]).toEqual(['1.1', '1.2']);
  });

  it('in silence where nobody listens', () => {
    const server = following({ reconfigEnabled: true, noting: false });
    offer(server, ensemble('1 2', '1.1'), '1.1');
    expect(server.notes).toEqual([]);
    server.allFlushed();
    server.receive(3, { type: 'COMMITANDACTIVATE', zxid: zxidOf('1.1'), designated: 2 as Sid }, 'quorum');
    expect([server.notes, inForce(server)]).toEqual([[], '1.1']);
  });

  it('not where reconfig is disabled', () => {
    const server = following();
    expect(configWrites(offer(server, ensemble('1 2', '1.1'), '1.1'))).toEqual([]);
  });
});

function offer(server: StandIn, config: QuorumVerifier, zxid: string): readonly string[] {
  const node = { path: '/zookeeper/config', data: '', dataLength: 0, version: 1 };
  return proposes(server, zxid, '0xs' as SessionId, { type: 'reconfig', ...node, config });
}

describe('21 a committed one is put in force', () => {
  it.each([
    // members      designated   then             its vote
    ['1 2 3 4', 3, 'FOLLOWING 3', '3:0.0 e1 r1'], // another voter beside: nothing changes for it
    ['1 2 3 o4', 3, 'FOLLOWING 3', '3:0.0 e1 r1'],
    ['o1 2 3', 3, 'OBSERVING 3', '3:0.0 e1 r1'], // its own role does: it goes back to the same leader in another
    ['1 2', 2, 'FOLLOWING 2', '2:1.1 e-1 r-1'], // another leader: straight to it, nobody is asked
    ['o1 2 4', 2, 'OBSERVING 2', '2:1.1 e-1 r-1'],
    ['1 2', 1, 'LEADING', '1:1.1 e-1 r-1'], // it leads itself
  ])('%s, designated %d: %s', (members, designated, role, vote) => {
    const server = following({ reconfigEnabled: true });
    offer(server, ensemble(members, '1.1'), '1.1');
    server.allFlushed();
    const packet = { type: 'COMMITANDACTIVATE', zxid: zxidOf('1.1'), designated: designated as Sid } as const;
    const said = server.receive(3, packet, 'quorum');
    expect(configWrites(said)).toEqual(['write config current 1.1']);
    const { voters } = ensemble(members, '1.1');
    expect(server.noted('configActivated')).toEqual([
      { kind: 'configActivated', version: zxidOf('1.1'), voters, restarts: true },
    ]);
    const { state, learner, currentVote, reconfigFlag } = server.peer;
    expect([state, learner?.leader].filter((part) => part !== undefined).join(' ')).toBe(role);
    expect([voteText(currentVote), reconfigFlag, inForce(server)]).toEqual([vote, false, '1.1']);
    // Connections and rounds begin anew.
    expect(said.filter((line) => line.includes('election'))).toEqual(['unlisten election', 'listen election']);
    // The one that 2 dialled, and its own dial to 2, which nobody has answered.
    expect(said.filter((line) => line === 'close 2')).toHaveLength(2);
    expect(server.peer.election).toMatchObject({ logicalClock: 0, receiverDead: false });
    server.allFlushed();
    expect([zxidShort(server.durable.config?.version ?? zxidOf('-')), server.durable.nextConfig]).toEqual([
      '1.1',
      null,
    ]);
  });

  it.each([
    // NEWLEADER carries    with UPTODATE    in force   then
    ['1 2 3', '0.0', [], '0.0', 'FOLLOWING'], // the one it has
    ['1 2', '0.0', [], '0.0', 'FOLLOWING'], // by its version
    ['1 2 3', '1.0', ['write config current 1.0'], '1.0', 'FOLLOWING'],
    ['1 2 3 4', '1.0', ['write config current 1.0'], '1.0', 'FOLLOWING'],
    ['o1 2 3', '1.0', ['write config current 1.0'], '1.0', 'LOOKING'], // its role is another
    ['1 2 4', '1.0', ['write config current 1.0'], '1.0', 'LOOKING'], // its leader votes no more
  ])('by UPTODATE: %s of version %s', (members, version, writes, active, state) => {
    const server = synchronizing({ reconfigEnabled: true });
    const config = ensemble(members, version);
    const seen = configWrites(server.receive(3, { type: 'NEWLEADER', zxid: zxidOf('1.0'), config }, 'quorum'));
    expect(seen).toEqual(version === '0.0' ? [] : ['write config next 1.0']);
    server.allFlushed();
    expect(inForce(server)).toBe('0.0');
    expect(configWrites(server.receive(3, { type: 'UPTODATE' }, 'quorum'))).toEqual(writes);
    expect([inForce(server), server.peer.state]).toEqual([active, state]);
    expect(server.noted('leaderLost')).toMatchObject(state === 'LOOKING' ? [{ reason: 'reconfigured' }] : []);
  });

  it.each([
    // NEWLEADER carries  of version   its own has 3 as an observer   then
    ['1 2 3', '1.0', false, 'FOLLOWING'],
    ['1 2 3', '1.0', true, 'LOOKING'], // its leader was no voter, and is one now
  ])('by UPTODATE: %s of version %s, where 3 watched before: %s', (members, version, watched, state) => {
    const server = synchronizing({ reconfigEnabled: true });
    if (watched) server.peer = { ...server.peer, quorumVerifier: ensemble('1 2 o3', '0.0') };
    server.receive(3, { type: 'NEWLEADER', zxid: zxidOf('1.0'), config: ensemble(members, version) }, 'quorum');
    server.allFlushed();
    server.receive(3, { type: 'UPTODATE' }, 'quorum');
    expect([inForce(server), server.peer.state]).toEqual([version, state]);
  });

  it('not where reconfig is disabled, whatever NEWLEADER carries', () => {
    const server = synchronizing();
    server.receive(3, { type: 'NEWLEADER', zxid: zxidOf('1.0'), config: ensemble('1 2 4', '1.0') }, 'quorum');
    server.allFlushed();
    expect(configWrites(server.receive(3, { type: 'UPTODATE' }, 'quorum'))).toEqual([]);
    expect([inForce(server), server.peer.state, server.noted('configActivated')]).toEqual(['0.0', 'FOLLOWING', []]);
  });

  it('a thread that died of a malformed notification lives again with the connections', () => {
    const server = following({ reconfigEnabled: true });
    server.peer = { ...server.peer, election: { ...server.peer.election, receiverDead: true } };
    offer(server, ensemble('1 2 3 4', '1.1'), '1.1');
    server.allFlushed();
    server.receive(3, { type: 'COMMITANDACTIVATE', zxid: zxidOf('1.1'), designated: 3 as Sid }, 'quorum');
    expect(server.peer.election.receiverDead).toBe(false);
  });

  it.each([
    // reconfigFlagClear: without a designated leader there is an election, whatever was named before
    [true, 'LOOKING'],
    [false, 'LOOKING'],
  ])('by UPTODATE nobody is named: where somebody had been, %s, it looks all the same', (named, state) => {
    const server = synchronizing({ reconfigEnabled: true });
    server.peer = { ...server.peer, reconfigFlag: named };
    server.receive(3, { type: 'NEWLEADER', zxid: zxidOf('1.0'), config: ensemble('o1 2 3', '1.0') }, 'quorum');
    server.allFlushed();
    server.receive(3, { type: 'UPTODATE' }, 'quorum');
    expect([server.peer.state, server.peer.reconfigFlag]).toEqual([state, false]);
  });

  it.each([
    // members      committed   designated  in force   then          what is left to commit
    ['1 2 3 4', '1.1', 3, '1.1', 'FOLLOWING 3', ['1.1']],
    ['1 2', '1.1', 2, '1.1', 'FOLLOWING 2', []], // the sync is over before it is dealt with
    ['1 2 3 4', '1.2', 3, '0.0', 'FOLLOWING 3', ['1.2']], // not the oldest proposal: nothing is known of it
  ])('amid a sync: %s, committed %s, designated %d', (members, zxid, designated, active, role, left) => {
    const server = synchronizing({ reconfigEnabled: true });
    offer(server, ensemble(members, '1.1'), '1.1');
    const packet = { type: 'COMMITANDACTIVATE', zxid: zxidOf(zxid), designated: designated as Sid } as const;
    server.receive(3, packet, 'quorum');
    const { state, learner } = server.peer;
    expect([inForce(server), `${state} ${learner?.leader}`]).toEqual([active, role]);
    expect(learner?.packetsCommitted.map(zxidShort)).toEqual(left);
  });

  it.each([
    [3, 'OBSERVING 3', ['1.1']],
    [2, 'OBSERVING 2', []],
  ])('amid an observer’s sync: designated %d', (designated, role, left) => {
    const server = synchronizing({ observes: true, reconfigEnabled: true });
    const config = ensemble('o1 2 3', '1.1');
    const body = { type: 'reconfig', path: '/zookeeper/config', data: '', dataLength: 0, version: 1, config } as const;
    const txn = { zxid: zxidOf('1.1'), sessionId: '0xs' as SessionId, cxid: 0, time: 0, body };
    server.receive(3, { type: 'INFORMANDACTIVATE', zxid: txn.zxid, txn, designated: designated as Sid }, 'quorum');
    // Whoever follows another leader from now on waits first, like any observer between two leaders.
    if (server.peer.learner === null) server.fire('observerDelay', 100);
    const { state, learner } = server.peer;
    expect([inForce(server), `${state} ${learner?.leader}`]).toEqual(['1.1', role]);
    expect(learner?.packetsCommitted.map(zxidShort)).toEqual(left);
  });
});
