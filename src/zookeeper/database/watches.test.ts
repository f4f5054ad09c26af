import { describe, expect, it } from 'vitest';
import type { TxnBody } from './txn.ts';
import { type Watch, trigger, withWatch } from './watches.ts';

/** `7 data /a`: connection 7 waits for the data of /a. */
function watches(...texts: readonly string[]): readonly Watch[] {
  return texts.reduce<readonly Watch[]>((known, text) => {
    const [on, table, path = ''] = text.split(' ');
    // The table below holds nothing else.
    return withWatch(known, { on: Number(on), table: table as Watch['table'], path });
  }, []);
}

function create(path: string): TxnBody {
  return { type: 'create', path, data: '', dataLength: 0, ephemeral: false, parentCVersion: 1 };
}

function remove(path: string): TxnBody {
  return { type: 'delete', path };
}

function set(path: string): TxnBody {
  return { type: 'setData', path, data: '', dataLength: 0, version: 1 };
}

describe('18 what triggers what', () => {
  it.each<[readonly string[], TxnBody, readonly string[], number]>([
    // set                                   change              fired                              left
    [['7 data /a'], create('/a'), ['7 NodeCreated /a'], 0],
    [['7 child /'], create('/a'), ['7 NodeChildrenChanged /'], 0],
    [['7 child /a', '7 data /'], create('/a'), [], 2],
    [['7 data /a'], set('/a'), ['7 NodeDataChanged /a'], 0],
    [['7 child /a', '7 child /'], set('/a'), [], 2],
    [['7 data /a', '8 data /a'], set('/a'), ['7 NodeDataChanged /a', '8 NodeDataChanged /a'], 0],
    // Whoever waits for both hears of the deletion once.
    [['7 data /a', '7 child /a', '8 child /a'], remove('/a'), ['7 NodeDeleted /a', '8 NodeDeleted /a'], 0],
    [['7 child /'], remove('/a'), ['7 NodeChildrenChanged /'], 0],
    [['7 data /a'], { type: 'error', error: 'NONODE' }, [], 1],
    [['7 data /a'], { type: 'createSession', timeoutMillis: 1 }, [], 1],
    [
      ['7 data /e', '7 data /f', '7 child /'],
      { type: 'closeSession', paths: ['/e', '/f'] },
      ['7 NodeDeleted /e', '7 NodeChildrenChanged /', '7 NodeDeleted /f'],
      0,
    ],
    [
      ['7 data /a', '7 data /b'],
      { type: 'multi', txns: [set('/a'), set('/a'), create('/b')] },
      ['7 NodeDataChanged /a', '7 NodeCreated /b'],
      0,
    ],
    [['7 data /a'], { type: 'multi', txns: [set('/a'), { type: 'error', error: 'NONODE' }] }, [], 1],
  ])('%j and %j', (waiting, body, expected, left) => {
    const result = trigger(watches(...waiting), body);
    expect(result.fired.map(({ on, event, path }) => `${on} ${event} ${path}`)).toEqual(expected);
    expect(result.left).toHaveLength(left);
  });
});

it('set twice is set once', () => {
  expect(watches('7 data /a', '7 data /a', '7 child /a', '8 data /a')).toHaveLength(3);
});
