/** The steps of a recording's script, by their `op`. */
import * as v from 'valibot';

/** What a client got, value by value; of `watchEvents` a list. */
export type StepResult = Readonly<Record<string, unknown>> | readonly unknown[];

const SERVERS_OPS = [
  'start',
  'kill -9',
  'stop (SIGTERM)',
  'pause (SIGSTOP)',
  'resume (SIGCONT)',
  'wipe data dir',
  'waited for quorum',
  'waited for LOOKING',
] as const;

export type ServersOp = (typeof SERVERS_OPS)[number];

const CALL_OPS = ['create', 'set', 'delete', 'get', 'exists', 'children', 'sync', 'multi', 'close'] as const;

export type CallOp = (typeof CALL_OPS)[number];

export type Step =
  | { readonly op: ServersOp; readonly servers: readonly number[] }
  | { readonly op: 'partition'; readonly groups: readonly (readonly number[])[] }
  | { readonly op: 'cut link'; readonly between: readonly [number, number] }
  | { readonly op: 'cut one way'; readonly frm: number; readonly to: number }
  | { readonly op: 'heal network' }
  | { readonly op: 'wait'; readonly seconds: number }
  | {
      readonly op: 'connect';
      readonly client: string;
      readonly server: number;
      readonly timeout: number;
      readonly result: StepResult;
    }
  | { readonly op: 'reconnect'; readonly client: string; readonly server: number; readonly result: StepResult }
  | { readonly op: 'clientDies'; readonly client: string }
  /** What its watches told a client since the last such step. */
  | { readonly op: 'watchEvents'; readonly client: string; readonly result: StepResult }
  | BulkStep
  | CallStep
  | UnknownStep;

/** A number of calls alike, each awaited. */
export interface BulkStep {
  readonly op: 'bulk';
  readonly client: string;
  readonly server: number;
  readonly what: string;
  readonly path: string;
  readonly count: number;
  readonly result: StepResult;
}

/** A client asks and waits; with NoWait it does not, and Answer tells what became of that call. */
export interface CallStep {
  readonly op: CallOp | `${CallOp}NoWait` | `${CallOp}Answer`;
  readonly client: string;
  readonly server: number;
  readonly path?: string | undefined;
  readonly data?: string | undefined;
  readonly flags?: string | undefined;
  readonly version?: number | undefined;
  readonly watch?: boolean | undefined;
  readonly ops?: readonly (readonly string[])[] | undefined;
  readonly result?: StepResult | undefined;
}

/** A step of a later recorder, or one that replay does not know. It decodes, and fails when its turn comes. */
export interface UnknownStep {
  readonly op: 'unknown';
  readonly name: string;
}

const sid = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const result = v.union([v.record(v.string(), v.unknown()), v.array(v.unknown())]);
const asked = { client: v.string(), server: sid };

const callStep = v.object({
  op: v.picklist(CALL_OPS.flatMap((op) => [op, `${op}NoWait`, `${op}Answer`] as const)),
  ...asked,
  path: v.optional(v.string()),
  data: v.optional(v.string()),
  flags: v.optional(v.string()),
  version: v.optional(v.number()),
  watch: v.optional(v.boolean()),
  ops: v.optional(v.array(v.array(v.string()))),
  result: v.optional(result),
});

const KNOWN: Readonly<Record<string, v.GenericSchema<unknown, Step>>> = {
  ...forEach(SERVERS_OPS, v.object({ op: v.picklist(SERVERS_OPS), servers: v.pipe(v.array(sid), v.minLength(1)) })),
  ...forEach(callStep.entries.op.options, callStep),
  partition: v.object({ op: v.literal('partition'), groups: v.array(v.array(sid)) }),
  'cut link': v.object({ op: v.literal('cut link'), between: v.tuple([sid, sid]) }),
  'cut one way': v.object({ op: v.literal('cut one way'), frm: sid, to: sid }),
  'heal network': v.object({ op: v.literal('heal network') }),
  wait: v.object({ op: v.literal('wait'), seconds: v.pipe(v.number(), v.minValue(0)) }),
  connect: v.object({ op: v.literal('connect'), ...asked, timeout: count, result }),
  reconnect: v.object({ op: v.literal('reconnect'), ...asked, result }),
  clientDies: v.object({ op: v.literal('clientDies'), client: v.string() }),
  watchEvents: v.object({ op: v.literal('watchEvents'), client: v.string(), result }),
  bulk: v.object({ op: v.literal('bulk'), ...asked, what: v.string(), path: v.string(), count, result }),
};

function forEach<T>(ops: readonly string[], schema: T): Record<string, T> {
  return Object.fromEntries(ops.map((op) => [op, schema]));
}

const unknownStep = v.pipe(
  v.object({ op: v.string() }),
  v.transform(({ op }): UnknownStep => ({ op: 'unknown', name: op })),
);

/** Each op by its own schema, so that a problem names the field and not just "no union member". */
export const stepSchema: v.GenericSchema<unknown, Step> = v.lazy((input) => {
  const op = typeof input === 'object' && input !== null && 'op' in input ? input.op : null;
  return (typeof op === 'string' ? KNOWN[op] : undefined) ?? unknownStep;
});
