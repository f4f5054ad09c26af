import { expect, it } from 'vitest';
import { itemsFrom } from '../base/append-list.ts';
import { auditor } from '../audit/audit.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Operation } from '../zookeeper/client/operations.ts';
import { nodeAt } from '../zookeeper/database/data-tree.ts';
import { applyTxn } from '../zookeeper/database/process-txn.ts';
import { type Epoch, sidOf, zxidText } from '../zookeeper/ids.ts';
import { restore } from '../zookeeper/peer/durable.ts';
import { bugScenario } from './builtin/bugs/bug.ts';
import { start } from './script-steps.ts';
import { decodeScenario } from './decode.ts';
import { compactScenario } from './defaults.ts';
import type { GivenDisk, GivenTxn } from './given-disk.ts';
import type { Scenario } from './scenario.ts';
import { startOf } from './start.ts';

function create(path: string, ephemeral = false): Operation {
  return { op: 'create', path, data: 'x', dataLength: 1, ephemeral, sequential: false };
}

const FOUR: readonly GivenTxn[] = [
  { zxid: '0x100000001', session: '0x5', operation: { op: 'createSession', timeoutMillis: 4000 } },
  { zxid: '0x100000002', session: '0x5', operation: create('/mine', true) },
  { zxid: '0x100000003', operation: create('/a') },
  { zxid: '0x200000001', operation: { op: 'setData', path: '/a', data: 'y', dataLength: 1, version: 0 } },
];

function given(disks: readonly (GivenDisk | undefined)[]): Scenario {
  const scenario = bugScenario({ id: 'disks', title: '', profile: '3.9', script: [start(0, 1, 2, 3)] });
  const servers = disks.map((disk, i) => ({ sid: sidOf(i + 1), ...(disk !== undefined && { disk }) }));
  return { ...scenario, servers };
}

function diskAtStart(disk: GivenDisk) {
  const node = startOf(given([disk, undefined, undefined]), null).world.nodes[0];
  if (node === undefined) throw new Error('there is a server');
  return node.durable;
}

it.each<readonly [GivenDisk, string, string]>([
  // disk                                                       log files                                    snapshots
  [{}, '', '0x0'],
  [{ txns: FOUR }, '0x100000001 0x100000002 0x100000003 0x200000001', '0x0'],
  [
    { txns: FOUR, snapshots: ['0x0', '0x100000003'], logFiles: ['0x100000001', '0x200000001'] },
    '0x100000001 0x100000002 0x100000003 | 0x200000001',
    '0x0 0x100000003',
  ],
  [{ txns: FOUR, snapshots: ['0x100000003'], logFiles: ['0x200000001'] }, '0x200000001', '0x100000003'],
  [{ txns: FOUR, snapshots: ['0x200000001'], logFiles: [] }, '', '0x200000001'],
])('a disk is made of what a scenario tells of it', (disk, files, snapshots) => {
  const { logFiles, snapshots: taken } = diskAtStart(disk);
  const text = logFiles.map((file) => Array.from(itemsFrom(file.txns), ({ zxid }) => zxidText(zxid)).join(' '));
  expect([text.join(' | '), taken.map(({ zxid }) => zxidText(zxid)).join(' ')]).toEqual([files, snapshots]);
});

it('whichever files tell it, the data are the same', () => {
  const trees = [
    diskAtStart({ txns: FOUR }),
    diskAtStart({ txns: FOUR, snapshots: ['0x100000003'], logFiles: ['0x200000001'] }),
  ].map((disk) => restore(disk, applyTxn));
  for (const { tree, sessions } of trees) {
    expect(nodeAt(tree, '/a')).toMatchObject({ data: 'y', version: 1 });
    expect(nodeAt(tree, '/mine')).not.toBeNull();
    expect(Object.keys(sessions)).toEqual(['0x5']);
  }
});

it('an epoch that is not told of has no file; a server with a disk is no new one', () => {
  const disk = diskAtStart({ currentEpoch: 3 as Epoch });
  expect(disk).toMatchObject({ currentEpoch: 3, acceptedEpoch: null, initialize: false });
});

it('servers begin with their disks: the longer log leads and brings the others up to date', () => {
  const epochs = { acceptedEpoch: 2 as Epoch, currentEpoch: 2 as Epoch };
  const scenario = given([{ ...epochs, txns: FOUR }, { ...epochs, txns: FOUR.slice(0, 3) }, undefined]);
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const violations: string[] = [];
  while (live.world.now < 3000) {
    const entry = zooKeeperMachine.step(live, true);
    violations.push(...(entry?.violations ?? []).map(({ property }) => property));
  }
  const peers = live.world.nodes.map(({ state }) => (state?.kind === 'server' ? state : null));
  expect(peers.map((peer) => peer?.state)).toEqual(['LEADING', 'FOLLOWING', 'FOLLOWING']);
  for (const peer of peers) {
    expect(peer === null ? null : nodeAt(peer.database.tree, '/a')).toMatchObject({ data: 'y' });
  }
  expect(violations).toEqual([]);
});

it('a scenario with disks is valid, and travels', () => {
  const scenario = given([{ txns: FOUR, snapshots: ['0x100000003'], logFiles: ['0x200000001'] }, {}, undefined]);
  const json: unknown = JSON.parse(JSON.stringify(compactScenario(scenario)));
  expect(decodeScenario(json)).toEqual({ ok: true, value: scenario });
});
