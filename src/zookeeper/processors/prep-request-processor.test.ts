import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import { DEFAULT_SERVICE, type Service } from '../config/service.ts';
import { type Acl, type AuthId, digestOfUser, parsePerms, permsText } from '../database/acl.ts';
import { assert } from '../../base/assert.ts';
import { put } from '../../base/persistent-map.ts';
import { INITIAL_TREE, childrenOf, ephemeralsOf, namesIn, nodeAt, statOf } from '../database/data-tree.ts';
import { applyTxn } from '../database/process-txn.ts';
import { NO_SESSIONS, sessionsAfter } from '../database/sessions.ts';
import { type SessionId, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { Txn, TxnBody } from '../database/txn.ts';
import { type PendingState, prepare } from './prep-request-processor.ts';

const ME = '0xa' as SessionId;
const OTHER = '0xb' as SessionId;

/**
 * `create /a text`, `ephemeral /e`, `sequential /s`, `container /c`, `ttl /t 5000`, `delete /a 3`, `set /a text 3`,
 * `check /a 3`, `acl /a world:anyone:r,digest:u:h:cdrwa 3`, `reap /c`, `get /a`, `close`, `session`; several parts joined
 * by `; ` make a multi. Versions are -1 where left out. `create /a text world:anyone:r` with a list.
 */
function operation(text: string): Operation {
  if (text.includes('; ')) return { op: 'multi', operations: text.split('; ').map(operation) };
  const [verb = '', path = '', ...rest] = text.split(' ');
  const data = rest[0] ?? '';
  const written = { path, data, dataLength: data.length, ...(rest[1] !== undefined && { acl: acl(rest[1]) }) };
  const create = { op: 'create', ...written, ephemeral: false, sequential: false } as const;
  switch (verb) {
    case 'create':
      return create;
    case 'ephemeral':
      return { ...create, ephemeral: true };
    case 'sequential':
      return { ...create, sequential: true };
    case 'container':
      return { op: 'createContainer', ...written };
    case 'ttl':
      return { op: 'createTTL', path, data: '', dataLength: 0, sequential: false, ttlMillis: Number(rest[0]) };
    case 'delete':
      return { op: 'delete', path, version: Number(rest[0] ?? -1) };
    case 'reap':
      return { op: 'deleteContainer', path };
    case 'set':
      return { op: 'setData', path, data, dataLength: data.length, version: Number(rest[1] ?? -1) };
    case 'check':
      return { op: 'check', path, version: Number(rest[0] ?? -1) };
    case 'acl':
      return { op: 'setACL', path, acl: acl(data), version: Number(rest[1] ?? -1) };
    case 'session':
      return { op: 'createSession', timeoutMillis: 4000 };
    case 'close':
      return { op: 'closeSession' };
    default:
      return { op: 'getData', path, watch: false };
  }
}

/** `scheme:id:perms`, joined by commas; `-` is the empty list. */
function acl(text: string): readonly Acl[] {
  if (text === '-') return [];
  return text.split(',').map((entry) => {
    const [scheme = '', ...rest] = entry.split(':');
    return { scheme, id: rest.slice(0, -1).join(':'), perms: parsePerms(rest.at(-1) ?? '') ?? 0 };
  });
}

/** A state in which `ME` and `OTHER` have sessions, and all of `texts` have been done by `by`, each at the next zxid. */
const NOBODY = { version: ZXID_ZERO, servers: [], voters: [], groups: null };

class Tree {
  state: PendingState = { tree: INITIAL_TREE, sessions: NO_SESSIONS };
  service: Service = { ...DEFAULT_SERVICE, extendedTypesEnabled: true, enforceQuota: true };
  authInfo: readonly AuthId[] = [{ scheme: 'ip', id: '10.0.0.4' }];
  #zxid = 0;

  constructor(...texts: readonly string[]) {
    this.do('session');
    this.do('session', OTHER);
    for (const text of texts) this.do(text);
  }

  do(text: string, by: SessionId = ME): Txn {
    this.#zxid += 1;
    const request = { sessionId: by, cxid: 1, operation: operation(text), authInfo: this.authInfo };
    const { service } = this;
    const ensemble = {
      enabled: false,
      isQuorum: true,
      standaloneEnabled: true,
      committed: NOBODY,
      lastSeen: NOBODY,
      known: [],
      synced: [],
    };
    const txn = prepare(this.state, request, { zxid: this.#zxid as Zxid, time: this.#zxid * 10, service, ensemble });
    this.state = { tree: applyTxn(this.state.tree, txn), sessions: sessionsAfter(this.state.sessions, txn) };
    return txn;
  }

  stat(path: string): string {
    const node = nodeAt(this.state.tree, path);
    if (node === null) return 'none';
    const { czxid, mzxid, pzxid, ctime, mtime, version, cversion, ephemeralOwner, dataLength, numChildren } =
      statOf(node);
    const times = `c${czxid}@${ctime} m${mzxid}@${mtime} p${pzxid}`;
    return `${times} v${version} cv${cversion} n${numChildren} len${dataLength}${ephemeralOwner !== null ? ' ephemeral' : ''}`;
  }
}

function outcome(body: TxnBody): string {
  switch (body.type) {
    case 'error':
      return body.error;
    case 'multi':
      return body.txns.map(outcome).join('; ');
    case 'create':
      return `create ${body.path} #${body.parentCVersion}`;
    case 'setData':
      return `set ${body.path} v${body.version}`;
    case 'delete':
    case 'deleteContainer':
    case 'check':
      return `${body.type} ${body.path}`;
    case 'setACL':
      return `setACL ${body.path} v${body.version} ${aclText(body.acl)}`;
    default:
      return body.type;
  }
}

function aclText(list: readonly Acl[]): string {
  return list.map(({ scheme, id, perms }) => `${scheme}:${id}:${permsText(perms)}`).join(',');
}

describe('17.3 checks, in order', () => {
  it.each([
    // before                       request                outcome
    [[], 'create /a', 'create /a #1'],
    [[], 'create a', 'BADARGUMENTS'],
    [[], 'create /', 'BADARGUMENTS'],
    [[], 'create /a/', 'BADARGUMENTS'],
    [[], 'create /a//b', 'BADARGUMENTS'],
    [[], 'create /a/../b', 'BADARGUMENTS'],
    [[], 'create /./b', 'BADARGUMENTS'],
    [[], 'create /a/b', 'NONODE'],
    [['create /a'], 'create /a', 'NODEEXISTS'],
    [['ephemeral /e'], 'create /e/x', 'NOCHILDRENFOREPHEMERALS'],
    [['ephemeral /e'], 'create /e', 'NODEEXISTS'],
    [[], 'delete /a', 'NONODE'],
    [[], 'delete /', 'BADARGUMENTS'],
    [[], 'delete /zookeeper', 'BADARGUMENTS'],
    [[], 'delete /zookeeper/quota', 'BADARGUMENTS'],
    [['create /zookeepers'], 'delete /zookeepers', 'delete /zookeepers'],
    [['create /a', 'create /a/b'], 'delete /a', 'NOTEMPTY'],
    [['create /a', 'create /a/b'], 'delete /a 7', 'BADVERSION'], // the version before the children
    [['create /a', 'set /a x'], 'delete /a 0', 'BADVERSION'],
    [['create /a', 'set /a x'], 'delete /a 1', 'delete /a'],
    [[], 'set /a x', 'NONODE'],
    [['create /a'], 'set /a x 0', 'set /a v1'],
    [['create /a'], 'set /a x 1', 'BADVERSION'],
    [['create /a', 'set /a x'], 'set /a y -1', 'set /a v2'],
    [['create /a'], 'get /a', 'BADARGUMENTS'], // a read is no transaction
    [['close'], 'create /a', 'SESSIONEXPIRED'],
    [[], 'close', 'closeSession'],
    [['close'], 'close', 'closeSession'], // the end of a session is not asked for one
    [[], 'set a x', 'BADARGUMENTS'],
    [[], 'set / x', 'set / v1'],
    [['create /a'], 'check /a 0', 'check /a'],
    [['create /a'], 'check /a 1', 'BADVERSION'],
    [[], 'check /a', 'NONODE'],
    [['create /a'], 'acl /a - ', 'INVALIDACL'],
    [[], 'acl /a -', 'INVALIDACL'], // the list before the node
    [[], 'acl /a world:anyone:r', 'NONODE'],
    [['create /a'], 'acl /a world:anyone:r 3', 'BADVERSION'],
    [['create /a', 'acl /a world:anyone:ra'], 'acl /a world:anyone:cdrwa 1', 'setACL /a v2 world:anyone:cdrwa'],
    [[], 'create a x -', 'BADARGUMENTS'], // the path before the list
    [[], 'create /a/b x -', 'INVALIDACL'], // the list before the parent
    [['create /p x world:anyone:drwa'], 'create /p/a', 'NOAUTH'],
    [['create /p x world:anyone:drwa'], 'create /p/a/b', 'NONODE'], // only the parent's list counts
    [['create /p x world:anyone:c', 'create /p/a'], 'create /p/a', 'NODEEXISTS'],
    [['create /p x world:anyone:cra', 'create /p/a'], 'delete /p/a 7', 'NOAUTH'], // the parent's DELETE, before the version
    [['create /p x world:anyone:cdra', 'create /p/a x world:anyone:r'], 'delete /p/a', 'delete /p/a'],
    [['create /a x world:anyone:r'], 'set /a y 9', 'NOAUTH'],
    [['create /a x world:anyone:rwcd'], 'acl /a world:anyone:r', 'NOAUTH'], // ADMIN
    [['create /a x world:anyone:w'], 'check /a 0', 'NOAUTH'], // READ
    [[], 'acl a world:anyone:r', 'BADARGUMENTS'],
    [[], 'acl / world:anyone:cdrwa', 'setACL / v1 world:anyone:cdrwa'],
    [[], 'check a 0', 'BADARGUMENTS'],
    [[], 'check / 0', 'check /'],
    [[], 'reap c', 'BADARGUMENTS'],
    [[], 'reap /zookeeper/quota', 'BADARGUMENTS'],
    [[], 'reap /c', 'NONODE'],
    [['container /c', 'create /c/x'], 'reap /c', 'NOTEMPTY'],
    [['ephemeral /e'], 'reap /e', 'BADVERSION'],
    [['container /c x world:anyone:r'], 'reap /c', 'deleteContainer /c'], // nobody's permission is asked for
    [[], 'ttl /t 0', 'BADARGUMENTS'],
    [[], `ttl /t ${2 ** 40}`, 'BADARGUMENTS'],
    [[], 'ttl /t 1000', 'create /t #1'],
  ])('after %j, %s: %s', (before, request, expected) => {
    expect(outcome(new Tree(...before).do(request).body)).toBe(expected);
  });
});

describe('17.1 sequential names', () => {
  it('trap 26.28: count the creations under the parent, of whatever kind, deletions aside', () => {
    const tree = new Tree('create /p', 'create /p/plain', 'delete /p/plain', 'ephemeral /p/e');
    expect(outcome(tree.do('sequential /p/s-').body)).toBe('create /p/s-0000000002 #3');
    expect(outcome(tree.do('sequential /p/').body)).toBe('create /p/0000000003 #4');
    expect(childrenOf(tree.state.tree, '/p')).toEqual(['0000000003', 'e', 's-0000000002']);
  });

  it('the first child of a fresh root is 0', () => {
    expect(outcome(new Tree().do('sequential /s').body)).toBe('create /s0000000000 #1');
  });
});

describe('17.1 node kinds', () => {
  it('the number of a sequential node is 32 bits wide: behind the largest comes a negative one', () => {
    const tree = new Tree('create /p');
    const parent = nodeAt(tree.state.tree, '/p');
    assert(parent !== null, 'just made');
    for (const [cversion, name] of [
      [2 ** 31 - 1, '2147483647'],
      [-(2 ** 31), '-2147483648'],
      [-5, '-000000005'],
    ] as const) {
      tree.state = {
        ...tree.state,
        tree: { ...tree.state.tree, nodes: put(tree.state.tree.nodes, '/p', { ...parent, cversion }) },
      };
      expect(tree.do('sequential /p/n').body).toMatchObject({ path: `/p/n${name}` });
    }
  });

  it('ephemerals are found by their session, containers and TTL nodes by their sets, until they are gone', () => {
    const tree = new Tree('ephemeral /e', 'container /c', 'ttl /t 500', 'create /p');
    tree.do('ephemeral /o', OTHER);
    const found = (): readonly unknown[] => {
      const { ephemerals, containers, ttls } = tree.state.tree;
      return [ephemeralsOf(tree.state.tree, ME), ephemerals.size, namesIn(containers), namesIn(ttls)];
    };
    expect(found()).toEqual([['/e'], 2, ['/c'], ['/t']]);
    for (const text of ['delete /e', 'delete /o', 'delete /c', 'delete /t']) tree.do(text);
    expect(found()).toEqual([[], 0, [], []]);
  });

  it.each([
    [['container /c'], 'reap /c', 'deleteContainer /c'],
    [['container /c', 'create /c/a'], 'reap /c', 'NOTEMPTY'],
    [['ephemeral /e'], 'reap /e', 'BADVERSION'],
    [[], 'reap /c', 'NONODE'],
    [['container /c x world:anyone:r'], 'reap /c', 'deleteContainer /c'], // nobody's permission
  ])('what the leader may delete: after %j, %s: %s', (before, request, expected) => {
    expect(outcome(new Tree(...before).do(request, '0xnone' as SessionId).body)).toBe(expected);
  });

  it('TTL nodes need extendedTypesEnabled', () => {
    const tree = new Tree();
    tree.service = DEFAULT_SERVICE;
    expect(outcome(tree.do('ttl /t 1000').body)).toBe('UNIMPLEMENTED');
  });
});

describe('17.5 access control', () => {
  const JOE = digestOfUser('joe:secret');
  const AS_JOE: readonly AuthId[] = [
    { scheme: 'ip', id: '10.0.0.4' },
    { scheme: 'digest', id: JOE },
  ];

  it('digestOfUser is ZooKeeper’s own', () => {
    expect(digestOfUser('super:admin')).toBe('super:xQJmxLMiHGwaqBvst5y6rkB6HQs=');
  });

  it.each([
    // list                                      what is stored, or the error
    ['world:anyone:cdrwa', 'world:anyone:cdrwa'],
    ['world:somebody:r', 'INVALIDACL'],
    ['auth::r', `digest:${JOE}:r`], // whoever the caller is
    ['auth:whatever:r', `digest:${JOE}:r`],
    ['digest:joe:h:rw', 'digest:joe:h:rw'],
    ['digest:joe:r', 'INVALIDACL'],
    ['ip:10.0.0.0/8:r', 'ip:10.0.0.0/8:r'],
    ['ip:10.0.0/8:r', 'INVALIDACL'],
    ['ip:10.0.0.1/33:r', 'INVALIDACL'],
    ['ip:10.0.0.256:r', 'INVALIDACL'],
    ['sasl:joe:r', 'INVALIDACL'], // no such provider unless it is configured
    ['world:anyone:r,world:anyone:r', 'world:anyone:r'], // the same twice
    ['-', 'INVALIDACL'],
  ])('fixupACL %s: %s', (list, expected) => {
    const tree = new Tree('create /a');
    tree.authInfo = AS_JOE;
    const text = outcome(tree.do(`acl /a ${list}`).body);
    expect(text.replace('setACL /a v1 ', '')).toBe(expected);
  });

  it('auth needs an identity that was proved: an address is none', () => {
    expect(outcome(new Tree('create /a').do('acl /a auth::r').body)).toBe('INVALIDACL');
  });

  it.each([
    ['ip:10.0.0.4:w', 'set /a v1'],
    ['ip:10.0.0.5:w', 'NOAUTH'],
    ['ip:10.0.0.0/29:w', 'set /a v1'],
    ['ip:10.0.0.8/29:w', 'NOAUTH'],
    ['ip:10.0.0.4:r,world:anyone:r', 'NOAUTH'],
    [`digest:${JOE}:w`, 'set /a v1'],
    ['digest:joe:other:w', 'NOAUTH'],
  ])('with %s joe’s set is %s', (list, expected) => {
    const tree = new Tree(`create /a x ${list}`);
    tree.authInfo = AS_JOE;
    expect(outcome(tree.do('set /a y').body)).toBe(expected);
  });

  it('the super user and skipACL pass everywhere', () => {
    const tree = new Tree('create /a x digest:u:h:r');
    expect(outcome(tree.do('set /a y').body)).toBe('NOAUTH');
    tree.authInfo = [{ scheme: 'super', id: '' }];
    expect(outcome(tree.do('set /a y').body)).toBe('set /a v1');
    tree.authInfo = [];
    tree.service = { ...tree.service, skipACL: true };
    expect(outcome(tree.do('set /a y').body)).toBe('set /a v2');
  });

  it('not inherited: a child of a closed node is open unless it says otherwise', () => {
    const tree = new Tree('create /p x world:anyone:c', 'create /p/a');
    expect(outcome(tree.do('set /p/a y').body)).toBe('set /p/a v1');
  });

  it('17.7 lists are kept once, counted, and forgotten with their last node; the first is that of /zookeeper/config', () => {
    const tree = new Tree('create /a x world:anyone:d', 'create /b x world:anyone:d', 'create /c x world:anyone:r');
    const numbers = (): readonly unknown[] => [
      ['/a', '/b', '/c', '/', '/zookeeper/config'].map((path) => nodeAt(tree.state.tree, path)?.acl),
      tree.state.tree.aclCache.lists.size,
    ];
    expect(numbers()).toEqual([[2, 2, 1, -1, 1], 2]);
    tree.do('delete /c');
    tree.do('delete /a');
    expect(numbers()).toEqual([[undefined, 2, undefined, -1, 1], 2]);
    tree.do('delete /b');
    expect(numbers()).toEqual([[undefined, undefined, undefined, -1, 1], 1]);
    tree.do('create /d x world:anyone:d');
    expect([nodeAt(tree.state.tree, '/d')?.acl, tree.state.tree.aclCache.lists.size]).toEqual([3, 2]);
  });
});

function stats(tree: Tree): string | undefined {
  return nodeAt(tree.state.tree, '/zookeeper/quota/q/zookeeper_stats')?.data;
}

/** `limits` of /q, whose stats begin with what is there. */
function limited(limits: string, ...before: readonly string[]): Tree {
  const tree = new Tree('create /q', ...before, 'create /zookeeper/quota/q');
  tree.do(`create /zookeeper/quota/q/zookeeper_limits ${limits}`);
  tree.do('create /zookeeper/quota/q/zookeeper_stats count=0,bytes=0');
  return tree;
}

describe('17.6 quotas', () => {
  it('the stats count the node itself, all below it, and their bytes, and follow every change', () => {
    const tree = limited('count=5,bytes=-1', 'create /q/a xyz', 'create /q/a/b 12');
    expect(stats(tree)).toBe('count=3,bytes=5');
    tree.do('create /q/a/c four');
    tree.do('set /q/a x');
    tree.do('create /other xxxx');
    expect(stats(tree)).toBe('count=4,bytes=7');
    tree.do('delete /q/a/b');
    expect(stats(tree)).toBe('count=3,bytes=5');
  });

  it.each([
    // limits of /q, which holds itself and /q/a of 3 bytes         request             outcome
    ['count=1,bytes=1', 'create /q/b xxxx', 'create /q/b #2'], // soft limits stop nobody
    ['count=1,bytes=1=;byteHardLimit=-1;countHardLimit=2', 'create /q/b', 'QUOTAEXCEEDED'],
    ['count=1,bytes=1=;byteHardLimit=-1;countHardLimit=3', 'create /q/b', 'create /q/b #2'],
    ['count=-1,bytes=-1=;byteHardLimit=5;countHardLimit=-1', 'set /q/a 123456', 'QUOTAEXCEEDED'],
    ['count=-1,bytes=-1=;byteHardLimit=5;countHardLimit=-1', 'set /q/a 12345', 'set /q/a v1'],
    ['count=-1,bytes=-1=;byteHardLimit=5;countHardLimit=-1', 'set /q/a 123456 9', 'QUOTAEXCEEDED'], // before the version
    ['count=-1,bytes=-1=;byteHardLimit=1;countHardLimit=-1', 'set /q/a 1', 'set /q/a v1'], // less is allowed always
    ['count=-1,bytes=-1=;byteHardLimit=1;countHardLimit=1', 'create /other xxxx', 'create /other #2'],
    ['count=-1,bytes=-1=;byteHardLimit=-1;countHardLimit=2', 'create /q/a', 'NODEEXISTS'], // the node before the quota
  ])('%s: %s is %s', (limits, request, expected) => {
    expect(outcome(limited(limits, 'create /q/a xyz').do(request).body)).toBe(expected);
  });

  it('hard limits need enforceQuota', () => {
    const tree = limited('count=-1,bytes=-1=;byteHardLimit=-1;countHardLimit=1');
    tree.service = { ...tree.service, enforceQuota: false };
    expect(outcome(tree.do('create /q/b').body)).toBe('create /q/b #1');
  });

  it('deleting the node keeps the quota, deleting the limits ends the counting', () => {
    const tree = limited('count=5,bytes=-1');
    tree.do('delete /q');
    expect([namesIn(tree.state.tree.pTrie), stats(tree)]).toEqual([['/q'], 'count=0,bytes=0']);
    tree.do('delete /zookeeper/quota/q/zookeeper_limits');
    tree.do('create /q');
    expect([namesIn(tree.state.tree.pTrie), stats(tree)]).toEqual([[], 'count=0,bytes=0']);
  });
});

describe('17.2 what operations change', () => {
  it('a fresh tree: built-in nodes count as children but not as creations', () => {
    const tree = new Tree();
    expect(tree.stat('/')).toBe('c0@0 m0@0 p0 v0 cv-1 n1 len0');
    expect(tree.stat('/zookeeper')).toBe('c0@0 m0@0 p0 v0 cv-2 n2 len0');
    expect(childrenOf(tree.state.tree, '/')).toEqual(['zookeeper']);
  });

  it.each([
    // done (from zxid 3 on)                        path   stat
    [['create /a hello'], '/a', 'c3@30 m3@30 p3 v0 cv0 n0 len5'],
    [['create /a hello'], '/', 'c0@0 m0@0 p3 v0 cv0 n2 len0'],
    [['create /a', 'set /a xy'], '/a', 'c3@30 m4@40 p3 v1 cv0 n0 len2'],
    [['create /a', 'create /a/b'], '/a', 'c3@30 m3@30 p4 v0 cv1 n1 len0'],
    [['create /a', 'create /a/b', 'delete /a/b'], '/a', 'c3@30 m3@30 p5 v0 cv2 n0 len0'],
    [['ephemeral /e'], '/e', 'c3@30 m3@30 p3 v0 cv0 n0 len0 ephemeral'],
    [['container /c'], '/c', 'c3@30 m3@30 p3 v0 cv0 n0 len0'],
    [['ttl /t 9'], '/t', 'c3@30 m3@30 p3 v0 cv0 n0 len0'], // clients see an owner of ephemerals alone
    [['create /a', 'create /a/b', 'set /a/b x'], '/a', 'c3@30 m3@30 p4 v0 cv1 n1 len0'],
    [['create /a', 'delete /a'], '/a', 'none'],
    [['create /a', 'set /a x 9', 'create /a'], '/a', 'c3@30 m3@30 p3 v0 cv0 n0 len0'], // failed: nothing
  ])('%j: %s is %s', (done, path, expected) => {
    expect(new Tree(...done).stat(path)).toBe(expected);
  });

  it.each([
    // done under /p                                       creations  children  cversion shown
    [[], 0, 0, 0],
    [['create /p/a'], 1, 1, 1],
    [['create /p/a', 'create /p/b'], 2, 2, 2],
    [['create /p/a', 'delete /p/a'], 1, 0, 2],
    [['create /p/a', 'delete /p/a', 'create /p/a'], 2, 1, 3],
    [['create /p/a', 'create /p/b', 'delete /p/a', 'delete /p/b'], 2, 0, 4],
    [['create /p/a', 'create /p/a', 'delete /p/z'], 1, 1, 1], // what fails does not count
    [['ephemeral /p/e', 'close'], 1, 0, 2],
  ])('trap 26.27: after %j, c = %d creations and n = %d children show cversion 2c-n = %d', (done, c, n, cversion) => {
    const tree = new Tree('create /p', ...done);
    expect(nodeAt(tree.state.tree, '/p')?.cversion).toBe(c);
    expect(tree.stat('/p')).toContain(` cv${cversion} n${n} `);
    expect(cversion).toBe(2 * c - n);
  });

  it.each([
    // how a child goes                    number of the next name, creations kept, cversion shown
    [['create /p/a', 'delete /p/a'], 1, 2],
    [['ephemeral /p/a', 'close', 'session'], 1, 2],
    [['container /p/c', 'create /p/c/x', 'delete /p/c/x', 'reap /p/c'], 1, 2],
    [['create /p/a', 'delete /p/a', 'create /p/a', 'delete /p/a'], 2, 4],
  ])('trap 26.29: %j: no deletion moves the counter of creations: it is %d', (done, creations, cversion) => {
    const tree = new Tree('create /p', ...done);
    const before = nodeAt(tree.state.tree, '/p')?.cversion;
    expect([before, tree.stat('/p').split(' ')[4]]).toEqual([creations, `cv${cversion}`]);
    expect(outcome(tree.do('sequential /p/s-', OTHER).body)).toContain(`/p/s-000000000${creations} `);
  });

  it.each([
    ['acl /a world:anyone:r', 'c3@30 m4@40 p5 v1 cv1 n1 len2'], // trap: not mzxid, mtime or version
    ['acl /a world:anyone:cdrwa', 'c3@30 m4@40 p5 v1 cv1 n1 len2'],
  ])('trap 26.30: %s leaves all but aversion: %s', (request, stat) => {
    const tree = new Tree('create /a', 'set /a xy', 'create /a/b');
    expect(tree.stat('/a')).toBe(stat);
    tree.do(request);
    expect(tree.stat('/a')).toBe(stat);
    expect(nodeAt(tree.state.tree, '/a')?.aversion).toBe(1);
  });

  it('closeSession deletes the ephemerals of its session in the order of its set, all at one zxid', () => {
    const tree = new Tree('ephemeral /e', 'create /p', 'ephemeral /p/e');
    tree.do('ephemeral /other', OTHER);
    const txn = tree.do('close');
    expect(txn.body).toEqual({ type: 'closeSession', paths: ['/p/e', '/e'] });
    expect(childrenOf(tree.state.tree, '/')).toEqual(['other', 'p', 'zookeeper']);
    expect(tree.stat('/p')).toContain(`p${txn.zxid}`);
  });
});

describe('17.4 multi', () => {
  it.each([
    [[], 'create /a; create /a/b; set /a x', 'create /a #1; create /a/b #1; set /a v1', ['a', 'zookeeper']],
    [['create /a'], 'check /a 0; set /a x; check /a 1', 'check /a; set /a v1; check /a', ['a', 'zookeeper']],
    [
      ['create /a'],
      'set /a x; check /a 0; create /b',
      'set /a v1; BADVERSION; RUNTIMEINCONSISTENCY',
      ['a', 'zookeeper'],
    ],
    [['create /a'], 'set /a x 0; set /a y 1', 'set /a v1; set /a v2', ['a', 'zookeeper']], // later parts see earlier ones
    [[], 'create /a; create /a', 'create /a #1; NODEEXISTS', ['zookeeper']],
    [
      [],
      'create /a; delete /b; create /c; create /d',
      'create /a #1; NONODE; RUNTIMEINCONSISTENCY; RUNTIMEINCONSISTENCY',
      ['zookeeper'],
    ],
    [
      [],
      'sequential /s; sequential /s',
      'create /s0000000000 #1; create /s0000000001 #2',
      ['s0000000000', 's0000000001', 'zookeeper'],
    ],
  ])('after %j: %s', (before, request, expected, children) => {
    const tree = new Tree(...before);
    expect(outcome(tree.do(request).body)).toBe(expected);
    expect(childrenOf(tree.state.tree, '/')).toEqual(children);
  });
});

describe('20.3 replay over a fuzzy snapshot changes nothing more', () => {
  it.each([
    [[], 'create /a x'],
    [['create /a'], 'create /a/b x'],
    [['create /a'], 'set /a x'],
    [['create /a', 'create /a/b'], 'delete /a/b'],
    [['ephemeral /e'], 'close'],
    [['create /a'], 'create /b; set /a x; create /c'],
    [['create /a'], 'acl /a world:anyone:r'],
    [[], 'create /a x world:anyone:r'],
    [['container /c'], 'reap /c'],
  ])('after %j: %s twice', (before, request) => {
    const tree = new Tree(...before);
    const txn = tree.do(request);
    const once = tree.state.tree;
    expect(applyTxn(once, txn)).toEqual(once);
  });

  it('a create whose parent is gone, and a change of what is gone, do nothing', () => {
    const tree = new Tree('create /a');
    const [child, change] = [tree.do('create /a/b'), tree.do('set /a x')];
    const { nodes, bytes } = INITIAL_TREE;
    for (const txn of [child, change]) expect(applyTxn(INITIAL_TREE, txn)).toMatchObject({ nodes, bytes });
  });

  it('pzxid and the count of creations never go back', () => {
    const tree = new Tree('create /a');
    const early = tree.do('create /a/b');
    tree.do('delete /a/b');
    tree.do('create /a/c');
    const stat = tree.stat('/a');
    const replayed = new Tree();
    replayed.state = { ...tree.state, tree: applyTxn(tree.state.tree, early) };
    expect(replayed.stat('/a').replace(/cv\d+ n\d/, '')).toBe(stat.replace(/cv\d+ n\d/, ''));
  });
});

it('the tree knows about how much it takes on disk', () => {
  const tree = new Tree('create /a hello', 'set /a hi', 'create /b');
  expect(tree.state.tree.bytes).toBe(INITIAL_TREE.bytes + '/a'.length + 2 + 80 + '/b'.length + 80);
  tree.do('delete /a');
  tree.do('delete /b');
  expect(tree.state.tree.bytes).toBe(INITIAL_TREE.bytes);
});
