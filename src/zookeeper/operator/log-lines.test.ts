import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import { type Profile, behaviourOf } from '../config/profiles.ts';
import { DEFAULT_TIMING, serverConfig } from '../config/ensemble.ts';
import type { Epoch, Round, SessionId, Sid, Zxid } from '../ids.ts';
import type { Note } from '../notes.ts';
import {
  type LogContext,
  type LogLine,
  type LogRelease,
  exitLines,
  logLines,
  logReleaseOf,
  persistLines,
} from './log-lines.ts';

/** Server 1 of 1, 2, 3 and the observer 9. */
function contextOf(release: LogRelease, situation: Partial<LogContext> = {}): LogContext {
  const servers = [1, 2, 3, 9].map((sid) => {
    const learnerType = sid === 9 ? ('OBSERVER' as const) : ('PARTICIPANT' as const);
    return { sid: sid as Sid, node: sid, learnerType };
  });
  const config = serverConfig({
    sid: 1 as Sid,
    servers,
    timing: DEFAULT_TIMING,
    behaviour: behaviourOf('3.9', {}),
  });
  return {
    config,
    release,
    diskMillis: 0,
    follows: false,
    syncing: false,
    gap: null,
    elects: false,
    digest: null,
    ...situation,
  };
}

/** The same server of another profile. */
function behaving(profile: Profile): Pick<LogContext, 'config'> {
  return { config: { ...contextOf('3.9').config, behaviour: behaviourOf(profile, {}) } };
}

/** `LEVEL logger: message / exception`. */
function texts(lines: readonly LogLine[]): readonly string[] {
  return lines.map(({ level, logger, message, exception }) =>
    [`${level} ${logger}: ${message}`, ...(exception === null ? [] : [exception])].join(' / '),
  );
}

function printed(note: Note, release: LogRelease = '3.9', situation: Partial<LogContext> = {}): readonly string[] {
  return texts(logLines(note, contextOf(release, situation)));
}

const NOTHING = /^$/;
const THREE = 3 as Sid;
const zxid = 0x2_0000_0007 as Zxid;

describe('24.4 what the admin server does', () => {
  const restored: Note = { kind: 'databaseRestored', zxid, was: (zxid + 1) as Zxid, nodes: [6, 5], sessions: [1, 0] };

  it.each<[Note, readonly string[]]>([
    [
      { kind: 'snapshotWritten', zxid, because: 'admin' },
      [
        'INFO FileTxnSnapLog: Snapshotting: 0x200000007 to /data/version-2/snapshot.200000007',
        'INFO ZooKeeperServer: Snapshot taken in 3 ms',
      ],
    ],
    [
      restored,
      [
        'INFO ZooKeeperServer: Before restore database. lastProcessedZxid=8589934600, nodeCount=7，sessionCount=1',
        'INFO ZooKeeperServer: Restored to a new database. lastProcessedZxid=8589934599, nodeCount=6, sessionCount=0',
        'INFO ZooKeeperServer: After restore database. lastProcessedZxid=8589934599, nodeCount=6, sessionCount=0',
        'INFO ZooKeeperServer: Restore taken in 0 ms',
      ],
    ],
    [
      { kind: 'connectionsShed', percent: 50, count: 1, of: 3 },
      ['INFO ServerCnxnFactory: Shed 1 out of 3 connections (50%)', 'INFO Commands: Shed 1 connections (50%)'],
    ],
  ])('%j', (note, lines) => {
    expect(printed(note, '3.9', { diskMillis: 3 })).toEqual(lines);
  });

  it.each<[LogRelease, readonly string[]]>([
    ['3.5', []],
    ['3.6', ['INFO ZKDatabase: Snapshot loaded in 0 ms, highest zxid is 0x200000007, digest is 99']],
    ['3.9', ['INFO ZKDatabase: Snapshot loaded in 0 ms, highest zxid is 0x200000007, digest is 99']],
  ])('%s tells the digest of what was loaded: %j', (release, lines) => {
    const loaded: Note = { kind: 'databaseLoaded', snapshot: null, txnCount: 0, zxid };
    expect(printed(loaded, release, { digest: () => 99 })).toEqual(lines);
  });
});

describe('24 lines that depend on the release and on what else happens', () => {
  const heard: Note = {
    kind: 'settledVoteKept',
    from: THREE,
    vote: { leader: THREE, zxid, peerEpoch: 2 as Epoch, electionEpoch: 1 as Round },
    state: 'LEADING',
    agreeing: [],
  };
  const written: Note = { kind: 'currentEpochWritten', epoch: 2 as Epoch, was: 1 as Epoch };
  const registered: Note = {
    kind: 'learnerRegistered',
    sid: 7 as Sid,
    acceptedEpoch: 1 as Epoch,
    learnerType: 'PARTICIPANT',
  };
  const short: Note = { kind: 'malformedSkipped', from: THREE, flaw: 'tooShort' };
  const partial: Note = { kind: 'malformedSkipped', from: THREE, flaw: 'configLength' };

  it.each<[string, Note, LogRelease, Partial<LogContext>, RegExp]>([
    ['a leader that does not convince', heard, '3.8', {}, /^INFO FastLeaderElection: Oracle indicates not to follow$/],
    ['one that does', heard, '3.8', { elects: true }, NOTHING],
    ['before there were oracles', heard, '3.7', {}, NOTHING],
    ['a follower of it', { ...heard, state: 'FOLLOWING' }, '3.8', {}, NOTHING],
    ['a learner has the epoch', written, '3.9', { follows: true }, /epoch to 2,.*NEWLEADER ack .* zxid 200000000$/],
    ['a leader has it', written, '3.9', {}, NOTHING],
    ['a learner of 3.8.0', written, '3.8', { follows: true }, NOTHING],
    [
      'a stranger registers',
      registered,
      '3.5',
      {},
      /^INFO LearnerHandler: Follower sid: 7 not in the current config 0$/,
    ],
    ['in 3.4, which knows no other', registered, '3.4', {}, /Follower sid: 7 : info : /],
    ['half a vote', short, '3.6', {}, /^ERROR FastLeaderElection\$Messenger\$WorkerReceiver: Got a short response/],
    ['half a configuration', partial, '3.5', {}, /^WARN FastLeaderElection: Skipping the processing .* by sid=3$/],
    [
      'a log too short to cut',
      { kind: 'truncateFailed', to: zxid, last: zxid },
      '3.9',
      {},
      /truncate the log 0x200000007$/,
    ],
    ['a snapshot too many', { kind: 'snapshotSkipped' }, '3.9', {}, /^WARN SyncRequestProcessor: Too busy to snap/],
    [
      'a quota',
      { kind: 'quotaExceeded', path: '/q', of: 'count', current: 2, limit: 1 },
      '3.9',
      {},
      /^WARN DataTree: Quota exceeded: \/q count=2 limit=1$/,
    ],
  ])('%s', (_, note, release, situation, expected) => {
    expect(printed(note, release, situation).join(',')).toMatch(expected);
  });
});

describe('24 lines that few runs print', () => {
  it.each<[Note, RegExp]>([
    [
      {
        kind: 'refusedToStart',
        reason: 'epochBehindLog',
        currentEpoch: 1 as Epoch,
        acceptedEpoch: 1 as Epoch,
        lastZxid: zxid,
      },
      /The current epoch, 1, is older than the last zxid, 8589934599$/,
    ],
    [
      {
        kind: 'refusedToStart',
        reason: 'acceptedBehindCurrent',
        currentEpoch: 17 as Epoch,
        acceptedEpoch: 16 as Epoch,
        lastZxid: zxid,
      },
      /The accepted epoch, 10 is less than the current epoch, 11$/,
    ],
    [{ kind: 'voteRefused', from: THREE, leader: 7 as Sid, because: 'noZxid' }, NOTHING],
    [
      { kind: 'voteRefused', from: THREE, leader: 7 as Sid, because: 'unknownLeader' },
      /non-cluster member sid 7 from sid 3$/,
    ],
    [
      { kind: 'voteRefused', from: 9 as Sid, leader: THREE, because: 'notAVoter' },
      /sid 3 from non-quorum member sid 9$/,
    ],
    [{ kind: 'ackIgnored', zxid, sid: THREE, because: 'unknown' }, /^WARN Leader: .*future proposal: zxid 0x200000007/],
    [{ kind: 'ackIgnored', zxid, sid: THREE, because: 'alreadyCommitted' }, NOTHING],
    [{ kind: 'ackIgnored', zxid, sid: THREE, because: 'newLeader' }, NOTHING],
    [
      { kind: 'leaderDialFailed', leader: THREE, attempt: 1, because: 'timeout', remainingMillis: 0 },
      /^ERROR Learner: .*retries exceeded.*connect timed out$/,
    ],
    [
      { kind: 'leaderDialFailed', leader: THREE, attempt: 5, because: 'refused', remainingMillis: 900 },
      /^ERROR Learner: .*retries exceeded.*Connection refused$/,
    ],
    [
      { kind: 'leaderDialFailed', leader: THREE, attempt: 4, because: 'refused', remainingMillis: 900 },
      /^WARN Learner: .*tries=3, remaining init limit=900.*Connection refused$/,
    ],
    [{ kind: 'configActivated', version: zxid, voters: [THREE], restarts: true }, /Restarting Leader Election$/],
    [{ kind: 'configActivated', version: zxid, voters: [THREE], restarts: false }, NOTHING],
    [{ kind: 'requestRejected', reason: 'notServing' }, NOTHING],
    [
      { kind: 'requestRejected', reason: 'wrongPassword', sessionId: '0x1' as SessionId },
      /Incorrect password from .* for session 0x1/,
    ],
    [{ kind: 'requestRejected', reason: 'readOnly' }, /Refusing session request for not-read-only client/],
    [
      { kind: 'requestRejected', reason: 'sawNewer', lastZxidSeen: zxid, lastZxid: 0 as Zxid },
      /has seen zxid 0x200000007 our last zxid is 0x0 client must try another server$/,
    ],
    [{ kind: 'sessionAnswered', sessionId: '0x5' as SessionId, valid: true, timeoutMillis: 4000 }, NOTHING],
    [
      { kind: 'sessionAnswered', sessionId: '0x5' as SessionId, valid: false, timeoutMillis: 4000 },
      /^INFO ZooKeeperServer: Invalid session 0x5 for client .*, probably expired$/,
    ],
    [{ kind: 'sessionExpired', sessionId: '0x5' as SessionId, timeoutMillis: 4000 }, /Expiring session 0x5/],
  ])('%j: %s', (note, expected) => {
    expect(printed(note)[0] ?? '').toMatch(expected);
  });

  it.each<[LogRelease, string]>([
    ['3.6', 'Unexpected exception causing shutdown while sock still open'],
    ['3.7', 'Unexpected exception in LearnerHandler: '],
  ])('%s says why a handler ends with: %s', (release, message) => {
    const gone = printed({ kind: 'learnerLost', sid: THREE, reason: 'connectionClosed' }, release);
    expect(gone[0]).toBe(`ERROR LearnerHandler: ${message} / java.io.EOFException`);
    const ahead: Note = {
      kind: 'learnerAhead',
      sid: THREE,
      currentEpoch: 3 as Epoch,
      lastZxid: zxid,
      myCurrentEpoch: 2 as Epoch,
      myLastZxid: zxid,
    };
    expect(printed(ahead, release)[0]).toContain(
      `ERROR LearnerHandler: ${message} / java.io.IOException: Follower is ahead`,
    );
  });

  it.each([
    // why                     what comes first                                                              closed at once
    ['transactionTimeout', ['WARN LearnerHandler: Closing connection to peer due to transaction timeout.'], true],
    ['syncThrottled', ['ERROR LearnerHandler: too many concurrent sync.'], false],
    ['unexpectedPacket', ['ERROR LearnerHandler: Next packet was supposed to be an ACK'], false],
    ['aheadOfLeader', [], true], // told already
    ['readTimeout', [expect.stringContaining('in LearnerHandler:  / java.net.SocketTimeoutException: Read')], true],
    ['epochTimeout', [expect.stringContaining('in LearnerHandler. / java.lang.InterruptedException: Timeout')], false],
  ] as const)(
    'a handler ends, %s: %j, one GOODBYE, and its socket is closed, before that: %s',
    (reason, first, atOnce) => {
      const goodbye = 'WARN LearnerHandler: ******* GOODBYE /10.0.0.4:40003 ********';
      const closing = 'INFO LearnerHandler: Synchronously closing socket to learner 3.';
      const gone: Note = { kind: 'learnerLost', sid: THREE, reason };
      expect(printed(gone)).toEqual([...first, ...(atOnce ? [closing, goodbye] : [goodbye, closing])]);
      expect(printed(gone, '3.6')).toHaveLength(first.length + 1);
    },
  );

  it.each<[LogRelease, readonly string[]]>([
    ['3.9', ['RequestThrottler QuorumZooKeeperServer']],
    ['3.5', ['SessionTracker QuorumZooKeeperServer']],
    ['3.4', []],
  ])('%s asks for the end of a session that has expired', (release, asked) => {
    const expired: Note = { kind: 'sessionExpired', sessionId: '0x1' as SessionId, timeoutMillis: 4000 };
    const lines = logLines(expired, contextOf(release));
    expect(lines.slice(1).map(({ thread, logger }) => `${thread} ${logger}`)).toEqual(asked);
    const config = contextOf(release).config;
    const local = { config: { ...config, service: { ...config.service, localSessionsEnabled: true } } };
    expect(logLines(expired, contextOf(release, local))).toHaveLength(1);
  });

  // oxfmt-ignore
  it.each([
    // expected      got            syncing profile  line
    [0x1,           0x1_0000_0001, false, '3.9', 'WARN Follower: Got zxid 0x100000001 expected 0x1'],
    [0x1_0000_0003, 0x1_0000_0007, false, '3.9', 'WARN Follower: Got zxid 0x100000007 expected 0x100000003'],
    [0x1_0000_0003, 0x1_0000_0007, true,  '3.8.0', 'WARN Learner: Got zxid 0x100000007 expected 0x100000003'],
    [0x1_0000_0003, 0x2_0000_0001, true,  '3.8.0', 'WARN Learner: Got zxid 0x200000001 expected 0x100000003'],
    // ZOOKEEPER-4925
    [0x1_0000_0003, 0x1_0000_0007, true,  '3.9', 'ERROR Learner: DIFF sync got proposal 0x100000007, last queued 0x100000002, expected 0x100000003'],
    [0x1_0000_0003, 0x2_0000_0001, true,  '3.9', 'WARN Learner: DIFF sync got new epoch proposal 0x200000001, last queued 0x100000002, expected 0x100000003'],
  ] as const)('a proposal is not the next, expected %x, got %x, of a sync: %s, %s', (expected, got, syncing, profile, line) => {
    const gap: Note = { kind: 'proposalGap', zxid: got as Zxid, expected: expected as Zxid };
    expect(printed(gap, logReleaseOf(profile), { ...behaving(profile), syncing })).toEqual([line]);
  });

  it.each([
    ['3.4', 'WARN Learner: Got zxid 0x200000007 expected 0x1'],
    ['3.8.0', 'WARN Learner: Got zxid 0x200000007 expected 0x1'],
    ['3.9.3', 'WARN Learner: Got zxid 0x200000007 expected 0x1'],
    ['3.9', 'INFO Learner: DIFF sync got first proposal 0x200000007'],
  ] as const)('the first of a sync, whatever it is, in %s: %s', (profile, line) => {
    const situation = { ...behaving(profile), syncing: true };
    expect(printed({ kind: 'firstInSync', zxid }, logReleaseOf(profile), situation)).toEqual([line]);
  });

  it('what ends a sync says which proposal was not the next', () => {
    const gap = { kind: 'proposalGap', zxid, expected: (zxid - 2) as Zxid } as const;
    const lost: Note = {
      kind: 'leaderLost',
      leader: THREE,
      reason: 'discontinuousProposal',
      silentMillis: 0,
      connectedMillis: 20,
      synced: false,
    };
    expect(printed(lost, '3.9', { syncing: true, gap })[0]).toBe(
      'WARN Follower: Exception when following the leader / java.lang.Exception: DIFF sync got proposal 0x200000007, last queued 0x200000004, expected 0x200000005',
    );
  });

  it.each([
    ['snapCount', 'Snapshot Thread'],
    ['boot', 'main'],
    ['admin', 'qtp1-1'],
    ['leader', 'QuorumPeer[myid=1](plain=0.0.0.0:2181)(secure=disabled)'],
  ] as const)('a snapshot of %s is written by %s', (because, thread) => {
    const [line] = logLines({ kind: 'snapshotWritten', zxid, because }, contextOf('3.9'));
    expect(line?.thread).toBe(thread);
  });
});

describe('2, 24.4 a process that ends itself says with which code', () => {
  it.each<[number, LogRelease, string, readonly string[]]>([
    // code release thread of            line
    [1, '3.9', 'main', ['ERROR ServiceUtils: Exiting JVM with code 1']],
    [12, '3.6', 'QuorumPeer[myid=1]', ['ERROR ServiceUtils: Exiting JVM with code 12']],
    [13, '3.8', 'QuorumPeer[myid=1]', ['ERROR ServiceUtils: Exiting JVM with code 13']],
    [12, '3.5', '', []], // System.exit alone
    [12, '3.4', '', []],
  ])('%d in %s', (code, release, thread, expected) => {
    const lines = exitLines(code, contextOf(release));
    expect(texts(lines)).toEqual(expected);
    for (const line of lines) expect(line.thread.startsWith(thread)).toBe(true);
  });
});

/** Server `sid` of an ensemble that synchronizes in that order. */
function ordered(newleaderOrder: Behaviour['newleaderOrder'], sid: number): LogContext {
  const plain = contextOf('3.9', { diskMillis: 12 });
  const config = { ...plain.config, sid: sid as Sid, behaviour: { ...plain.config.behaviour, newleaderOrder } };
  return { ...plain, config };
}

describe('24.3 what a follower says of the transactions of its sync', () => {
  const upToDate: Note = { kind: 'upToDate', epoch: 2 as Epoch, logged: 2, committed: 1 };
  const persisted =
    'INFO Learner: It took 12ms to persist and commit txns in packetsCommitted. 3 outstanding txns left in packetsNotLogged';
  const after = ['INFO Learner: 2 txns have been logged asynchronously', 'INFO Learner: 1 txns have been committed'];

  it.each<[string, Behaviour['newleaderOrder'], number, readonly string[], readonly string[]]>([
    ['3.9.3', 'E', 1, [persisted], after],
    ['3.8.5', 'D', 1, [], after],
    ['3.8.0', 'C', 1, [], []],
    ['an observer of 3.9.3', 'E', 9, [], []],
  ])('%s', (_, order, sid, atNewLeader, atUpToDate) => {
    expect(texts(persistLines(3, ordered(order, sid)))).toEqual(atNewLeader);
    expect(texts(logLines(upToDate, ordered(order, sid))).slice(1)).toEqual(atUpToDate);
  });
});

describe('24.4 a commit that another should have come before', () => {
  const committed: Note = { kind: 'committed', zxid, acks: [1, 2] as Sid[], voters: 3 };
  const first = (zxid - 2) as Zxid;

  it.each<[LogRelease, Note, readonly string[]]>([
    ['3.9', committed, []],
    [
      '3.9',
      { ...committed, first, from: 2 as Sid },
      ['WARN Leader: Commiting zxid 0x200000007 from /10.0.0.3:40002 not first!', 'WARN Leader: First is 0x200000005'],
    ],
    [
      '3.6',
      { ...committed, first, from: 2 as Sid },
      ['WARN Leader: Commiting zxid 0x200000007 from /10.0.0.3:40002 noy first!', 'WARN Leader: First is 8589934597'],
    ],
    [
      '3.4',
      { ...committed, first, from: 1 as Sid }, // by its own ack, which has no address
      ['WARN Leader: Commiting zxid 0x200000007 from null not first!', 'WARN Leader: First is 0x200000005'],
    ],
  ])('%s: %j: %j', (release, note, lines) => {
    expect(printed(note, release)).toEqual(lines);
  });
});

describe('24.2 a configuration with other members', () => {
  const activated: Note = { kind: 'configActivated', version: zxid, voters: [1, 2] as Sid[], restarts: true };

  it.each<[LogRelease, Note, readonly string[]]>([
    ['3.9', activated, ['WARN QuorumPeer: Restarting Leader Election']],
    ['3.9', { ...activated, restarts: false }, []],
    // Heard of in a vote, while it looks for a leader.
    [
      '3.9',
      { ...activated, gossip: true },
      ['INFO FastLeaderElection$Messenger$WorkerReceiver: restarting leader election'],
    ],
    ['3.5', { ...activated, gossip: true }, ['INFO FastLeaderElection: restarting leader election']],
    ['3.9', { ...activated, gossip: true, restarts: false }, []],
  ])('%s: %j: %j', (release, note, lines) => {
    expect(printed(note, release)).toEqual(lines);
  });
});
