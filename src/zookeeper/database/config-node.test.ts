import { describe, expect, it } from 'vitest';
import { listOf } from '../../base/append-list.ts';
import { type ServerSpec, quorumVerifier } from '../config/ensemble.ts';
import { DEFAULT_SERVICE, type Service } from '../config/service.ts';
import type { AuthId } from './acl.ts';
import { CONFIG_PATH, INITIAL_TREE, nodeAt } from './data-tree.ts';
import { type SessionId, type Sid, ZXID_NONE } from '../ids.ts';
import { Served } from '../peer/served.ts';
import { StandIn, diskAt, zxidOf } from '../peer/stand-in.ts';
import { prepare } from '../processors/prep-request-processor.ts';
import { withConfig } from './config-node.ts';
import { NO_SESSIONS } from './sessions.ts';

const ALONE = 'server.1=10.0.0.2:2888:3888:participant;0.0.0.0:2181\nversion=0';

function dataAt({ peer }: StandIn): string | undefined {
  return nodeAt(peer.database.tree, CONFIG_PATH)?.data;
}

function verifierOf(sids: readonly number[], version: string) {
  const servers = sids.map((sid): ServerSpec => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' }));
  return quorumVerifier({ version: zxidOf(version), servers, groups: null });
}

describe('21 /zookeeper/config', () => {
  it('holds the configuration in force, which no transaction has written', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: CONFIG_PATH, watch: false });
    expect(answer.data).toBe(ALONE);
    expect(answer.stat).toMatchObject({ version: -1, mzxid: 0, dataLength: ALONE.length });
  });

  it.each([
    // a server that starts                                  its node
    ['with nothing', new StandIn({ sid: 1, voters: [1] }), ALONE],
    ['from a snapshot, which has its own', new StandIn({ sid: 1, voters: [1], durable: diskAt('0.3', 0) }), ''],
    ['alone (5.5)', new StandIn({ sid: 1, voters: [1], standalone: true }), ''],
  ])('of a server that starts %s', (_, server, expected) => expect(dataAt(server)).toBe(expected));

  it.each(['SNAP', 'TRUNC', 'DIFF'] as const)(
    'of a learner: filled at %s, with reconfig off, too (ZOOKEEPER-2819)',
    (type) => {
      const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable: logged() });
      server.allFlushed();
      for (const other of [2, 3]) server.connect(other);
      server.vote(2, '3:1.2 e1 r1', 'FOLLOWING');
      server.vote(3, '3:1.2 e1 r1', 'LEADING');
      server.answered(3, 'quorum', 'opened');
      server.receive(3, { type: 'LEADERINFO', newEpoch: 2 as never }, 'quorum');
      server.allFlushed();
      expect(dataAt(server)).toBe('');
      const snapshot = {
        zxid: zxidOf('1.2'),
        tree: withConfig(INITIAL_TREE, verifierOf([3], '0.0')),
        sessions: NO_SESSIONS,
      };
      server.receive(
        3,
        type === 'SNAP' ? { type, zxid: zxidOf('1.2'), snapshot } : { type, zxid: zxidOf('1.1') },
        'quorum',
      );
      server.allFlushed();
      expect(
        dataAt(server)
          ?.split('\n')
          .map((line) => line.slice(0, 9)),
      ).toEqual(['server.1=', 'server.2=', 'server.3=', 'version=0']);
    },
  );

  it('equal trees stay one, and one that has it is the same', () => {
    const [one, other] = [verifierOf([1, 2], '1.4'), verifierOf([1, 2], '1.4')];
    const tree = withConfig(INITIAL_TREE, one);
    expect(withConfig(INITIAL_TREE, other)).toBe(tree);
    expect(withConfig(tree, other)).toBe(tree);
    expect(nodeAt(tree, CONFIG_PATH)).toMatchObject({ version: -1, mzxid: zxidOf('1.4'), czxid: 0 });
    expect(tree.bytes - INITIAL_TREE.bytes).toBe(nodeAt(tree, CONFIG_PATH)?.dataLength);
  });

  it('other nodes are as the tree has them', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: '/zookeeper/quota', watch: false });
    expect([answer.data, answer.stat?.version]).toEqual(['', 0]);
  });

  it.each([
    ['readOnly', [{ perms: 1, scheme: 'world', id: 'anyone' }], -1],
    ['open', [{ perms: 31, scheme: 'world', id: 'anyone' }], 0],
  ] as const)('toggle configNode %s: who may do what there', (configNode, acl, aversion) => {
    const served = new Served({ toggles: { configNode } }).connect(7);
    const answer = served.ask(7, { op: 'getACL', path: CONFIG_PATH });
    expect([answer.acl, answer.stat?.aversion]).toEqual([acl, aversion]);
    const operation = { op: 'setData', path: CONFIG_PATH, data: '', dataLength: 0, version: -1 } as const;
    expect(served.ask(7, operation).error).toBe(configNode === 'open' ? 'OK' : 'NOAUTH');
  });

  it('toggle configNode absent: there is no such node, and nothing to reconfigure', () => {
    const options = {
      toggles: { configNode: 'absent' },
      reconfigEnabled: true,
      service: { skipACL: true, standaloneEnabled: false },
    } as const;
    const served = new Served(options).connect(7);
    expect(served.ask(7, { op: 'getData', path: CONFIG_PATH, watch: false }).error).toBe('NONODE');
    expect(served.ask(7, { op: 'getChildren', path: '/zookeeper', watch: false }).children).toEqual(['quota']);
    const named = {
      op: 'reconfig',
      joining: [],
      leaving: [],
      fromConfig: ZXID_NONE,
      members: [{ sid: 1 as Sid, observer: false }],
    } as const;
    expect(served.ask(7, named).error).toBe('UNIMPLEMENTED');
  });

  it.each<[string, Partial<Service>, readonly AuthId[], string]>([
    ['anybody', {}, [], 'error NOAUTH'],
    ['whoever has proved to be somebody else', {}, [{ scheme: 'digest', id: 'ann:pw' }], 'error NOAUTH'],
    ['the super user', {}, [{ scheme: 'super', id: '' }], 'reconfig'],
    ['anybody, where no access is checked', { skipACL: true }, [], 'reconfig'],
  ])('reconfigured by %s: %j %j %s', (_, service, authInfo, became) => {
    const committed = verifierOf([1, 2, 3], '0.0');
    const ensemble = {
      enabled: true,
      isQuorum: true,
      standaloneEnabled: true,
      committed,
      lastSeen: committed,
      known: committed.servers,
      synced: committed.voters,
    };
    const operation = { op: 'reconfig', joining: [], leaving: [3 as Sid], fromConfig: ZXID_NONE } as const;
    const sessionId = '0x1' as SessionId;
    const { body } = prepare(
      { tree: INITIAL_TREE, sessions: { [sessionId]: 6000 } },
      { sessionId, cxid: 1, operation, authInfo },
      { zxid: zxidOf('1.2'), time: 0, service: { ...DEFAULT_SERVICE, ...service }, ensemble },
    );
    expect(body.type === 'error' ? `error ${body.error}` : body.type).toBe(became);
  });
});

/** A disk in epoch 1 with a snapshot before its log, as a server of an older release might have left it. */
function logged() {
  const txns = listOf(['1.1', '1.2'].map(failedTxn));
  return { ...diskAt('0.0', 1), logFiles: [{ name: zxidOf('1.1'), txns, bytes: 120 }] };
}

function failedTxn(zxid: string) {
  const body = { type: 'error', error: 'NONODE' } as const;
  return { zxid: zxidOf(zxid), sessionId: '0x0' as SessionId, cxid: 0, time: 0, body };
}
