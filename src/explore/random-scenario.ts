/**
 * Scenarios drawn from a seed: an ensemble, clients that write all the while, and episodes of faults that all end,
 * so that service must come back.
 *
 * Faults alone show little: what matters is what was under way when one struck. So most episodes begin with a burst
 * of requests, and strike before it is through.
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../sim/action.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import { DEFAULT_TIMING } from '../zookeeper/config/ensemble.ts';
import { digestOfUser } from '../zookeeper/database/acl.ts';
import { type Sid, sidOf } from '../zookeeper/ids.ts';
import { type Drawer, drawer } from './drawer.ts';
import { withMovedMessages } from './random-messages.ts';
import { randomOperation, randomReconfig } from './random-operation.ts';

/** What may befall a random scenario. */
export const FAULT_KINDS = [
  /** kill -9, of one server or all. */
  'kill',
  /** SIGTERM: writes under way reach the disk. */
  'stop',
  'freeze',
  /** One direction of one link. */
  'cut',
  /** Between groups of servers, both ways. */
  'partition',
  'slowDisk',
  'slowLink',
  /** One server, right before or right after a write is on its disk. */
  'killAtFlush',
  /** One machine's clock is set. */
  'clock',
  /** A client dies; another moves. */
  'client',
  /** Servers join, leave and change their roles, in one of a few runs: no fault, but what is under way when one strikes. */
  'reconfig',
  /** One server's disk, in one of a few runs, while all servers stand in step (`calm`). */
  'wipe',
] as const;

/** What may befall one beside these where it is asked for. Each has a stream of its own: the rest of a scenario is the same with and without. */
export const EXTRA_KINDS = [
  /** Operators reset counters, set trace masks, have snapshots taken and shed connections. None of it is a fault. */
  'operator',
  /** A server dies, stops, freezes, is cut off or gets a slow disk or link the moment it receives a packet of some type. */
  'atMessage',
  /** Single messages are held up or let through sooner, behind what is ahead of them in their connection; votes are lost, too. */
  'messages',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number] | (typeof EXTRA_KINDS)[number];

export interface RandomOptions {
  readonly seed: number;
  readonly voterCount: number;
  readonly observerCount: number;
  readonly profile: Profile;
  readonly toggles: Partial<Behaviour>;
  readonly faults: readonly FaultKind[];
  /** Faults begin and end within so many milliseconds. */
  readonly spanMillis: number;
}

/** What a sweep draws unless told otherwise: three voters of the newest release under all faults. */
export const SWEEP_OPTIONS: Omit<RandomOptions, 'seed'> = {
  voterCount: 3,
  observerCount: 0,
  profile: '3.9',
  toggles: {},
  faults: FAULT_KINDS,
  spanMillis: 30_000,
};

/** When the last fault of such a scenario has ended: from then on everything is up, connected and fast. */
export function faultsEndAt({ spanMillis }: Pick<RandomOptions, 'spanMillis'>): number {
  return spanMillis;
}

/** Long enough for a round of elections and SNAPs with these timings. */
const CALM_MILLIS = 9000;
const TICK_MILLIS = 200;

/**
 * The scenario of `options.seed`: the same for the same options, everywhere. Its script lasts `spanMillis` virtual
 * milliseconds of faults, all of which have ended by then, and some writes after them.
 */
export function randomScenario(options: RandomOptions): Scenario {
  const { seed, voterCount, observerCount, profile, toggles, spanMillis } = options;
  const draw = drawer(seed);
  const sids = Array.from({ length: voterCount + observerCount }, (_, i) => sidOf(i + 1));
  // Long ways and slow disks keep more under way for a fault to strike.
  const usual = { latencyMillis: draw.pick([1, 2, 5, 30]), diskMillis: draw.pick([2, 2, 15]) };
  const script = new RandomScript(draw, sids, usual, options);
  script.write();
  const reconfigured = script.reconfigure();
  if (options.faults.includes('operator')) script.operate();
  if (options.faults.includes('atMessage')) script.strikeAtMessages();
  const scenario: Scenario = {
    version: 1,
    id: `random-${seed}`,
    title: `Random ${seed}`,
    seed,
    profile,
    toggles,
    service: {
      extendedTypesEnabled: draw.below(4) > 0,
      containerCheckIntervalMillis: draw.pick([500, 3000]),
      containerMaxNeverUsedIntervalMillis: draw.pick([0, 2000]),
      // Sessions of one server's own, which most requests have to be without.
      ...(draw.below(8) === 0 && { localSessionsEnabled: true, localSessionsUpgradingEnabled: draw.below(3) > 0 }),
      ...(draw.below(4) === 0 && { readOnlyModeEnabled: true }),
      ...observerMasters(options),
      ...(reconfigured !== null && { superDigest: digestOfUser(SUPER) }),
    },
    servers: sids.map((sid, i) => ({
      sid,
      ...(i >= voterCount && { observer: true }),
      ...(reconfigured?.unlisted.includes(sid) === true && { unlisted: true }),
    })),
    ...(reconfigured !== null && { reconfigEnabled: true }),
    timing: {
      ...DEFAULT_TIMING,
      tickMillis: TICK_MILLIS,
      initLimitTicks: 10,
      syncLimitTicks: draw.pick([3, 5, 5]),
      // Small ones bring about in seconds what takes days of writing: rolled logs, forgotten transactions.
      snapCount: draw.pick([100_000, 60, 20]),
      commitLogCount: draw.pick([500, 500, 100, 40]),
      snapshotSizeFactor: draw.pick([0.33, 0.33, 10, -1]),
      preAllocSizeKb: draw.pick([65_536, 1]),
    },
    network: { latencyMillis: usual.latencyMillis, jitterMillis: draw.below(20), links: [] },
    diskMillis: usual.diskMillis,
    // Stable: what is due at one time keeps the order it was written in.
    script: script.steps.toSorted((a, b) => a.at - b.at).filter(({ at }) => at <= spanMillis + AFTERWARDS_MILLIS),
  };
  // A wipe is honest only while nothing else happens.
  if (!options.faults.includes('messages') || script.steps.some(({ action }) => action.do === 'wipe')) return scenario;
  return withMovedMessages(scenario, STRUCK_AT, spanMillis, drawer(seed, MESSAGES));
}

/** Numbers of the drawers of reconfigs, of where observers go, of operators, of what strikes at messages, and of messages moved. */
const RECONFIG = 1;
const OBSERVER_MASTERS = 2;
const OPERATOR = 3;
const AT_MESSAGE = 4;
const MESSAGES = 5;

/** In every other run with observers followers take them in. Drawn apart, so that the rest of a scenario is the same with and without. */
function observerMasters({ seed, observerCount }: RandomOptions): Scenario['service'] {
  const draw = drawer(seed, OBSERVER_MASTERS);
  if (observerCount === 0 || draw.below(2) === 0) return {};
  return { observerMasterPort: 2191, observerReconnectDelayMillis: draw.pick([0, 0, 400]) };
}

/** Kinds that strike in episodes; the others come by themselves. */
type Episode = Exclude<(typeof FAULT_KINDS)[number], 'wipe' | 'reconfig'>;

const EXTRA: ReadonlySet<FaultKind> = new Set(EXTRA_KINDS);

function isEpisode(kind: FaultKind): kind is Episode {
  return kind !== 'wipe' && kind !== 'reconfig' && !EXTRA.has(kind);
}

/** The packets of every phase. */
const STRUCK_AT = [
  'NOTIFICATION',
  'FOLLOWERINFO',
  'LEADERINFO',
  'ACKEPOCH',
  'DIFF',
  'TRUNC',
  'SNAP',
  'NEWLEADER',
  'UPTODATE',
  'PROPOSAL',
  'PROPOSAL',
  'ACK',
  'ACK',
  'COMMIT',
  'COMMIT',
  'INFORM',
  'REQUEST',
  'CALL',
] as const;

/** Restoring one server alone is left out: it has other data then than the rest, and the audit says so. */
function operatorsAct(draw: Drawer, server: Sid): Action {
  switch (draw.below(6)) {
    case 0:
    case 1:
      return { do: 'takeSnapshot', server };
    case 2:
    case 3:
      return { do: 'shedConnections', server, percent: draw.pick([25, 50, 100]) };
    case 4:
      return { do: 'resetStats', server, by: draw.pick(['srst', 'crst', 'stat_reset']) };
    default:
      return { do: 'setTraceMask', server, mask: draw.below(1024) };
  }
}

/** Who may reconfigure. */
const SUPER = 'super:pw';

/** How long a strike that comes late may last. */
const SET_RIGHT_MILLIS = 10_000;

/** Probes go on for so long after the last fault. */
const AFTERWARDS_MILLIS = 160_000;

interface Usual {
  readonly latencyMillis: number;
  readonly diskMillis: number;
}

/** Writes one script, episode after episode. */
class RandomScript {
  readonly steps: ScriptStep[] = [];
  readonly #draw: Drawer;
  readonly #sids: readonly Sid[];
  /** Without faults. */
  readonly #usual: Usual;
  readonly #options: RandomOptions;
  /** One at each server, and two that move about. */
  readonly #clients: readonly string[];
  #requests = 0;

  constructor(draw: Drawer, sids: readonly Sid[], usual: Usual, options: RandomOptions) {
    this.#draw = draw;
    this.#sids = sids;
    this.#usual = usual;
    this.#options = options;
    this.#clients = [...sids.map((sid) => `c${sid}`), 'm1', 'm2'];
  }

  write(): void {
    const draw = this.#draw;
    const { spanMillis } = this.#options;
    for (const server of this.#sids) this.#at(draw.below(300), { do: 'start', server });
    // Too early to be served: but a client that was told where to go dials again with every request.
    for (const client of this.#clients) this.#connect(400 + draw.below(400), client, this.#home(client));
    // Two of three runs have a background of requests; TRUNC needs leaders that commit nothing for a while.
    const everyMillis = draw.pick([0, 150, 600]);
    if (everyMillis > 0) {
      for (let at = 1000; at < spanMillis; at += 1 + draw.below(2 * everyMillis))
        this.#call(at, draw.pick(this.#clients));
    }
    const wipeAt = this.#wipeAt();
    for (
      let at = 1200 + draw.below(800);
      at < spanMillis;
      at += draw.pick([20, 150, 700, 2500]) + draw.below(draw.pick([100, 800]))
    ) {
      if (wipeAt !== null && at >= wipeAt - CALM_MILLIS && at < wipeAt + CALM_MILLIS) at = wipeAt + CALM_MILLIS;
      else this.#episode(at, wipeAt !== null && at < wipeAt ? wipeAt - CALM_MILLIS : spanMillis);
    }
    if (wipeAt !== null) this.#wipe(wipeAt);
    this.#calm(spanMillis);
    this.#probe(spanMillis);
  }

  /** In one of three runs. Drawn apart, so that the rest of a scenario is the same with and without. */
  reconfigure(): { readonly unlisted: readonly Sid[] } | null {
    const { faults, seed, spanMillis } = this.#options;
    const draw = drawer(seed, RECONFIG);
    // A wiped server has forgotten its configuration too.
    const isWiped = this.steps.some(({ action }) => action.do === 'wipe');
    if (!faults.includes('reconfig') || isWiped || this.#sids.length < 3 || draw.below(3) > 0) return null;
    const everyMillis = draw.pick([600, 2500, 8000]);
    for (let at = 1500 + draw.below(3000); at < spanMillis; at += everyMillis + draw.below(everyMillis)) {
      const client = draw.pick(this.#clients);
      if (draw.below(2) === 0) this.#burst(at - draw.below(40), [draw.pick(this.#clients)]);
      // Nobody else may write the configuration. Whoever connects anew is nobody again.
      this.#at(at, { do: 'call', client, operation: { op: 'auth', scheme: 'digest', auth: SUPER } });
      this.#at(at, { do: 'call', client, operation: randomReconfig(draw, this.#sids) });
    }
    // Now and then one is not known to the others before it joins; two voters at least are.
    const unlisted = draw.below(2) === 0 || this.#options.voterCount < 3 ? [] : [draw.pick(this.#sids)];
    return { unlisted };
  }

  operate(): void {
    const { seed, spanMillis } = this.#options;
    const draw = drawer(seed, OPERATOR);
    const everyMillis = draw.pick([300, 1500, 6000]);
    for (let at = 1000 + draw.below(2000); at < spanMillis; at += 1 + draw.below(2 * everyMillis)) {
      const server = draw.pick(this.#sids);
      this.#at(at, operatorsAct(draw, server));
    }
  }

  /**
   * What waits for a packet may come about late, even when all faults have ended: so all is set right again and again
   * afterwards. Not where a server is wiped, which is honest only while nothing else happens.
   */
  strikeAtMessages(): void {
    const { seed, spanMillis } = this.#options;
    if (this.steps.some(({ action }) => action.do === 'wipe')) return;
    const draw = drawer(seed, AT_MESSAGE);
    const everyMillis = draw.pick([1000, 4000]);
    for (let at = 500 + draw.below(3000); at < spanMillis; at += 200 + draw.below(2 * everyMillis)) {
      const server = draw.pick(this.#sids);
      const packet = draw.pick(STRUCK_AT);
      const until = { event: 'receives', server, packet } as const;
      const action = this.#struckAt(draw, server);
      this.#at(at, { do: 'hold', until, nth: 1 + draw.below(3), action });
      this.#setRight(Math.min(spanMillis, at + draw.pick([300, 1500, 5000])), server);
    }
    for (let after = 0; after <= AFTERWARDS_MILLIS; after += SET_RIGHT_MILLIS) {
      for (const server of this.#sids) this.#setRight(spanMillis + after, server);
    }
    // Whoever probes may have lost its session to a strike that came late.
    for (const after of [75_000, 115_000]) {
      for (const client of this.#clients) {
        const server = this.#home(client);
        this.#at(spanMillis + after, { do: 'connect', client, server, timeoutMillis: 30_000 });
      }
    }
  }

  #struckAt(draw: Drawer, server: Sid): Action {
    const other = draw.pick(this.#sids);
    const others = this.#sids.filter((sid) => sid !== server);
    switch (draw.below(7)) {
      case 0:
      case 1:
        return { do: 'kill', server };
      case 2:
        return { do: 'stop', server };
      case 3:
        return { do: 'freeze', server };
      case 4:
        return { do: 'partition', groups: [[server], others] };
      case 5:
        return { do: 'slowDisk', server, millis: draw.pick([20, 150, 700]) };
      default:
        return other === server
          ? { do: 'freeze', server }
          : { do: 'latency', from: other, to: server, millis: draw.pick([40, 150, 600]) };
    }
  }

  /** Whatever has struck one server at a message is over. */
  #setRight(at: number, server: Sid): void {
    this.#at(at, { do: 'thaw', server });
    this.#at(at, { do: 'slowDisk', server, millis: this.#usual.diskMillis });
    for (const other of this.#sids) {
      if (other === server) continue;
      this.#at(at, { do: 'heal', from: server, to: other });
      this.#at(at, { do: 'heal', from: other, to: server });
      this.#latency(at, other, server, this.#usual.latencyMillis);
    }
    this.#at(at + 10, { do: 'start', server });
  }

  /** A wiped server has forgotten what it acknowledged (ZOOKEEPER-261): honest only while all others know it too. */
  #wipeAt(): number | null {
    const { faults, voterCount, spanMillis } = this.#options;
    const isDrawn = this.#draw.below(6) === 0;
    if (!faults.includes('wipe') || voterCount < 3 || !isDrawn || spanMillis < 3 * CALM_MILLIS) return null;
    return Math.floor(spanMillis / 2);
  }

  #wipe(at: number): void {
    const server = this.#draw.pick(this.#sids);
    this.#calm(at - CALM_MILLIS);
    this.#at(at, { do: 'kill', server });
    this.#at(at + 50, { do: 'wipe', server });
    this.#at(at + 50 + this.#draw.below(2000), { do: 'start', server });
  }

  /** Ends every fault there may be. */
  #calm(at: number): void {
    this.#at(at, { do: 'healAll' });
    for (const server of this.#sids) {
      this.#at(at, { do: 'thaw', server });
      this.#at(at, { do: 'slowDisk', server, millis: this.#usual.diskMillis });
      if (this.#options.faults.includes('clock')) this.#at(at, { do: 'setClock', server, offsetMillis: 0 });
      this.#at(at + 10, { do: 'start', server });
      for (const other of this.#sids) {
        if (other !== server && this.#options.faults.includes('slowLink'))
          this.#latency(at, server, other, this.#usual.latencyMillis);
      }
    }
  }

  /** Now and then a write after all faults: that somebody serves shows in that it commits. */
  #probe(from: number): void {
    for (const client of this.#clients) this.#connect(from + 1000, client, this.#home(client));
    [2, 5, 10, 20, 40, 80, 120, 160].forEach((seconds, i) => {
      const client = this.#clients[i % this.#clients.length] ?? '';
      const operation = {
        op: 'create',
        path: `/probe${i}`,
        data: '',
        dataLength: 0,
        ephemeral: false,
        sequential: false,
      };
      this.#at(from + seconds * 1000, { do: 'call', client, operation: { ...operation, op: 'create' } });
    });
  }

  /** What is under way, what strikes, and how it ends, before `until`. */
  #episode(at: number, until: number): void {
    const draw = this.#draw;
    const kinds = this.#options.faults.filter(isEpisode);
    if (draw.below(4) > 0) this.#burst(at - draw.below(60), draw.shuffle(this.#clients).slice(0, 1 + draw.below(3)));
    if (kinds.length === 0) return;
    const ends = (millis: number): number => Math.min(until, at + millis);
    if (draw.below(3) === 0) this.#connect(ends(draw.below(400)), draw.pick(['m1', 'm2']), draw.pick(this.#sids));
    const end = ends(draw.pick([100, 700, 2000, 6000]) + draw.below(1000));
    this.#strike(draw.pick(kinds), at, end);
  }

  #strike(kind: Episode, from: number, end: number): void {
    const draw = this.#draw;
    const at = Math.min(from, end);
    const during = (millis: number): number => Math.min(end, at + draw.below(millis));
    const server = draw.pick(this.#sids);
    switch (kind) {
      case 'kill':
      case 'stop': {
        // A burst everywhere, then all of them at once: what was acknowledged must be on disk.
        const victims =
          draw.below(4) === 0 ? draw.shuffle(this.#sids).slice(0, 1 + draw.below(this.#sids.length)) : [server];
        for (const victim of victims) {
          this.#at(during(3), { do: kind, server: victim });
          this.#at(end - draw.below(end - at + 1), { do: 'start', server: victim });
          this.#at(end, { do: 'start', server: victim });
        }
        return;
      }
      case 'freeze':
        this.#at(at, { do: 'freeze', server });
        return this.#at(end, { do: 'thaw', server });
      case 'cut': {
        const to = draw.pick(this.#sids);
        this.#at(at, { do: 'cut', from: server, to });
        return this.#at(end, { do: 'heal', from: server, to });
      }
      case 'partition':
        return draw.below(2) === 0 ? this.#isolate(server, at, end) : this.#split(at, end);
      case 'slowDisk':
        this.#at(at - draw.below(100), { do: 'slowDisk', server, millis: draw.pick([0, 20, 150, 700, 2500]) });
        // Often it dies with its writes under way.
        if (draw.below(2) === 0) {
          this.#at(during(300), { do: draw.pick(['kill', 'stop', 'freeze']), server });
          this.#at(end, { do: 'thaw', server });
          this.#at(end, { do: 'start', server });
        }
        return this.#at(end, { do: 'slowDisk', server, millis: this.#usual.diskMillis });
      case 'slowLink': {
        const to = draw.pick(this.#sids);
        if (to === server) return;
        this.#latency(at, server, to, draw.pick([40, 150, 600]));
        return this.#latency(end, server, to, this.#usual.latencyMillis);
      }
      case 'killAtFlush': {
        const write = draw.pick([undefined, 'txns', 'currentEpoch', 'acceptedEpoch', 'snapshot'] as const);
        const side = draw.pick(['before', 'after'] as const);
        const nth = 1 + draw.below(3);
        this.#at(at, { do: 'killAtFlush', server, side, nth, ...(write !== undefined && { write }) });
        // What has not come about by then does not later either: the process that it waits for is gone.
        this.#at(end, { do: 'start', server });
        this.#at(end, { do: 'kill', server });
        return this.#at(end, { do: 'start', server });
      }
      case 'clock':
        this.#at(at, { do: 'setClock', server, offsetMillis: draw.pick([-3_600_000, -2000, 2000, 86_400_000]) });
        return this.#at(end, { do: 'setClock', server, offsetMillis: 0 });
      case 'client': {
        const client = draw.pick(this.#clients);
        if (draw.below(2) === 0) this.#at(at, { do: 'killClient', client });
        return this.#connect(end, client, draw.pick(this.#sids));
      }
    }
  }

  /** One server apart, which goes on logging what its client asks for, and may die of it: what TRUNC is for. */
  #isolate(server: Sid, at: number, end: number): void {
    const draw = this.#draw;
    const others = this.#sids.filter((sid) => sid !== server);
    this.#at(at, { do: 'partition', groups: [[server], others] });
    if (draw.below(2) === 0) this.#burst(at + 1, [`c${server}`]);
    if (draw.below(2) === 0) {
      this.#at(Math.min(end, at + 20 + draw.below(200)), { do: draw.pick(['kill', 'stop']), server });
      this.#at(end, { do: 'start', server });
    }
    this.#at(Math.max(at, end - draw.below(500)), { do: 'healAll' });
  }

  #split(at: number, end: number): void {
    const shuffled = this.#draw.shuffle(this.#sids);
    const size = this.#draw.below(shuffled.length + 1);
    this.#at(at, { do: 'partition', groups: [shuffled.slice(0, size), shuffled.slice(size)] });
    this.#at(end, { do: 'healAll' });
  }

  #burst(at: number, clients: readonly string[]): void {
    const spread = this.#draw.pick([0, 3, 20]);
    for (const client of clients) {
      const count = 1 + this.#draw.below(8);
      for (let i = 0; i < count; i++) this.#call(at + i * spread, client);
    }
  }

  #call(at: number, client: string): void {
    this.#requests += 1;
    this.#at(at, { do: 'call', client, operation: randomOperation(this.#draw, this.#requests) });
  }

  #connect(at: number, client: string, server: Sid): void {
    const timeoutMillis = this.#draw.pick([500, 2000, 30_000]);
    const canBeReadOnly = this.#draw.below(4) === 0;
    this.#at(at, { do: 'connect', client, server, timeoutMillis, ...(canBeReadOnly && { canBeReadOnly }) });
  }

  #home(client: string): Sid {
    return this.#sids[this.#clients.indexOf(client) % this.#sids.length] ?? sidOf(1);
  }

  #latency(at: number, from: Sid, to: Sid, millis: number): void {
    this.#at(at, { do: 'latency', from, to, millis });
  }

  #at(at: number, action: Action): void {
    this.steps.push({ at: Math.max(0, Math.floor(at)), action });
  }
}
