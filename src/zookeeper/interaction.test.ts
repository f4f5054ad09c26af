/**
 * Interaction goldens: `testdata/*.txt` hold commands, each block of them followed by `----` and what then happened.
 * After a deliberate change run vitest with `-u` and read the diff line by line.
 *
 *   ensemble 3 [profile=3.8.0] [observers=1] [unlisted=1] [tick=…] [disk=…] [latency=…] [<toggle, timing or service>=…]
 *                            servers 1 to n, all down; the last ones are observers, or unknown to the others
 *   show <group…> [@1,2]     what to print from here on, of which servers: election discovery sync broadcast client
 *                            disk timers ticks states, or all
 *   start|kill|stop|freeze|thaw|wipe 1 2 …     cut|heal 1 2     partition 1,2 3     healall
 *   disk 1 50                latency 1 2 50      disk and link are that slow from now on
 *   connect c 1 [ro]         client c connects to server 1, content with reads alone; c <request> asks: create|set|delete|get|exists|ls|sync|close,
 *                            reconfig +4 +5o -1, ephemeral|sequential|container /path, ttl /path 5000, several joined by `;` make a multi; get|exists|ls /path watch
 *   stranger x 2 99 config|short   x speaks malformed bytes on 2's election port, as server 99
 *   stranger x 2 99 LOOKING 9:1.4 e1 r1      … or a vote      skip 2 4294967293       2's counter jumps there
 *   run 500                  so many virtual milliseconds       until <note> [sid]     until that is noted, 60 s at most
 *   state [sid…]             how the servers are
 *
 * Notation: zxid `epoch.counter`, vote `leader:zxid e<peerEpoch> r<round>`.
 */
import { expect, it } from 'vitest';
import { itemsFrom } from '../base/append-list.ts';
import { assert, assertUnreachable } from '../base/assert.ts';
import { digestOf } from '../base/digest.ts';
import { addNode } from '../kernel/nodes.ts';
import { type Fired, fireNext, nextDue } from '../kernel/fire.ts';
import { type World, emptyWorld, thaw } from '../kernel/world.ts';
import type { Action } from '../sim/action.ts';
import { perform, refusalOf } from '../sim/perform.ts';
import type { Answer, Operation } from './client/operations.ts';
import { understandBy } from './client/shell.ts';
import type { StrangersWords } from './client/stranger.ts';
import { zkCli } from './client/zkcli.ts';
import type { Behaviour } from './config/behaviour.ts';
import { type Profile, behaviourOf } from './config/profiles.ts';
import { DEFAULT_TIMING, type ServerSpec, type Timing, serverConfig } from './config/ensemble.ts';
import { DEFAULT_SERVICE, type Service } from './config/service.ts';
import { childrenOf, nodeAt } from './database/data-tree.ts';
import type { TxnBody } from './database/txn.ts';
import { type Sid, ZXID_NONE, type Zxid } from './ids.ts';
import type { Note, VoteFact } from './notes.ts';
import type { PacketType, ServerState } from './packets.ts';
import { zooKeeper } from './peer/process.ts';
import type { ZooKeeper } from './peer/protocol.ts';
import { packetText, voteFrom, voteText, writeText, zxidShort } from './peer/stand-in.ts';

const files = import.meta.glob<string>('./testdata/*.txt', { query: '?raw', import: 'default', eager: true });

it.each(Object.keys(files))('%s', async (file) => {
  await expect(played(files[file] ?? '')).toMatchFileSnapshot(file);
});

type Group =
  | 'election'
  | 'discovery'
  | 'sync'
  | 'broadcast'
  | 'client'
  | 'disk'
  | 'timers'
  | 'ticks'
  | 'states'
  | 'links';

const PACKETS: Readonly<Record<PacketType, Group>> = {
  NOTIFICATION: 'election',
  MALFORMED: 'election',
  INITIAL: 'links',
  FOLLOWERINFO: 'discovery',
  LEADERINFO: 'discovery',
  ACKEPOCH: 'discovery',
  DIFF: 'sync',
  TRUNC: 'sync',
  SNAP: 'sync',
  NEWLEADER: 'sync',
  UPTODATE: 'sync',
  PROPOSAL: 'broadcast',
  ACK: 'broadcast',
  COMMIT: 'broadcast',
  REQUEST: 'client',
  SYNC: 'client',
  REVALIDATE: 'client',
  CONNECT: 'client',
  CONNECTED: 'client',
  CALL: 'client',
  REPLY: 'client',
  PING: 'ticks',
  CLIENTPING: 'ticks',
  EVENT: 'client',
  INFORM: 'broadcast',
  COMMITANDACTIVATE: 'broadcast',
  INFORMANDACTIVATE: 'broadcast',
  OBSERVERINFO: 'discovery',
};

const NOTES: Readonly<Record<Note['kind'], Group>> = {
  started: 'states',
  refusedToStart: 'states',
  databaseLoaded: 'disk',
  snapshotAsked: 'disk',
  databaseRestored: 'disk',
  databaseTakenBack: 'disk',
  connectionsShed: 'client',
  epochDefaulted: 'disk',
  epochRecovered: 'states',
  malformedSkipped: 'election',
  receiverDied: 'election',
  stateChanged: 'states',
  electionDialled: 'links',
  electionDialDropped: 'links',
  electionDialReversed: 'links',
  electionConnected: 'links',
  electionBroken: 'links',
  electionUnreachable: 'links',
  electionStarted: 'election',
  votesSent: 'election',
  voteReplied: 'election',
  voteReceived: 'election',
  voteCompared: 'election',
  voteAdopted: 'election',
  roundRaised: 'election',
  olderRoundIgnored: 'election',
  voteCounted: 'election',
  quorumAgrees: 'election',
  voteDrained: 'election',
  finalizeInterrupted: 'election',
  voteRefused: 'election',
  settledVoteKept: 'election',
  notificationTimeout: 'election',
  elected: 'election',
  leaderDialled: 'discovery',
  leaderDialFailed: 'discovery',
  leaderConnected: 'links',
  learnerRegistered: 'discovery',
  epochProposed: 'discovery',
  epochFixed: 'discovery',
  acceptedEpochWritten: 'discovery',
  currentEpochWritten: 'sync',
  epochAlreadyAccepted: 'discovery',
  epochRefused: 'discovery',
  epochAcked: 'discovery',
  epochAckQuorum: 'discovery',
  learnerAhead: 'discovery',
  syncDecided: 'sync',
  forwardingStarted: 'sync',
  syncModeReceived: 'sync',
  firstInSync: 'sync',
  truncated: 'sync',
  truncateFailed: 'sync',
  snapshotInstalled: 'sync',
  snapshotWritten: 'sync',
  standaloneStarted: 'states',
  readOnlyStarted: 'states',
  snapshotStarted: 'disk',
  snapshotSkipped: 'disk',
  filesPurged: 'disk',
  newLeaderReceived: 'sync',
  newLeaderAcked: 'sync',
  newLeaderQuorum: 'sync',
  upToDateSent: 'sync',
  upToDate: 'sync',
  servingStarted: 'states',
  configSeen: 'states',
  configActivated: 'states',
  leaderNotDesignated: 'states',
  proposed: 'broadcast',
  logQueued: 'disk',
  logFileCreated: 'disk',
  logged: 'disk',
  proposalGap: 'broadcast',
  acked: 'broadcast',
  ackIgnored: 'broadcast',
  committed: 'broadcast',
  commitReceived: 'broadcast',
  commitUnseen: 'broadcast',
  commitMismatch: 'broadcast',
  applied: 'broadcast',
  observerMasterStarted: 'sync',
  informMissed: 'broadcast',
  packetUnexpected: 'broadcast',
  ticked: 'ticks',
  steppedDown: 'states',
  leaderLost: 'states',
  learnerLost: 'states',
  fastForwarded: 'states',
  databaseDiscarded: 'states',
  writeRefused: 'disk',
  logThreadDied: 'disk',
  requestForwarded: 'client',
  requestRejected: 'client',
  sessionAnswered: 'client',
  readingPaused: 'client',
  readingResumed: 'client',
  sessionRevalidated: 'client',
  answered: 'client',
  clientConnected: 'client',
  clientDisconnected: 'client',
  clientCalled: 'client',
  clientAnswered: 'client',
  commandEnded: 'client',
  containerReaped: 'client',
  quotaExceeded: 'client',
  sessionUpgraded: 'client',
  sessionExpired: 'client',
  sessionLost: 'client',
  watchTriggered: 'client',
  watchWithheld: 'client',
  watchFired: 'client',
};

understandBy(zkCli);

/** The file as it should be: its commands, with what they do now. */
function played(text: string): string {
  const session = new Session();
  const out: string[] = [];
  let commands: string[] = [];
  let skipping = false;
  for (const line of [...text.split('\n'), '']) {
    if (skipping) {
      // Output reaches to the next empty line.
      skipping = line !== '';
      continue;
    }
    if (line === '----') {
      const said = commands.flatMap((command) => session.obey(command));
      session.check();
      out.push('----', ...(said.length === 0 ? ['ok'] : said), '');
      commands = [];
      skipping = true;
      continue;
    }
    if (line !== '' && !line.startsWith('#')) commands.push(line);
    out.push(line);
  }
  assert(commands.length === 0, `every command is followed by ----: ${commands.join(', ')}`);
  return `${out.join('\n').trimEnd()}\n`;
}

class Session {
  #world = emptyWorld<ZooKeeper>(1, NETWORK);
  /** Goes along without notes, kept frozen and thawed at every event: notes change nothing, and nothing shared is written. */
  #mute = emptyWorld<ZooKeeper>(1, NETWORK);
  #groups: ReadonlySet<string> = new Set(['all']);
  #only: readonly string[] | null = null;

  obey(line: string): readonly string[] {
    const [verb = '', ...words] = line.trim().split(/\s+/);
    switch (verb) {
      case 'ensemble':
        this.#world = ensemble(words);
        this.#mute = ensemble(words);
        return [];
      case 'show':
        this.#groups = new Set(words.filter((word) => !word.startsWith('@')));
        this.#only =
          words
            .find((word) => word.startsWith('@'))
            ?.slice(1)
            .split(',') ?? null;
        return [];
      case 'run':
        return this.#run(Number(words[0]), null);
      case 'until':
        return this.#run(60_000, words);
      case 'state':
        return this.#states(words.map(Number));
      default:
        return actionsOf(verb, words).flatMap((action) => this.#act(action));
    }
  }

  #act(action: Action): readonly string[] {
    const refusal = refusalOf(this.#world, action);
    if (refusal !== null) return [`refused: ${refusal}`];
    const fired = perform(this.#world, zooKeeper, action, NOTING);
    this.#alongside((world) => perform(world, zooKeeper, action, QUIET));
    return fired === null ? [] : this.#lines(fired);
  }

  #run(millis: number, awaited: readonly string[] | null): readonly string[] {
    const end = this.#world.now + millis;
    const lines: string[] = [];
    for (let due = nextDue(this.#world); due !== null && due <= end; due = nextDue(this.#world)) {
      const fired = fireNext(this.#world, zooKeeper, NOTING);
      this.#alongside((world) => {
        nextDue(world);
        return fireNext(world, zooKeeper, QUIET);
      });
      if (fired === null) continue;
      lines.push(...this.#lines(fired));
      const [kind, who] = awaited ?? [];
      const isThere = who === undefined || this.#name(fired.node) === who;
      if (kind !== undefined && isThere && fired.notes.some((note) => note.kind === kind)) return lines;
    }
    for (const world of [this.#world, this.#mute]) (world as { now: number }).now = end;
    return awaited === null ? lines : [...lines, `never ${awaited.join(' ')}`];
  }

  #alongside(go: (world: World<ZooKeeper>) => Fired<ZooKeeper> | null): void {
    deepFreeze(this.#mute);
    this.#mute = thaw(this.#mute);
    const fired = go(this.#mute);
    assert((fired?.notes ?? []).length === 0, 'no note is made for nobody');
  }

  /** Fails where the world without notes has gone another way. */
  check(): void {
    const [mute, noted] = [this.#mute, this.#world].map((world) => digestOf({ ...world, queue: null }));
    assert(mute === noted, 'notes change nothing');
  }

  /** A server's sid, or a client's name. */
  #name(node: number): string {
    const config = this.#world.nodes[node]?.config;
    return config === undefined ? '?' : config.kind === 'server' ? String(config.sid) : config.name;
  }

  #shows(group: Group): boolean {
    return this.#groups.has('all') || this.#groups.has(group);
  }

  #lines(fired: Fired<ZooKeeper>): readonly string[] {
    const who = this.#name(fired.node);
    if (this.#only !== null && !this.#only.includes(who)) return [];
    const notes = fired.notes
      .filter((note) => this.#shows(NOTES[note.kind]))
      .map((note) => `         ${noteText(note)}`);
    const [group, head] = this.#head(fired);
    if (notes.length === 0 && !this.#shows(group)) return [];
    return [`${String(fired.at).padStart(6)} ${who} ${head}`, ...notes];
  }

  #head({ input, other }: Fired<ZooKeeper>): readonly [Group, string] {
    const end = other < 0 ? '' : ` ${this.#name(other)}`;
    switch (input.kind) {
      case 'received':
        return [PACKETS[input.packet.type], `←${end} ${packetText(input.packet)}`];
      case 'flushed':
        return ['disk', `flushed ${writeText(input.write)}`];
      case 'fired':
        return ['timers', `fired ${input.timer}`];
      default:
        return ['links', `${input.kind}${end}`];
    }
  }

  #states(sids: readonly number[]): readonly string[] {
    return this.#world.nodes.flatMap(({ config, state, status, durable, exitCode }) => {
      if (config.kind !== 'server' || (sids.length > 0 && !sids.includes(config.sid))) return [];
      const log = durable.logFiles.map((file) => Array.from(itemsFrom(file.txns), ({ zxid }) => zxidShort(zxid)));
      const disk = [
        `epochs ${durable.acceptedEpoch ?? '-'}/${durable.currentEpoch ?? '-'}`,
        `log [${log.map((file) => file.join(' ')).join(' | ')}]`,
        `snapshots [${durable.snapshots.map(({ zxid }) => zxidShort(zxid)).join(' ')}]`,
      ].join(' ');
      if (state?.kind !== 'server') return [`${config.sid} down${exitCode === null ? '' : ` ${exitCode}`} ${disk}`];
      const { tree, lastProcessedZxid } = state.database;
      const data = childrenOf(tree, '/').filter((name) => name !== 'zookeeper');
      const nodes = data.map((name) => `${name}=${nodeAt(tree, `/${name}`)?.data}`).join(' ');
      const role = `${state.state} ${state.zabState}`;
      const frozen = status === 'frozen' ? ' frozen' : '';
      const round = `clock ${state.election.logicalClock} vote ${voteText(state.currentVote)}`;
      return [`${config.sid} ${role}${frozen} ${round} last ${zxidShort(lastProcessedZxid)} ${disk} tree [${nodes}]`];
    });
  }
}

const NOTING = { noting: true };
const QUIET = { noting: false };
const NETWORK = { latencyMillis: 10, jitterMillis: 0 };

function ensemble([count, ...settings]: readonly string[]): World<ZooKeeper> {
  const values = new Map(settings.map((setting) => setting.split('=') as [string, string]));
  const number = (name: string, otherwise: number): number => Number(values.get(name) ?? otherwise);
  const timing: Record<string, number> = { ...DEFAULT_TIMING, tickMillis: number('tick', DEFAULT_TIMING.tickMillis) };
  const toggles: Partial<Record<keyof Behaviour, never>> = {};
  const service: Record<string, unknown> = { ...DEFAULT_SERVICE };
  for (const [name, value] of values) {
    if (name in timing) timing[name] = Number(value);
    else if (name in service) service[name] = toggle(value);
    else if (!['profile', 'reconfig', 'observers', 'unlisted', 'tick', 'disk', 'latency'].includes(name))
      toggles[name as keyof Behaviour] = toggle(value) as never;
  }
  const world = emptyWorld<ZooKeeper>(1, { ...NETWORK, latencyMillis: number('latency', 10) });
  const servers = Array.from({ length: Number(count) }, (_, node): ServerSpec => {
    const isVoter = node < Number(count) - number('observers', 0);
    return { sid: (node + 1) as Sid, node, learnerType: isVoter ? 'PARTICIPANT' : 'OBSERVER' };
  });
  for (const { sid } of servers) {
    // What these texts name is checked by what the golden shows.
    const behaviour = behaviourOf((values.get('profile') ?? '3.9') as Profile, toggles);
    const isListed = (spec: ServerSpec): boolean => spec.node < servers.length - number('unlisted', 0);
    const config = serverConfig({
      sid,
      servers: servers.filter((spec) => spec.sid === sid || isListed(spec)),
      hosts: servers,
      reconfigEnabled: values.get('reconfig') === 'on',
      timing: timing as unknown as Timing,
      behaviour,
      service: service as unknown as Service,
    });
    addNode(world, zooKeeper, config, number('disk', 2));
  }
  return world;
}

function toggle(value: string): unknown {
  if (value === 'on' || value === 'off') return value === 'on';
  return /^\d+$/.test(value) ? Number(value) : value;
}

function actionsOf(verb: string, words: readonly string[]): readonly Action[] {
  const [first = '', second = '', third = ''] = words;
  switch (verb) {
    case 'start':
    case 'kill':
    case 'stop':
    case 'freeze':
    case 'thaw':
    case 'wipe':
      return words.map((word) => ({ do: verb, server: serverNamed(word) }));
    case 'cut':
    case 'heal':
      return [{ do: verb, from: serverNamed(first), to: serverNamed(second) }];
    case 'partition':
      return [{ do: 'partition', groups: words.map((group) => group.split(',').map(serverNamed)) }];
    case 'healall':
      return [{ do: 'healAll' }];
    case 'disk':
      return [{ do: 'slowDisk', server: serverNamed(first), millis: Number(second) }];
    case 'latency':
      return [{ do: 'latency', from: serverNamed(first), to: serverNamed(second), millis: Number(third) }];
    case 'connect':
      return [
        {
          do: 'connect',
          client: first,
          server: serverNamed(second),
          timeoutMillis: 10_000,
          ...(third === 'ro' && { canBeReadOnly: true }),
        },
      ];
    case 'handle': {
      const hosts = words.slice(1).map(serverNamed);
      return [{ do: 'connect', client: first, server: hosts[0] ?? serverNamed(''), timeoutMillis: 6000, hosts }];
    }
    case 'type':
      return [{ do: 'type', client: first, line: words.slice(1).join(' ') }];
    case 'stranger': {
      const [flaw = '', ...vote] = words.slice(3);
      const says: StrangersWords =
        vote.length === 0
          ? { kind: 'malformed', flaw: flaw === 'config' ? 'configLength' : 'tooShort' }
          : { kind: 'vote', state: flaw as ServerState, ...voteFrom(vote.join(' ')) };
      return [{ do: 'stranger', client: first, server: serverNamed(second), as: serverNamed(third), says }];
    }
    case 'skip':
      return [{ do: 'skipZxids', server: serverNamed(first), counter: Number(second) }];
    default:
      return [{ do: 'call', client: verb, operation: operation(words.join(' ')) }];
  }
}

function serverNamed(word: string): Sid {
  return Number(word) as Sid;
}

function operation(text: string): Operation {
  if (text.includes(';')) return { op: 'multi', operations: text.split(';').map((part) => operation(part.trim())) };
  const [verb = '', path = '', data = '', version = '-1'] = text.split(' ');
  const kinds = { ephemeral: verb === 'ephemeral', sequential: verb === 'sequential' };
  switch (verb) {
    case 'create':
    case 'ephemeral':
    case 'sequential':
      return { op: 'create', path, data, dataLength: data.length, ...kinds };
    case 'container':
      return { op: 'createContainer', path, data, dataLength: data.length };
    case 'ttl':
      return { op: 'createTTL', path, data: '', dataLength: 0, sequential: false, ttlMillis: Number(data) };
    case 'set':
      return { op: 'setData', path, data, dataLength: data.length, version: Number(version) };
    case 'delete':
      return { op: 'delete', path, version: data === '' ? -1 : Number(data) };
    case 'get':
      return { op: 'getData', path, watch: data === 'watch' };
    case 'exists':
      return { op: 'exists', path, watch: data === 'watch' };
    case 'ls':
      return { op: 'getChildren', path, watch: data === 'watch' };
    case 'sync':
      return { op: 'sync', path: '/' };
    case 'reconfig': {
      // `+4` joins, `+4o` as an observer, `-1` leaves.
      const words = text.split(' ').slice(1);
      const joining = words.filter((word) => word.startsWith('+'));
      return {
        op: 'reconfig',
        joining: joining.map((word) => ({
          sid: Number.parseInt(word.slice(1), 10) as Sid,
          observer: word.endsWith('o'),
        })),
        leaving: words.filter((word) => word.startsWith('-')).map((word) => Number(word.slice(1)) as Sid),
        fromConfig: ZXID_NONE,
      };
    }
    default:
      assert(verb === 'close', `${text} is a request`);
      return { op: 'closeSession' };
  }
}

const ZXIDS = new Set([
  'zxid',
  'zxids',
  'lastZxid',
  'peerLastZxid',
  'minCommittedLog',
  'maxCommittedLog',
  'lastProcessedZxid',
  'expected',
  'first',
  'outstanding',
  'dropped',
  'snapshot',
  'lastZxidSeen',
  'last',
  'myLastZxid',
  'version',
]);

function noteText(note: Note): string {
  const parts = Object.entries(note).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'kind' || key === 'sessionId' || value === null) return [];
    // The command tells what was asked.
    if (note.kind === 'proposed' && key === 'operation') return [];
    const isPlace = note.kind === 'truncated' || note.kind === 'truncateFailed';
    const isZxid = ZXIDS.has(key) || note.kind === 'fastForwarded' || (isPlace && key === 'to');
    return [`${key}=${valueText(value, isZxid)}`];
  });
  return [note.kind, ...parts].join(' ');
}

function valueText(value: unknown, isZxid: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => valueText(item, isZxid)).join(' ')}]`;
  if (isZxid) return zxidShort(value as Zxid);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('leader' in value) return voteText(value as VoteFact);
  return 'error' in value && !('type' in value) ? answerText(value as Answer) : bodyText(value as TxnBody);
}

function answerText({ error, zxid, path, data, children, results }: Answer): string {
  const parts = results?.map((part) => `${part.error}${part.path === undefined ? '' : ` ${part.path}`}`).join('; ');
  const more = [
    path,
    data === undefined ? undefined : `"${data}"`,
    children === undefined ? undefined : `[${children.join(' ')}]`,
    parts === undefined ? undefined : `(${parts})`,
  ];
  return [error, zxidShort(zxid), ...more.filter((part) => part !== undefined)].join(' ');
}

function bodyText(body: TxnBody): string {
  switch (body.type) {
    case 'createSession':
      return body.type;
    case 'closeSession':
      return ['closeSession', ...body.paths].join(' ');
    case 'create':
    case 'setData':
      return `${body.type} ${body.path} ${body.data}`.trim();
    case 'reconfig':
      return `reconfig ${body.config.voters.join(' ')} version ${zxidShort(body.config.version)}`;
    case 'delete':
    case 'deleteContainer':
    case 'check':
    case 'setACL':
      return `${body.type} ${body.path}`;
    case 'multi':
      return `multi(${body.txns.map(bodyText).join('; ')})`;
    case 'error':
      return `error ${body.error}`;
    default:
      return assertUnreachable(body);
  }
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}
