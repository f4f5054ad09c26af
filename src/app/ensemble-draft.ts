/**
 * An ensemble while it is being put together: a form's worth of a scenario, which may be wrong at any moment. What the
 * form does not show (limits and toggles of single servers, what clients are offered) is carried along.
 */
import { type Result, err, ok } from '../base/result.ts';
import { type Problem, decodeScenario, serversOf } from '../scenario/decode.ts';
import type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
import { type ConfiguredEnsemble, ensembleOfZooCfg, zooCfgOfEnsemble } from '../scenario/zoo-cfg-scenario.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import type { Timing } from '../zookeeper/config/ensemble.ts';
import { type ZooCfgFiles, type ZooCfgProblem, parseZooCfg, zooCfgFiles } from '../zookeeper/config/zoo-cfg.ts';
import type { SettingName } from '../zookeeper/config/zoo-cfg-keys.ts';
import { type Sid, sidOf } from '../zookeeper/ids.ts';

/** More servers than that nobody can watch. */
export const SERVERS_MAX = 15;

export interface DraftServer {
  /** Tells rows apart while their sids are being typed. */
  readonly row: number;
  readonly sid: number;
  readonly observer: boolean;
  readonly weight: number;
  /** Letter of its group; '' for none. */
  readonly group: string;
}

/** What happens in the new run: what happens in the present one, or all servers start and nothing else is planned. */
export type DraftScript = 'kept' | 'together' | 'oneByOne';

export interface Draft {
  readonly base: Scenario;
  readonly servers: readonly DraftServer[];
  /** Quorums are counted by groups. */
  readonly grouped: boolean;
  readonly profile: Profile;
  readonly toggles: Partial<Behaviour>;
  readonly timing: Timing;
  readonly latencyMillis: number;
  readonly jitterMillis: number;
  readonly diskMillis: number;
  readonly seed: number;
  readonly reconfigEnabled: boolean;
  readonly script: DraftScript;
}

export type DraftProblem = Problem | EnsembleProblem;

/** What a scenario may be and an ensemble of this form may not. */
export interface EnsembleProblem {
  readonly path: '$.servers';
  readonly kind: 'noVoters' | 'tooMany';
  readonly expected: string;
  readonly received: string;
}

export function isOfEnsemble(problem: DraftProblem): problem is EnsembleProblem {
  return problem.kind === 'noVoters' || problem.kind === 'tooMany';
}

/** Between one server's start and the next one's, one by one. */
const START_GAP_MILLIS = 1000;
const START_STEP_MILLIS = 2;

export function draftOf(base: Scenario): Draft {
  const { servers, groups, profile, toggles, timing, network, diskMillis, seed, reconfigEnabled } = base;
  return {
    base,
    servers: servers.map(({ sid, observer, weight }, row): DraftServer => {
      return { row, sid, observer: observer === true, weight: weight ?? 1, group: letterOf(groups ?? [], sid) };
    }),
    grouped: groups !== undefined,
    profile,
    toggles,
    timing,
    latencyMillis: network.latencyMillis,
    jitterMillis: network.jitterMillis,
    diskMillis,
    seed,
    reconfigEnabled: reconfigEnabled === true,
    script: 'kept',
  };
}

/** The scenario that the draft describes under `title`, or all that is wrong with it. */
export function scenarioOfDraft(draft: Draft, title: string): Result<Scenario, readonly DraftProblem[]> {
  const { base, servers, grouped, reconfigEnabled } = draft;
  const { groups: _, reconfigEnabled: __, ...rest } = base;
  const decoded = decodeScenario({
    ...rest,
    id: 'own',
    title,
    seed: draft.seed,
    profile: draft.profile,
    toggles: draft.toggles,
    servers: servers.map((server) => serverOf(server, draft)),
    ...(grouped && { groups: groupsOf(servers) }),
    ...(reconfigEnabled && { reconfigEnabled }),
    timing: draft.timing,
    network: {
      latencyMillis: draft.latencyMillis,
      jitterMillis: draft.jitterMillis,
      links: base.network.links.filter(({ between }) => between.every((sid) => servers.some((one) => one.sid === sid))),
    },
    diskMillis: draft.diskMillis,
    script: scriptOf(draft),
  });
  const own: DraftProblem[] = [];
  const count = { path: '$.servers', expected: String(SERVERS_MAX), received: String(servers.length) } as const;
  if (servers.every(({ observer }) => observer)) own.push({ ...count, kind: 'noVoters' });
  if (servers.length > SERVERS_MAX) own.push({ ...count, kind: 'tooMany' });
  if (!decoded.ok) return err([...own, ...decoded.error]);
  return own.length > 0 ? err(own) : ok(decoded.value);
}

/**
 * The draft where clients may change the ensemble, or may not. Only a super user may write the configuration; where the scenario
 * names none, nobody's access is checked.
 */
export function withReconfig(draft: Draft, reconfigEnabled: boolean): Draft {
  const { service = {} } = draft.base;
  if (!reconfigEnabled || (service.superDigest ?? '') !== '') return { ...draft, reconfigEnabled };
  return { ...draft, reconfigEnabled, base: { ...draft.base, service: { ...service, skipACL: true } } };
}

/** A voter or observer more, with the least sid that is free, in the smallest group. */
export function withServer(draft: Draft, { observer }: { readonly observer: boolean }): Draft {
  const sids = draft.servers.map(({ sid }) => sid);
  let sid = 1;
  while (sids.includes(sid)) sid += 1;
  const row = Math.max(-1, ...draft.servers.map((one) => one.row)) + 1;
  const sizes = new Map<string, number>();
  for (const { group } of draft.servers) if (group !== '') sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const [group = 'A'] = [...sizes].toSorted(([, a], [, b]) => a - b)[0] ?? [];
  return { ...draft, servers: [...draft.servers, { row, sid, observer, weight: 1, group: observer ? '' : group }] };
}

export function withoutServer(draft: Draft, row: number): Draft {
  return { ...draft, servers: draft.servers.filter((server) => server.row !== row) };
}

export function withChangedServer(draft: Draft, row: number, change: Partial<DraftServer>): Draft {
  return { ...draft, servers: draft.servers.map((server) => (server.row === row ? { ...server, ...change } : server)) };
}

/** Who votes in which group: every voter has one from the moment groups count. */
export function withGroups(draft: Draft, grouped: boolean): Draft {
  const voters = draft.servers.filter(({ observer }) => !observer);
  const third = Math.ceil(voters.length / 3);
  const servers = draft.servers.map((server) => {
    if (!grouped || server.observer || server.group !== '') return server;
    return { ...server, group: String.fromCodePoint(65 + Math.floor(voters.indexOf(server) / Math.max(1, third))) };
  });
  return { ...draft, grouped, servers };
}

/** A toggle at a value of its own, or, at null, as the profile has it. */
export function withToggle<Name extends keyof Behaviour>(
  draft: Draft,
  name: Name,
  value: Behaviour[Name] | null,
): Draft {
  const { [name]: _, ...others } = draft.toggles;
  // Without one field it is what it was.
  const toggles = others as Partial<Behaviour>;
  return { ...draft, toggles: value === null ? toggles : { ...toggles, [name]: value } };
}

export interface ReadConfig {
  /** Null where an error keeps an ensemble from being made. */
  readonly ensemble: ConfiguredEnsemble | null;
  readonly problems: readonly ZooCfgProblem[];
  readonly notSimulated: readonly SettingName[];
}

export function readConfig(files: ZooCfgFiles): ReadConfig {
  const { config, problems } = parseZooCfg(files);
  const ensemble = config === null ? null : ensembleOfZooCfg(config);
  return { ensemble, problems, notSimulated: ensemble?.notSimulated ?? [] };
}

/** The draft with what a configuration says; the rest (network, disk, seed, profile) stays. */
export function withConfig(draft: Draft, ensemble: ConfiguredEnsemble): Draft {
  const { servers, groups, reconfigEnabled, timing, toggles, service } = ensemble;
  const { service: _, ...rest } = draft.base;
  return {
    ...draft,
    base: service === undefined ? rest : { ...rest, service },
    servers: servers.map(({ sid, observer, weight }, row): DraftServer => {
      return { row, sid, observer: observer === true, weight: weight ?? 1, group: letterOf(groups ?? [], sid) };
    }),
    grouped: groups !== undefined,
    timing: { ...draft.timing, ...timing },
    toggles: { ...draft.toggles, ...toggles },
    reconfigEnabled: reconfigEnabled === true,
  };
}

/** The ensemble as zoo.cfg says it; '' while the draft is wrong. */
export function configText(draft: Draft): string {
  const scenario = scenarioOfDraft({ ...draft, script: 'together' }, '');
  return scenario.ok ? zooCfgFiles(zooCfgOfEnsemble(scenario.value)).cfg : '';
}

function serverOf({ sid, observer, weight }: DraftServer, { base, grouped }: Draft): ScenarioServer {
  const { observer: _, weight: __, ...carried } = base.servers.find((one) => one.sid === sid) ?? {};
  return {
    ...carried,
    // What is typed may be no sid: the decoder says so.
    sid: sid as Sid,
    ...(observer && { observer }),
    ...(grouped && weight !== 1 && { weight }),
  };
}

function groupsOf(servers: readonly DraftServer[]): readonly (readonly number[])[] {
  const letters = [...new Set(servers.map(({ group }) => group))].filter((letter) => letter !== '').toSorted();
  return letters.map((letter) => servers.filter(({ group }) => group === letter).map(({ sid }) => sid));
}

/** Steps that name a server which is gone go with it; a server that is new starts with the others. */
function scriptOf({ base, servers, script }: Draft): readonly ScriptStep[] {
  const sids = servers.map(({ sid }) => sid).filter((sid) => Number.isSafeInteger(sid) && sid >= 0);
  if (script !== 'kept') {
    const gap = script === 'together' ? START_STEP_MILLIS : START_GAP_MILLIS;
    return sids.toSorted((a, b) => a - b).map((sid, i) => startStep(sid, i * gap));
  }
  const kept = base.script.flatMap(({ at, action }): readonly ScriptStep[] => {
    if (action.do !== 'partition') return serversOf(action).every((sid) => sids.includes(sid)) ? [{ at, action }] : [];
    const groups = action.groups
      .map((group) => group.filter((sid) => sids.includes(sid)))
      .filter(({ length }) => length > 0);
    return groups.length < 2 ? [] : [{ at, action: { ...action, groups } }];
  });
  const before = base.servers.map(({ sid }) => Number(sid));
  const starting = kept.findIndex(({ action }) => action.do !== 'start');
  const first = kept.slice(0, starting === -1 ? kept.length : starting);
  const added = sids.filter((sid) => !before.includes(sid)).map((sid) => startStep(sid, first.at(-1)?.at ?? 0));
  return [...first, ...added, ...kept.slice(first.length)];
}

function startStep(sid: number, at: number): ScriptStep {
  return { at, action: { do: 'start', server: sidOf(sid) } };
}

function letterOf(groups: readonly (readonly Sid[])[], sid: Sid): string {
  const index = groups.findIndex((group) => group.includes(sid));
  return index === -1 ? '' : String.fromCodePoint(65 + index);
}
