/** What a recording's client asked for, as the engine's operation, and what it was answered, as a recording tells it. */
import { assertUnreachable } from '../base/assert.ts';
import type { Answer, Operation } from '../zookeeper/client/operations.ts';
import type { ErrorName } from '../zookeeper/database/txn.ts';
import { zxidText } from '../zookeeper/ids.ts';
import type { Facts } from './recording.ts';
import type { CallOp, CallStep } from './step.ts';

/** The operation, or why there is none. */
export function operationOf(op: CallOp, step: CallStep): Operation | string {
  const { path = '/', data = '', version = -1, flags = '', watch = false } = step;
  switch (op) {
    case 'create': {
      if (!/^[es]*$/.test(flags)) return `flags "${flags}" cannot be played`;
      const [ephemeral, sequential] = [flags.includes('e'), flags.includes('s')];
      return { op: 'create', path, ...content(data), ephemeral, sequential };
    }
    case 'set':
      return { op: 'setData', path, ...content(data), version };
    case 'delete':
      return { op: 'delete', path, version };
    case 'get':
      return { op: 'getData', path, watch };
    case 'exists':
      return { op: 'exists', path, watch };
    case 'children':
      return { op: 'getChildren', path, watch };
    case 'sync':
      return { op: 'sync', path };
    case 'close':
      return { op: 'closeSession' };
    case 'multi': {
      const parts = (step.ops ?? []).map(partOf);
      const problem = parts.find((part) => typeof part === 'string');
      if (problem !== undefined) return problem;
      return { op: 'multi', operations: parts.filter((part) => typeof part !== 'string') };
    }
    default:
      return assertUnreachable(op);
  }
}

function partOf([op = '', path = '', data = '']: readonly string[]): Operation | string {
  switch (op) {
    case 'create':
      return { op: 'create', path, ...content(data), ephemeral: false, sequential: false };
    case 'set':
      return { op: 'setData', path, ...content(data), version: -1 };
    case 'delete':
      return { op: 'delete', path, version: data === '' ? -1 : Number(data) };
    default:
      return `"${op}" in a multi cannot be played`;
  }
}

const BYTES = /\((\d+) bytes\)$/;

/** Large data is recorded by its length alone: "(400000 bytes)". */
function content(data: string): { readonly data: string; readonly dataLength: number } {
  const bytes = BYTES.exec(data)?.[1];
  return { data, dataLength: bytes === undefined ? new TextEncoder().encode(data).length : Number(bytes) };
}

/** Data as both sides can tell it: where only its length is known, "(400000 bytes)". */
export function dataText(data: string): string {
  return BYTES.exec(data)?.[0] ?? data;
}

const ERRORS: Readonly<Record<ErrorName, string | null>> = {
  OK: null,
  RUNTIMEINCONSISTENCY: 'runtimeInconsistency',
  CONNECTIONLOSS: 'connectionLoss',
  UNIMPLEMENTED: 'unimplemented',
  BADARGUMENTS: 'badArguments',
  NEWCONFIGNOQUORUM: 'newConfigNoQuorum',
  RECONFIGINPROGRESS: 'reconfigInProgress',
  RECONFIGDISABLED: 'reconfigDisabled',
  NONODE: 'noNode',
  NOAUTH: 'noAuth',
  BADVERSION: 'badVersion',
  NOCHILDRENFOREPHEMERALS: 'noChildrenForEphemerals',
  NODEEXISTS: 'nodeExists',
  NOTEMPTY: 'notEmpty',
  SESSIONEXPIRED: 'sessionExpired',
  INVALIDACL: 'invalidAcl',
  AUTHFAILED: 'authFailed',
  SESSIONMOVED: 'sessionMoved',
  NOTREADONLY: 'notReadOnly',
  EPHEMERALONLOCALSESSION: 'ephemeralOnLocalSession',
  NOWATCHER: 'noWatcher',
  QUOTAEXCEEDED: 'quotaExceeded',
};

/** What the client got. The recorder looked neither at the parts of a multi nor, of a failed one, at its error. */
export function answerFacts(op: CallOp, answer: Answer): Facts {
  const { error, zxid, path, data, stat, children } = answer;
  const err = ERRORS[error];
  if (err === 'connectionLoss') return { err };
  if (err !== null) return op === 'multi' ? { zxid: zxidText(zxid) } : { err, zxid: zxidText(zxid) };
  return {
    zxid: zxidText(zxid),
    ...(path === undefined ? {} : { path }),
    ...(data === undefined ? {} : { data: dataText(data) }),
    ...(stat === undefined || children !== undefined ? {} : statFacts(stat)),
    ...(children === undefined ? {} : { children }),
  };
}

function statFacts(stat: NonNullable<Answer['stat']>): Facts {
  const { czxid, mzxid, pzxid, version, cversion, numChildren, ephemeralOwner } = stat;
  return {
    czxid: zxidText(czxid),
    mzxid: zxidText(mzxid),
    pzxid: zxidText(pzxid),
    version,
    cversion,
    children: numChildren,
    ephemeral: ephemeralOwner !== null,
  };
}
