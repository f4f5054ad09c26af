/** Plays one step of a recording's script on the engine. A step that cannot be played says why; none is left out. */
import type { Action } from '../sim/action.ts';
import type { Refusal } from '../sim/performer.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { playBulk, playCall, playConnect, playReconnect, playWatchEvents } from './play-call.ts';
import { isLooking, isQuorumOf } from './server-facts.ts';
import { DONE, type Stage, type StepOutcome } from './stage.ts';
import type { ServersOp, Step } from './step.ts';

/** The recorder waited until everybody had been settled for about a second. */
const SETTLE_MILLIS = 1000;
const LOOKING_SETTLE_MILLIS = 100;
const QUORUM_LIMIT_MILLIS = 120_000;

export function playStep(stage: Stage, step: Step): StepOutcome {
  switch (step.op) {
    case 'waited for quorum':
      return waitForQuorum(stage, step.servers);
    case 'waited for LOOKING':
      return waitForLooking(stage, step.servers);
    case 'wait':
      stage.player.runFor(Math.round(step.seconds * 1000));
      return DONE;
    case 'partition':
      return act(stage, [{ do: 'partition', groups: step.groups.map((group) => group.map(sidOf)) }], 'nothingToCut');
    case 'cut link':
      return act(stage, [cut(step.between[0], step.between[1]), cut(step.between[1], step.between[0])]);
    case 'cut one way':
      return act(stage, [cut(step.frm, step.to)]);
    case 'heal network':
      return act(stage, [{ do: 'healAll' }], 'nothingToHeal');
    case 'connect':
      return playConnect(stage, step);
    case 'reconnect':
      return playReconnect(stage, step);
    case 'clientDies':
      return act(stage, [{ do: 'killClient', client: step.client }]);
    case 'watchEvents':
      return playWatchEvents(stage, step.client);
    case 'bulk':
      return playBulk(stage, step);
    case 'unknown':
      return { failure: `"${step.name}" cannot be played` };
    default:
      return 'servers' in step ? onServers(stage, step.op, step.servers) : playCall(stage, step);
  }
}

const DEED: Readonly<Partial<Record<ServersOp, 'start' | 'kill' | 'stop' | 'freeze' | 'thaw' | 'wipe'>>> = {
  start: 'start',
  'kill -9': 'kill',
  'stop (SIGTERM)': 'stop',
  'pause (SIGSTOP)': 'freeze',
  'resume (SIGCONT)': 'thaw',
  'wipe data dir': 'wipe',
};

function onServers(stage: Stage, op: ServersOp, servers: readonly number[]): StepOutcome {
  const deed = DEED[op];
  if (deed === undefined) return { failure: `"${op}" cannot be played` };
  return act(
    stage,
    servers.map((sid): Action => ({ do: deed, server: sidOf(sid) })),
  );
}

function cut(from: number, to: number): Action {
  return { do: 'cut', from: sidOf(from), to: sidOf(to) };
}

/** Does the actions at one moment. `harmless` is a refusal that says there was nothing to do. */
function act(stage: Stage, actions: readonly Action[], harmless: Refusal | null = null): StepOutcome {
  for (const action of actions) {
    const refusal = stage.player.act(action);
    if (refusal === null || refusal === harmless) continue;
    const whom = 'server' in action ? ` server ${action.server}` : '';
    return { failure: `${action.do}${whom} is refused: ${refusal}` };
  }
  return DONE;
}

function waitForQuorum({ player }: Stage, servers: readonly number[]): StepOutcome {
  const holds = (): boolean => isQuorumOf(player.moment, servers);
  const from = player.moment.world.now;
  while (player.runUntil(holds, QUORUM_LIMIT_MILLIS - (player.moment.world.now - from))) {
    player.runFor(SETTLE_MILLIS);
    if (holds()) return DONE;
  }
  return { failure: `servers ${servers.join(', ')} are no quorum after ${QUORUM_LIMIT_MILLIS / 1000} s` };
}

function waitForLooking({ player }: Stage, servers: readonly number[]): StepOutcome {
  const holds = (): boolean => servers.every((sid) => isLooking(player.moment, sid));
  if (!player.runUntil(holds, QUORUM_LIMIT_MILLIS)) {
    return { failure: `servers ${servers.join(', ')} are not all LOOKING after ${QUORUM_LIMIT_MILLIS / 1000} s` };
  }
  player.runFor(LOOKING_SETTLE_MILLIS);
  return DONE;
}
