import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import { type QuorumVerifier, quorumVerifier } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import type { Packet, ServerState } from '../packets.ts';
import { StandIn, diskAt, voteFrom, voteText, zxidOf } from '../peer/stand-in.ts';

/** Server 2 of voters 1, 2, 3 and observer 4, connected with all, in round `round`. */
function server(round = 3, toggles: Partial<Behaviour> = {}): StandIn {
  const made = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4], durable: diskAt('1.5', 1), toggles });
  for (const other of [1, 3, 4]) made.connect(other);
  made.vote(1, `1:1.2 e1 r${round}`);
  return made;
}

/** The same, having followed 3 into round `round`; its vote's peerEpoch is 1. */
function settled(round = 3): StandIn {
  const made = server(round);
  made.vote(3, `3:1.6 e1 r${round}`);
  made.fire('election', 200);
  expect([made.peer.state, voteText(made.peer.currentVote)]).toEqual(['FOLLOWING', `3:1.6 e1 r${round}`]);
  return made;
}

function recvset(made: StandIn): Record<string, string> {
  const rows = Object.entries(made.peer.election.recvset).map(([sid, { vote }]) => [sid, voteText(vote)]);
  return Object.fromEntries(rows) as Record<string, string>;
}

function answers(said: readonly string[]): readonly string[] {
  return said.filter((line) => line.startsWith('→'));
}

describe('8.3 what a vote is answered on arrival', () => {
  // In round 3, proposing 2:1.5; the current vote is still the one of the start.
  it.each<[rule: string, from: number, vote: string, state: ServerState, answer: readonly string[]]>([
    ['8.3-2 a stranger gets the current vote and my round', 4, '4:0.0 e0 r1', 'LOOKING', ['→4 LOOKING 2:1.5 e1 r3']],
    ['8.3-2 whatever it says', 4, '4:0.0 e0 r9', 'OBSERVING', ['→4 LOOKING 2:1.5 e1 r3']],
    [
      '8.3-4 a looking voter of a lower round gets my proposal',
      1,
      '1:9.9 e9 r2',
      'LOOKING',
      ['→1 LOOKING 2:1.5 e1 r3'],
    ],
    ['of my round nothing', 1, '1:1.2 e1 r3', 'LOOKING', []],
    ['a settled voter of a lower round nothing', 1, '1:1.2 e1 r2', 'FOLLOWING', []],
  ])('looking: %s', (_, from, vote, state, answer) => {
    expect(answers(server().vote(from, vote, state))).toEqual(answer);
  });

  it.each<[rule: string, from: number, vote: string, state: ServerState, answer: readonly string[]]>([
    ['8.3-2 a stranger gets the current vote', 4, '4:0.0 e0 r1', 'LOOKING', ['→4 FOLLOWING 3:1.6 e1 r3']],
    [
      '8.3-5 a looking voter gets the current vote, in its own round',
      1,
      '1:9.9 e9 r9',
      'LOOKING',
      ['→1 FOLLOWING 3:1.6 e1 r3'],
    ],
    ['8.3-5 of a lower round as well', 1, '1:1.2 e1 r1', 'LOOKING', ['→1 FOLLOWING 3:1.6 e1 r3']],
    ['8.3-6 a settled one nothing', 1, '3:1.6 e1 r3', 'FOLLOWING', []],
    ['8.3-6 nor a leading one', 3, '3:1.6 e1 r3', 'LEADING', []],
  ])('settled: %s', (_, from, vote, state, answer) => {
    const made = settled();
    expect(answers(made.vote(from, vote, state))).toEqual(answer);
    expect(made.peer.election.recvqueue).toEqual([]);
  });

  it.each([
    // it           is asked by        and notes
    ['looking', 4, '4:0.0 e0 r1', { to: 4, state: 'LOOKING', because: 'stranger', vote: voteFrom('2:1.5 e1 r3') }],
    ['looking', 1, '1:9.9 e9 r2', { to: 1, state: 'LOOKING', because: 'lowerRound', vote: voteFrom('2:1.5 e1 r3') }],
    ['settled', 4, '4:0.0 e0 r1', { to: 4, state: 'FOLLOWING', because: 'stranger', vote: voteFrom('3:1.6 e1 r3') }],
    ['settled', 1, '1:9.9 e9 r9', { to: 1, state: 'FOLLOWING', because: 'settled', vote: voteFrom('3:1.6 e1 r3') }],
  ] as const)('8.3 why it answers: %s, asked by %d, %s', (how, from, vote, expected) => {
    const made = how === 'looking' ? server() : settled();
    made.vote(from, vote);
    expect(made.noted('voteReplied')).toEqual([{ kind: 'voteReplied', ...expected }]);
  });

  it('trap 26.7: a stranger is told the current vote, not the proposal under way', () => {
    const made = server();
    made.vote(3, '3:1.9 e1 r4');
    expect(made.peer.election.proposal.leader).toBe(3);
    expect(answers(made.vote(4, '4:0.0 e0 r1'))).toEqual(['→4 LOOKING 2:1.5 e1 r4']);
    // The other way round for a voter that lags: it is told the proposal, not the current vote.
    expect(answers(made.vote(1, '1:1.2 e1 r3'))).toEqual(['→1 LOOKING 3:1.9 e1 r4']);
  });

  it('8.3-4 the proposal is told as it is when the message comes', () => {
    const made = server();
    made.vote(3, '3:1.4 e1 r4');
    expect(answers(made.vote(1, '1:1.2 e1 r3'))).toEqual(['→1 LOOKING 2:1.5 e1 r4']);
  });
});

it('a vote on a connection that is no longer in use is not heard', () => {
  const made = server();
  const old = made.on(3);
  made.connect(3);
  const notification = { type: 'NOTIFICATION', state: 'LOOKING' } as const;
  const vote = { ...made.peer.election.proposal, leader: made.peer.sid };
  expect(made.input({ kind: 'received', on: old, packet: { ...notification, ...vote } })).toEqual([]);
  expect(made.notes).toEqual([]);
});

/** Whom server 2 knows of; `1 2 3` is what it was started with. */
function ensemble(version: string, voters: readonly number[]): QuorumVerifier {
  const servers = voters.map((sid) => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' as const }));
  return quorumVerifier({ version: zxidOf(version), servers, groups: null });
}

/** Server 2, which acts upon configurations. */
function reconfigurable(): StandIn {
  const made = new StandIn({ sid: 2, voters: [1, 2, 3], durable: diskAt('1.5', 1), reconfigEnabled: true });
  for (const other of [1, 3]) made.connect(other);
  return made;
}

function voteWith(made: StandIn, from: number, vote: string, config: QuorumVerifier): readonly string[] {
  return made.receive(from, { type: 'NOTIFICATION', state: 'LOOKING', ...voteFrom(vote), config });
}

describe('8.1 the configuration that comes with a vote', () => {
  it.each([
    // version, voters       the votes counted then
    ['0.0', [1, 2, 3], { 1: '1:1.4 e1 r5', 2: '2:1.5 e1 r5' }], // as mine: counted
    ['0.0', [1, 2], { 1: '1:1.4 e1 r5', 2: '2:1.5 e1 r5' }], // by its version, not by its members
    ['1.4', [1, 2, 3], { 1: '1:1.4 e1 r5', 2: '2:1.5 e1 r5' }], // newer, of the same: put in force, and counted
  ] as const)('8.3-1 a looking server hears of version %s of %j, and counts the vote', (version, voters, votes) => {
    const made = reconfigurable();
    const said = voteWith(made, 1, '1:1.4 e1 r5', ensemble(version, voters));
    expect(made.peer.election.logicalClock).toBe(5);
    expect(recvset(made)).toEqual(votes);
    expect(made.peer.quorumVerifier.version).toBe(zxidOf(version));
    expect(made.peer.lastSeenQuorumVerifier.version).toBe(zxidOf(version));
    expect(said.includes(`write config current ${version}`)).toBe(version !== '0.0');
  });

  it.each([[[1, 2]], [[1, 2, 4]]])(
    'newer, of other members (%j): every connection is closed, the vote lost',
    (voters) => {
      const made = reconfigurable();
      const said = voteWith(made, 1, '1:1.4 e1 r5', ensemble('1.4', voters));
      const closed = ['unlisten election', 'close 1', 'close 3', 'close 3', 'disarm dial:3'];
      expect(said).toEqual(['write config current 1.4', ...closed]);
      expect(recvset(made)).toEqual({ 2: '2:1.5 e1 r1' });
      // The thread that polls learns it when its poll is over; then another election begins with the first round.
      expect(made.fire('election', 200)).toContain('listen election');
      expect(made.peer.election.logicalClock).toBe(1);
      expect(recvset(made)).toEqual({ 2: '2:1.5 e1 r1' });
      expect(made.peer.cnx.peers.filter(({ queued }) => queued !== null).map(({ sid }) => sid)).toEqual(
        voters.filter((sid) => sid !== 2),
      );
    },
  );

  it('toggle asyncElectionConnect off: the thread that polls is amid a dial, and learns it when that is over', () => {
    const toggles = { asyncElectionConnect: false };
    const made = new StandIn({ sid: 2, voters: [1, 2, 3], reconfigEnabled: true, toggles });
    for (const sid of [1, 3]) made.answered(sid, 'election', 'refused');
    expect(made.fire('election', 200)).toEqual(['arm dial:1 5000']);
    made.connect(3);
    // Heard of, and not looked at yet.
    made.vote(3, '3:1.5 e1 r1');
    expect(made.peer.election.recvqueue).toHaveLength(1);
    const said = voteWith(made, 3, '3:1.5 e1 r1', ensemble('1.4', [2, 3, 4]));
    expect(said).toContain('disarm dial:1');
    expect(said.at(-1)).toBe('arm election 5000');
    // The next election knows nothing of what the last one heard.
    expect(made.fire('election', 5000)).toContain('arm dial:3 5000');
    for (const sid of [3, 4]) made.answered(sid, 'election', 'refused');
    expect(recvset(made)).toEqual({ 2: '2:0.0 e0 r1' });
    // It hears as the first one did.
    made.connect(3);
    made.vote(3, '3:1.5 e1 r1');
    expect(made.peer.election).toMatchObject({ shutDown: false, phase: 'finalizing', proposal: { leader: 3 } });
  });

  it('where a quorum has agreed before, it decides for nobody, and looks again', () => {
    const made = reconfigurable();
    made.vote(1, '2:1.5 e1 r1');
    voteWith(made, 3, '3:1.4 e1 r5', ensemble('1.4', [1, 2]));
    made.fire('election', 200);
    expect(made.noted('elected')).toMatchObject([{ vote: { leader: -1 } }]);
    expect(made.peer).toMatchObject({ state: 'LOOKING', election: { phase: 'polling', logicalClock: 1 } });
  });

  it('a settled server does not act upon it: its leader will tell', () => {
    const made = reconfigurable();
    made.vote(3, '3:1.6 e1 r1');
    made.fire('election', 200);
    expect(made.peer.state).toBe('FOLLOWING');
    expect(answers(voteWith(made, 1, '1:1.4 e1 r5', ensemble('1.4', [1, 2])))).toEqual(['→1 FOLLOWING 3:1.6 e1 r1']);
    expect(made.peer.quorumVerifier.version).toBe(zxidOf('0.0'));
  });

  it.each([true, false])('what it says carries its own, where reconfig is enabled: %s', (reconfigEnabled) => {
    const made = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4], reconfigEnabled });
    const sent: Packet[] = [];
    for (const other of [1, 3, 4]) {
      made.connect(other);
      sent.push(...made.sent);
    }
    made.vote(4, '4:0.0 e0 r1');
    sent.push(...made.sent);
    const carried = sent.flatMap((packet) => (packet.type === 'NOTIFICATION' ? [packet.config?.voters] : []));
    const expected = reconfigEnabled ? [1, 2, 3] : undefined;
    expect(carried).toEqual([expected, expected, expected]);
  });
});

describe('8.3-3 a voter’s vote is told of, whoever it is from', () => {
  it.each([
    // from   vote            noted
    [1, '1:1.2 e1 r3', ['1 1:1.2 e1 r3']],
    [3, '3:1.9 e1 r3', ['3 3:1.9 e1 r3', '2 3:1.9 e1 r3']], // and its own, which changes by it
    [4, '4:0.0 e0 r1', []], // 8.3-2 comes first: no voter
  ])('%d says %s', (from, vote, noted) => {
    const made = server();
    made.vote(from, vote);
    const lines = made
      .noted('voteReceived')
      .map((note) => 'vote' in note && 'from' in note && [note.from, voteText(note.vote)].join(' '));
    expect(lines).toEqual(noted);
  });
});

describe('8.1, 8.3-1 bytes that are no notification', () => {
  it.each([
    // toggle on, flaw            hears votes on
    [true, 'configLength', true],
    [false, 'configLength', false],
    [true, 'tooShort', true],
    [false, 'tooShort', true], // always skipped
  ] as const)('toggle malformedSkip %s, %s (3769): hears votes on %s', (malformedSkip, flaw, hears) => {
    const made = server(3, { malformedSkip });
    made.receive(3, { type: 'MALFORMED', flaw }, 'election');
    expect(made.notes.map(({ kind }) => kind)).toEqual([hears ? 'malformedSkipped' : 'receiverDied']);
    made.vote(3, '3:1.6 e1 r3');
    expect(voteText(made.peer.election.proposal)).toBe(hears ? '3:1.6 e1 r3' : '2:1.5 e1 r3');
    made.fire('election', 200);
    expect(made.peer.state).toBe(hears ? 'FOLLOWING' : 'LOOKING');
  });

  it('on a connection that is no longer in use they are not heard', () => {
    const made = server(3, { malformedSkip: false });
    made.input({ kind: 'received', on: 999, packet: { type: 'MALFORMED', flaw: 'configLength' } });
    expect([made.notes, made.peer.election.receiverDead]).toEqual([[], false]);
  });

  it('without the thread it hears not even its own vote, and answers nobody', () => {
    const made = server(3, { malformedSkip: false });
    made.receive(3, { type: 'MALFORMED', flaw: 'configLength' }, 'election');
    made.fire('election', 200);
    expect([made.peer.election.recvqueue, made.noted('voteReceived')]).toEqual([[], []]);
    expect(answers(made.vote(1, '1:1.2 e1 r1'))).toEqual([]);
    // Dead is dead: more of the same does nothing.
    made.receive(3, { type: 'MALFORMED', flaw: 'configLength' }, 'election');
    expect(made.notes).toEqual([]);
  });
});
