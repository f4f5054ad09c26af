/**
 * The command line client (ZooKeeperMain and its CliCommands): a line becomes requests, one after another where a command
 * needs several, and what they are answered becomes the lines that zkCli prints.
 *
 *   const command = zkCli('ls -R /', shell)
 *   let step = command.next()
 *   while (step.done !== true) step = command.next(answerTo(step.value))
 *   print(step.value.lines)
 *
 * Simplified: `reconfig` reads no file, and what a command asks for one by one is not pipelined.
 */
import { parseServerLine } from '../config/server-line.ts';
import { type Acl, OPEN_ACL_UNSAFE } from '../database/acl.ts';
import {
  NO_LIMITS,
  type StatsTrack,
  limitPath,
  parseStats,
  quotaPath,
  statPath,
  statsText,
} from '../database/quota.ts';
import { type Sid, ZXID_NONE, parseZxid, sidOf } from '../ids.ts';
import { type CliRelease, cliRelease } from './cli-release.ts';
import type { Answer, Operation, Stat, WatcherType } from './operations.ts';
import { type Arguments, parseArguments, pathProblem, wordsOf } from './zkcli-arguments.ts';
import { aclLines, errorText, listText, parseAcl, statLines } from './zkcli-text.ts';

/** What the shell remembers between commands. */
export interface Shell {
  /** Every line so far, the one being run included. */
  readonly history: readonly string[];
  readonly printWatches: boolean;
  /** It has a session, or is looking for one. */
  readonly alive: boolean;
  /** Of the release it imitates, as `3.9.3`. */
  readonly version: string;
}

/** What a command has come to. `shell`: what the shell itself is to do. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly shell?:
    | { readonly do: 'connect'; readonly address: string }
    | { readonly do: 'close' }
    | { readonly do: 'quit' }
    | { readonly do: 'printWatches'; readonly on: boolean };
}

export type Command = Generator<Operation, Outcome, Answer>;

interface CliCommand {
  readonly usage: string;
  /** Options, as `parseArguments` takes them. */
  readonly options: string;
  /** Fewer arguments get the usage for an answer. */
  readonly argumentsMin: number;
  /** It works without a session. */
  readonly offline?: boolean;
  run(args: Arguments, shell: Shell): Command;
}

/** An error that ends a command: its message is what is printed. */
class CliException extends Error {}

export function* zkCli(line: string, shell: Shell): Command {
  const [name, ...words] = wordsOf(line);
  if (name === undefined) return { lines: [] };
  if (name === 'redo') return yield* redo(words, shell);
  const release = cliRelease(shell.version);
  const renamed = release.deprecated[name];
  const command = COMMANDS[renamed?.name ?? name];
  if (command === undefined) return { lines: [...usageLines(release), `Command not found: Command not found ${name}`] };
  const warning = renamed === undefined ? [] : [renamed.warning];
  const given = name === 'reconfig' ? words.map((word) => WORD_OPTIONS[word] ?? word) : words;
  const parsed = parseArguments([...(renamed?.words ?? []), ...given], command.options);
  if (!parsed.ok) return { lines: [...warning, parsed.error] };
  if (parsed.value.rest.length < command.argumentsMin) {
    return { lines: [...warning, usageOf(renamed?.name ?? name, release)] };
  }
  if (!shell.alive && command.offline !== true) return { lines: [...warning, 'Not connected'] };
  try {
    const outcome = yield* command.run(parsed.value, shell);
    return { ...outcome, lines: [...warning, ...outcome.lines] };
  } catch (problem) {
    if (problem instanceof CliException) return { lines: [...warning, problem.message] };
    throw problem;
  }
}

/** A command of the history again; what is printed tells its number. */
function* redo([numberText = '']: readonly string[], shell: Shell): Command {
  const index = Number.parseInt(numberText, 10);
  if (Number.isNaN(index)) return { lines: ['redo cmdno'] };
  // The last line is this redo itself.
  const line = index < shell.history.length - 1 ? shell.history[index] : undefined;
  if (line === undefined) return { lines: ['Command index out of range'] };
  if (wordsOf(line)[0] === 'redo') return { lines: ['No redoing redos'] };
  return yield* zkCli(line, shell);
}

/** Of reconfig alone: options of whole words. */
const WORD_OPTIONS: Readonly<Record<string, string>> = { '-add': '-a', '-remove': '-r', '-members': '-m' };

/** What is printed of a command whose arguments are too few, and in the list of all. */
function usageOf(name: string, { usage }: CliRelease): string {
  return usage[name] ?? COMMANDS[name]?.usage ?? name;
}

/** A path that the client itself would refuse is not asked for. */
function checkPath(path: string, isSequential = false): void {
  const problem = pathProblem(path, isSequential);
  if (problem !== null) throw new CliException(problem);
}

/** One request, whose failure ends the command. */
function* ask(operation: Operation, path: string): Generator<Operation, Answer, Answer> {
  const answer = yield operation;
  if (answer.error !== 'OK') throw new CliException(errorText(answer.error, path));
  return answer;
}

function fail(message: string): never {
  throw new CliException(message);
}

function numberOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return /^-?\d+$/.test(text) ? Number(text) : fail(`For input string: "${text}"`);
}

function printed(lines: readonly string[]): Outcome {
  return { lines };
}

function statIf(wanted: boolean, stat: Stat | undefined): readonly string[] {
  return wanted && stat !== undefined ? statLines(stat) : [];
}

/** A node's data; one that was made without any says `null`, ZooKeeper's own are empty. */
function dataText({ data = '', stat }: Answer): string {
  return data === '' && stat?.czxid !== 0 ? 'null' : data;
}

function dataOf(text: string): { readonly data: string; readonly dataLength: number } {
  return { data: text, dataLength: new TextEncoder().encode(text).length };
}

function child(path: string, name: string): string {
  return path === '/' ? `/${name}` : `${path}/${name}`;
}

/** `path` and all below it, parents before children, as a walk in depth finds them. */
function* subtree(path: string): Generator<Operation, readonly string[], Answer> {
  const paths = [path];
  const { children = [] } = yield* ask({ op: 'getChildren', path, watch: false }, path);
  for (const name of children) paths.push(...(yield* subtree(child(path, name))));
  return paths;
}

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  addWatch: {
    usage:
      'addWatch [-m mode] path # optional mode is one of [PERSISTENT, PERSISTENT_RECURSIVE] - default is PERSISTENT_RECURSIVE',
    options: 'm:',
    argumentsMin: 1,
    *run({ values, rest: [path = ''] }) {
      checkPath(path);
      const mode = values.get('m')?.toUpperCase() ?? 'PERSISTENT_RECURSIVE';
      if (mode !== 'PERSISTENT' && mode !== 'PERSISTENT_RECURSIVE') {
        return fail(`No enum constant org.apache.zookeeper.AddWatchMode.${mode}`);
      }
      yield* ask({ op: 'addWatch', path, mode }, path);
      return printed([]);
    },
  },
  addauth: {
    usage: 'addauth scheme auth',
    options: '',
    argumentsMin: 1,
    *run({ rest: [scheme = '', auth = ''] }) {
      yield* ask({ op: 'auth', scheme, auth }, '');
      return printed([]);
    },
  },
  close: {
    usage: 'close ',
    options: '',
    argumentsMin: 0,
    *run() {
      yield { op: 'closeSession' };
      return { lines: [], shell: { do: 'close' } };
    },
  },
  config: {
    usage: 'config [-c] [-w] [-s]',
    options: 'cws',
    argumentsMin: 0,
    *run({ flags }) {
      const path = '/zookeeper/config';
      const answer = yield* ask({ op: 'getData', path, watch: flags.has('w') }, path);
      return printed([answer.data ?? '', ...statIf(flags.has('s'), answer.stat)]);
    },
  },
  connect: {
    usage: 'connect host:port',
    options: '',
    argumentsMin: 1,
    offline: true,
    *run({ rest: [address = ''] }, { alive }) {
      if (alive) yield { op: 'closeSession' };
      return { lines: [`Connecting to ${address}`], shell: { do: 'connect', address } };
    },
  },
  create: {
    usage: 'create [-s] [-e] [-c] [-t ttl] path [data] [acl]',
    options: 'sect:',
    argumentsMin: 1,
    run: create,
  },
  delete: {
    usage: 'delete [-v version] path',
    options: 'v:',
    argumentsMin: 1,
    *run({ values, rest: [path = ''] }) {
      checkPath(path);
      yield* ask({ op: 'delete', path, version: numberOf(values.get('v'), -1) }, path);
      return printed([]);
    },
  },
  deleteall: {
    usage: 'deleteall path [-b batch size]',
    options: 'b:',
    argumentsMin: 1,
    *run({ values, rest: [path = ''] }) {
      checkPath(path);
      const batch = Math.max(1, numberOf(values.get('b'), 1000));
      const paths = (yield* subtree(path)).toReversed();
      for (let i = 0; i < paths.length; i += batch) {
        const operations = paths
          .slice(i, i + batch)
          .map((one): Operation => ({ op: 'delete', path: one, version: -1 }));
        const { error } = yield { op: 'multi', operations };
        if (error !== 'OK') return printed(['Failed to delete some node(s) in the subtree!']);
      }
      return printed([]);
    },
  },
  delquota: {
    usage: 'delquota [-n|-b|-N|-B] path',
    options: 'nbNB',
    argumentsMin: 1,
    run: deleteQuota,
  },
  get: {
    usage: 'get [-s] [-w] [-b] [-x] path',
    options: 'swbx',
    argumentsMin: 1,
    *run({ flags, rest: [path = ''] }) {
      checkPath(path);
      const answer = yield* ask({ op: 'getData', path, watch: flags.has('w') }, path);
      return printed([dataText(answer), ...statIf(flags.has('s'), answer.stat)]);
    },
  },
  getAcl: {
    usage: 'getAcl [-s] path',
    options: 's',
    argumentsMin: 1,
    *run({ flags, rest: [path = ''] }) {
      checkPath(path);
      const { acl = [], stat } = yield* ask({ op: 'getACL', path }, path);
      return printed([...aclLines(acl), ...statIf(flags.has('s'), stat)]);
    },
  },
  getAllChildrenNumber: {
    usage: 'getAllChildrenNumber path',
    options: '',
    argumentsMin: 1,
    *run({ rest: [path = ''] }) {
      checkPath(path);
      const { count = 0 } = yield* ask({ op: 'getAllChildrenNumber', path }, path);
      return printed([String(count)]);
    },
  },
  getEphemerals: {
    usage: 'getEphemerals path',
    options: '',
    argumentsMin: 0,
    *run({ rest: [path = '/'] }) {
      checkPath(path);
      const { paths = [] } = yield* ask({ op: 'getEphemerals', path }, path);
      return printed([listText(paths)]);
    },
  },
  history: {
    usage: 'history ',
    options: '',
    argumentsMin: 0,
    offline: true,
    // oxlint-disable-next-line require-yield -- A command, though it asks no server.
    *run(_, { history }) {
      return printed(history.map((line, i) => `${i} - ${line}`).slice(-11));
    },
  },
  listquota: {
    usage: 'listquota path',
    options: '',
    argumentsMin: 1,
    *run({ rest: [path = ''] }) {
      checkPath(path);
      const lines = [`absolute path is ${limitPath(path)}`];
      const limits = yield { op: 'getData', path: limitPath(path), watch: false };
      if (limits.error === 'NONODE') return printed([...lines, `quota for ${path} does not exist.`]);
      const stats = yield* ask({ op: 'getData', path: statPath(path), watch: false }, path);
      return printed([...lines, `Output quota for ${path} ${limits.data}`, `Output stat for ${path} ${stats.data}`]);
    },
  },
  ls: {
    usage: 'ls [-s] [-w] [-R] path',
    options: 'swR',
    argumentsMin: 1,
    *run({ flags, rest: [path = ''] }) {
      checkPath(path);
      if (flags.has('R')) return printed(yield* subtree(path));
      const { children = [], stat } = yield* ask({ op: 'getChildren', path, watch: flags.has('w') }, path);
      return printed([listText(children), ...statIf(flags.has('s'), stat)]);
    },
  },
  printwatches: {
    usage: 'printwatches on|off',
    options: '',
    argumentsMin: 0,
    offline: true,
    // oxlint-disable-next-line require-yield -- A command, though it asks no server.
    *run({ rest: [word] }, { printWatches }) {
      if (word === undefined) return printed([`printwatches is ${printWatches ? 'on' : 'off'}`]);
      return { lines: [], shell: { do: 'printWatches', on: word === 'on' } };
    },
  },
  quit: {
    usage: 'quit ',
    options: '',
    argumentsMin: 0,
    offline: true,
    *run(_, { alive }) {
      if (alive) yield { op: 'closeSession' };
      return { lines: [], shell: { do: 'quit' } };
    },
  },
  reconfig: {
    usage:
      'reconfig [-s] [-v version] [[-file path] | [-members serverID=host:port1:port2;port3[,...]*]] | [-add serverId=host:port1:port2;port3[,...]]* [-remove serverId[,...]*]',
    options: 'sv:a:r:m:',
    argumentsMin: 0,
    run: reconfig,
  },
  redo: { usage: 'redo cmdno', options: '', argumentsMin: 1, run: ({ rest }, shell) => redo(rest, shell) },
  removewatches: {
    usage: 'removewatches path [-c|-d|-a] [-l]',
    options: 'cdal',
    argumentsMin: 1,
    *run({ flags, rest: [path = ''] }) {
      checkPath(path);
      const type: WatcherType = flags.has('c') ? 'CHILDREN' : flags.has('d') ? 'DATA' : 'ANY';
      yield* ask({ op: 'removeWatches', path, type, local: flags.has('l') }, path);
      return printed([]);
    },
  },
  set: {
    usage: 'set path data [-s] [-v version] [-b]',
    options: 'sbv:',
    argumentsMin: 2,
    *run({ flags, values, rest: [path = '', data = ''] }) {
      checkPath(path);
      const version = numberOf(values.get('v'), -1);
      const { stat } = yield* ask({ op: 'setData', path, ...dataOf(data), version }, path);
      return printed(statIf(flags.has('s'), stat));
    },
  },
  setAcl: {
    usage: 'setAcl [-s] [-v version] [-R] path acl',
    options: 'sRv:',
    argumentsMin: 2,
    *run({ flags, values, rest: [path = '', text = ''] }) {
      checkPath(path);
      const { acl, complaints } = parseAcl(text);
      const version = numberOf(values.get('v'), -1);
      const paths = flags.has('R') ? yield* subtree(path) : [path];
      let stat: Stat | undefined;
      for (const one of paths) {
        const answer = yield { op: 'setACL', path: one, acl, version };
        if (answer.error !== 'OK') return printed([...complaints, errorText(answer.error, one)]);
        ({ stat } = answer);
      }
      return printed([...complaints, ...statIf(flags.has('s') && !flags.has('R'), stat)]);
    },
  },
  setquota: {
    usage: 'setquota -n|-b|-N|-B val path',
    options: 'n:b:N:B:',
    argumentsMin: 1,
    run: setQuota,
  },
  stat: {
    usage: 'stat [-w] path',
    options: 'w',
    argumentsMin: 1,
    *run({ flags, rest: [path = ''] }) {
      checkPath(path);
      const { stat } = yield* ask({ op: 'exists', path, watch: flags.has('w') }, path);
      return printed(statIf(true, stat));
    },
  },
  sync: {
    usage: 'sync path',
    options: '',
    argumentsMin: 1,
    *run({ rest: [path = ''] }) {
      checkPath(path);
      const { error } = yield { op: 'sync', path };
      return printed([error === 'OK' ? 'Sync is OK' : `Sync has failed. rc=${error}`]);
    },
  },
  version: {
    usage: 'version ',
    options: '',
    argumentsMin: 0,
    offline: true,
    // oxlint-disable-next-line require-yield -- A command, though it asks no server.
    *run(_, { version }) {
      return printed([`ZooKeeper CLI version: ${version}`]);
    },
  },
  whoami: {
    usage: 'whoami ',
    options: '',
    argumentsMin: 0,
    *run() {
      const { identities = [] } = yield* ask({ op: 'whoAmI' }, '');
      return printed(['Auth scheme: User', ...identities.map(({ scheme, id }) => `${scheme}: ${id}`)]);
    },
  },
};

/** Names of commands, for completion, in alphabetical order. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS).toSorted();

function usageLines(release: CliRelease): readonly string[] {
  const lines = COMMAND_NAMES.map((name) => `\t${usageOf(name, release)}`);
  return ['ZooKeeper -server host:port -client-configuration properties-file cmd args', ...lines];
}

function* create({ flags, values, rest: [path = '', data = '', list] }: Arguments): Command {
  const [isSequential, ephemeral, isContainer] = ['s', 'e', 'c'].map((flag) => flags.has(flag)) as [
    boolean,
    boolean,
    boolean,
  ];
  const ttl = values.get('t');
  if (isContainer && (isSequential || ephemeral)) {
    fail('-c cannot be combined with -s or -e. Containers cannot be ephemeral or sequential.');
  }
  if (ttl !== undefined && !/^-?\d+$/.test(ttl)) fail('-t argument must be a long value');
  if (ttl !== undefined && ephemeral) fail('TTLs cannot be used with Ephemeral znodes');
  if (ttl !== undefined && isContainer) fail('TTLs cannot be used with Container znodes');
  checkPath(path, isSequential);
  const { acl, complaints } = list === undefined ? { acl: OPEN_ACL_UNSAFE, complaints: [] } : parseAcl(list);
  const written: { path: string; data: string; dataLength: number; acl?: readonly Acl[] } = {
    path,
    ...dataOf(data),
    ...(acl !== OPEN_ACL_UNSAFE && { acl }),
  };
  const operation: Operation = isContainer
    ? { op: 'createContainer', ...written }
    : ttl === undefined
      ? { op: 'create', ...written, ephemeral, sequential: isSequential }
      : { op: 'createTTL', ...written, sequential: isSequential, ttlMillis: Number(ttl) };
  const answer = yield operation;
  if (answer.error === 'EPHEMERALONLOCALSESSION') {
    return printed([...complaints, 'Unable to create ephemeral node on a local session']);
  }
  if (answer.error !== 'OK') return printed([...complaints, errorText(answer.error, path)]);
  return printed([...complaints, `Created ${answer.path ?? path}`]);
}

type Joining = (Operation & { readonly op: 'reconfig' })['joining'];

function* reconfig({ flags, values }: Arguments): Command {
  const [add, remove, members] = ['a', 'r', 'm'].map((letter) => values.get(letter));
  if (members !== undefined && (add !== undefined || remove !== undefined)) {
    fail(
      "Can't use -file or -members together with -add or -remove (mixing incremental and non-incremental modes is not allowed)",
    );
  }
  if (members === undefined && add === undefined && remove === undefined) {
    return printed([COMMANDS['reconfig']?.usage ?? '']);
  }
  const path = '/zookeeper/config';
  const joining = serversOf(add ?? '');
  const leaving = (remove ?? '').split(',').filter(Boolean).map(sidFrom);
  const version = values.get('v');
  const fromConfig =
    version === undefined ? ZXID_NONE : (parseZxid(`0x${version}`) ?? fail(`For input string: "${version}"`));
  yield* ask({ op: 'reconfig', joining, leaving, fromConfig, ...(members !== undefined && wholeOf(members)) }, '');
  const config = yield* ask({ op: 'getData', path, watch: false }, path);
  return printed(['Committed new configuration:', config.data ?? '', ...statIf(flags.has('s'), config.stat)]);
}

/** `1=host:2888:3888;2181,…`, with `group.1=1:2` and `weight.1=2` among them where groups count. */
function wholeOf(text: string): Pick<Operation & { readonly op: 'reconfig' }, 'members' | 'groups'> {
  const entries = text.split(',').filter(Boolean);
  const ofKey = (key: string): readonly string[] => entries.filter((entry) => entry.startsWith(`${key}.`));
  const groups = ofKey('group').map((entry) =>
    entry
      .slice(entry.indexOf('=') + 1)
      .split(':')
      .map(sidFrom),
  );
  const weights = new Map(ofKey('weight').map((entry) => entry.slice('weight.'.length).split('=') as [string, string]));
  const servers = entries.filter((entry) => !entry.startsWith('group.') && !entry.startsWith('weight.'));
  const members = serversOf(servers.join(',')).map((member) => {
    const weight = weights.get(String(member.sid));
    return weight === undefined ? member : { ...member, weight: numberOf(weight, -1) };
  });
  return { members, ...(groups.length > 0 && { groups }) };
}

/** `4=host:2888:3888:observer;2181`, joined by commas. */
function serversOf(text: string): Joining {
  return text
    .split(',')
    .filter(Boolean)
    .map((entry) => {
      const [sid = '', ...line] = entry.replace(/^server\./, '').split('=');
      const parsed = parseServerLine(line.join('='));
      if (!parsed.ok) return fail(`${entry} does not have the form server_config or server_config;client_config`);
      return { sid: sidFrom(sid), observer: parsed.value.learnerType === 'OBSERVER' };
    });
}

function sidFrom(text: string): Sid {
  return sidOf(numberOf(text, -1));
}

/** Limits by the letter of their option. */
const QUOTA_LETTERS = { n: 'count', b: 'bytes', N: 'countHardLimit', B: 'bytesHardLimit' } as const;

function* setQuota({ values, rest: [path = ''] }: Arguments): Command {
  let quota: StatsTrack = NO_LIMITS;
  for (const [letter, limit] of Object.entries(QUOTA_LETTERS)) {
    const value = values.get(letter);
    if (value !== undefined) quota = { ...quota, [limit]: numberOf(value, -1) };
  }
  if (quota === NO_LIMITS) return printed(['setquota -n|-b|-N|-B val path']);
  checkPath(path);
  if (path.startsWith('/zookeeper/quota')) return printed([`cannot set a quota under the path: ${path}`]);
  const there = yield { op: 'exists', path, watch: false };
  if (there.error !== 'OK') return printed([`${path} does not exist.`]);
  yield* checkNoQuotaAround(path);
  const ancestors = path.split('/').slice(1);
  for (let i = 1; i <= ancestors.length; i++) {
    const above = quotaPath(`/${ancestors.slice(0, i).join('/')}`);
    const known = yield { op: 'exists', path: above, watch: false };
    if (known.error !== 'OK') yield* ask(plain(above, ''), above);
  }
  const known = yield { op: 'getData', path: limitPath(path), watch: false };
  if (known.error !== 'OK') {
    yield* ask(plain(limitPath(path), statsText(quota)), path);
    yield* ask(plain(statPath(path), 'count=0,bytes=0'), path);
    return printed([]);
  }
  // What was not named now stays as it was.
  const before = parseStats(known.data ?? '');
  const merged = statsText({
    count: quota.count > -1 ? quota.count : before.count,
    bytes: quota.bytes > -1 ? quota.bytes : before.bytes,
    countHardLimit: quota.countHardLimit > -1 ? quota.countHardLimit : before.countHardLimit,
    bytesHardLimit: quota.bytesHardLimit > -1 ? quota.bytesHardLimit : before.bytesHardLimit,
  });
  yield* ask({ op: 'setData', path: limitPath(path), ...dataOf(merged), version: -1 }, path);
  return printed([]);
}

/** Quotas do not lie within each other; it is the client that sees to it. */
function* checkNoQuotaAround(path: string): Generator<Operation, void, Answer> {
  const names = path.split('/').slice(1);
  for (let i = 1; i < names.length; i++) {
    const above = `/${names.slice(0, i).join('/')}`;
    const { error } = yield { op: 'exists', path: limitPath(above), watch: false };
    if (error === 'OK') fail(`${path} has a parent ${quotaPath(above)} which has a quota`);
  }
  const { error } = yield { op: 'exists', path: quotaPath(path), watch: false };
  if (error !== 'OK') return;
  const below = (yield* subtree(quotaPath(path))).find(
    (one) => one.endsWith('/zookeeper_limits') && one !== limitPath(path),
  );
  if (below !== undefined) fail(`${path} has a child ${below.replace('/zookeeper_limits', '')} which has a quota`);
}

function plain(path: string, data: string): Operation {
  return { op: 'create', path, ...dataOf(data), ephemeral: false, sequential: false };
}

/** Single limits, or with none named the whole quota; nodes above it that hold no other quota go too. */
function* deleteQuota({ flags, rest: [path = ''] }: Arguments): Command {
  checkPath(path);
  const known = yield { op: 'getData', path: limitPath(path), watch: false };
  if (known.error !== 'OK') return printed([`quota does not exist for ${path}`]);
  if (flags.size > 0) {
    let left = parseStats(known.data ?? '');
    for (const [letter, limit] of Object.entries(QUOTA_LETTERS)) {
      if (flags.has(letter)) left = { ...left, [limit]: -1 };
    }
    yield* ask({ op: 'setData', path: limitPath(path), ...dataOf(statsText(left)), version: -1 }, path);
    return printed([]);
  }
  for (const one of [limitPath(path), statPath(path)]) yield* ask({ op: 'delete', path: one, version: -1 }, path);
  // DelQuotaCommand.trimProcQuotas.
  for (let at = path; at !== '/' && at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const { children = [] } = yield { op: 'getChildren', path: quotaPath(at), watch: false };
    if (children.length > 0) break;
    yield* ask({ op: 'delete', path: quotaPath(at), version: -1 }, path);
  }
  return printed([]);
}
