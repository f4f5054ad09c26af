/**
 * Recordings of a real ensemble: their JSON (format `zk-trace/1`), as far as a replay reads it. Zxids stay the text
 * that ZooKeeper prints; server ids are keys where they index a record.
 */
import * as v from 'valibot';
import { type Result, err, ok } from '../base/result.ts';
import { type Step, stepSchema } from './step.ts';

export interface Recording {
  readonly scenario: string;
  readonly title: string;
  /** What to look at. Says "race" where the outcome is one of several. */
  readonly shows: string;
  readonly config: RecordedConfig;
  readonly phases: readonly RecordedPhase[];
  readonly learnerConnections: readonly RecordedConnection[];
  /** What differed between runs of the same script, by path; at most the first eight of `differing`. */
  readonly stability: { readonly differing: number; readonly differs: readonly { readonly at: string }[] };
}

export interface RecordedConfig {
  readonly participants: readonly number[];
  readonly observers: readonly number[];
  readonly tickTime: number;
  readonly initLimit: number;
  readonly syncLimit: number;
  /** Other lines of zoo.cfg. */
  readonly zooCfg?: Readonly<Record<string, unknown>> | undefined;
  /** What one server is configured with instead, by sid. */
  readonly perServer?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly systemProperties?: Readonly<Record<string, string>> | undefined;
}

export interface RecordedPhase {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  readonly elections: readonly RecordedElection[];
  readonly syncs: readonly RecordedSync[];
}

/** What was true when a phase ended. */
export interface Outcome {
  readonly leader: number | null | readonly number[];
  readonly servers: Readonly<Record<string, Facts>>;
  readonly znodesOnDisk: 'unchanged' | readonly TreeGroup[];
  readonly logsOnDisk: 'unchanged' | readonly LogGroup[];
}

/** Named values, compared one by one. */
export type Facts = Readonly<Record<string, unknown>>;

export interface TreeGroup {
  readonly servers: readonly number[];
  readonly znodes: Facts;
}

/** `[zxid, type, client, path or detail]`, or many alike. */
export type LogLine =
  | readonly string[]
  | { readonly bulk: string; readonly count: number; readonly firstZxid: string; readonly lastZxid: string };

export interface LogGroup {
  readonly servers: readonly number[];
  readonly txns: readonly LogLine[];
}

/** An election that a server left: what it began with and what it ended with. */
export type RecordedElection = Facts & { readonly sid: number };

/** What was said while a learner was brought up to date. */
export type RecordedSync = Facts & { readonly learner: number };

export interface RecordedConnection {
  readonly learner: number;
  readonly leader: number;
  readonly openedInPhase: string;
  readonly learnerToLeader: readonly string[];
  readonly leaderToLearner: readonly string[];
}

const sid = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const facts = v.record(v.string(), v.unknown());

const logLine: v.GenericSchema<unknown, LogLine> = v.union([
  v.array(v.string()),
  v.object({ bulk: v.string(), count: v.number(), firstZxid: v.string(), lastZxid: v.string() }),
]);

const outcome: v.GenericSchema<unknown, Outcome> = v.object({
  leader: v.union([v.null(), sid, v.array(sid)]),
  servers: v.record(v.string(), facts),
  znodesOnDisk: v.union([v.literal('unchanged'), v.array(v.object({ servers: v.array(sid), znodes: facts }))]),
  logsOnDisk: v.union([v.literal('unchanged'), v.array(v.object({ servers: v.array(sid), txns: v.array(logLine) }))]),
});

const recordingSchema: v.GenericSchema<unknown, Recording> = v.object({
  format: v.literal('zk-trace/1'),
  scenario: v.string(),
  title: v.string(),
  shows: v.string(),
  config: v.object({
    participants: v.pipe(v.array(sid), v.minLength(1)),
    observers: v.array(sid),
    tickTime: positive,
    initLimit: positive,
    syncLimit: positive,
    zooCfg: v.optional(facts),
    perServer: v.optional(v.record(v.string(), facts)),
    systemProperties: v.optional(v.record(v.string(), v.string())),
  }),
  phases: v.array(
    v.object({
      name: v.string(),
      steps: v.array(stepSchema),
      outcome,
      elections: v.array(v.looseObject({ sid })),
      syncs: v.array(v.looseObject({ learner: sid })),
    }),
  ),
  learnerConnections: v.array(
    v.object({
      learner: sid,
      leader: sid,
      openedInPhase: v.string(),
      learnerToLeader: v.array(v.string()),
      leaderToLearner: v.array(v.string()),
    }),
  ),
  stability: v.object({ differing: v.number(), differs: v.array(v.object({ at: v.string() })) }),
});

/** The recording that `json` holds, or what is wrong with it: each problem begins with its place, `$.phases[1].steps[0].servers`. */
export function decodeRecording(json: unknown): Result<Recording, readonly string[]> {
  const parsed = v.safeParse(recordingSchema, json);
  if (parsed.success) return ok(parsed.output);
  return err(parsed.issues.map((issue) => `${placeOf(issue)}: ${issue.message}`));
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `$${keys.join('')}`;
}
