import { describe, expect, it } from 'vitest';
import type { Txn } from '../database/txn.ts';
import type { Zxid } from '../ids.ts';
import type { Packet } from '../packets.ts';
import { BLANK_DISK, loggedTxns, persist } from './durable.ts';
import { StandIn, diskAt, zxidOf, zxidShort } from './stand-in.ts';

const VOTERS = [1, 2, 3];
const TXN: Omit<Txn, 'zxid'> = {
  sessionId: '0x1' as never,
  cxid: 0,
  time: 0,
  body: { type: 'createSession', timeoutMillis: 4000 },
};

/** S1 follows S3 and serves; its disk is at 1.2. */
function following(toggles = {}): StandIn {
  const server = elected(toggles);
  receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
  server.flushed();
  receive(server, { type: 'DIFF', zxid: zxidOf('1.2') });
  receive(server, { type: 'NEWLEADER', zxid: zxidOf('2.0') });
  server.flushed();
  receive(server, { type: 'UPTODATE' });
  return server;
}

/** S1 has registered with S3. */
function elected(toggles = {}, logged: readonly Zxid[] = []): StandIn {
  const disk = { ...BLANK_DISK, ...diskAt(logged.length === 0 ? '1.2' : '0.0', 1) };
  const txns = logged.map((zxid) => ({ ...TXN, zxid }));
  const durable = txns.length === 0 ? disk : persist(disk, { kind: 'txns', txns, roll: true, purpose: 'log', role: 0 });
  const server = new StandIn({ sid: 1, voters: VOTERS, toggles, durable });
  server.connect(2);
  server.connect(3);
  server.vote(2, '3:1.2 e1 r1', 'FOLLOWING');
  server.vote(3, '3:1.2 e1 r1', 'LEADING');
  server.answered(3, 'quorum', 'opened');
  return server;
}

function receive(server: StandIn, packet: Packet): readonly string[] {
  return server.receive(3, packet, 'quorum');
}

function proposal(zxid: string): Packet {
  const body = { type: 'createSession', timeoutMillis: 4000 } as const;
  const txn = { zxid: zxidOf(zxid), sessionId: '0x1' as never, cxid: 0, time: 0, body };
  return { type: 'PROPOSAL', zxid: txn.zxid, txn };
}

describe('a disk refuses', () => {
  it('its first snapshot: the server ends with 1', () => {
    const server = new StandIn({ sid: 1, voters: VOTERS });
    expect(server.refused('full')).toEqual(['exit 1']);
    expect(server.noted('writeRefused')).toEqual([{ kind: 'writeRefused', write: 'snapshot', because: 'full' }]);
  });

  it('a promised epoch: it is not given, and the server looks for a leader again, by what it had', () => {
    const server = elected();
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    expect(server.refused('error')).not.toContain('→3 ACKEPOCH 1.2 e1');
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'diskFailed' }]);
    expect(server.peer).toMatchObject({ state: 'LOOKING', acceptedEpoch: 1 });
  });

  it('the snapshot of a sync: the process ends with 10', () => {
    const server = elected();
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    server.flushed();
    receive(server, { type: 'SNAP', zxid: zxidOf('1.9'), snapshot: server.durable.snapshots[0] as never });
    receive(server, { type: 'NEWLEADER', zxid: zxidOf('2.0') });
    expect(server.refused('full')).toEqual(['exit 10']);
  });

  it.each([
    // what the old releases do                     said              after another packet
    ['exits', ['exit 11'], 'FOLLOWING'],
    ['ignored', [], 'FOLLOWING'],
    ['endsRole', [], 'LOOKING'],
  ] as const)('a batch of the log, toggle criticalThread %s: %j', (criticalThread, said, state) => {
    const server = following({ criticalThread });
    receive(server, proposal('2.1'));
    expect(server.refused('error')).toEqual(said);
    receive(server, { type: 'PING', zxid: zxidOf('2.1'), touched: [] });
    expect(server.peer.state).toBe(state);
    // A role of its own has a log thread of its own.
    expect(server.peer.log.dead).toBe(true);
  });

  it('a batch of the log: the packet that comes next is obeyed, so that memory may get ahead of the disk (4882)', () => {
    const server = following();
    receive(server, proposal('2.1'));
    server.refused('error');
    receive(server, { type: 'COMMIT', zxid: zxidOf('2.1') });
    expect(server.noted('applied')).toHaveLength(1);
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'logThreadDied' }]);
    expect(server.peer).toMatchObject({ state: 'LOOKING', database: { lastProcessedZxid: zxidOf('2.1') } });
    expect(server.durable.logFiles).toEqual([]);
  });
});

describe('a disk refuses what the main thread waits for', () => {
  it('the cut of a TRUNC: the process ends with 13', () => {
    const log = { name: zxidOf('1.1'), txns: [zxidOf('1.1'), zxidOf('1.2')] };
    const server = elected({}, log.txns);
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    server.flushed();
    receive(server, { type: 'TRUNC', zxid: log.name });
    expect(server.refused('error')).toEqual(['exit 13']);
  });

  it.each([
    [true, 1],
    [false, 2],
  ])('currentEpoch at NEWLEADER, toggle epochFileFirst %s: it looks again, %d in memory', (epochFileFirst, epoch) => {
    const server = elected({ epochFileFirst });
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    server.flushed();
    receive(server, { type: 'DIFF', zxid: zxidOf('1.2') });
    receive(server, { type: 'NEWLEADER', zxid: zxidOf('2.0') });
    expect(server.refused('full')).toContain('close 3');
    expect(server.peer).toMatchObject({ state: 'LOOKING', currentEpoch: epoch, learner: null });
  });

  it('the epoch of a leader: it leads no more', () => {
    const server = new StandIn({ sid: 1, voters: [1], durable: diskAt('1.2', 1) });
    server.fire('election', 200);
    server.flushed();
    expect(server.peer.leader?.phase).toBe('writingAcceptedEpoch');
    server.refused('error');
    expect(server.noted('steppedDown')).toMatchObject([{ reason: 'diskFailed' }]);
    expect(server.peer).toMatchObject({ state: 'LOOKING', leader: null, acceptedEpoch: 1 });
  });

  it('what a role that is over had asked for: nobody waits for it', () => {
    const server = elected();
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    server.flushed();
    receive(server, { type: 'DIFF', zxid: zxidOf('1.2') });
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    const { state, role } = server.peer;
    expect(state).toBe('LOOKING');
    const late = { kind: 'currentEpoch', epoch: 2 as never, purpose: 'learner', role } as const;
    expect(server.input({ kind: 'unwritten', write: late, because: 'full' })).toEqual([]);
    expect(server.peer.state).toBe('LOOKING');
  });

  it('old files to delete: told, and no more', () => {
    const server = new StandIn({
      sid: 1,
      voters: VOTERS,
      service: { purgeIntervalHours: 1 },
      durable: diskAt('1.2', 1),
    });
    expect(server.said).toContain('write purge 3');
    expect(server.refused('error')).toEqual([]);
    expect(server.noted('writeRefused')).toMatchObject([{ write: 'purge' }]);
    expect(server.peer.state).toBe('LOOKING');
  });
});

describe('what is not written yet', () => {
  it.each([
    // toggle  what its log thread has      it applies at once   and votes with
    [false, ['2.1'], ['2.1'], '2.1'], // the batch that is being flushed is in the file
    [false, ['2.1', '2.2', '2.3'], ['2.1'], '2.1'], // what waits for the next is not, and is forgotten
    [true, ['2.1'], [], '2.1'], // the thread ends first
    [true, ['2.1', '2.2', '2.3'], [], '2.3'],
    [false, [], [], '1.2'],
  ] as const)(
    'toggle flushSyncThreadBeforeFastForward %s: who loses its leader with %j to log applies %j and votes with %s (2845, 4712)',
    (flushSyncThreadBeforeFastForward, logging, applied, zxid) => {
      const server = following({ flushSyncThreadBeforeFastForward });
      for (const one of logging) receive(server, proposal(one));
      server.input({ kind: 'closed', on: server.on(3, 'quorum') });
      const to = applied.map((one) => ({ to: zxidOf(one) }));
      expect(server.noted('fastForwarded')).toMatchObject(to);
      // No vote before the log thread has ended; and nobody is told what the role that has ended flushed.
      expect(server.peer.state).toBe(logging.length === 0 ? 'LOOKING' : 'FOLLOWING');
      expect(server.allFlushed().filter((line) => line.includes('ACK'))).toEqual([]);
      expect(server.peer.state).toBe('LOOKING');
      expect(zxidShort(server.peer.election.proposal.zxid)).toBe(zxid);
      const logged = Array.from(loggedTxns(server.durable.logFiles, zxidOf('2.0')), (txn) => zxidShort(txn.zxid));
      expect(logged).toEqual(logging);
    },
  );

  it('who applied it and dies before it is safe starts without it', () => {
    const server = following({ flushSyncThreadBeforeFastForward: false });
    receive(server, proposal('2.1'));
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    expect(zxidShort(server.peer.database.lastProcessedZxid)).toBe('2.1');
    const { durable } = server;
    expect(zxidShort(new StandIn({ sid: 1, voters: VOTERS, durable }).peer.database.lastProcessedZxid)).toBe('1.2');
  });

  it('toggle discardDbAheadOfLog: what is applied and still being flushed is not ahead of the log', () => {
    const server = following({ discardDbAheadOfLog: true, flushSyncThreadBeforeFastForward: false });
    receive(server, proposal('2.1'));
    receive(server, { type: 'COMMIT', zxid: zxidOf('2.1') });
    server.input({ kind: 'closed', on: server.on(3, 'quorum') });
    expect(server.noted('databaseDiscarded')).toEqual([]);
    expect(zxidShort(server.peer.database.lastProcessedZxid)).toBe('2.1');
  });
});

describe('what was not written', () => {
  it.each([
    [true, 1],
    [false, 2], // though the file says 1
  ])('toggle epochFileFirst %s: a refused acceptedEpoch is %d in memory (2307)', (epochFileFirst, epoch) => {
    const server = elected({ epochFileFirst });
    receive(server, { type: 'LEADERINFO', newEpoch: 2 as never });
    server.refused('error');
    expect([server.peer.acceptedEpoch, server.durable.acceptedEpoch]).toEqual([epoch, 1]);
  });

  it.each([
    [false, '2.1'],
    [true, '1.2'], // what is on disk
  ])('toggle discardDbAheadOfLog %s: who applied what it could not log votes with %s (4882)', (discard, zxid) => {
    const server = following({ discardDbAheadOfLog: discard });
    receive(server, proposal('2.1'));
    server.refused('error');
    receive(server, { type: 'COMMIT', zxid: zxidOf('2.1') });
    expect(server.peer.election.proposal.zxid).toBe(zxidOf(zxid));
    expect(server.noted('databaseDiscarded')).toHaveLength(discard ? 1 : 0);
  });
});
