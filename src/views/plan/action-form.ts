/** What an action is made of, as fields of a form; and what is wrong with what was filled in. */
import type { Action, ActionKind, MessageType } from '../../sim/action.ts';
import { PACKET_TYPES } from '../../sim/machine.ts';
import { type Sid, COUNTER_MAX } from '../../zookeeper/ids.ts';
import type { StatsReset } from '../../zookeeper/peer/protocol.ts';
import { DEFAULT_TRACE_MASK } from '../../zookeeper/processors/client-service.ts';

export type Field =
  | { readonly kind: 'server'; readonly name: 'server' | 'from' | 'to' | 'of' }
  /** A server or a client. */
  | { readonly kind: 'end'; readonly name: 'from' | 'to' }
  | { readonly kind: 'message'; readonly name: 'packet' }
  /** `optional`: it may be left empty. */
  | {
      readonly kind: 'millis';
      readonly name: 'millis' | 'timeoutMillis' | 'offsetMillis';
      readonly optional?: true;
    }
  | { readonly kind: 'count'; readonly name: 'counter' | 'count' | 'percent' | 'number' | 'mask' }
  | { readonly kind: 'choice'; readonly name: 'because' | 'side' | 'write' | 'by'; readonly options: readonly Choice[] }
  | { readonly kind: 'client'; readonly name: 'client' }
  | { readonly kind: 'text'; readonly name: 'line' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'operation' };

/** The first option of a choice is what a field that is left out means. */
export type Choice =
  | 'full'
  | 'error'
  | 'before'
  | 'after'
  | 'any'
  | 'txns'
  | 'acceptedEpoch'
  | 'currentEpoch'
  | 'snapshot'
  | StatsReset;

const server: Field = { kind: 'server', name: 'server' };
const ends: readonly Field[] = [
  { kind: 'server', name: 'from' },
  { kind: 'server', name: 'to' },
];
const millis = { kind: 'millis', name: 'millis' } as const;
const client: Field = { kind: 'client', name: 'client' };

const write: Field = {
  kind: 'choice',
  name: 'write',
  options: ['any', 'txns', 'acceptedEpoch', 'currentEpoch', 'snapshot'],
};

/** In the order they are offered. */
export const MESSAGE_TYPES: readonly MessageType[] = [...PACKET_TYPES, 'dial', 'answer', 'end'];

const message: readonly Field[] = [
  { kind: 'end', name: 'from' },
  { kind: 'end', name: 'to' },
  { kind: 'message', name: 'packet' },
  { kind: 'count', name: 'number' },
];

/** Null: it can be moved and deleted, and what it says stays as it is. */
export const ACTION_FIELDS: Readonly<Record<ActionKind, readonly Field[] | null>> = {
  start: [server],
  kill: [server],
  stop: [server],
  freeze: [server],
  thaw: [server],
  wipe: [server],
  slowDisk: [server, millis],
  failDisk: [server, { kind: 'choice', name: 'because', options: ['error', 'full'] }, write],
  mendDisk: [server],
  killAtFlush: [server, { kind: 'choice', name: 'side', options: ['before', 'after'] }, write],
  loseTail: [server, { kind: 'count', name: 'count' }],
  setClock: [server, { kind: 'millis', name: 'offsetMillis' }],
  cut: ends,
  heal: ends,
  partition: [{ kind: 'groups' }],
  healAll: [],
  latency: [...ends, millis],
  loss: [...ends, { kind: 'count', name: 'percent' }],
  dropMessage: message,
  delayMessage: [...message, millis],
  hurryMessage: [...message, { ...millis, optional: true }],
  connect: [client, server, { kind: 'millis', name: 'timeoutMillis' }],
  killClient: [client],
  call: [client, { kind: 'operation' }],
  type: [client, { kind: 'text', name: 'line' }],
  skipZxids: [server, { kind: 'count', name: 'counter' }],
  resetStats: [server, { kind: 'choice', name: 'by', options: ['srst', 'crst', 'stat_reset'] }],
  setTraceMask: [server, { kind: 'count', name: 'mask' }],
  takeSnapshot: [server],
  restoreSnapshot: [server, { kind: 'server', name: 'of' }],
  shedConnections: [server, { kind: 'count', name: 'percent' }],
  stranger: null,
  hold: [{ kind: 'hold' }],
};

/** In the order they are offered. */
export const NEW_KINDS = (Object.keys(ACTION_FIELDS) as ActionKind[]).filter((kind) => ACTION_FIELDS[kind] !== null);

/** Operations that the form can make; others are kept as they are. */
export const FORM_OPERATIONS = ['create', 'setData', 'delete', 'getData', 'exists', 'getChildren', 'sync'] as const;
export type FormOperation = (typeof FORM_OPERATIONS)[number];

export interface ActionContext {
  /** In sid order; at least one. */
  readonly sids: readonly Sid[];
  /** Whom the buttons act on. */
  readonly target: Sid | null;
  /** Names of clients that there are. */
  readonly clients: readonly string[];
}

/**
 * An action of `kind`, with what `before` says as far as it fits: what was to be done at once is held, and what was
 * held is done at once.
 */
export function actionOf(kind: ActionKind, before: Action, context: ActionContext): Action {
  if (before.do === kind) return before;
  if (before.do === 'hold') return actionOf(kind, before.action, context);
  const { sids, target, clients } = context;
  const own = before as Readonly<Record<string, unknown>>;
  const keep = <T>(name: string, instead: T): T => (typeof own[name] === typeof instead ? (own[name] as T) : instead);
  const who = keep('server', target ?? (sids[0] as Sid));
  const from = keep('from', who);
  const to = keep('to', sids.find((sid) => sid !== from) ?? from);
  const name = keep('client', clients[0] ?? 'c1');
  switch (kind) {
    case 'slowDisk':
      return { do: kind, server: who, millis: keep('millis', 200) };
    case 'failDisk':
      return { do: kind, server: who, because: 'error' };
    case 'killAtFlush':
      return { do: kind, server: who, side: 'before' };
    case 'loseTail':
      return { do: kind, server: who, count: 1 };
    case 'setClock':
      return { do: kind, server: who, offsetMillis: 60_000 };
    case 'loss':
      return { do: kind, from, to, percent: 20 };
    case 'cut':
    case 'heal':
      return { do: kind, from, to };
    case 'latency':
      return { do: kind, from, to, millis: keep('millis', 100) };
    case 'dropMessage':
    case 'delayMessage':
    case 'hurryMessage': {
      const what = 'packet' in before ? before : { from, to, packet: 'PROPOSAL' as const, number: 0 };
      const ref = { from: what.from, to: what.to, packet: what.packet, number: what.number };
      return kind === 'delayMessage' ? { do: kind, ...ref, millis: keep('millis', 100) } : { do: kind, ...ref };
    }
    case 'partition': {
      const half = Math.ceil((sids.length + 1) / 2);
      return { do: kind, groups: [sids.slice(0, half), sids.slice(half)].filter(({ length }) => length > 0) };
    }
    case 'healAll':
      return { do: kind };
    case 'connect':
      return { do: kind, client: name, server: who, timeoutMillis: keep('timeoutMillis', 10_000) };
    case 'killClient':
      return { do: kind, client: name };
    case 'call':
      return { do: kind, client: name, operation: operationOf('create', { path: '/a', data: 'one' }) };
    case 'type':
      return { do: kind, client: name, line: keep('line', 'get /a') };
    case 'skipZxids':
      return { do: kind, server: who, counter: COUNTER_MAX - 3 };
    case 'resetStats':
      return { do: kind, server: who, by: 'srst' };
    case 'setTraceMask':
      return { do: kind, server: who, mask: DEFAULT_TRACE_MASK };
    case 'restoreSnapshot':
      return { do: kind, server: who, of: who };
    case 'shedConnections':
      return { do: kind, server: who, percent: 50 };
    case 'hold':
      return { do: kind, until: { event: 'counts', server: target ?? (sids[0] as Sid), acks: 2 }, action: before };
    case 'stranger':
      return before;
    default:
      return { do: kind, server: who };
  }
}

export function operationOf(
  op: FormOperation,
  { path, data }: { readonly path: string; readonly data: string },
): Extract<Action, { do: 'call' }>['operation'] {
  const written = { path, data, dataLength: data.length };
  switch (op) {
    case 'create':
      return { op, ...written, ephemeral: false, sequential: false };
    case 'setData':
      return { op, ...written, version: -1 };
    case 'delete':
      return { op, path, version: -1 };
    case 'sync':
      return { op, path };
    default:
      return { op, path, watch: false };
  }
}

const NUMBERS = [
  'millis',
  'timeoutMillis',
  'offsetMillis',
  'counter',
  'count',
  'percent',
  'number',
  'nth',
  'mask',
] as const;
type NumberName = (typeof NUMBERS)[number];

export type FormProblem =
  | {
      readonly kind: 'badNumber' | 'badText';
      readonly name: NumberName | 'client' | 'line';
    }
  | { readonly kind: 'badSpan'; readonly name: 'millis' }
  | { readonly kind: 'badPath' | 'badPair' | 'badGroups' };

/** What keeps an action from making sense anywhere. */
export function problemOf(action: Action): FormProblem | null {
  for (const name of NUMBERS) {
    const value = (action as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    const isOdd = !Number.isInteger(value) || (Number(value) < 0 && name !== 'offsetMillis');
    const isTooMuch =
      (name === 'percent' && Number(value) > 100) || ((name === 'count' || name === 'nth') && Number(value) < 1);
    if (isOdd || isTooMuch) return { kind: 'badNumber', name };
  }
  if ('packet' in action && 'millis' in action && action.millis === 0) return { kind: 'badSpan', name: 'millis' };
  for (const name of ['client', 'line'] as const) {
    const value = (action as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string' && value.trim() === '') return { kind: 'badText', name };
  }
  if ('from' in action && action.from === action.to) return { kind: 'badPair' };
  if (action.do === 'partition' && action.groups.filter(({ length }) => length > 0).length < 2)
    return { kind: 'badGroups' };
  if (action.do === 'call' && 'path' in action.operation && !/^\/(?:.*[^/])?$/.test(action.operation.path)) {
    return { kind: 'badPath' };
  }
  return action.do === 'hold' ? problemOf(action.action) : null;
}

/** The group of a server by its letter, or '' where it is in none. */
export function letterOf(groups: readonly (readonly Sid[])[], sid: Sid): string {
  const index = groups.findIndex((group) => group.includes(sid));
  return index === -1 ? '' : String.fromCodePoint(65 + index);
}

/** The groups after one server was put into another, or, with '', out of all. Empty groups stay where others follow. */
export function regrouped(groups: readonly (readonly Sid[])[], sid: Sid, letter: string): readonly (readonly Sid[])[] {
  const index = letter === '' ? -1 : (letter.codePointAt(0) ?? 65) - 65;
  const count = Math.max(groups.length, index + 1);
  const changed = Array.from({ length: count }, (_, i) => {
    const others = (groups[i] ?? []).filter((one) => one !== sid);
    return i === index ? [...others, sid].toSorted((a, b) => a - b) : others;
  });
  return changed.filter((group, i) => group.length > 0 || changed.slice(i + 1).some(({ length }) => length > 0));
}

/** As it is done: groups that nobody is in were only places in the form, and the first time is what is meant without a count. */
export function tidied(action: Action): Action {
  if (action.do === 'hold') {
    const { nth = 1, ...rest } = action;
    return { ...rest, ...(nth !== 1 && { nth }), action: tidied(action.action) };
  }
  return action.do === 'partition' ? { ...action, groups: action.groups.filter(({ length }) => length > 0) } : action;
}
