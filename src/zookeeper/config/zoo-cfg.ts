/**
 * zoo.cfg and the dynamic file, read and written (QuorumPeerConfig.parse; protocol reference §4). Text in, text out:
 * what a scenario makes of it is `scenario/zoo-cfg-scenario.ts`.
 */
import { type Sid, type Zxid, parseZxid, sidOf, zxidText } from '../ids.ts';
import { type Property, propertyLine, readProperties } from './properties-file.ts';
import { type ServerLine, type ServerLineProblem, parseServerLine, serverLineText } from './server-line.ts';
import {
  SETTINGS,
  type SettingName,
  type SettingValue,
  expectedOf,
  isInFamily,
  isSetting,
  parseSetting,
  settingText,
} from './zoo-cfg-keys.ts';

export interface ConfiguredServer extends ServerLine {
  readonly sid: Sid;
}

export interface ConfiguredGroup {
  readonly id: number;
  /** As the line lists them. */
  readonly sids: readonly Sid[];
}

/** What the files say; what they leave out is left out here too. */
export interface ZooCfg {
  /** In sid order; empty for a standalone server. */
  readonly servers: readonly ConfiguredServer[];
  /** In order of their numbers. */
  readonly groups: readonly ConfiguredGroup[];
  /** In sid order. */
  readonly weights: readonly { readonly sid: Sid; readonly weight: number }[];
  /** The configuration's version, a zxid; null where no line gives one. */
  readonly version: Zxid | null;
  readonly settings: Readonly<Partial<Record<SettingName, SettingValue>>>;
  /** Keys that ZooKeeper does not parse: each becomes the system property `zookeeper.<key>`. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The text of zoo.cfg, and that of the file which its `dynamicConfigFile` names. */
export interface ZooCfgFiles {
  readonly cfg: string;
  readonly dynamic: string | null;
}

export interface ZooCfgProblem {
  readonly file: keyof ZooCfgFiles;
  /** From 1; 0 for something that no line says. */
  readonly line: number;
  /** An error: no ensemble can be made of it. A warning: it can, and something is worth knowing. */
  readonly severity: 'error' | 'warning';
  readonly kind:
    | ServerLineProblem['kind']
    /** `server.x`: what follows the dot is no number. */
    | 'badServerId'
    /** The value must be `expected`, is `received`. */
    | 'wrongValue'
    | 'missing'
    /** The same key again: the last line counts. */
    | 'duplicateKey'
    /** Not a key of ZooKeeper: it becomes a system property. */
    | 'unknownKey'
    /** Servers, groups and weights stand in the dynamic file once there is one. */
    | 'onlyInDynamicFile'
    | 'notInDynamicFile'
    | 'dynamicFileNeeded'
    | 'dynamicFileUnused'
    /** Election algorithms 0 to 2 are gone since 3.6. */
    | 'electionAlgGone'
    | 'multiAddressDisabled'
    | 'noVoters'
    /** One voter alone is a standalone server, which nobody can watch. */
    | 'observersWithoutQuorum'
    | 'serverInTwoGroups'
    | 'voterInNoGroup'
    | 'unknownServer'
    | 'sessionTimeoutsCross'
    | 'clientPortDiffers'
    /** ZooKeeper takes the least it allows, `expected`. */
    | 'raised'
    | 'twoVoters'
    | 'evenVoters'
    | 'standalone';
  readonly key: string;
  readonly expected: string;
  readonly received: string;
}

export interface ParsedZooCfg {
  /** Null exactly when a problem is an error. */
  readonly config: ZooCfg | null;
  /** In order of file and line. */
  readonly problems: readonly ZooCfgProblem[];
}

/** Reads zoo.cfg: the legacy form with everything in one file, or the static file with its dynamic one. */
export function parseZooCfg({ cfg, dynamic }: ZooCfgFiles): ParsedZooCfg {
  const reader = new Reader();
  const staticProperties = readProperties(cfg);
  const hasDynamic = staticProperties.some(({ key }) => key === 'dynamicConfigFile');
  for (const property of reader.last('cfg', staticProperties)) {
    if (!isMembership(property.key)) reader.setting(property);
    else if (hasDynamic) reader.problem('onlyInDynamicFile', { ...property, file: 'cfg' });
    else reader.membership('cfg', property);
  }
  if (hasDynamic && dynamic === null) reader.problem('dynamicFileNeeded', { key: 'dynamicConfigFile', file: 'cfg' });
  if (!hasDynamic && dynamic !== null) {
    reader.problem('dynamicFileUnused', { key: 'dynamicConfigFile', file: 'cfg' }, 'warning');
  }
  if (hasDynamic && dynamic !== null) {
    for (const property of reader.last('dynamic', readProperties(dynamic))) {
      if (isMembership(property.key)) reader.membership('dynamic', property);
      else reader.problem('notInDynamicFile', { ...property, file: 'dynamic' });
    }
  }
  return reader.finish(hasDynamic ? 'dynamic' : 'cfg');
}

/** Text that `parseZooCfg` reads back as the same. With `dynamicConfigFile` set, the members go into a file of their own. */
export function zooCfgFiles(config: ZooCfg): ZooCfgFiles {
  const settings = (Object.keys(SETTINGS) as SettingName[]).flatMap((name) => {
    const value = config.settings[name];
    return value === undefined ? [] : [propertyLine(name, settingText(SETTINGS[name], value))];
  });
  const properties = Object.entries(config.properties).map(([key, value]) => propertyLine(key, value));
  const members = memberLines(config);
  if (config.settings.dynamicConfigFile === undefined) {
    return { cfg: textOf([...settings, ...properties, ...members]), dynamic: null };
  }
  return { cfg: textOf([...settings, ...properties]), dynamic: textOf(members) };
}

function memberLines({ servers, groups, weights, version }: ZooCfg): readonly string[] {
  return [
    ...servers.map((server) => propertyLine(`server.${server.sid}`, serverLineText(server))),
    ...groups.map(({ id, sids }) => propertyLine(`group.${id}`, sids.join(':'))),
    ...weights.map(({ sid, weight }) => propertyLine(`weight.${sid}`, String(weight))),
    ...(version === null ? [] : [propertyLine('version', zxidText(version).slice(2))]),
  ];
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** What the dynamic file may hold. */
function isMembership(key: string): boolean {
  return /^(?:server|group|weight)\./.test(key) || key === 'version';
}

interface Place {
  readonly file: keyof ZooCfgFiles;
  readonly key: string;
  readonly line?: number;
  readonly expected?: string;
  readonly received?: string;
}

/** Gathers what the lines say, and what is wrong with them. */
class Reader {
  readonly #problems: ZooCfgProblem[] = [];
  readonly #servers = new Map<Sid, ServerLine & { readonly line: number }>();
  readonly #groups = new Map<number, { readonly sids: readonly Sid[]; readonly line: number }>();
  readonly #weights = new Map<Sid, { readonly weight: number; readonly line: number }>();
  #version: Zxid | null = null;
  readonly #settings: Partial<Record<SettingName, SettingValue>> = {};
  readonly #properties: Record<string, string> = {};
  /** Where each key of zoo.cfg stands. */
  readonly #lines = new Map<string, number>();

  problem(kind: ZooCfgProblem['kind'], place: Place, severity: ZooCfgProblem['severity'] = 'error'): void {
    const { file, key, line = this.#lines.get(key) ?? 0, expected = '', received = '' } = place;
    this.#problems.push({ file, line, severity, kind, key, expected, received });
  }

  /** The properties that count: of several with one key the last. */
  last(file: keyof ZooCfgFiles, properties: readonly Property[]): readonly Property[] {
    const byKey = new Map<string, Property>();
    for (const property of properties) {
      const { key, line } = property;
      const earlier = byKey.get(key);
      if (earlier !== undefined)
        this.problem('duplicateKey', { file, key, line, received: `${earlier.line}` }, 'warning');
      byKey.set(key, property);
      if (file === 'cfg') this.#lines.set(key, line);
    }
    return [...byKey.values()];
  }

  setting({ line, key, value }: Property): void {
    if (!isSetting(key)) {
      if (!isInFamily(key)) this.problem('unknownKey', { file: 'cfg', key, line }, 'warning');
      this.#properties[key] = value;
      return;
    }
    const kind = SETTINGS[key];
    const parsed = parseSetting(kind, value);
    if (parsed === null) {
      return this.problem('wrongValue', { file: 'cfg', key, line, expected: expectedOf(kind), received: value });
    }
    this.#settings[key] = parsed;
  }

  membership(file: keyof ZooCfgFiles, { line, key, value }: Property): void {
    const place = { file, key, line };
    if (key === 'version') {
      this.#version = /^[0-9a-f]{1,16}$/i.test(value) ? parseZxid(`0x${value.toLowerCase()}`) : null;
      if (this.#version === null) this.problem('wrongValue', { ...place, expected: '100000000', received: value });
      return;
    }
    const [, word, id = ''] = /^(\w+)\.(.*)$/.exec(key) ?? [];
    if (!/^\d{1,9}$/.test(id)) return this.problem('badServerId', { ...place, received: id });
    if (word === 'server') {
      const parsed = parseServerLine(value);
      if (parsed.ok) this.#servers.set(sidOf(Number(id)), { ...parsed.value, line });
      else this.problem(parsed.error.kind, { ...place, received: parsed.error.part });
    } else if (word === 'group') {
      const sids = value.split(':').map((text) => text.trim());
      if (sids.every((text) => /^\d{1,9}$/.test(text))) {
        this.#groups.set(Number(id), { sids: sids.map((text) => sidOf(Number(text))), line });
      } else this.problem('wrongValue', { ...place, expected: '1:2:3', received: value });
    } else if (/^\d{1,9}$/.test(value)) this.#weights.set(sidOf(Number(id)), { weight: Number(value), line });
    else this.problem('wrongValue', { ...place, expected: '0, 1, 2 …', received: value });
  }

  finish(members: keyof ZooCfgFiles): ParsedZooCfg {
    this.#checkSettings();
    // A line that could not be read already says enough about who is missing.
    if (!this.#problems.some(({ severity }) => severity === 'error')) this.#checkMembers(members);
    const problems = this.#problems.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
    if (problems.some(({ severity }) => severity === 'error')) return { config: null, problems };
    const config: ZooCfg = {
      servers: bySid(this.#servers).map(([sid, { addresses, learnerType, client }]) => ({
        sid,
        addresses,
        learnerType,
        client,
      })),
      groups: [...this.#groups].toSorted(([a], [b]) => a - b).map(([id, { sids }]) => ({ id, sids })),
      weights: bySid(this.#weights).map(([sid, { weight }]) => ({ sid, weight })),
      version: this.#version,
      settings: this.#settings,
      properties: this.#properties,
    };
    return { config, problems };
  }

  #checkSettings(): void {
    const settings = this.#settings;
    const { minSessionTimeout, maxSessionTimeout, electionAlg } = settings;
    if (electionAlg !== undefined && electionAlg !== 3) {
      this.problem('electionAlgGone', { file: 'cfg', key: 'electionAlg', received: String(electionAlg) });
    }
    const [least, most] = [Number(minSessionTimeout ?? -1), Number(maxSessionTimeout ?? -1)];
    if (least >= 0 && most >= 0 && least > most) {
      this.problem('sessionTimeoutsCross', {
        file: 'cfg',
        key: 'minSessionTimeout',
        expected: `${most}`,
        received: `${least}`,
      });
    }
    if (!this.#lines.has('dataDir')) this.problem('missing', { file: 'cfg', key: 'dataDir' }, 'warning');
    for (const [key, minimum] of LEAST) {
      const value = settings[key];
      if (typeof value !== 'number' || value >= minimum) continue;
      this.problem('raised', { file: 'cfg', key, expected: `${minimum}`, received: `${value}` }, 'warning');
    }
  }

  #checkMembers(file: keyof ZooCfgFiles): void {
    const servers = [...this.#servers];
    if (servers.length === 0) return this.problem('standalone', { file, key: 'server.1' }, 'warning');
    for (const [sid, { addresses, client, line }] of servers) {
      const place = { file, key: `server.${sid}`, line };
      if (addresses.length > 1 && this.#settings['multiAddress.enabled'] !== true) {
        this.problem('multiAddressDisabled', place);
      }
      const { clientPort } = this.#settings;
      if (client !== null && clientPort !== undefined && client.port !== clientPort) {
        this.problem(
          'clientPortDiffers',
          { ...place, expected: `${clientPort}`, received: `${client.port}` },
          'warning',
        );
      }
    }
    for (const key of ['initLimit', 'syncLimit'] as const) {
      if (this.#settings[key] === undefined) this.problem('missing', { file: 'cfg', key });
    }
    const voters = servers.filter(([, { learnerType }]) => learnerType === 'PARTICIPANT').map(([sid]) => sid);
    const place = { file, key: 'server', received: `${voters.length}` };
    if (voters.length === 0) this.problem('noVoters', place);
    else if (voters.length === 1 && this.#settings.standaloneEnabled !== false) {
      if (servers.length > 1) this.problem('observersWithoutQuorum', place);
      else this.problem('standalone', place, 'warning');
    } else if (voters.length === 2) this.problem('twoVoters', place, 'warning');
    else if (voters.length % 2 === 0) this.problem('evenVoters', place, 'warning');
    if (this.#groups.size > 0 || this.#weights.size > 0) this.#checkGroups(file, voters);
  }

  /** QuorumHierarchical: every voter in one group, nobody in two. */
  #checkGroups(file: keyof ZooCfgFiles, voters: readonly Sid[]): void {
    const placed = new Set<Sid>();
    for (const [id, { sids, line }] of this.#groups) {
      for (const sid of sids) {
        const place = { file, key: `group.${id}`, line, received: `${sid}` };
        if (!this.#servers.has(sid)) this.problem('unknownServer', place);
        else if (placed.has(sid)) this.problem('serverInTwoGroups', place);
        placed.add(sid);
      }
    }
    for (const [sid, { line }] of this.#weights) {
      if (!this.#servers.has(sid))
        this.problem('unknownServer', { file, key: `weight.${sid}`, line, received: `${sid}` });
    }
    for (const sid of voters) {
      const line = this.#servers.get(sid)?.line ?? 0;
      if (!placed.has(sid)) this.problem('voterInNoGroup', { file, key: `server.${sid}`, line, received: `${sid}` });
    }
  }
}

/** Values below these are raised to them, with a warning in the log. */
const LEAST: readonly (readonly [SettingName, number])[] = [
  ['commitLogCount', 500],
  ['autopurge.snapRetainCount', 3],
];

function rank({ file }: ZooCfgProblem): number {
  return file === 'cfg' ? 0 : 1;
}

function bySid<T>(map: ReadonlyMap<Sid, T>): readonly (readonly [Sid, T])[] {
  return [...map].toSorted(([a], [b]) => a - b);
}
