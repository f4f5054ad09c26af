import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import type { Round, Sid } from '../ids.ts';
import type { Note } from '../notes.ts';
import type { ServerState } from '../packets.ts';
import { StandIn, diskAt, voteFrom, voteText } from '../peer/stand-in.ts';

interface Looking {
  readonly sid?: number;
  readonly voters?: readonly number[];
  readonly zxid?: string;
  readonly epoch?: number;
  readonly toggles?: Partial<Behaviour>;
}

/** Server 2 of 1, 2, 3, connected with all others, in round 1, with 1.5 in epoch 1 on disk. */
function looking({ sid = 2, voters = [1, 2, 3], zxid = '1.5', epoch = 1, toggles = {} }: Looking = {}): StandIn {
  const server = new StandIn({ sid, voters, durable: diskAt(zxid, epoch), toggles });
  for (const other of voters) if (other !== sid) server.connect(other);
  return server;
}

/** What it told the others, one line for all that were told the same. */
function told(said: readonly string[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const line of said) {
    const match = /^→(\d+) (.*)$/.exec(line);
    if (match !== null) lines.set(match[2] ?? '', [...(lines.get(match[2] ?? '') ?? []), match[1] ?? '']);
  }
  return Array.from(lines, ([text, to]) => `→${to.join()} ${text}`);
}

function armed(said: readonly string[]): string | undefined {
  return said.findLast((line) => line.startsWith('arm election'));
}

function proposal(server: StandIn): string {
  return voteText(server.peer.election.proposal);
}

function recvset(server: StandIn): Record<string, string> {
  const rows = Object.entries(server.peer.election.recvset).map(([sid, { vote }]) => [sid, voteText(vote)]);
  return Object.fromEntries(rows) as Record<string, string>;
}

describe('8.4 the beginning', () => {
  it('trap 26.8: a round is begun with the initial vote, sent to all voters and to oneself', () => {
    const server = new StandIn({ sid: 2, voters: [1, 2, 3], durable: diskAt('1.5', 1) });
    expect(server.said).toEqual([
      'listen election',
      'listen client',
      'arm dial:1 5000',
      'arm dial:3 5000',
      'arm election 200',
      'arm election 200',
    ]);
    expect(server.connect(1)).toContain('→1 LOOKING 2:1.5 e1 r1');
    // Trap 26.8: its own vote came through the queue like any other.
    expect(recvset(server)).toEqual({ 2: '2:1.5 e1 r1' });
  });

  it('an observer hears nothing unsolicited, and votes below everybody itself', () => {
    const voter = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4] });
    expect(voter.said).not.toContain('arm dial:4 5000');
    const observer = new StandIn({ sid: 4, voters: [1, 2, 3], observers: [4], durable: diskAt('9.9', 9) });
    expect(observer.peer.election.proposal).toMatchObject({ leader: -(2 ** 53 - 1), zxid: -(2 ** 53 - 1) });
    expect(recvset(observer)).toEqual({});
  });
});

const KINDS: readonly Note['kind'][] = [
  'started',
  'databaseLoaded',
  'stateChanged',
  'electionStarted',
  'votesSent',
  'electionDialled',
  'electionUnreachable',
  'notificationTimeout',
  'electionDialDropped',
  'electionDialReversed',
  'electionConnected',
  'electionBroken',
  'voteReceived',
  'voteReplied',
  'voteCompared',
  'voteCounted',
  'voteAdopted',
  'voteRefused',
  'voteDrained',
  'roundRaised',
  'olderRoundIgnored',
  'malformedSkipped',
  'quorumAgrees',
  'finalizeInterrupted',
  'elected',
  'leaderDialled',
  'settledVoteKept',
];

/** Two rounds of an election with all that may happen in them: what was said, and what was noted. */
function played(noting: boolean): { readonly said: readonly string[]; readonly noted: readonly string[] } {
  const server = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4], durable: diskAt('1.5', 1), noting });
  const said: string[] = [...server.said];
  const noted: string[] = server.notes.map(({ kind }) => kind);
  const step = (lines: readonly string[]): void => {
    said.push(...lines);
    noted.push(...server.notes.map(({ kind }) => kind));
  };
  step(server.fire('dial:1', 5000));
  step(server.fire('election', 200));
  step(server.answered(3, 'election', 'opened'));
  step(server.dialled(1, 'election', { type: 'INITIAL', sid: 1 as Sid }));
  step(server.answered(1, 'election', 'refused'));
  for (const sid of [3, 4]) step(server.connect(sid));
  step(server.fire('election', 400));
  step(server.connect(1));
  step(server.vote(4, '4:0.0 e0 r1'));
  step(server.receive(3, { type: 'MALFORMED', flaw: 'tooShort' }));
  step(server.vote(1, '1:1.2 e1 r4'));
  step(server.vote(1, '1:1.2 e1 r2'));
  step(server.vote(1, '7:1.9 e1 r4'));
  step(server.vote(1, '1:- e0 r4'));
  step(server.vote(3, '3:1.5 e1 r9', 'FOLLOWING'));
  step(server.vote(1, '2:1.5 e1 r4'));
  step(server.vote(1, '1:1.2 e1 r4'));
  step(server.vote(3, '3:1.5 e1 r4'));
  step(server.input({ kind: 'closed', on: server.on(1) }));
  step(server.vote(3, '3:1.5 e1 r9', 'LEADING'));
  step(server.fire('election', 400));
  return { said, noted };
}

describe('what a round tells of itself', () => {
  it('each thing once it happens, to whoever listens', () => {
    expect([...new Set(played(true).noted)].toSorted()).toEqual(KINDS.toSorted());
  });

  it('and nothing where nobody does; what is done is the same', () => {
    const [quiet, heard] = [played(false), played(true)];
    expect(quiet.noted).toEqual([]);
    expect(quiet.said).toEqual(heard.said);
  });

  it('the votes that are sent say to whom, and why', () => {
    const server = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4], durable: diskAt('1.5', 1) });
    const sent = (): unknown =>
      server.noted('votesSent').map((note) => 'because' in note && [note.because, 'to' in note && note.to]);
    expect(server.noted('electionStarted')).toMatchObject([{ vote: voteFrom('2:1.5 e1 r1') }]);
    expect(server.noted('electionDialled')).toMatchObject([{ to: 1 }, { to: 3 }]);
    expect(sent()).toEqual([['electionStarted', [1, 2, 3]]]);
    server.connect(1);
    expect(server.noted('electionConnected')).toEqual([{ kind: 'electionConnected', with: 1 }]);
    server.fire('election', 200);
    expect(sent()).toEqual([['silence', [1, 2, 3]]]);
    server.vote(1, '1:1.9 e1 r1');
    expect(sent()).toEqual([['adopted', [1, 2, 3]]]);
    expect(server.noted('voteAdopted')).toMatchObject([
      { from: 1, vote: voteFrom('1:1.9 e1 r1'), was: voteFrom('2:1.5 e1 r1') },
    ]);
  });
});

describe('8.4-1 votes without a zxid are ignored (3.6)', () => {
  it.each([
    [true, { 2: '2:1.5 e1 r1' }],
    [false, { 2: '2:1.5 e1 r1', 3: '3:- e0 r1' }],
  ])('toggle neg1Rule %s', (neg1Rule, expected) => {
    const server = looking({ toggles: { neg1Rule } });
    server.vote(3, '3:- e0 r1');
    expect(recvset(server)).toEqual(expected);
  });

  it.each([
    [true, '2:- e-1 r1', {}], // not even its own
    [false, '3:1.5 e1 r1', { 2: '3:1.5 e1 r1', 3: '3:1.5 e1 r1' }],
  ])('toggle neg1Rule %s: a server whose own disk is lost hears no looking vote', (neg1Rule, vote, votes) => {
    const server = new StandIn({
      sid: 2,
      voters: [1, 2, 3],
      durable: { initialize: false },
      toggles: { neg1Rule, dbAutocreate: false },
    });
    for (const other of [1, 3]) server.connect(other);
    expect(proposal(server)).toBe('2:- e-1 r1');
    server.vote(3, '3:1.5 e1 r1');
    expect([proposal(server), recvset(server)]).toEqual([vote, votes]);
  });
});

describe('trap 26.3, 8.4-2 a higher round', () => {
  it.each([
    // has adopted    a vote of round 3   now proposes       tells the others
    [null, '3:1.6 e1 r3', '3:1.6 e1 r3'], // better than the initial vote: adopted
    [null, '1:1.5 e1 r3', '2:1.5 e1 r3'], // worse: back to the initial vote, in the new round
    // Trap 26.3: compared with the INITIAL vote, not with the better one adopted meanwhile.
    ['3:1.9 e1 r1', '1:1.7 e1 r3', '1:1.7 e1 r3'],
    ['3:1.9 e1 r1', '1:1.4 e1 r3', '2:1.5 e1 r3'],
  ])('having adopted %s, %s makes it propose %s', (adopted, vote, expected) => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    if (adopted !== null) server.vote(3, adopted);
    const said = server.vote(1, vote);
    expect(proposal(server)).toBe(expected);
    expect(told(said)).toEqual([`→1,3,4,5 LOOKING ${expected}`]);
    expect(server.peer.election.logicalClock).toBe(3);
    // recvset begins anew: its own vote of the new round comes back to it through the queue.
    expect(recvset(server)).toEqual({ 1: vote, 2: expected });
  });
});

it('8.4-3, trap 26.5: a lower round is not recorded; only the receiver answered it', () => {
  const server = looking();
  server.vote(1, '1:1.5 e1 r4');
  const said = server.vote(3, '3:9.9 e9 r2');
  expect(told(said)).toEqual(['→3 LOOKING 2:1.5 e1 r4']);
  expect([proposal(server), Object.keys(recvset(server))]).toEqual(['2:1.5 e1 r4', ['1', '2']]);
  expect(server.noted('olderRoundIgnored')).toHaveLength(1);
});

describe('8.4-4 an equal round', () => {
  it('a better vote is adopted and told to all', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    expect(told(server.vote(3, '3:1.5 e1 r1'))).toEqual(['→1,3,4,5 LOOKING 3:1.5 e1 r1']);
    expect(recvset(server)).toEqual({ 2: '3:1.5 e1 r1', 3: '3:1.5 e1 r1' });
  });

  it('8.4-5 a worse one is recorded and nobody is told', () => {
    const server = looking();
    expect(told(server.vote(1, '1:1.5 e1 r1'))).toEqual([]);
    expect(recvset(server)).toMatchObject({ 1: '1:1.5 e1 r1' });
  });

  it('a sender counts once, with its last vote', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    server.vote(1, '1:1.5 e1 r1');
    server.vote(1, '2:1.5 e1 r1');
    expect(recvset(server)).toEqual({ 1: '2:1.5 e1 r1', 2: '2:1.5 e1 r1' });
    expect(server.peer.election.phase).toBe('polling');
  });
});

/** A quorum agrees on 2, which waits for silence. */
function draining(): StandIn {
  const server = looking();
  const said = server.vote(1, '2:1.5 e1 r1');
  expect([server.peer.election.phase, armed(said)]).toEqual(['finalizing', 'arm election 200']);
  return server;
}

describe('8.4-5 the drain', () => {
  it('8.8 200 ms of silence decide, not the vote that makes the quorum', () => {
    const server = draining();
    expect(server.peer.state).toBe('LOOKING');
    server.fire('election', 200);
    expect([server.peer.state, voteText(server.peer.currentVote)]).toEqual(['LEADING', '2:1.5 e1 r1']);
    expect(server.peer.election).toMatchObject({ phase: 'idle', recvqueue: [] });
  });

  it('whoever voted for another follows it', () => {
    const server = looking();
    server.vote(3, '3:1.5 e1 r1');
    expect(server.peer.election.phase).toBe('finalizing');
    server.fire('election', 200);
    expect([server.peer.state, server.peer.zabState, server.peer.currentVote.leader]).toEqual([
      'FOLLOWING',
      'DISCOVERY',
      3,
    ]);
    expect(server.said).toContain('arm leaderConnect 20000');
  });

  it.each([
    ['1:1.5 e1 r1', 'LOOKING'],
    ['1:1.5 e1 r7', 'LOOKING'], // not even a higher round counts
    ['2:1.5 e1 r1', 'LOOKING'],
    ['2:1.5 e1 r1', 'LEADING'], // trap 26.4: nor a leader's own word
    ['1:1.2 e1 r5', 'FOLLOWING'],
  ] as const)('trap 26.4: %s from a %s server is consumed, uncounted, and silence begins anew', (vote, state) => {
    const server = draining();
    const before = recvset(server);
    const said = server.vote(3, vote, state);
    expect([recvset(server), told(said), armed(said)]).toEqual([before, [], 'arm election 200']);
    expect(server.noted('voteDrained')).toHaveLength(1);
    expect(server.peer.election).toMatchObject({ phase: 'finalizing', outOfElection: {}, logicalClock: 1 });
  });

  it('trap 26.6: what it consumes, the receiver has answered all the same (8.3-4)', () => {
    const server = looking();
    server.vote(1, '1:1.5 e1 r3');
    server.vote(1, '2:1.5 e1 r3');
    expect(server.peer.election.phase).toBe('finalizing');
    expect(told(server.vote(3, '3:1.5 e1 r1'))).toEqual(['→3 LOOKING 2:1.5 e1 r3']);
    expect(server.noted('voteDrained')).toHaveLength(0);
    // 3:1.5 beats 2:1.5 whatever its round is: it ends the drain, and is then ignored for its round.
    expect(server.noted('finalizeInterrupted')).toHaveLength(1);
    expect(server.noted('olderRoundIgnored')).toHaveLength(1);
    expect(server.peer.election.phase).toBe('polling');
  });

  it('a better vote ends it; the election goes on with that vote', () => {
    const server = draining();
    const said = server.vote(3, '3:1.5 e1 r1');
    expect(proposal(server)).toBe('3:1.5 e1 r1');
    expect(told(said)).toEqual(['→1,3 LOOKING 3:1.5 e1 r1']);
    // With its sender and itself that is a quorum again.
    expect(server.peer.election.phase).toBe('finalizing');
  });

  it('a better vote with no majority leaves it polling, at the old backoff', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    server.fire('election', 200);
    server.vote(1, '2:1.5 e1 r1');
    server.vote(4, '2:1.5 e1 r1');
    expect(server.peer.election.phase).toBe('finalizing');
    const said = server.vote(5, '5:1.5 e1 r1');
    expect(server.peer.election.phase).toBe('polling');
    // Where the drain ends, by the poll that takes the vote, and by the one that takes its own.
    expect(said.filter((line) => line.startsWith('arm'))).toEqual(Array(3).fill('arm election 400'));
  });

  it('a single server elects itself after 200 ms', () => {
    const server = new StandIn({ sid: 1, voters: [1] });
    expect(server.peer.election.phase).toBe('finalizing');
    server.fire('election', 200);
    expect(server.peer.state).toBe('LEADING');
  });
});

describe('8.4 silence', () => {
  it('trap 26.2: the timeout doubles up to 60 s, and no message resets it', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    const waits: string[] = [];
    for (let i = 0; i < 10; i++) {
      waits.push(armed(server.fire('election')) ?? '');
      waits.push(armed(server.vote(1, '1:1.5 e1 r1')) ?? '');
    }
    const doubled = [400, 800, 1600, 3200, 6400, 12_800, 25_600, 51_200, 60_000, 60_000];
    expect(waits).toEqual(doubled.flatMap((millis) => [`arm election ${millis}`, `arm election ${millis}`]));
  });

  it('toggles notificationMinMillis, notificationMaxMillis: the bounds', () => {
    const server = looking({ toggles: { notificationMinMillis: 100, notificationMaxMillis: 300 } });
    const waits = [armed(server.vote(1, '1:1.5 e1 r1'))];
    for (let i = 0; i < 2; i++) waits.push(armed(server.fire('election')));
    expect(waits).toEqual(['arm election 100', 'arm election 200', 'arm election 300']);
  });

  it('trap 26.1: any one queue empty counts as delivered: the vote is sent again', () => {
    const server = new StandIn({ sid: 2, voters: [1, 2, 3] });
    server.connect(3);
    const said = server.fire('election', 200);
    expect(told(said)).toEqual(['→3 LOOKING 2:0.0 e0 r1']);
    expect(server.noted('notificationTimeout')).toMatchObject([{ action: 'resent', nextMillis: 400 }]);
  });

  it('all queues full: connections are tried again, nothing is sent', () => {
    // Nothing ever waited for the observer, so nobody dials it.
    const server = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4] });
    server.answered(1, 'election', 'refused');
    const said = server.fire('election', 200);
    expect(said).toEqual(['arm dial:1 5000', 'arm election 400']);
    expect(server.noted('notificationTimeout')).toMatchObject([{ action: 'reconnected' }]);
  });

  it.each([
    ['7:1.9 e1 r1', 'unknownLeader'], // 2988
    ['2:- e0 r1', 'noZxid'],
  ])('a refused vote, %s (%s), begins the poll anew all the same', (vote, because) => {
    const server = looking();
    expect(armed(server.vote(3, vote))).toBe('arm election 200');
    expect(server.noted('voteRefused')).toMatchObject([{ because }]);
  });

  it.each([
    [true, ['2:1.5 e1 r1', 'LOOKING']],
    [false, ['7:1.9 e1 r1', 'LOOKING']], // followed, and lost at once: nobody knows where 7 is
  ])(
    '10.1-1 toggle validLeaderCheck %s: two voters vote for a server that is none (2988)',
    (validLeaderCheck, expected) => {
      const server = looking({ toggles: { validLeaderCheck } });
      for (const from of [1, 3]) server.vote(from, '7:1.9 e1 r1');
      expect(proposal(server)).toBe(expected[0]);
      server.fire('election', 200);
      expect(server.peer.state).toBe(expected[1]);
      expect(server.noted('leaderLost').length).toBe(validLeaderCheck ? 0 : 1);
    },
  );

  it('8.4 what an observer says of itself is ignored', () => {
    const server = looking();
    server.vote(3, '3:1.9 e1 r1', 'OBSERVING');
    expect([proposal(server), Object.keys(recvset(server))]).toEqual(['2:1.5 e1 r1', ['2']]);
  });
});

describe('8.8 what is worth seeing', () => {
  it.each([
    // its own last zxid, and what those that follow 3 already say
    ['1.9', 1, '3:1.5 e1 r1', '3:1.5 e1 r1'],
    ['9.9', 9, '3:1.5 e1 r1', '3:1.5 e1 r1'],
  ])('8.8 who comes late with a better vote, %s of epoch %d, joins all the same', (zxid, epoch, vote, expected) => {
    const server = looking({ zxid, epoch });
    server.vote(1, vote, 'FOLLOWING');
    server.vote(3, vote, 'LEADING');
    expect([server.peer.state, voteText(server.peer.currentVote)]).toEqual(['FOLLOWING', expected]);
  });

  it.each([
    // sid   its weights         having heard         proposes         quorum
    [2, [1, 1, 0], ['3:9.9 e9 r1'], '2:1.5 e1 r1', 'polling'], // not elected, however good
    [2, [1, 1, 0], ['3:9.9 e9 r1', '1:1.5 e1 r1'], '2:1.5 e1 r1', 'polling'],
    [2, [1, 1, 1], ['3:9.9 e9 r1'], '3:9.9 e9 r1', 'finalizing'],
    [3, [1, 1, 0], ['2:1.6 e1 r1', '1:1.6 e1 r1'], '2:1.6 e1 r1', 'polling'], // it votes like any other
    [3, [1, 1, 0], ['2:1.6 e1 r1', '2:1.6 e1 r1', '1:1.4 e1 r1'], '2:1.6 e1 r1', 'polling'],
    [3, [1, 1, 0], ['2:1.5 e1 r1'], '3:1.5 e1 r1', 'polling'], // and holds its own vote above an equal one of a smaller sid
    [3, [2, 1, 0], ['2:1.4 e1 r1', '1:1.6 e1 r1'], '1:1.6 e1 r1', 'finalizing'],
  ])('8.8 server %d of weights %j, told %j, votes %s', (sid, weights, votes, expected, phase) => {
    const voters = [1, 2, 3];
    const groups = [{ sids: voters as Sid[], weights }];
    const server = new StandIn({ sid, voters, groups, durable: diskAt('1.5', 1) });
    for (const other of voters) if (other !== sid) server.connect(other);
    for (const vote of votes) server.vote(Number(vote.slice(0, 1)), vote);
    expect([proposal(server), server.peer.election.phase]).toEqual([expected, phase]);
  });

  it('8.8 it took from the beginning of the round to the decision', () => {
    const server = looking();
    server.now += 5000;
    server.vote(1, '2:1.5 e1 r1');
    server.fire('election', 200);
    expect(server.noted('elected')).toMatchObject([{ tookMillis: 5200, by: 'majority', agreeing: [1, 2] }]);
  });

  it('8.8 every round anew', () => {
    const server = looking();
    server.vote(3, '3:1.5 e1 r1');
    server.fire('election', 200);
    server.answered(3, 'quorum', 'opened');
    server.now += 1000;
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    server.now += 300;
    server.vote(1, '2:1.5 e1 r2');
    server.fire('election', 200);
    expect(server.noted('elected')).toMatchObject([{ tookMillis: 500 }]);
    expect(voteText(server.peer.currentVote)).toBe('2:1.5 e1 r2');
  });

  it('a vote is compared with what it must beat, and its own with nothing', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    const mine = voteFrom('2:1.5 e1 r1');
    server.vote(1, '1:1.5 e1 r1');
    expect(server.noted('voteCompared')).toMatchObject([{ from: 1, against: mine, outcome: 'loses', by: 'leader' }]);
    server.vote(3, '3:1.6 e1 r1');
    expect(server.noted('voteCompared')).toMatchObject([{ from: 3, against: mine, outcome: 'beats', by: 'zxid' }]);
    server.vote(4, '4:1.1 e1 r2');
    expect(server.noted('voteCompared')).toMatchObject([{ from: 4, against: { ...mine, electionEpoch: 2 } }]);
    expect(server.noted('votesSent')).toMatchObject([{ because: 'adopted', vote: voteFrom('2:1.5 e1 r2') }]);
  });
});

type Settled = readonly [from: number, vote: string, state: ServerState];

describe('8.4 votes of settled servers', () => {
  // Server 2 of 1, 2, 3, in round 1.
  it.each<[rule: string, votes: readonly Settled[], outcome: string]>([
    [
      '8.4 settled-1: a quorum in my round, the leader among it',
      [
        [1, '3:1.5 e1 r1', 'FOLLOWING'],
        [3, '3:1.5 e1 r1', 'LEADING'],
      ],
      'FOLLOWING 3:1.5 e1 r1, clock 1',
    ],
    [
      '28.4: without the leader’s own word nobody joins',
      [
        [1, '3:1.5 e1 r1', 'FOLLOWING'],
        [3, '3:1.5 e1 r1', 'FOLLOWING'],
      ],
      'LOOKING 2:1.5 e1 r1, clock 1',
    ],
    ['nor with it alone', [[3, '3:1.5 e1 r1', 'LEADING']], 'LOOKING 2:1.5 e1 r1, clock 1'],
    [
      '28.3: a peerEpoch already raised at one of them does not matter',
      [
        [1, '3:1.5 e1 r1', 'FOLLOWING'],
        [3, '3:1.5 e2 r1', 'LEADING'],
      ],
      'FOLLOWING 3:1.5 e2 r1, clock 1',
    ],
    [
      '8.4 settled-2: another round; trap 26.9: its round becomes mine',
      [
        [1, '3:1.5 e2 r7', 'FOLLOWING'],
        [3, '3:1.0 e2 r7', 'LEADING'],
      ],
      'FOLLOWING 3:1.0 e2 r7, clock 7',
    ],
    [
      '28.2: also a lower one',
      [
        [3, '3:1.0 e2 r0', 'LEADING'],
        [1, '3:1.5 e2 r0', 'FOLLOWING'],
      ],
      'FOLLOWING 3:1.5 e2 r0, clock 0',
    ],
    [
      '8.4 settled-2 compares leader and peerEpoch only: rounds of the two may differ',
      [
        [3, '3:1.0 e2 r4', 'LEADING'],
        [1, '3:1.5 e2 r7', 'FOLLOWING'],
      ],
      'FOLLOWING 3:1.5 e2 r7, clock 7',
    ],
    [
      'but peerEpochs may not',
      [
        [3, '3:1.0 e3 r7', 'LEADING'],
        [1, '3:1.5 e2 r7', 'FOLLOWING'],
      ],
      'LOOKING 2:1.5 e1 r1, clock 1',
    ],
    [
      'different leaders, no quorum',
      [
        [3, '3:1.0 e2 r7', 'LEADING'],
        [1, '1:1.5 e2 r7', 'LEADING'],
      ],
      'LOOKING 2:1.5 e1 r1, clock 1',
    ],
    [
      '8.7 (1514): talked into leading by stale followers of another round, it does not',
      [
        [1, '2:1.5 e1 r7', 'FOLLOWING'],
        [3, '2:1.5 e1 r7', 'FOLLOWING'],
      ],
      'LOOKING 2:1.5 e1 r1, clock 1',
    ],
    [
      '8.7: of its own round, it does',
      [
        [1, '2:1.5 e1 r1', 'FOLLOWING'],
        [3, '2:1.5 e1 r1', 'FOLLOWING'],
      ],
      'LEADING 2:1.5 e1 r1, clock 1',
    ],
  ])('%s', (_, votes, outcome) => {
    const server = looking();
    const decided: Note[] = [];
    for (const [from, vote, state] of votes) {
      server.vote(from, vote, state);
      decided.push(...server.noted('elected'));
    }
    const { state, currentVote, election } = server.peer;
    expect(decided).toMatchObject(state === 'LOOKING' ? [] : [{ by: 'joined', becomes: state }]);
    expect(`${state} ${voteText(currentVote)}, clock ${election.logicalClock}`).toBe(
      // Before the first election ends the current vote is of round 0.
      outcome.replace('LOOKING 2:1.5 e1 r1', 'LOOKING 2:1.5 e1 r0'),
    );
  });

  it.each([
    [true, 'LOOKING'],
    [false, 'LEADING'],
  ])('toggle leadsInOwnRoundOnly %s: by the answers of another round it is %s (1514)', (leadsInOwnRoundOnly, state) => {
    const server = looking({ toggles: { leadsInOwnRoundOnly } });
    for (const from of [1, 3]) server.vote(from, '2:1.5 e1 r7', 'FOLLOWING');
    expect(server.peer.state).toBe(state);
  });

  it('a joiner settles at once, without the 200 ms', () => {
    const server = looking();
    server.vote(1, '3:1.5 e1 r1', 'FOLLOWING');
    server.vote(3, '3:1.5 e1 r1', 'LEADING');
    expect(server.said).toContain('disarm election');
    expect(server.said).not.toContain('arm election 200');
  });

  it('8.6 a looking vote is compared in all fields with settled ones, whatever is asked', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    server.vote(4, '3:1.6 e1 r1');
    server.vote(1, '3:1.5 e1 r1', 'FOLLOWING');
    server.vote(3, '3:1.5 e1 r1', 'LEADING');
    // 1 and 3 alone agree with the leader's word; 4 and this server looked, and voted for another zxid.
    expect([server.peer.state, server.noted('settledVoteKept')]).toMatchObject(['LOOKING', [{ agreeing: [1, 3] }]]);
    server.vote(5, '3:1.1 e1 r1', 'FOLLOWING');
    expect(server.peer.state).toBe('FOLLOWING');
  });

  it('an observer that waits before it looks again takes no votes from its queue', () => {
    const server = new StandIn({ sid: 4, voters: [1, 2, 3], observers: [4] });
    for (const other of [1, 2, 3]) server.connect(other);
    for (const [from, state] of [
      [1, 'FOLLOWING'],
      [3, 'LEADING'],
    ] as const)
      server.vote(from, '3:0.0 e0 r1', state);
    expect(server.peer.state).toBe('OBSERVING');
    server.answered(3, 'quorum', 'opened');
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    expect(server.said).toContain('arm observerDelay 100');
    server.vote(1, '3:0.0 e0 r1', 'FOLLOWING');
    server.vote(3, '3:0.0 e0 r1', 'LEADING');
    expect(server.peer).toMatchObject({ state: 'LOOKING', election: { phase: 'idle' } });
    expect(server.peer.election.recvqueue).toHaveLength(2);
    server.fire('observerDelay', 100);
    expect(server.peer.state).toBe('OBSERVING');
  });

  it('a looking vote and settled ones of my round count together only when equal in all fields', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    server.vote(3, '3:1.6 e1 r1');
    server.vote(1, '3:1.6 e1 r1', 'FOLLOWING');
    expect(server.peer.election.recvset[1 as never]).toMatchObject({ state: 'FOLLOWING', version: 0 });
    // The quorum of lookers is looked for only when a looking vote comes.
    expect(server.peer.election.phase).toBe('polling');
    server.vote(3, '3:1.6 e1 r1');
    expect(server.peer.election.phase).toBe('finalizing');
  });

  it('8.6 a settled vote that differs in its zxid makes no quorum of lookers', () => {
    const server = looking({ voters: [1, 2, 3, 4, 5] });
    server.vote(3, '3:1.6 e1 r1');
    server.vote(1, '3:1.5 e1 r1', 'FOLLOWING');
    server.vote(3, '3:1.6 e1 r1');
    expect(server.peer.election.phase).toBe('polling');
  });

  it.each([
    // 3.6: the leader's LEADING vote of my round is in recvset, so it ends path 1 itself.
    [true, 'FOLLOWING', 1],
    // Before (3537): it is looked for in outofelection, where it is filed only afterwards; path 2 then ends it.
    [false, 'FOLLOWING', 1],
  ])('checkLeaderInRecvset %s', (checkLeaderInRecvset, state, clock) => {
    const server = looking({ toggles: { checkLeaderInRecvset } });
    server.vote(1, '3:1.5 e1 r1', 'FOLLOWING');
    expect(server.peer.election.recvset[1 as never]).toMatchObject({
      state: checkLeaderInRecvset ? 'FOLLOWING' : 'LOOKING',
    });
    server.vote(3, '3:1.5 e1 r1', 'LEADING');
    expect([server.peer.state, server.peer.election.logicalClock]).toEqual([state, clock]);
  });

  it.each<[Partial<Behaviour>, string, string]>([
    // the others settled in different rounds, at different zxids       ends as    with the vote
    [{ voteEqualityLoose: true }, 'FOLLOWING', '3:1.5 e2 r7'],
    [{ voteEqualityLoose: false }, 'LOOKING', '2:1.5 e1 r1'],
    [{ voteEqualityLoose: false, outOfElectionPlaceholder: true }, 'FOLLOWING', '3:1.5 e2 r-1'],
  ])('toggles voteEqualityLoose, outOfElectionPlaceholder: a joiner under %j', (toggles, state, vote) => {
    const server = looking({ toggles });
    server.vote(1, '3:1.2 e2 r4', 'FOLLOWING');
    server.vote(3, '3:1.5 e2 r7', 'LEADING');
    expect(server.peer.state).toBe(state);
    expect(voteText(state === 'LOOKING' ? server.peer.election.proposal : server.peer.currentVote)).toBe(vote);
  });

  it.each([
    ['1:1.5 e2 r4', 'LOOKING'], // another leader
    ['3:1.5 e3 r4', 'LOOKING'], // another peerEpoch
    ['3:1.1 e2 r9', 'FOLLOWING'], // another zxid and round: those are what it does not look at
  ])('toggle outOfElectionPlaceholder: 3 leads by 3:1.2 e2 r4, and 1 follows by %s: %s', (vote, state) => {
    const server = looking({ toggles: { voteEqualityLoose: false, outOfElectionPlaceholder: true } });
    server.vote(3, '3:1.2 e2 r4', 'LEADING');
    server.vote(1, vote, 'FOLLOWING');
    expect(server.peer.state).toBe(state);
  });

  it('toggle outOfElectionPlaceholder: its next round is one above the round of those it joined', () => {
    const server = looking({ toggles: { voteEqualityLoose: false, outOfElectionPlaceholder: true } });
    // As established servers of these releases say it themselves.
    for (const [from, state] of [
      [1, 'FOLLOWING'],
      [3, 'LEADING'],
    ] as const) {
      const vote = { ...voteFrom('3:1.5 e2 r1'), electionEpoch: -1 as Round };
      server.receive(from, { type: 'NOTIFICATION', state, ...vote });
    }
    expect([server.peer.state, server.peer.election.logicalClock]).toEqual(['FOLLOWING', -1]);
    server.answered(3, 'quorum', 'opened');
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    expect([server.peer.state, server.peer.election.logicalClock]).toEqual(['LOOKING', 0]);
  });

  it('toggle checkLeaderInRecvset: before, the same round is compared strictly, the leader must have spoken before', () => {
    const votes: readonly Settled[] = [
      [3, '3:1.0 e1 r1', 'LEADING'],
      [1, '3:1.5 e2 r1', 'FOLLOWING'],
    ];
    const [now, before] = [true, false].map((checkLeaderInRecvset) => {
      const server = looking({ toggles: { checkLeaderInRecvset } });
      for (const [from, vote, state] of votes) server.vote(from, vote, state);
      return server.peer.state;
    });
    // Loosely the two agree on 3; field by field they do not, and out of election the epochs differ.
    expect([now, before]).toEqual(['FOLLOWING', 'LOOKING']);
  });
});

it('8.4 every call begins with nothing: what settled servers said before the last one was over is forgotten', () => {
  const server = looking();
  server.vote(1, '3:1.5 e2 r7', 'FOLLOWING');
  server.vote(3, '3:1.0 e2 r7', 'LEADING');
  server.answered(3, 'quorum', 'opened');
  server.input({ kind: 'closed', on: server.on(3, 'quorum') });
  expect(server.peer).toMatchObject({ state: 'LOOKING', election: { logicalClock: 8, outOfElection: {} } });
  // With 3's word alone there is no quorum; with what 1 had said there would be one.
  server.vote(3, '3:1.0 e2 r7', 'LEADING');
  expect(server.peer.state).toBe('LOOKING');
  server.vote(1, '3:1.5 e2 r7', 'FOLLOWING');
  expect(server.peer.state).toBe('FOLLOWING');
});

it.each([
  // 3 says that it leads before   the quorum in my round, of two that look, the leader and a follower
  [true, 'FOLLOWING'],
  [false, 'LOOKING'],
])(
  '8.4 settled-1 toggle checkLeaderInRecvset off: the leader is looked for in outofelection; has said so: %s',
  (said, state) => {
    const server = looking({ voters: [1, 2, 3, 4, 5], toggles: { checkLeaderInRecvset: false } });
    // Server 2 takes over the vote of 4.
    server.vote(4, '3:1.5 e1 r1');
    if (said) server.vote(3, '3:1.5 e1 r1', 'LEADING');
    expect(server.peer.state).toBe('LOOKING');
    server.vote(1, '3:1.5 e1 r1', 'FOLLOWING');
    expect(server.peer.state).toBe(state);
  },
);

it('8.4 leaveInstance: what nobody has looked at is thrown away with the decision', () => {
  const server = new StandIn({ sid: 1, voters: [1, 2, 3], toggles: { asyncElectionConnect: false } });
  for (const sid of [2, 3]) server.answered(sid, 'election', 'refused');
  // Amid a dial to 2 it hears, and looks at nothing.
  server.fire('election', 200);
  for (const sid of [2, 3]) server.connect(sid);
  server.vote(3, '3:0.0 e2 r1', 'LEADING');
  server.vote(2, '3:0.0 e2 r1', 'FOLLOWING');
  server.vote(3, '3:0.0 e3 r1', 'LEADING');
  expect(server.peer.election.recvqueue).toHaveLength(3);
  server.fire('dial:2', 5000);
  expect(server.peer).toMatchObject({ state: 'FOLLOWING', election: { phase: 'idle', recvqueue: [] } });
});

it('5.2 the vote that strangers are told before any election ended is its own, of round 0', () => {
  const server = new StandIn({ sid: 2, voters: [1, 2, 3], observers: [4], durable: diskAt('1.5', 1) });
  server.connect(4);
  expect(server.vote(4, '4:0.0 e0 r1', 'LOOKING')).toEqual(['→4 LOOKING 2:1.5 e1 r1']);
  expect(server.peer.currentVote.electionEpoch).toBe(0 as Round);
});
