/**
 * A share as short JSON for links: one-letter keys, defaults left out, actions as tuples of their fields.
 *
 *   {"s":"leader-killed","i":[[812,"kill",3],[40,"start",3]],"c":900,"f":"s3","d":"1a2b3c4d","k":"5e6f70"}
 *
 * s scenario (id, or all that differs from the defaults) · i interventions, each with how many events lie
 * between it and the one before, or [that, milliseconds after the last of them], or "+" when it goes with
 * the one right before it · c cursor · f selection · d digest · b bookmarks, each a cursor or [cursor, name] ·
 * n name of the branch · k checksum over the rest: deflate itself does not notice a letter that was changed.
 *
 * The order of fields below is part of version 1 of the links and stays. A field that is absent though a later one is not
 * stands as null.
 */
import * as v from 'valibot';
import { digestOf } from '../base/digest.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Action, ActionKind } from '../sim/action.ts';
import type { Operation, OperationName } from '../zookeeper/client/operations.ts';
import { builtinScenario } from './builtin.ts';
import { decodeScenario } from './decode.ts';
import { compactScenario } from './defaults.ts';
import type { Scenario } from './scenario.ts';
import { actionSchema } from './schema.ts';
import { parseSelection, selectionText } from './selection.ts';
import { type Share, type SharedBookmark, type ShareProblem, CURSOR_MAX } from './share.ts';

type FieldsOf<Union, Tag extends keyof Union, Kind> = readonly Exclude<keyof Extract<Union, Record<Tag, Kind>>, Tag>[];

const ACTION_FIELDS: { readonly [Kind in ActionKind]: FieldsOf<Action, 'do', Kind> } = {
  start: ['server'],
  kill: ['server'],
  stop: ['server'],
  freeze: ['server'],
  thaw: ['server'],
  wipe: ['server'],
  slowDisk: ['server', 'millis'],
  failDisk: ['server', 'because', 'write', 'times'],
  mendDisk: ['server'],
  killAtFlush: ['server', 'side', 'write', 'nth'],
  loseTail: ['server', 'count'],
  setClock: ['server', 'offsetMillis'],
  cut: ['from', 'to'],
  heal: ['from', 'to'],
  partition: ['groups'],
  healAll: [],
  latency: ['from', 'to', 'millis'],
  loss: ['from', 'to', 'percent'],
  dropMessage: ['from', 'to', 'packet', 'number'],
  delayMessage: ['from', 'to', 'packet', 'number', 'millis'],
  hurryMessage: ['from', 'to', 'packet', 'number', 'millis'],
  connect: ['client', 'server', 'timeoutMillis', 'canBeReadOnly', 'hosts', 'claim'],
  killClient: ['client'],
  stranger: ['client', 'server', 'as', 'says'],
  skipZxids: ['server', 'counter'],
  resetStats: ['server', 'by'],
  setTraceMask: ['server', 'mask'],
  takeSnapshot: ['server'],
  restoreSnapshot: ['server', 'of'],
  shedConnections: ['server', 'percent'],
  type: ['client', 'line'],
  // The field that may be absent comes last.
  hold: ['until', 'action', 'nth'],
  call: ['client', 'operation'],
};

export const ACTION_KINDS = Object.keys(ACTION_FIELDS) as readonly ActionKind[];

const OPERATION_FIELDS: { readonly [Kind in OperationName]: FieldsOf<Operation, 'op', Kind> } = {
  // Fields that may be absent come last.
  create: ['path', 'data', 'dataLength', 'ephemeral', 'sequential', 'acl'],
  create2: ['path', 'data', 'dataLength', 'ephemeral', 'sequential', 'acl'],
  createContainer: ['path', 'data', 'dataLength', 'acl'],
  createTTL: ['path', 'data', 'dataLength', 'sequential', 'ttlMillis', 'acl'],
  delete: ['path', 'version'],
  setData: ['path', 'data', 'dataLength', 'version'],
  getData: ['path', 'watch'],
  exists: ['path', 'watch'],
  getChildren: ['path', 'watch'],
  getACL: ['path'],
  setACL: ['path', 'acl', 'version'],
  check: ['path', 'version'],
  reconfig: ['joining', 'leaving', 'fromConfig', 'members', 'groups'],
  sync: ['path'],
  multi: ['operations'],
  multiRead: ['operations'],
  getEphemerals: ['path'],
  getAllChildrenNumber: ['path'],
  whoAmI: [],
  addWatch: ['path', 'mode'],
  removeWatches: ['path', 'type', 'local'],
  checkWatches: ['path', 'type'],
  setWatches: ['relativeZxid', 'lists'],
  auth: ['scheme', 'auth'],
  deleteContainer: ['path'],
  createSession: ['timeoutMillis'],
  closeSession: [],
};

const CHECKSUM_DIGITS = 6;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CURSOR_MAX));
const packedSchema = v.strictObject({
  s: v.union([v.string(), v.record(v.string(), v.unknown())]),
  i: v.exactOptional(
    v.array(v.tupleWithRest([v.union([v.literal('+'), count, v.tuple([count, count])]), v.string()], v.unknown())),
    [],
  ),
  c: v.exactOptional(count, 0),
  f: v.exactOptional(v.string()),
  d: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))),
  b: v.exactOptional(v.pipe(v.array(v.union([count, v.tuple([count, v.string()])])), v.minLength(1))),
  n: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
});

/** What goes through compression into a link. `byId`: the scenario is the built-in one of its id. */
export function packShare(share: Share, { byId }: { readonly byId: boolean }): string {
  let after = 0;
  const interventions = share.interventions.map((intervention) => {
    const gap = intervention.after - after;
    after = intervention.after;
    const { wait, joined } = intervention;
    const place = joined === true ? '+' : wait === 0 ? gap : [gap, wait];
    return [place, ...packAction(intervention.action)];
  });
  const packed = {
    s: byId ? share.scenario.id : compactScenario(share.scenario),
    ...(interventions.length > 0 && { i: interventions }),
    ...(share.cursor > 0 && { c: share.cursor }),
    ...(share.selection !== null && { f: selectionText(share.selection) }),
    ...(share.digest !== null && { d: share.digest }),
    ...(share.bookmarks !== undefined && {
      b: share.bookmarks.map(({ cursor, name }) => (name === '' ? cursor : [cursor, name])),
    }),
    ...(share.name !== undefined && { n: share.name }),
  };
  return JSON.stringify({ ...packed, k: checksum(packed) });
}

export function unpackShare(text: string): Result<Share, ShareProblem> {
  const json = parseJson(text);
  if (json === null) return damaged('json');
  const { k, ...rest } = json;
  if (k !== checksum(rest)) return damaged('checksum');
  const parsed = v.safeParse(packedSchema, rest);
  if (!parsed.success) return damaged('fields');
  const packed = parsed.output;
  const scenario = scenarioOf(packed.s);
  if (!scenario.ok) return scenario;
  const interventions: Share['interventions'][number][] = [];
  let after = 0;
  for (const [place, ...tuple] of packed.i) {
    const joined = place === '+';
    const [gap, wait] = joined ? [1, 0] : typeof place === 'number' ? [place, 0] : place;
    after += gap;
    const action = v.safeParse(actionSchema, unpackAction(tuple));
    const isFirst = interventions.length === 0;
    if (!action.success || after > CURSOR_MAX || (joined && isFirst)) {
      return damaged(`interventions[${interventions.length}]`);
    }
    interventions.push({ after, wait, action: action.output, ...(joined && { joined }) });
  }
  const selection = packed.f === undefined ? null : parseSelection(packed.f);
  if (packed.f !== undefined && selection === null) return damaged('selection');
  const bookmarks = packed.b?.map((one): SharedBookmark => {
    const [cursor, name] = typeof one === 'number' ? [one, ''] : one;
    return { cursor, name };
  });
  return ok({
    scenario: scenario.value,
    interventions,
    cursor: packed.c,
    selection,
    digest: packed.d ?? null,
    ...(bookmarks !== undefined && { bookmarks }),
    ...(packed.n !== undefined && { name: packed.n }),
  });
}

function damaged(part: string): { readonly ok: false; readonly error: ShareProblem } {
  return err({ reason: 'damaged', part });
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null;
  } catch {
    return null;
  }
}

function checksum(packed: object): string {
  return digestOf(packed).slice(0, CHECKSUM_DIGITS);
}

function scenarioOf(packed: string | Record<string, unknown>): Result<Scenario, ShareProblem> {
  if (typeof packed === 'string') {
    const builtin = builtinScenario(packed);
    return builtin === null ? err({ reason: 'unknownScenario', id: packed }) : ok(builtin);
  }
  const decoded = decodeScenario(packed);
  return decoded.ok ? decoded : damaged(decoded.error[0]?.path ?? 'scenario');
}

function packAction(action: Action): unknown[] {
  return pack(action, 'do', ACTION_FIELDS[action.do]);
}

function packOperation(operation: Operation): unknown[] {
  return pack(operation, 'op', OPERATION_FIELDS[operation.op]);
}

function pack(record: Action | Operation, tag: string, fields: readonly string[]): unknown[] {
  const values = new Map<string, unknown>(Object.entries(record));
  const all = [tag, ...fields];
  return all.slice(0, all.findLastIndex((field) => values.has(field)) + 1).map((field) => {
    const value = values.get(field) ?? null;
    // Some fields hold operations or actions themselves; the rest is plain.
    if (field === 'operation') return packOperation(value as Operation);
    if (field === 'action') return packAction(value as Action);
    if (field === 'operations') return (value as readonly Operation[]).map(packOperation);
    return value;
  });
}

function unpackAction(tuple: readonly unknown[]): unknown {
  return unpack(tuple, 'do', ACTION_FIELDS);
}

function unpackOperation(tuple: unknown): unknown {
  return Array.isArray(tuple) ? unpack(tuple, 'op', OPERATION_FIELDS) : null;
}

/** A record for the schema to judge; null when the tuple cannot be one. */
function unpack(
  tuple: readonly unknown[],
  tag: string,
  fieldsByKind: Readonly<Record<string, readonly string[]>>,
): unknown {
  const [kind, ...values] = tuple;
  const fields = typeof kind === 'string' && Object.hasOwn(fieldsByKind, kind) ? fieldsByKind[kind] : undefined;
  if (fields === undefined || fields.length < values.length) return null;
  const present = fields.slice(0, values.length).filter((_, i) => values[i] !== null);
  const entries = present.map((field) => {
    const value = values[fields.indexOf(field)];
    if (field === 'operation') return [field, unpackOperation(value)];
    if (field === 'action') return [field, Array.isArray(value) ? unpackAction(value) : null];
    if (field === 'operations' && Array.isArray(value)) return [field, value.map(unpackOperation)];
    return [field, value];
  });
  return { [tag]: kind, ...Object.fromEntries(entries) };
}
