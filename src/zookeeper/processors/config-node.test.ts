import { describe, expect, it } from 'vitest';
import { type ServerSpec, quorumVerifier } from '../config/ensemble.ts';
import { DEFAULT_SERVICE, type Service } from '../config/service.ts';
import type { AuthId } from '../database/acl.ts';
import { INITIAL_TREE } from '../database/data-tree.ts';
import { type SessionId, type Sid, ZXID_NONE, ZXID_ZERO } from '../ids.ts';
import { Served } from '../peer/served.ts';
import { zxidOf } from '../peer/stand-in.ts';
import { prepare } from './prep-request-processor.ts';

const PATH = '/zookeeper/config';

describe('21 /zookeeper/config', () => {
  it('holds the configuration in force, which no transaction has written', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: PATH, watch: false });
    expect(answer.data).toBe('server.1=10.0.0.2:2888:3888:participant;0.0.0.0:2181\nversion=0');
    expect(answer.stat).toMatchObject({ version: -1, mzxid: 0, dataLength: answer.data?.length });
  });

  it('other nodes are as the tree has them', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getData', path: '/zookeeper/quota', watch: false });
    expect([answer.data, answer.stat?.version]).toEqual(['', 0]);
  });

  it('everybody may read it, and nobody write it', () => {
    const answer = new Served().connect(7).ask(7, { op: 'getACL', path: PATH });
    expect([answer.acl, answer.stat?.aversion]).toEqual([[{ perms: 1, scheme: 'world', id: 'anyone' }], -1]);
  });

  it.each<[string, Partial<Service>, readonly AuthId[], string]>([
    ['anybody', {}, [], 'error NOAUTH'],
    ['whoever has proved to be somebody else', {}, [{ scheme: 'digest', id: 'ann:pw' }], 'error NOAUTH'],
    ['the super user', {}, [{ scheme: 'super', id: '' }], 'reconfig'],
    ['anybody, where no access is checked', { skipACL: true }, [], 'reconfig'],
  ])('reconfigured by %s: %j %j %s', (_, service, authInfo, became) => {
    const servers = [1, 2, 3].map((sid): ServerSpec => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' }));
    const committed = quorumVerifier({ version: ZXID_ZERO, servers, groups: null });
    const ensemble = {
      enabled: true,
      isQuorum: true,
      standaloneEnabled: true,
      committed,
      lastSeen: committed,
      known: servers,
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
