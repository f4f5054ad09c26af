/** Actions, done to a world: what each means to the kernel, and why one may make no sense now. */
import { assertUnreachable } from '../base/assert.ts';
import { type Fault, applyFault, isApplicable } from '../kernel/fault.ts';
import { addNode, startNode } from '../kernel/nodes.ts';
import { type FireOptions, type Fired, run } from '../kernel/fire.ts';
import { type Move, type MoveRefusal, itemOf, moveRefusal } from '../kernel/in-flight.ts';
import type { NodeId, Process } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { NodeConfig } from '../zookeeper/config/ensemble.ts';
import type { ClientCommand } from '../zookeeper/client/client.ts';
import type { Snapshot } from '../zookeeper/database/snapshot.ts';
import { type Sid, counterOf } from '../zookeeper/ids.ts';
import type { OperatorCommand, ServerCommand, ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Action, MessageRef } from './action.ts';
import { nodeOfClient, nodeOfServer } from './nodes.ts';
import type { Performer, Refusal } from './performer.ts';

const MOVE_REFUSAL: Readonly<Record<MoveRefusal, Refusal>> = {
  gone: 'messageGone',
  arrived: 'messageArrived',
  cut: 'messageCut',
  behind: 'messageBehind',
  next: 'messageNext',
  noPacket: 'messageNoPacket',
};

type MessageAction = Extract<Action, { do: 'dropMessage' | 'delayMessage' | 'hurryMessage' }>;

/** Why `action` would change nothing or name nobody, or null when it may be done. */
export function refusalOf(world: World<ZooKeeper>, action: Action): Refusal | null {
  switch (action.do) {
    case 'start':
      return serverRefusal(world, action.server, 'start', 'alreadyRunning');
    case 'kill':
      return serverRefusal(world, action.server, 'crash', 'notRunning');
    case 'stop':
      return serverRefusal(world, action.server, 'stop', 'notRunning');
    case 'freeze': {
      const node = nodeOfServer(world, action.server);
      const isFrozen = node !== null && world.nodes[node]?.status === 'frozen';
      return serverRefusal(world, action.server, 'freeze', isFrozen ? 'alreadyFrozen' : 'notRunning');
    }
    case 'thaw':
      return serverRefusal(world, action.server, 'thaw', 'notFrozen');
    case 'wipe':
      return serverRefusal(world, action.server, 'wipe', 'mustBeStopped');
    case 'loseTail':
      return serverRefusal(world, action.server, 'loseTail', 'mustBeStopped');
    case 'mendDisk':
      return serverRefusal(world, action.server, 'mendDisk', 'diskWorks');
    case 'slowDisk':
    case 'failDisk':
    case 'killAtFlush':
    case 'setClock':
      return nodeOfServer(world, action.server) === null ? 'noSuchServer' : null;
    case 'cut':
    case 'heal':
    case 'latency':
    case 'loss': {
      const from = nodeOfServer(world, action.from);
      const to = nodeOfServer(world, action.to);
      if (from === null || to === null || from === to) return 'noSuchServer';
      if (action.do === 'latency' || action.do === 'loss') return null;
      if (isApplicable(world, { kind: action.do, from, to })) return null;
      return action.do === 'cut' ? 'linkAlreadyCut' : 'linkNotCut';
    }
    case 'partition':
      if (action.groups.flat().some((sid) => nodeOfServer(world, sid) === null)) return 'noSuchServer';
      return cutsOf(world, action.groups).length === 0 ? 'nothingToCut' : null;
    case 'healAll':
      return healsOf(world).length === 0 ? 'nothingToHeal' : null;
    case 'dropMessage':
    case 'delayMessage':
    case 'hurryMessage': {
      const move = moveOf(world, action);
      const refusal = move === null ? 'gone' : moveRefusal(world, move);
      return refusal === null ? null : MOVE_REFUSAL[refusal];
    }
    case 'connect': {
      const hosts = [action.server, ...(action.hosts ?? [])];
      return hosts.some((sid) => nodeOfServer(world, sid) === null) ? 'noSuchServer' : null;
    }
    case 'stranger':
      return nodeOfServer(world, action.server) === null ? 'noSuchServer' : null;
    case 'hold': {
      // Whether the rest of what is held makes sense shows when it is let go.
      const { until } = action;
      const named =
        until.event === 'receives' && until.from !== undefined ? [until.server, until.from] : [until.server];
      return named.some((sid) => nodeOfServer(world, sid) === null) ? 'noSuchServer' : null;
    }
    case 'skipZxids':
      return skipRefusal(world, action);
    case 'resetStats':
    case 'setTraceMask':
    case 'takeSnapshot':
    case 'restoreSnapshot':
    case 'shedConnections':
      return operatorRefusal(world, action);
    case 'killClient':
    case 'type':
    case 'call': {
      const node = nodeOfClient(world, action.client);
      return node === null || world.nodes[node]?.status === 'down' ? 'noSuchClient' : null;
    }
    default:
      return assertUnreachable(action);
  }
}

/** What an action on one message means to the kernel; null when there is no such message. */
function moveOf(world: World<ZooKeeper>, action: MessageAction): Move | null {
  const [from, to] = [nodeOf(world, action.from), nodeOf(world, action.to)];
  if (from === null || to === null) return null;
  const ref = { from, to, number: action.number };
  const item = itemOf(world, ref);
  if (item === null || (item.kind === 'packet' ? item.packet.type : item.kind) !== action.packet) return null;
  switch (action.do) {
    case 'dropMessage':
      return { ...ref, kind: 'drop' };
    case 'delayMessage':
      return { ...ref, kind: 'delay', millis: action.millis };
    case 'hurryMessage':
      return { ...ref, kind: 'hurry', millis: action.millis ?? null };
    default:
      return assertUnreachable(action);
  }
}

function nodeOf(world: World<ZooKeeper>, end: MessageRef['from']): NodeId | null {
  return typeof end === 'string' ? nodeOfClient(world, end) : nodeOfServer(world, end);
}

function skipRefusal(
  world: World<ZooKeeper>,
  { server, counter }: Extract<Action, { do: 'skipZxids' }>,
): Refusal | null {
  const node = nodeOfServer(world, server);
  if (node === null) return 'noSuchServer';
  const state = world.nodes[node]?.state;
  if (state?.kind !== 'server' || state.leader?.phase !== 'serving') return 'notServingAsLeader';
  return counterOf(state.leader.lastProposed) >= counter ? 'counterIsPast' : null;
}

type OperatorAction = Extract<
  Action,
  { do: 'resetStats' | 'setTraceMask' | 'takeSnapshot' | 'restoreSnapshot' | 'shedConnections' }
>;

/** What the admin server of that release does not know, what it does not do while no server runs, and what has nothing to do it with. */
function operatorRefusal(world: World<ZooKeeper>, action: OperatorAction): Refusal | null {
  const node = nodeOfServer(world, action.server);
  if (node === null) return 'noSuchServer';
  const { state, config, status } = world.nodes[node] ?? {};
  if (config?.kind !== 'server') return 'noSuchServer';
  const { adminSnapshots, adminShedsConnections } = config.behaviour;
  const needsSnapshots = action.do === 'takeSnapshot' || action.do === 'restoreSnapshot';
  if (needsSnapshots && !adminSnapshots) return 'notInRelease';
  if (action.do === 'shedConnections' && !adminShedsConnections) return 'notInRelease';
  if (status !== 'up' || state?.kind !== 'server') return 'notRunning';
  if (action.do === 'setTraceMask') return null;
  if (!state.clients.serving && !state.clients.readOnly) return 'notServing';
  if (action.do === 'takeSnapshot' && state.log.adminSnapshotting !== null) return 'snapshotUnderWay';
  if (action.do === 'shedConnections' && state.clients.connections.length === 0) return 'noConnections';
  if (action.do !== 'restoreSnapshot') return null;
  if (nodeOfServer(world, action.of) === null) return 'noSuchServer';
  return newestSnapshot(world, action.of) === null ? 'noSnapshot' : null;
}

function newestSnapshot(world: World<ZooKeeper>, sid: Sid): Snapshot | null {
  const node = nodeOfServer(world, sid);
  return (node === null ? null : world.nodes[node])?.durable.snapshots.at(-1) ?? null;
}

function operatorCommand(world: World<ZooKeeper>, action: OperatorAction): OperatorCommand | null {
  switch (action.do) {
    case 'resetStats':
      return { kind: action.do, by: action.by };
    case 'setTraceMask':
      return { kind: action.do, mask: action.mask };
    case 'takeSnapshot':
      return { kind: action.do };
    case 'restoreSnapshot': {
      const snapshot = newestSnapshot(world, action.of);
      return snapshot === null ? null : { kind: action.do, snapshot };
    }
    case 'shedConnections':
      return { kind: action.do, percent: action.percent };
    default:
      return assertUnreachable(action);
  }
}

function serverRefusal(
  world: World<ZooKeeper>,
  sid: Sid,
  kind: 'start' | 'crash' | 'stop' | 'freeze' | 'thaw' | 'wipe' | 'loseTail' | 'mendDisk',
  refusal: Refusal,
): Refusal | null {
  const node = nodeOfServer(world, sid);
  if (node === null) return 'noSuchServer';
  return isApplicable(world, kind === 'loseTail' ? { kind, node, count: 0 } : { kind, node }) ? null : refusal;
}

/** Does an action that is not refused. Returns what a process did at once, where one was involved. */
export function perform(
  world: World<ZooKeeper>,
  process: Process<ZooKeeper>,
  action: Action,
  options: FireOptions,
): Fired<ZooKeeper> | null {
  const fault = (faults: readonly Fault[]): Fired<ZooKeeper> | null => {
    let fired: Fired<ZooKeeper> | null = null;
    for (const one of faults) fired = applyFault(world, process, one, options);
    return fired;
  };
  const node = 'server' in action ? (nodeOfServer(world, action.server) ?? -1) : -1;
  const command = (to: ServerCommand | null): Fired<ZooKeeper> | null => {
    if (to === null) return null;
    const origin = { other: -1, by: world.eventCount, since: world.now };
    return run(world, process, node, { kind: 'command', command: to }, origin, options);
  };
  switch (action.do) {
    case 'start':
    case 'stop':
    case 'freeze':
    case 'thaw':
    case 'wipe':
    case 'mendDisk':
      return fault([{ kind: action.do, node }]);
    case 'kill':
      return fault([{ kind: 'crash', node }]);
    case 'slowDisk':
      return fault([{ kind: 'slowDisk', node, millis: action.millis }]);
    case 'failDisk': {
      const { because, write: of = null, times: left = null } = action;
      return fault([{ kind: 'failDisk', node, because, of, left }]);
    }
    case 'killAtFlush': {
      const { side, write: of = null, nth: left = 1 } = action;
      return fault([{ kind: 'crashAtFlush', node, side, of, left }]);
    }
    case 'loseTail':
      return fault([{ kind: 'loseTail', node, count: action.count }]);
    case 'setClock':
      return fault([{ kind: 'setClock', node, offset: action.offsetMillis }]);
    case 'cut':
    case 'heal':
      return fault([{ kind: action.do, ...ends(world, action) }]);
    case 'latency':
      return fault([{ kind: 'latency', ...ends(world, action), millis: action.millis }]);
    case 'loss':
      return fault([{ kind: 'loss', ...ends(world, action), percent: action.percent }]);
    case 'dropMessage':
    case 'delayMessage':
    case 'hurryMessage': {
      const move = moveOf(world, action);
      return move === null ? null : fault([move]);
    }
    case 'partition':
      return fault(cutsOf(world, action.groups));
    case 'healAll':
      return fault(healsOf(world));
    case 'connect':
      return tell(
        world,
        process,
        action.client,
        {
          kind: 'connect',
          server: action.server,
          timeoutMillis: action.timeoutMillis,
          canBeReadOnly: action.canBeReadOnly ?? false,
          hosts: action.hosts ?? null,
          ...(action.claim && { claim: action.claim }),
        },
        options,
      );
    case 'stranger': {
      const { server, as, says } = action;
      return tell(world, process, action.client, { kind: 'intrude', server, as, says }, options);
    }
    case 'skipZxids':
      return command({ kind: 'skipZxids', counter: action.counter });
    case 'resetStats':
    case 'setTraceMask':
    case 'takeSnapshot':
    case 'restoreSnapshot':
    case 'shedConnections':
      return command(operatorCommand(world, action));
    case 'killClient':
      return fault([{ kind: 'crash', node: nodeOfClient(world, action.client) ?? -1 }]);
    case 'hold':
      // The run keeps it, not the world.
      return null;
    case 'type':
      return tell(world, process, action.client, { kind: 'type', line: action.line }, options);
    case 'call':
      return tell(world, process, action.client, { kind: 'call', operation: action.operation }, options);
    default:
      return assertUnreachable(action);
  }
}

function ends(
  world: World<ZooKeeper>,
  { from, to }: { readonly from: Sid; readonly to: Sid },
): { from: NodeId; to: NodeId } {
  return { from: nodeOfServer(world, from) ?? -1, to: nodeOfServer(world, to) ?? -1 };
}

/** Gives a client a command; a client of a new name is made first. */
function tell(
  world: World<ZooKeeper>,
  process: Process<ZooKeeper>,
  name: string,
  command: ClientCommand,
  options: FireOptions,
): Fired<ZooKeeper> {
  let node = nodeOfClient(world, name);
  if (node === null) {
    const servers = world.nodes.flatMap(({ config }) => (config.kind === 'server' ? [config.hosts] : []))[0] ?? [];
    const config: NodeConfig = { kind: 'client', name, servers };
    node = addNode(world, process, config, 0);
  }
  if (world.nodes[node]?.status === 'down') {
    const number = world.eventCount;
    startNode(world, process, node, options);
    // That start is part of the same event: what the command brings about names its number.
    (world as { eventCount: number }).eventCount = number;
  }
  const origin = { other: -1, by: world.eventCount, since: world.now };
  return run(world, process, node, { kind: 'command', command }, origin, options);
}

function cutsOf(world: World<ZooKeeper>, groups: readonly (readonly Sid[])[]): readonly Fault[] {
  const faults: Fault[] = [];
  groups.forEach((group, i) => {
    groups.forEach((other, j) => {
      if (i === j) return;
      for (const a of group) {
        for (const b of other) {
          const cut: Fault = { kind: 'cut', ...ends(world, { from: a, to: b }) };
          if (isApplicable(world, cut)) faults.push(cut);
        }
      }
    });
  });
  return faults;
}

function healsOf(world: World<ZooKeeper>): readonly Fault[] {
  const faults: Fault[] = [];
  world.links.forEach((row, from) => {
    row.forEach((link, to) => {
      if (link.cut) faults.push({ kind: 'heal', from, to });
    });
  });
  return faults;
}

/** Knows every action. */
export const performer: Performer = { refusalOf, perform };
