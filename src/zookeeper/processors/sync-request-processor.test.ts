import { describe, expect, it } from 'vitest';
import { decodeScenario } from '../../scenario/decode.ts';
import { Run } from '../../scenario/run.ts';
import type { Operation } from '../client/operations.ts';
import { requestPipeline } from '../peer/request-pipeline.ts';
import { Served } from '../peer/served.ts';
import type { StandIn } from '../peer/stand-in.ts';

const WRITE: Operation = { op: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, sequential: true };

function serving(service: { readonly flushDelayMillis: number; readonly maxBatchSize?: number }): StandIn {
  const { server } = new Served({ service });
  server.dialled(9, 'client', { ...CONNECT_NOW });
  server.fire('logFlush', 0);
  server.allFlushed();
  return server;
}

const CONNECT_NOW = {
  type: 'CONNECT',
  canBeReadOnly: false,
  sessionId: null,
  password: null,
  timeoutMillis: 6000,
  lastZxidSeen: 0 as never,
} as const;

let cxid = 0;

/** What a write that comes so many milliseconds later makes the log thread do. */
function writes(server: StandIn, after: number): readonly string[] {
  server.now += after;
  cxid += 1;
  server.receive(9, { type: 'CALL', cxid, operation: WRITE }, 'client');
  return server.said.filter((line) => /^(write|arm logFlush|disarm logFlush)/.test(line));
}

describe('16 flushDelay', () => {
  it.each([
    // delay    since the last flush   what the first write does
    [0, 5, ['write log 1.2']],
    [30, 0, ['arm logFlush 10']], // it looks for more for a third of the delay
    [30, 19, ['arm logFlush 10']],
    [30, 21, ['arm logFlush 9']], // and never past its end
    [30, 30, ['disarm logFlush', 'write log 1.2']], // which is over
    [30, 5000, ['disarm logFlush', 'write log 1.2']],
    [2, 1, ['disarm logFlush', 'write log 1.2']], // no time at all to look
  ])('%d ms, %d ms after the last flush: %j', (flushDelayMillis, after, did) => {
    expect(writes(serving({ flushDelayMillis }), after)).toEqual(did);
  });

  it('whatever has come by then is flushed together, and the next wait counts from there', () => {
    const server = serving({ flushDelayMillis: 30 });
    writes(server, 0);
    expect(writes(server, 8)).toEqual(['arm logFlush 10']);
    expect(requestPipeline(server.peer)?.log[0]?.queues.map(({ requests }) => requests.length)).toEqual([0, 2]);
    expect(server.fire('logFlush', 10)).toContain('write log 1.2 1.3');
    expect(writes(server, 1)).toEqual([]);
    expect(requestPipeline(server.peer)?.log[0]?.queues.map(({ requests }) => requests.length)).toEqual([1, 2]);
    server.now += 1;
    expect(server.flushed()).toContain('arm logFlush 10');
    expect(writes(server, 20)).toEqual(['arm logFlush 10']);
    expect(writes(server, 9)).toEqual(['arm logFlush 1']);
  });

  it('maxBatchSize does not wait for it', () => {
    const server = serving({ flushDelayMillis: 3000, maxBatchSize: 2 });
    expect(writes(server, 1)).toEqual(['arm logFlush 1000']);
    expect(writes(server, 1)).toEqual(['disarm logFlush', 'write log 1.2 1.3']);
    expect(writes(server, 1)).toEqual([]);
    expect(writes(server, 1)).toEqual([]);
    expect(server.flushed()).toContain('write log 1.4 1.5');
  });

  it('a role that ends does not wait for it', () => {
    const { server: alone } = new Served({ service: { flushDelayMillis: 3000 } });
    alone.input({ kind: 'command', command: { kind: 'skipZxids', counter: 0xffff_fffc } });
    alone.dialled(9, 'client', CONNECT_NOW);
    expect(alone.said).toContain('arm logFlush 1000');
    alone.dialled(8, 'client', CONNECT_NOW);
    alone.dialled(7, 'client', CONNECT_NOW);
    expect(alone.noted('steppedDown')).toMatchObject([{ reason: 'rollover' }]);
    expect(alone.said).toContain('write log 1.4294967293 1.4294967294');
    expect(alone.peer.state).toBe('LEADING');
    alone.flushed();
    expect(alone.peer.state).toBe('LOOKING');
  });
});

describe('4 forceSync', () => {
  const DISK = 700;

  /** What happens to `c` and its write at 12,000 ms, as `[milliseconds later, what]`; and what the server's log holds in the end. */
  function played(forceSync: boolean, ...acts: readonly object[]): { told: readonly number[]; logged: number } {
    const decoded = decodeScenario({
      servers: [{ sid: 1 }],
      service: { forceSync },
      diskMillis: DISK,
      network: { latencyMillis: 1, jitterMillis: 0, links: [] },
      script: [
        { at: 0, action: { do: 'start', server: 1 } },
        { at: 9000, action: { do: 'connect', client: 'c', server: 1, timeoutMillis: 6000 } },
        { at: 12_000, action: { do: 'call', client: 'c', operation: WRITE } },
        ...acts,
      ],
    });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const run = new Run(decoded.value, { untilMillis: 14_000, noting: true, audited: true });
    const entries = [...run.entries()];
    const told = entries.flatMap(({ at, notes }) =>
      notes.flatMap((note) => (note.kind === 'clientAnswered' && note.answer.error === 'OK' ? [at - 12_000] : [])),
    );
    const [node] = run.moment.world.nodes;
    return { told, logged: node?.durable.logFiles.reduce((sum, file) => sum + file.txns.length, 0) ?? 0 };
  }

  it.each([
    [true, [DISK + 2]],
    [false, [2]], // as far as the operating system
  ])('%s: a write is answered after %j ms', (forceSync, told) => {
    expect(played(forceSync)).toEqual({ told, logged: 2 });
  });

  it.each([
    [true, { told: [], logged: 1 }],
    [false, { told: [2], logged: 2 }], // the operating system has it, whoever is killed
  ])('%s: a process that is killed 100 ms later has %j', (forceSync, outcome) => {
    expect(played(forceSync, { at: 12_100, action: { do: 'kill', server: 1 } })).toEqual(outcome);
  });

  it('no: a machine that loses its power takes with it what was answered', () => {
    const acts = [
      { at: 12_100, action: { do: 'kill', server: 1 } },
      { at: 12_200, action: { do: 'loseTail', server: 1, count: 1 } },
    ];
    expect(played(false, ...acts)).toEqual({ told: [2], logged: 1 });
  });

  it('no: it does not wait for what the disk is still at', () => {
    const snapshot = { at: 12_000, action: { do: 'takeSnapshot', server: 1 } };
    expect(played(false, snapshot).told).toEqual([2]);
    expect(played(true, snapshot).told).toEqual([2 * DISK + 1]);
  });
});
