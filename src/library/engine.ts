/**
 * The engine as a library: `import { Run, builtinScenario } from 'zabscope/engine'`.
 *
 * Everything here is a function of plain data. No clock is read, no random number is drawn and nothing is fetched: the
 * same scenario and interventions give the same events, notes and digest in every program, on every machine.
 *
 * Units and order, everywhere: times are virtual milliseconds since the run began, whole numbers; events come in order
 * of time, and those of one time in the order they were caused. A zxid is a number, epoch · 2^32 + counter (`zxidText`
 * and `zxidLabel` write it); a sid is a server's id. Names are ZooKeeper's own.
 *
 * Errors: what may be wrong with input is a value (`Result`: `ok`, and `value` or `error`), with the place and what was
 * expected. An exception is a defect of the engine.
 *
 *     const scenario = builtinScenario('leader-killed');
 *     const run = new Run(scenario, { untilMillis: 20_000, noting: true, audited: true });
 *     for (const { at, notes, violations } of run.entries()) …
 */

// ---- scenarios and links ----
export { BUILTIN_SCENARIOS, builtinScenario } from '../scenario/builtin.ts';
export { type Problem, decodeScenario } from '../scenario/decode.ts';
export { compactScenario } from '../scenario/defaults.ts';
export { decodeShare, encodeShare } from '../scenario/link.ts';
export type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
export type { Share, ShareProblem, SharedIntervention } from '../scenario/share.ts';
export type { Result } from '../base/result.ts';

// ---- runs ----
export { Run, type RunOptions } from '../scenario/run.ts';
export type { Action, ActionKind } from '../sim/action.ts';
export type { Entry, EntryKind } from '../sim/entry.ts';
export type { Moment } from '../sim/moment.ts';
export type { Note, NoteKind, VoteFact } from '../zookeeper/notes.ts';
export type { Packet, PacketType, ServerState, SyncMode, ZabState } from '../zookeeper/packets.ts';

// ---- what a moment holds ----
export { select } from '../sim/select.ts';
export type { ServerFacts, StageFacts } from '../sim/facts.ts';
export {
  type Sid,
  type Zxid,
  counterOf,
  epochOf,
  parseZxid,
  sidOf,
  zxidFrom,
  zxidLabel,
  zxidText,
} from '../zookeeper/ids.ts';

// ---- what must hold ----
export { INVARIANTS } from '../audit/registry.ts';
export type { Violation } from '../audit/audit.ts';

// ---- what servers log ----
export { serverLog } from '../sim/server-log.ts';
export { type LogLine, type LogRelease, logReleaseOf, logText } from '../zookeeper/operator/log-lines.ts';

// ---- zoo.cfg ----
export { type ConfiguredEnsemble, ensembleOfZooCfg } from '../scenario/zoo-cfg-scenario.ts';
export {
  type ParsedZooCfg,
  type ZooCfg,
  type ZooCfgFiles,
  type ZooCfgProblem,
  parseZooCfg,
  zooCfgFiles,
} from '../zookeeper/config/zoo-cfg.ts';

// ---- search ----
export { FAULT_KINDS, SWEEP_OPTIONS, type RandomOptions, randomScenario } from '../explore/random-scenario.ts';
export { type Shrunk, breaks, shrink } from '../explore/shrink.ts';
export { type SweepOptions, type SweepResult, findingsOf, sweep } from '../explore/sweep.ts';
