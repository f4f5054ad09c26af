import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import type { ServerState } from '../packets.ts';
import { StandIn, diskAt, voteText } from '../peer/stand-in.ts';

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

  it('trap 26.7: a stranger is told the current vote, not the proposal under way', () => {
    const made = server();
    made.vote(3, '3:1.9 e1 r4');
    expect(made.peer.election.proposal.leader).toBe(3);
    expect(answers(made.vote(4, '4:0.0 e0 r1'))).toEqual(['→4 LOOKING 2:1.5 e1 r4']);
  });

  it('trap 26.6, 8.3-4 the proposal is told as it is when the message comes', () => {
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

describe('8.1 bytes that are no notification', () => {
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
    expect(made.peer.election.recvqueue).toEqual([]);
    expect(answers(made.vote(1, '1:1.2 e1 r1'))).toEqual([]);
    // Dead is dead: more of the same does nothing.
    made.receive(3, { type: 'MALFORMED', flaw: 'configLength' }, 'election');
    expect(made.notes).toEqual([]);
  });
});
