import { describe, expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import type { Delivered } from '../audit/delivered.ts';
import type { Audit } from '../audit/ghost.ts';
import { append, emptyList } from '../base/append-list.ts';
import { ensure } from '../base/assert.ts';
import { fiveServers } from '../scenario/builtin/five-servers.ts';
import { startOf } from '../scenario/start.ts';
import type { Txn, TxnBody } from '../zookeeper/database/txn.ts';
import {
  type Epoch,
  type SessionId,
  type Sid,
  ZXID_ZERO,
  sidOf,
  zxidFrom,
  zxidLabel,
  zxidText,
} from '../zookeeper/ids.ts';
import { BLANK_DISK } from '../zookeeper/peer/durable.ts';
import type { Action } from './action.ts';
import type { ServerFacts } from './facts.ts';
import { zooKeeperMachine } from './machine.ts';
import type { Moment } from './moment.ts';
import { logCellsOf } from './select-log.ts';
import { select } from './select.ts';

const SECOND = 1000;
const EMPTY = { data: '', dataLength: 0, ephemeral: false, sequential: false };

class Run {
  readonly #live: Moment;

  constructor(scenario = fiveServers) {
    this.#live = zooKeeperMachine.resume(startOf(scenario, auditor));
  }

  /** Plays until `holds`, which must come within a virtual minute. */
  until(holds: () => boolean): this {
    const end = this.#live.world.now + 60 * SECOND;
    while (!holds()) {
      if (this.#live.world.now > end) throw new Error('it never came');
      zooKeeperMachine.step(this.#live, false);
    }
    return this;
  }

  for(millis: number): this {
    const end = this.#live.world.now + millis;
    return this.until(() => this.#live.world.now >= end);
  }

  act(...actions: readonly Action[]): this {
    for (const action of actions) zooKeeperMachine.act(this.#live, action, 0, false);
    return this;
  }

  write(sid: number, path: string): this {
    const client = `c${sid}`;
    const server = sidOf(sid);
    return this.act(
      { do: 'connect', client, server, timeoutMillis: 10 * SECOND },
      { do: 'call', client, operation: { op: 'create', path, ...EMPTY } },
    );
  }

  server(sid: number): ServerFacts {
    return ensure(
      select(this.#live).servers.find((one) => one.sid === sid),
      `S${sid}`,
    );
  }

  /** `1·1 applied`, with a + where a quorum has committed it and a * where a start would find it. */
  log(sid: number): readonly string[] {
    return this.server(sid).log.map(
      (cell) => `${zxidLabel(cell.zxid)} ${cell.state}${cell.committed ? '+' : ''}${cell.onDisk ? '*' : ''}`,
    );
  }

  leads(sid: number): boolean {
    const { state, serving } = this.server(sid);
    return state === 'LEADING' && serving;
  }
}

const sids = (...numbers: readonly number[]): readonly Sid[] => numbers.map(sidOf);

/** S3 leads all five. */
function led(): Run {
  const run = new Run();
  return run.until(() => run.leads(3) && [1, 2, 4, 5].every((sid) => run.server(sid).serving));
}

/** Cut off with S4, S3 logs what nobody else will have. */
function cutOff(): Run {
  return led()
    .act({ do: 'partition', groups: [sids(3, 4), sids(1, 2, 5)] })
    .write(3, '/lost')
    .for(100);
}

describe('two histories', () => {
  it('what waits for a quorum is on disk and in no database; after its leader gave up the log is replayed', () => {
    const run = cutOff();
    for (const sid of [3, 4]) expect(run.log(sid)).toEqual(['1·1 flushed*']);
    run.until(() => run.leads(5));
    for (const sid of [3, 4]) expect(run.log(sid)).toEqual(['1·1 replayed*']);
  });

  it('what a snapshot replaced is in no database, and no start finds it', () => {
    const run = cutOff();
    run.until(() => run.leads(5));
    run.act({ do: 'healAll' });
    run.until(() => [3, 4].every((sid) => run.server(sid).leader === sidOf(5) && run.server(sid).serving));
    for (const sid of [3, 4]) expect(run.log(sid)).toEqual(['1·1 replaced']);
    run.write(5, '/kept').for(SECOND);
    for (const sid of [1, 5]) expect(run.log(sid)).toEqual(['2·1 applied+*', '2·2 applied+*']);
    for (const sid of [3, 4]) expect(run.log(sid)).toEqual(['1·1 replaced', '2·1 applied+*', '2·2 applied+*']);
    run.act({ do: 'kill', server: sidOf(3) });
    expect(run.log(3)).toEqual(['1·1 replaced', '2·1 flushed+*', '2·2 flushed+*']);
  });

  it('what was on disk before the run is committed once a leader with a quorum has begun with it, and nothing else', () => {
    const servers = [1, 2, 3].map((sid) => ({ sid: sidOf(sid), disk: sid === 1 ? disk(1, 2, 3) : disk(1, 2) }));
    const run = new Run({ ...fiveServers, servers, script: [start(0, 2), start(0, 3), start(5 * SECOND, 1)] });
    run.until(() => run.server(3).state === 'LEADING');
    expect(run.log(3)).toEqual(['1·1 replayed*', '1·2 replayed*']);
    run.until(() => run.leads(3));
    for (const sid of [2, 3]) expect(run.log(sid).map((cell) => cell.slice(-2))).toEqual(['+*', '+*']);
    run.until(() => run.server(1).leader === sidOf(3));
    expect(run.log(1)).toEqual(['1·1 applied+*', '1·2 applied+*', '1·3 replayed*']);
  });

  it('is not committed because another transaction of that zxid is', () => {
    const zxid = zxidFrom(1, 1);
    const delivered = append(emptyList<Delivered>(), { zxid, body: deletion('/a'), digest: null, nodeCount: 5 });
    const audit = { delivered, inherited: emptyList() } as unknown as Audit;
    const committed = ['/a', '/b'].map((path) => {
      const logFiles = [
        {
          name: zxid,
          txns: append(emptyList<Txn>(), {
            zxid,
            sessionId: '0x1' as SessionId,
            cxid: 1,
            time: 0,
            body: deletion(path),
          }),
          bytes: 60,
        },
      ];
      return logCellsOf(null, { ...BLANK_DISK, logFiles }, audit).cells.map((cell) => cell.committed);
    });
    expect(committed).toEqual([[true], [false]]);
  });

  it('what came with a snapshot is held without being in the log', () => {
    const run = led().act({ do: 'kill', server: sidOf(4) }, { do: 'wipe', server: sidOf(4) });
    run.write(3, '/kept').for(SECOND);
    expect(run.log(4)).toEqual([]);
    run.act({ do: 'start', server: sidOf(4) }).until(() => run.server(4).serving);
    expect(run.log(4)).toEqual(['1·1 snapshotted+*', '1·2 snapshotted+*']);
  });
});

describe('the last zxid', () => {
  it('is what a running server votes with, in memory alone where the disk does not say it', () => {
    const run = led();
    expect(run.server(3)).toMatchObject({ lastZxid: zxidFrom(1, 0), lastZxidOnDisk: false });
    run.act({ do: 'kill', server: sidOf(3) });
    expect(run.server(3)).toMatchObject({ lastZxid: ZXID_ZERO, lastZxidOnDisk: true });
  });

  it('of a proposal that no quorum has is not voted with while its leader leads', () => {
    const run = cutOff();
    expect(run.server(3).lastZxid).toBe(zxidFrom(1, 0));
    run.act({ do: 'kill', server: sidOf(3) });
    expect(run.server(3)).toMatchObject({ lastZxid: zxidFrom(1, 1), lastZxidOnDisk: true });
  });

  it('counts the newest snapshot, whose transactions the log may lack', () => {
    const run = led().act({ do: 'kill', server: sidOf(4) }, { do: 'wipe', server: sidOf(4) });
    run.write(3, '/kept').for(SECOND);
    run.act({ do: 'start', server: sidOf(4) }).until(() => run.server(4).serving);
    run.act({ do: 'kill', server: sidOf(4) });
    expect(run.server(4)).toMatchObject({ lastZxid: zxidFrom(1, 2), lastZxidOnDisk: true });
  });
});

function deletion(path: string): TxnBody {
  return { type: 'delete', path };
}

/** A disk that holds these transactions of epoch 1. */
function disk(...counters: readonly number[]) {
  return {
    acceptedEpoch: 1 as Epoch,
    currentEpoch: 1 as Epoch,
    txns: counters.map((counter) => ({
      zxid: zxidText(zxidFrom(1, counter)),
      operation: { op: 'create' as const, path: `/${counter}`, ...EMPTY },
    })),
  };
}

function start(at: number, sid: number) {
  return { at, action: { do: 'start' as const, server: sidOf(sid) } };
}
