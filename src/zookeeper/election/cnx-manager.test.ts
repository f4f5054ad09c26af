import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import { type QuorumVerifier, quorumVerifier } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import { StandIn, voteFrom, zxidOf } from '../peer/stand-in.ts';
import { type ElectionPeer, haveDelivered } from './cnx-manager.ts';

/** Server 2 of 1, 2, 3; its first vote waits for connections to 1 and 3, which it has dialled. */
function fresh(observers: readonly number[] = [], toggles: Partial<Behaviour> = {}): StandIn {
  return new StandIn({ sid: 2, voters: [1, 2, 3], observers, toggles });
}

function peer(server: StandIn, sid: number): Omit<ElectionPeer, 'sid'> {
  const found = server.peer.cnx.peers.find((other) => other.sid === sid);
  if (found === undefined) throw new Error(`no peer ${sid}`);
  return found;
}

const VOTE = 'LOOKING 2:0.0 e0 r1';

describe('7 who dials', () => {
  it('a dial to a smaller sid is kept: name, then the message that waits', () => {
    const server = fresh();
    expect(server.answered(1, 'election', 'opened')).toEqual([
      'disarm dial:1',
      '→1 INITIAL 2',
      'read 1 off',
      `→1 ${VOTE}`,
    ]);
    expect(peer(server, 1)).toMatchObject({ queued: null, dialling: null, worker: server.on(1) });
  });

  it('trap 26.39: a dial to a larger sid only wakes it up: name, then close', () => {
    const server = fresh();
    expect(server.answered(3, 'election', 'opened')).toEqual(['disarm dial:3', '→3 INITIAL 2', 'close 3']);
    expect(server.noted('electionDialDropped')).toEqual([
      { kind: 'electionDialDropped', to: 3, because: 'smallerSid' },
    ]);
    // The message stays where it is until 3 dials back.
    expect(peer(server, 3)).toMatchObject({ worker: null, dialling: null, hasQueue: true });
    expect(peer(server, 3).queued).not.toBeNull();
    expect(server.connect(3)).toEqual(['read 3 10000', 'read 3 off', `→3 ${VOTE}`]);
  });

  it('dialled by a smaller sid: hang up and dial back', () => {
    const server = fresh();
    server.answered(1, 'election', 'refused');
    const said = server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(said).toEqual(['read 1 10000', 'close 1', 'arm dial:1 5000']);
    expect(server.noted('electionDialReversed')).toHaveLength(1);
    expect(peer(server, 1).dialling).toBe(server.on(1));
  });

  it('dialled by a smaller sid while a connection stands: that one ends too', () => {
    const server = fresh();
    server.answered(1, 'election', 'opened');
    const said = server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(said).toEqual(['read 1 10000', 'close 1', 'close 1', 'arm dial:1 5000']);
  });

  it('dialled by a smaller sid while dialling it: one dial is enough', () => {
    const server = fresh();
    const said = server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(said).toEqual(['read 1 10000', 'close 1']);
  });

  it.each([
    // the address that it says   dialled back
    [7, ['read 0 10000', 'close 0', 'arm dial:0 5000']],
    [undefined, ['read 0 10000', 'close 0']], // nobody else knows one
  ])('dialled by a smaller sid outside the configuration, at %j', (address, expected) => {
    const named = { type: 'INITIAL', sid: 0 as Sid, ...(address !== undefined && { address }) } as const;
    expect(fresh().dialled(0, 'election', named)).toEqual(expected);
  });

  it('dialled by a larger sid: the new connection replaces the old', () => {
    const server = fresh();
    server.connect(3);
    const first = server.on(3);
    expect(server.connect(3)).toEqual(['read 3 10000', 'close 3', 'read 3 off', `→3 ${VOTE}`]);
    expect(server.on(3)).not.toBe(first);
    expect(peer(server, 3).worker).toBe(server.on(3));
  });

  it('dialled by itself, or by a smaller sid outside the configuration, it hangs up', () => {
    const server = fresh();
    expect(server.dialled(2, 'election', { type: 'INITIAL', sid: 2 as Sid })).toEqual(['read 2 10000', 'close 2']);
    expect(server.notes).toEqual([]);
    expect(server.dialled(0, 'election', { type: 'INITIAL', sid: 0 as Sid })).toEqual(['read 0 10000', 'close 0']);
    expect(server.peer.cnx.incoming).toEqual([]);
  });
});

it('7 dialled by a larger sid outside the configuration: it is listened to', () => {
  const server = fresh();
  expect(server.dialled(8, 'election', { type: 'INITIAL', sid: 8 as Sid })).toEqual(['read 8 10000', 'read 8 off']);
  expect(peer(server, 8).worker).toBe(server.on(8));
  // 8.3-2: a stranger is told the current vote.
  expect(server.vote(8, '8:9.9 e9 r9')).toEqual(['→8 LOOKING 2:0.0 e0 r1']);
  server.input({ kind: 'closed', on: server.on(8) });
  expect(peer(server, 8).worker).toBeNull();
});

it('7 it knows all other servers, in sid order, and strangers among them once they have called', () => {
  const server = new StandIn({ sid: 2, voters: [3, 10, 2, 1], observers: [4] });
  const known = (): readonly number[] => server.peer.cnx.peers.map(({ sid }) => sid);
  expect(known()).toEqual([1, 3, 4, 10]);
  server.answered(1, 'election', 'refused');
  expect(known()).toEqual([1, 3, 4, 10]);
  for (const sid of [9, 5]) server.dialled(sid, 'election', { type: 'INITIAL', sid: sid as Sid });
  expect(known()).toEqual([1, 3, 4, 5, 9, 10]);
});

/** A configuration of version 1.4. */
function ensemble(voters: readonly number[]): QuorumVerifier {
  const servers = voters.map((sid) => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' as const }));
  return quorumVerifier({ version: zxidOf('1.4'), servers, groups: null });
}

it('7 QuorumCnxManager.halt closes what stands, what is dialled and who has not said its name, and no more', () => {
  const server = new StandIn({ sid: 2, voters: [1, 2, 3, 4], reconfigEnabled: true });
  server.answered(4, 'election', 'refused');
  server.connect(3);
  server.dialled(8, 'election');
  const vote = { type: 'NOTIFICATION', state: 'LOOKING', ...voteFrom('3:0.0 e0 r1') } as const;
  // A newer configuration of other members ends the election: 1 is being dialled, 3 has called, and is dialled, too; 4 is neither.
  expect(server.receive(3, { ...vote, config: ensemble([1, 2, 3]) })).toEqual([
    'write config current 1.4',
    'unlisten election',
    'close 1',
    'disarm dial:1',
    'close 3',
    'close 3',
    'disarm dial:3',
    'close 8',
  ]);
});

// oxfmt-ignore
it.each([
  // has seen a configuration of   it dials
  [[1, 2, 3],                      [1, 3]],
  [[2, 3, 4],                      [1, 3, 4]], // 1 where the one in force says, 4 where the newest does
])('7 connectOne: servers are looked up in the committed view, then in the last proposed one: %j', (seen, dials) => {
  const server = new StandIn({ sid: 2, voters: [1, 2, 3], reconfigEnabled: true, durable: { nextConfig: ensemble(seen) } });
  expect(dialled(server)).toEqual(dials.map((sid) => `arm dial:${sid} 5000`));
});

describe('7 dials that come to nothing', () => {
  it('ended before it was answered: free to dial again', () => {
    const server = fresh();
    expect(server.input({ kind: 'closed', on: server.on(1) })).toEqual(['disarm dial:1']);
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000', 'arm election 400']);
  });

  it('where all are tried again: those something waits for, who are not called already and have an address', () => {
    const server = fresh([4]);
    // 8 is in nobody's configuration; it has called, and gone.
    server.dialled(8, 'election', { type: 'INITIAL', sid: 8 as Sid });
    server.vote(8, '8:9.9 e9 r9');
    server.input({ kind: 'closed', on: server.on(8) });
    // Its queue is empty, so the vote is sent to all again; 3 is still being called, and nothing ever waited for 4.
    server.answered(1, 'election', 'refused');
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000', 'arm election 400', 'arm election 400']);
    expect(server.noted('electionDialled')).toEqual([{ kind: 'electionDialled', to: 1 }]);
  });

  it('refused: free to dial again', () => {
    const server = fresh();
    expect(server.answered(1, 'election', 'refused')).toEqual(['disarm dial:1']);
    expect(server.noted('electionUnreachable')).toMatchObject([{ to: 1, because: 'refused' }]);
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000', 'arm election 400']);
  });

  it('unanswered for cnxTimeout: given up', () => {
    const server = fresh();
    expect(server.fire('dial:1', 5000)).toEqual(['close 1']);
    expect(server.noted('electionUnreachable')).toMatchObject([{ to: 1, because: 'timeout' }]);
    // A late answer to what was given up is hung up on.
    expect(server.answered(1, 'election', 'opened')).toEqual(['close 1']);
    expect(server.fire('dial:1')).toEqual([]);
  });

  it('a caller who does not say its name within syncLimit ticks is hung up on', () => {
    const server = fresh();
    expect(server.dialled(3, 'election')).toEqual(['read 3 10000']);
    expect(server.input({ kind: 'timedOut', on: server.on(3) })).toEqual(['close 3']);
    expect(server.dialled(3, 'election')).toEqual(['read 3 10000']);
    expect(server.input({ kind: 'closed', on: server.on(3) })).toEqual([]);
    expect(server.peer.cnx.incoming).toEqual([]);
  });

  it('of two callers who have not named themselves one may go and the other stay', () => {
    const server = fresh();
    server.dialled(1, 'election');
    const first = server.on(1);
    server.dialled(3, 'election');
    expect(server.input({ kind: 'timedOut', on: first })).toEqual(['close 1']);
    expect(server.peer.cnx.incoming).toEqual([server.on(3)]);
    server.receive(3, { type: 'INITIAL', sid: 3 as Sid });
    expect(peer(server, 3).worker).toBe(server.on(3));
  });
});

describe('7 queues of one', () => {
  it('a newer message evicts the one that waits', () => {
    const server = fresh();
    server.connect(3);
    server.vote(3, '3:0.0 e0 r1');
    expect(peer(server, 1).queued).toMatchObject({ leader: 3 });
    // 2 sent "2" and then "3": only the last is left.
    expect(server.answered(1, 'election', 'opened')).toEqual([
      'disarm dial:1',
      '→1 INITIAL 2',
      'read 1 off',
      '→1 LOOKING 3:0.0 e0 r1',
    ]);
  });

  it('with the queue empty, a new connection begins with the last message again', () => {
    const server = fresh();
    server.answered(1, 'election', 'opened');
    expect(server.input({ kind: 'closed', on: server.on(1) })).toEqual([]);
    expect(server.noted('electionBroken')).toHaveLength(1);
    expect(peer(server, 1)).toMatchObject({ worker: null, queued: null });
    // Silence, and a queue that is empty: the vote is sent again, and dials.
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000', 'arm election 400', 'arm election 400']);
    expect(server.answered(1, 'election', 'opened')).toContain(`→1 ${VOTE}`);
    server.input({ kind: 'closed', on: server.on(1) });
    server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(server.answered(1, 'election', 'opened')).toContain(`→1 ${VOTE}`);
  });

  it('the last message is the last that was written, on whatever connection', () => {
    const server = fresh();
    server.answered(1, 'election', 'opened');
    server.connect(3);
    // Written on a connection that stood already.
    expect(server.vote(3, '3:0.0 e0 r1')).toContain('→1 LOOKING 3:0.0 e0 r1');
    server.input({ kind: 'closed', on: server.on(1) });
    server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(server.answered(1, 'election', 'opened')).toContain('→1 LOOKING 3:0.0 e0 r1');
  });

  it('a message that waits goes before the last one', () => {
    const server = fresh();
    server.answered(1, 'election', 'opened');
    server.input({ kind: 'closed', on: server.on(1) });
    server.connect(3);
    server.vote(3, '3:0.0 e0 r1');
    const said = server.answered(1, 'election', 'opened');
    expect(said.filter((line) => line.startsWith('→'))).toEqual(['→1 INITIAL 2', '→1 LOOKING 3:0.0 e0 r1']);
  });

  it('haveDelivered: any one queue empty; a server never written to has no queue', () => {
    const server = fresh([4]);
    expect(haveDelivered(server.peer.cnx)).toBe(false);
    server.connect(4);
    // Nothing was ever sent to the observer, yet its queue exists with its connection, and is empty.
    expect(haveDelivered(server.peer.cnx)).toBe(true);
    const other = fresh();
    other.answered(1, 'election', 'opened');
    expect(haveDelivered(other.peer.cnx)).toBe(true);
    expect(haveDelivered(new StandIn({ sid: 1, voters: [1] }).peer.cnx)).toBe(false);
  });
});

function blocking(): StandIn {
  return fresh([], { asyncElectionConnect: false });
}

function dialled({ said }: StandIn): readonly string[] {
  return said.filter((line) => line.startsWith('arm dial'));
}

describe('toggle asyncElectionConnect: one unreachable server delays all (2164)', () => {
  it('on: both are dialled at once; off: the second after the first, its own vote in its turn', () => {
    expect(dialled(fresh())).toEqual(['arm dial:1 5000', 'arm dial:3 5000']);
    expect(fresh().peer.election.recvset).toHaveProperty('2');
    const server = blocking();
    expect(dialled(server)).toEqual(['arm dial:1 5000']);
    expect(server.peer.election.recvset).toEqual({});
    server.fire('dial:1', 5000);
    expect(dialled(server)).toEqual(['arm dial:3 5000']);
    expect(server.peer.election.recvset).toHaveProperty('2');
  });

  it.each(['opened', 'refused'] as const)('the first %s: the second is dialled', (kind) => {
    const server = blocking();
    expect(server.answered(1, 'election', kind)).toContain('arm dial:3 5000');
    expect(server.peer.cnx.errands).toEqual([]);
  });

  it('what the election connects anew it connects one by one, and polls again behind the last', () => {
    const server = blocking();
    for (const sid of [1, 3]) server.answered(sid, 'election', 'refused');
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000']);
    expect(server.answered(1, 'election', 'refused')).toEqual(['disarm dial:1', 'arm dial:3 5000']);
    expect(server.peer.cnx.holdsElection).toBe(true);
    const said = server.answered(3, 'election', 'refused');
    expect(said).toEqual(['disarm dial:3', 'arm election 400']);
    expect(server.peer.cnx).toMatchObject({ holdsElection: false, errands: [] });
  });

  it('nor does it overtake what was being sent when its time was over', () => {
    const server = blocking();
    expect(server.fire('election', 200)).toEqual([]);
    expect(server.peer.cnx.holdsElection).toBe(true);
    // The vote it began with goes to 3 first; then what the election asked for.
    expect(server.answered(1, 'election', 'refused')).toEqual(['disarm dial:1', 'arm dial:3 5000']);
    expect(server.answered(3, 'election', 'refused')).toEqual(['disarm dial:3', 'arm dial:1 5000']);
    // It polls again, and hears its own vote.
    const said = server.answered(1, 'election', 'refused');
    expect(said).toEqual(['disarm dial:1', 'arm election 400', 'arm election 400']);
  });

  it('one dial alone holds it too', () => {
    const server = new StandIn({ sid: 2, voters: [1, 2], toggles: { asyncElectionConnect: false } });
    server.answered(1, 'election', 'refused');
    expect(server.fire('election', 200)).toEqual(['arm dial:1 5000']);
    expect(server.answered(1, 'election', 'refused')).toEqual(['disarm dial:1', 'arm election 400']);
  });

  it('a dial that answers a smaller sid is none of the election’s: it hears votes meanwhile', () => {
    const server = blocking();
    for (const sid of [1, 3]) server.answered(sid, 'election', 'refused');
    server.connect(3);
    server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid });
    expect(peer(server, 1).dialling).toBe(server.on(1));
    server.vote(3, '3:1.5 e1 r1');
    expect(server.peer.election.proposal.leader).toBe(3);
    expect(server.peer.cnx.holdsElection).toBe(false);
  });

  it('the end of a dial that held nothing arms no timer of the election', () => {
    const server = blocking();
    server.answered(1, 'election', 'refused');
    expect(server.answered(3, 'election', 'refused')).toEqual(['disarm dial:3']);
  });

  it('what is sent meanwhile waits in order, even where a connection stands', () => {
    const server = blocking();
    server.connect(3);
    expect(server.vote(3, '3:1.5 e1 r1').filter((line) => line.startsWith('→'))).toEqual([]);
    const said = (): readonly string[] =>
      server.answered(1, 'election', 'refused').filter((line) => line.startsWith('→'));
    // First what it began with; what 3 told it goes to 1 first, which is dialled again for it.
    expect(said()).toEqual(['→3 LOOKING 2:0.0 e0 r1']);
    expect(said()).toEqual(['→3 LOOKING 3:1.5 e1 r1']);
  });

  it('the election itself waits where it connects anew: it hears nobody and its clock stands', () => {
    const server = blocking();
    server.answered(1, 'election', 'refused');
    server.answered(3, 'election', 'refused');
    const said = server.fire('election', 200);
    expect(said).toEqual(['arm dial:1 5000']);
    expect(server.noted('notificationTimeout')).toMatchObject([{ action: 'reconnected' }]);
    server.connect(3);
    expect(server.vote(3, '3:1.5 e1 r1')).toEqual([]);
    expect(server.peer.election.proposal.leader).toBe(2);
    const later = server.fire('dial:1', 5000);
    expect(later).toContain('arm election 400');
    expect(server.peer.election.proposal.leader).toBe(3);
  });
});
