import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import { INITIAL_TREE, applyTxn, childrenOf, nodeAt, statOf } from '../database/data-tree.ts';
import { NO_SESSIONS, sessionsAfter } from '../database/sessions.ts';
import type { SessionId, Zxid } from '../ids.ts';
import type { Txn, TxnBody } from '../database/txn.ts';
import { type PendingState, prepare } from './prep-request-processor.ts';

const ME = '0xa' as SessionId;
const OTHER = '0xb' as SessionId;

/**
 * `create /a text`, `ephemeral /e`, `sequential /s`, `delete /a 3`, `set /a text 3`, `get /a`, `close`, `session`;
 * several parts joined by `;` make a multi. Versions are -1 where left out.
 */
function operation(text: string): Operation {
  if (text.includes(';')) return { op: 'multi', operations: text.split(';').map((part) => operation(part.trim())) };
  const [verb = '', path = '', ...rest] = text.split(' ');
  const data = rest[0] ?? '';
  const create = { op: 'create', path, data, dataLength: data.length, ephemeral: false, sequential: false } as const;
  switch (verb) {
    case 'create':
      return create;
    case 'ephemeral':
      return { ...create, ephemeral: true };
    case 'sequential':
      return { ...create, sequential: true };
    case 'delete':
      return { op: 'delete', path, version: Number(rest[0] ?? -1) };
    case 'set':
      return { op: 'setData', path, data, dataLength: data.length, version: Number(rest[1] ?? -1) };
    case 'session':
      return { op: 'createSession', timeoutMillis: 4000 };
    case 'close':
      return { op: 'closeSession' };
    default:
      return { op: 'getData', path, watch: false };
  }
}

/** A state in which `ME` and `OTHER` have sessions, and all of `texts` have been done by `by`, each at the next zxid. */
class Tree {
  state: PendingState = { tree: INITIAL_TREE, sessions: NO_SESSIONS };
  #zxid = 0;

  constructor(...texts: readonly string[]) {
    this.do('session');
    this.do('session', OTHER);
    for (const text of texts) this.do(text);
  }

  do(text: string, by: SessionId = ME): Txn {
    this.#zxid += 1;
    const request = { sessionId: by, cxid: 1, operation: operation(text) };
    const txn = prepare(this.state, request, this.#zxid as Zxid, this.#zxid * 10);
    this.state = { tree: applyTxn(this.state.tree, txn), sessions: sessionsAfter(this.state.sessions, txn) };
    return txn;
  }

  stat(path: string): string {
    const node = nodeAt(this.state.tree, path);
    if (node === null) return 'none';
    const { czxid, mzxid, pzxid, ctime, mtime, version, cversion, ephemeral, dataLength, numChildren } = statOf(node);
    const times = `c${czxid}@${ctime} m${mzxid}@${mtime} p${pzxid}`;
    return `${times} v${version} cv${cversion} n${numChildren} len${dataLength}${ephemeral ? ' ephemeral' : ''}`;
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
      return `delete ${body.path}`;
    default:
      return body.type;
  }
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
    // Traps 26.27 and 26.29: the visible cversion counts deletions, the number for names does not.
    [['create /a', 'create /a/b', 'delete /a/b'], '/a', 'c3@30 m3@30 p5 v0 cv2 n0 len0'],
    [['create /a', 'create /a/b', 'delete /a/b', 'create /a/b'], '/a', 'c3@30 m3@30 p6 v0 cv3 n1 len0'],
    [['ephemeral /e'], '/e', 'c3@30 m3@30 p3 v0 cv0 n0 len0 ephemeral'],
    [['create /a', 'delete /a'], '/a', 'none'],
    [['create /a', 'set /a x 9', 'create /a'], '/a', 'c3@30 m3@30 p3 v0 cv0 n0 len0'], // failed: nothing
  ])('%j: %s is %s', (done, path, expected) => {
    expect(new Tree(...done).stat(path)).toBe(expected);
  });

  it('closeSession deletes the ephemerals of its session, all at one zxid', () => {
    const tree = new Tree('ephemeral /e', 'create /p', 'ephemeral /p/e');
    tree.do('ephemeral /other', OTHER);
    const txn = tree.do('close');
    expect(txn.body).toEqual({ type: 'closeSession', paths: ['/e', '/p/e'] });
    expect(childrenOf(tree.state.tree, '/')).toEqual(['other', 'p', 'zookeeper']);
    expect(tree.stat('/p')).toContain(`p${txn.zxid}`);
  });
});

describe('17.4 multi', () => {
  it.each([
    [[], 'create /a; create /a/b; set /a x', 'create /a #1; create /a/b #1; set /a v1', ['a', 'zookeeper']],
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
    const zxid = tree.do(request);
    expect(outcome(zxid.body)).toBe(expected);
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
