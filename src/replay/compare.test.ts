import { describe, expect, it } from 'vitest';
import leaderKilled from './recordings/leader-killed-3.json';
import followerReturns from './recordings/follower-returns-diff-500-edge-3.json';
import observerJoins from './recordings/observer-joins-3-plus-1.json';
import oldLeader from './recordings/old-leader-trunc-3.json';
import startAtOnce from './recordings/start-3-at-once.json';
import writeThroughFollower from './recordings/write-through-follower-3.json';
import { compare } from './compare.ts';
import { verdictOn } from './conformance.ts';
import { play } from './play.ts';
import { type Recording, decodeRecording } from './recording.ts';

function recordingOf(json: unknown): Recording {
  const decoded = decodeRecording(json);
  if (!decoded.ok) throw new Error(decoded.error.join('\n'));
  return decoded.value;
}

/** `json` with the value at a path of keys and indices changed. */
function doctored(json: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(json);
  let inner = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string | number, unknown>;
  inner[path.at(-1) ?? ''] = value;
  return copy;
}

const killed = recordingOf(leaderKilled);
const playedKilled = play(killed);

describe('a doctored recording fails and the path is named', () => {
  const end = ['phases', 2, 'outcome'] as const;
  const connection = ['learnerConnections', 2] as const;
  it.each([
    [[...end, 'leader'], 1, '/leader 3 is killed/leader'],
    [[...end, 'servers', '1', 'mode'], 'leader', '/leader 3 is killed/servers/1/mode'],
    [[...end, 'servers', '2', 'zxid'], '0x200000001', '/leader 3 is killed/servers/2/zxid'],
    [[...end, 'servers', '1', 'acceptedEpoch'], null, '/leader 3 is killed/servers/1/acceptedEpoch'],
    [[...end, 'servers', '3', 'lastZxidOnDisk'], '0x0', '/leader 3 is killed/servers/3/lastZxidOnDisk'],
    [[...end, 'servers', '2', 'snapshots'], ['0x0'], '/leader 3 is killed/servers/2/snapshots'],
    [[...end, 'servers', '1', 'logFiles'], [], '/leader 3 is killed/servers/1/logFiles'],
    [[...end, 'servers', '1', 'vote', 'round'], 1, '/leader 3 is killed/servers/1/vote/round'],
    [[...end, 'servers', '1', 'vote', 'peerEpoch'], 2, '/leader 3 is killed/servers/1/vote/peerEpoch'],
    [['phases', 2, 'elections', 0, 'decidedBy'], 'lot', '/leader 3 is killed/elections/1/0/decidedBy'],
    [['phases', 2, 'elections', 0, 'peerEpoch'], 2, '/leader 3 is killed/elections/1/0/peerEpoch'],
    [['phases', 2, 'elections', 1, 'startZxid'], '0x1', '/leader 3 is killed/elections/2/0/startZxid'],
    [['phases', 2, 'elections'], [], '/leader 3 is killed/elections/1/0'],
    [['phases', 2, 'syncs', 0, 'mode'], 'SNAP', '/leader 3 is killed/syncs/1/0/mode'],
    [['phases', 1, 'steps', 1, 'result', 'zxid'], '0x7', '/writes/steps/1 create c1/zxid'],
    [['phases', 1, 'outcome', 'znodesOnDisk', 0, 'znodes', '/w1', 'data'], '?', '/writes/znodesOnDisk/1//w1/data'],
    [['phases', 1, 'outcome', 'logsOnDisk', 0, 'txns', 2, 1], 'delete', '/writes/logsOnDisk/1/2'],
    [['phases', 3, 'outcome', 'logsOnDisk'], 'unchanged', '/write in the new epoch 2/logsOnDisk/1/4'],
    [[...connection, 'leaderToLearner', 1], 'SNAP 0x100000004', '/learnerConnections of 1/1/1/1'],
    [[...connection, 'learnerToLeader', 4], 'REQUEST sync', '/learnerConnections of 1/1/0/4'],
    [[...connection, 'leader'], 3, '/learnerConnections of 1/1/leader'],
  ] as const)('%j = %j', (path, value, named) => {
    const paths = compare(recordingOf(doctored(leaderKilled, path, value)), playedKilled).map((found) => found.path);
    expect(paths).toContain(named);
  });

  it('and the real one does not', () => {
    expect(compare(killed, playedKilled)).toEqual([]);
  });
});

describe('what is not deterministic is left out, and no more', () => {
  it('stability.differs: the listed packets of one connection and direction', () => {
    const path = ['learnerConnections', 3, 'learnerToLeader', 0];
    expect(verdictOn(doctored(leaderKilled, path, 'PING'), '').problems).toEqual([]);
    const other = ['learnerConnections', 3, 'leaderToLearner', 0];
    expect(verdictOn(doctored(leaderKilled, other, 'PING'), '').problems).toHaveLength(1);
  });

  it('the acks of transactions sent in a DIFF go past those of NEWLEADER and UPTODATE', () => {
    const packets = ['ACK 0x200000001', 'ACK 0x200000000', 'ACK 0x200000000'];
    const json = doctored(leaderKilled, ['stability', 'differs'], []);
    const ours = leaderKilled.learnerConnections[3]?.learnerToLeader.slice(0, 2) ?? [];
    const path = ['learnerConnections', 3, 'learnerToLeader'];
    expect(verdictOn(doctored(json, path, [...ours, ...packets]), '').problems).toEqual([]);
    expect(verdictOn(doctored(json, path, [...ours, ...packets.slice(1)]), '').problems).toHaveLength(1);
  });

  it('without transactions in a DIFF acks are in order', () => {
    const path = ['learnerConnections', 3, 'learnerToLeader'];
    const swapped = [...(oldLeader.learnerConnections[3]?.learnerToLeader ?? [])];
    swapped.push(...swapped.splice(2, 1));
    expect(verdictOn(doctored(oldLeader, path, swapped), '').problems).toHaveLength(1);
  });

  it('a learner passes requests on and acks from two threads; each keeps its own order', () => {
    const connection = writeThroughFollower.learnerConnections[0];
    const packets = connection?.learnerToLeader ?? [];
    const [request, ack] = [packets.indexOf('REQUEST create'), packets.indexOf('ACK 0x100000002')];
    expect(ack).toBe(request + 1);
    const path = ['learnerConnections', 0, 'learnerToLeader'];
    const later = packets.toSpliced(request, 2, 'ACK 0x100000002', 'REQUEST create');
    expect(verdictOn(doctored(writeThroughFollower, path, later), '').problems).toEqual([]);
    const ackedLate = packets.toSpliced(ack, 2, packets[ack + 1] ?? '', 'ACK 0x100000002');
    expect(packets[ack + 1]).toMatch(/^ACK/);
    expect(verdictOn(doctored(writeThroughFollower, path, ackedLate), '').problems).toHaveLength(1);
  });

  it('a joiner may have decided by old LOOKING votes, with the old epoch', () => {
    const json = structuredClone(leaderKilled);
    const election = json.phases[4]?.elections[0];
    const vote = json.phases[4]?.outcome.servers['3'].vote;
    if (election === undefined || vote === undefined) throw new Error('server 3 joins in the last phase');
    election.decidedBy = 'majority';
    election.peerEpoch = 1;
    vote.peerEpoch = 1;
    expect(verdictOn(json, '').problems).toEqual([]);
    election.round = 1;
    expect(verdictOn(json, '').problems).toHaveLength(1);
  });

  it('a joiner may have been told the old epoch by notifications sent again', () => {
    const json = structuredClone(leaderKilled);
    const election = json.phases[4]?.elections[0];
    const vote = json.phases[4]?.outcome.servers['3'].vote;
    if (election === undefined || vote === undefined) throw new Error('server 3 joins in the last phase');
    expect(election.decidedBy).toBe('joined');
    election.peerEpoch = 1;
    vote.peerEpoch = 1;
    expect(verdictOn(json, '').problems).toEqual([]);
    vote.leader = 3;
    expect(verdictOn(json, '').problems).toHaveLength(1);
  });

  it('a joiner was not told an epoch that is yet to come', () => {
    const path = ['phases', 4, 'elections', 0, 'peerEpoch'];
    const json = doctored(
      doctored(leaderKilled, path, 3),
      ['phases', 4, 'outcome', 'servers', '3', 'vote', 'peerEpoch'],
      3,
    );
    expect(leaderKilled.phases[4]?.elections[0]).toMatchObject({ decidedBy: 'joined', peerEpoch: 2 });
    expect(verdictOn(json, '').problems).toHaveLength(2);
  });

  it('who left an election first may have told a slower one before any epoch was raised', () => {
    const path = ['phases', 2, 'elections', 0, 'decidedBy'];
    expect(verdictOn(doctored(leaderKilled, path, 'joined'), '').problems).toEqual([]);
    const json = doctored(doctored(leaderKilled, path, 'joined'), ['phases', 2, 'elections', 0, 'round'], 3);
    expect(verdictOn(json, '').problems).toHaveLength(1);
  });

  it('an observer may elect the dead leader once more, or not', () => {
    const [, , , , killedPhase] = observerJoins.phases;
    const [first, second, vain, last] = killedPhase?.elections ?? [];
    expect([vain?.sid, vain?.elected, last?.elected]).toEqual([4, 3, 2]);
    const path = ['phases', 4, 'elections'];
    const without = doctored(observerJoins, path, [first, second, { ...last, startRound: 2 }]);
    expect(verdictOn(without, '').problems).toEqual([]);
    expect(verdictOn(doctored(observerJoins, path, [first, second, vain]), '').problems).not.toEqual([]);
    expect(verdictOn(doctored(observerJoins, path, [first, second]), '').problems).toHaveLength(1);
  });

  it('a race: not who wins, but that somebody does', () => {
    const end = ['phases', 0, 'outcome'] as const;
    expect(verdictOn(doctored(startAtOnce, [...end, 'leader'], 2), '').problems).toEqual([]);
    expect(verdictOn(doctored(startAtOnce, [...end, 'leader'], null), '').problems).toHaveLength(1);
    expect(verdictOn(doctored(startAtOnce, [...end, 'servers', '1', 'currentEpoch'], 2), '').problems).toHaveLength(1);
  });

  it('many alike are compared as one', () => {
    expect(verdictOn(followerReturns, '').problems).toEqual([]);
    const path = ['learnerConnections', 2, 'leaderToLearner', 2];
    const fewer = '(bulk) 498xCOMMIT 497xPROPOSAL 0x100000003..0x1000001f4';
    expect(verdictOn(doctored(followerReturns, path, fewer), '').problems).toHaveLength(1);
  });
});

describe('what cannot be played or read', () => {
  it('a step that the engine cannot play fails by name', () => {
    const json = doctored(leaderKilled, ['phases', 1, 'steps', 1, 'flags'], 'x');
    expect(verdictOn(json, '').problems).toContain('/writes/steps/1 create c1: flags "x" cannot be played');
  });

  it('an unknown step fails by name', () => {
    const json = doctored(leaderKilled, ['phases', 2, 'steps', 0], { op: 'clientSulks', client: 'c1' });
    expect(verdictOn(json, '').problems).toContain(
      '/leader 3 is killed/steps/0 clientSulks: "clientSulks" cannot be played',
    );
  });

  it('a file that is no recording names the place', () => {
    const json = doctored(leaderKilled, ['phases', 2, 'steps', 0, 'servers'], 'three');
    expect(verdictOn(json, 'some.json')).toEqual({
      name: 'some.json',
      problems: [expect.stringMatching(/^\$\.phases\[2\]\.steps\[0\]\.servers: /)],
    });
  });
});
