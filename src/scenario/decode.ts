/** JSON to scenario, or everything that is wrong with it. */
import * as v from 'valibot';
import { type Result, err, ok } from '../base/result.ts';
import type { Action } from '../sim/action.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { withDefaults } from './defaults.ts';
import { givenDiskProblems } from './given-disk.ts';
import { migrateScenario } from './migrate.ts';
import { problemOf } from './problem-of.ts';
import type { Scenario } from './scenario.ts';
import { scenarioSchema } from './schema.ts';

/** A fact about a file; what is wrong and what to do about it, in words, are the catalogue's `problem.<kind>`. */
export interface Problem {
  /** `$.servers[1].sid` */
  readonly path: string;
  readonly kind:
    /** The field must be there, as `expected`. */
    | 'missing'
    /** Remove it, or correct its spelling. */
    | 'unknownKey'
    /** Must be `expected`, is `received`. */
    | 'wrongValue'
    /** Give every server a sid of its own. */
    | 'duplicateServer'
    /** Put the voter into exactly one group: it is in none, or in two. */
    | 'notInOneGroup'
    /** Names a server that the scenario does not have: add it, or name one of `expected`. */
    | 'unknownServer'
    /** Move the step up: it lies before the one above it. */
    | 'outOfOrder'
    /** Put the transaction where its zxid belongs: it is not larger than the one before it, `expected`. */
    | 'zxidOrder'
    /** Name a write: `received` makes no transaction. */
    | 'notAWrite'
    /** Name the zxid of a transaction on that disk, one of `expected`. */
    | 'unknownZxid'
    /** Add a snapshot at `expected` or later, or let a log file begin earlier. */
    | 'inNoFile';
  readonly expected: string;
  readonly received: string;
}

/** The scenario that `json` describes, gaps filled with the defaults. */
export function decodeScenario(json: unknown): Result<Scenario, readonly Problem[]> {
  const parsed = v.safeParse(scenarioSchema, withDefaults(migrateScenario(withoutSchema(json))));
  if (!parsed.success) return err(parsed.issues.map(problemOf));
  const problems = contradictionsOf(parsed.output);
  return problems.length === 0 ? ok(parsed.output) : err(problems);
}

/** Files may name the JSON Schema they keep to, for editors. */
function withoutSchema(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('$schema' in json)) return json;
  const { $schema, ...rest } = json;
  return typeof $schema === 'string' ? rest : json;
}

/** What a schema cannot see: values that do not go together. */
function contradictionsOf(scenario: Scenario): readonly Problem[] {
  const sids = scenario.servers.map(({ sid }) => sid);
  const problems: Problem[] = [];
  sids.forEach((sid, i) => {
    if (sids.indexOf(sid) === i) return;
    problems.push({ path: `$.servers[${i}].sid`, kind: 'duplicateServer', expected: '', received: String(sid) });
  });
  problems.push(...groupProblems(scenario));
  scenario.servers.forEach(({ disk }, i) => {
    for (const problem of disk === undefined ? [] : givenDiskProblems(disk)) {
      problems.push({ ...problem, path: `$.servers[${i}].disk${problem.path}` });
    }
  });
  const checkServers = (path: string, named: readonly Sid[]): void => {
    const unknown = named.find((sid) => !sids.includes(sid));
    if (unknown === undefined) return;
    problems.push({ path, kind: 'unknownServer', expected: sids.join(', '), received: String(unknown) });
  };
  scenario.servers.forEach(({ sid, knows }, i) => {
    if (knows === undefined) return;
    const path = `$.servers[${i}].knows`;
    checkServers(path, knows);
    if (!knows.includes(sid))
      problems.push({ path, kind: 'wrongValue', expected: `${sid}`, received: knows.join(', ') });
    if (scenario.groups !== undefined) problems.push({ path, kind: 'unknownKey', expected: '', received: 'groups' });
  });
  scenario.groups?.forEach((group, i) => checkServers(`$.groups[${i}]`, group));
  scenario.network.links.forEach(({ between }, i) => checkServers(`$.network.links[${i}].between`, between));
  let last = 0;
  scenario.script.forEach(({ at, action }, i) => {
    checkServers(`$.script[${i}].action`, serversOf(action));
    if (at < last) {
      problems.push({ path: `$.script[${i}].at`, kind: 'outOfOrder', expected: `${last}`, received: `${at}` });
    }
    last = Math.max(last, at);
  });
  return problems;
}

/** QuorumPeerConfig.parseDynamicConfig: with groups, every participant is in one of them, and nobody in two. */
function groupProblems({ groups, servers }: Scenario): readonly Problem[] {
  if (groups === undefined) return [];
  const problems: Problem[] = [];
  const placed = new Set<Sid>();
  groups.forEach((group, i) => {
    for (const sid of group) {
      if (placed.has(sid)) {
        problems.push({ path: `$.groups[${i}]`, kind: 'notInOneGroup', expected: '', received: String(sid) });
      }
      placed.add(sid);
    }
  });
  for (const { sid, observer, unlisted } of servers) {
    if (observer === true || unlisted === true || placed.has(sid)) continue;
    problems.push({ path: '$.groups', kind: 'notInOneGroup', expected: '', received: String(sid) });
  }
  return problems;
}

/** The servers that an action names. */
export function serversOf(action: Action): readonly Sid[] {
  if (action.do === 'hold') {
    const { until, action: held } = action;
    const from = until.event === 'receives' && until.from !== undefined ? [until.from] : [];
    return [until.server, ...from, ...serversOf(held)];
  }
  if ('server' in action) return 'of' in action ? [action.server, action.of] : [action.server];
  // A message may be a client's.
  if ('from' in action) return [action.from, action.to].filter((end) => typeof end !== 'string');
  return 'groups' in action ? action.groups.flat() : [];
}
