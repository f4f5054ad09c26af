/** What can be done to one server, as actions; with the signs they go by. */
import { freshPath, restart, write } from '../../app/deeds.ts';
import type { Lab } from '../../app/lab.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Action } from '../../sim/action.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { IconName } from '../../widgets/Icon.tsx';
import type { Sid } from '../../zookeeper/ids.ts';

/** Acts on one server, in the order they are offered. */
export const SERVER_ACTS = ['kill', 'stop', 'restart', 'freeze', 'thaw', 'write', 'slowDisk', 'wipe'] as const;
/** What a menu begins with: disks have a list of their own there. */
export const MENU_ACTS = SERVER_ACTS.filter((act) => act !== 'slowDisk' && act !== 'wipe');
export type ServerAct = (typeof SERVER_ACTS)[number];

export const ACT_ICON: Readonly<Record<ServerAct | 'cut' | 'heal', IconName>> = {
  kill: 'close',
  stop: 'stop',
  restart: 'restart',
  freeze: 'freeze',
  thaw: 'play',
  write: 'write',
  slowDisk: 'slowDisk',
  wipe: 'wipe',
  cut: 'cut',
  heal: 'heal',
};

const SLOWER_MILLIS = 200;

/** The actions that `act` stands for here, in order: a running server is stopped before it is restarted. */
export function actionsFor(lab: Lab, act: ServerAct, sid: Sid, facts: StageFacts): readonly Action[] {
  const server = facts.servers.find((one) => one.sid === sid);
  switch (act) {
    case 'restart':
      return restart(lab.session.momentAt(lab.store.getState()), sid);
    case 'slowDisk':
      return [{ do: 'slowDisk', server: sid, millis: (server?.diskMillis ?? 0) + SLOWER_MILLIS }];
    case 'write': {
      if (server?.status === 'down') return [];
      const state = lab.store.getState();
      return write(lab.session.momentAt(state), sid, freshPath(lab.session, state.branch));
    }
    default:
      return [{ do: act, server: sid }];
  }
}

/** Whether the first of them makes sense here. */
export function isPossible({ session, store }: Lab, actions: readonly Action[]): boolean {
  const [first] = actions;
  return first !== undefined && session.refusal(store.getState(), first) === null;
}

export function doAll({ store }: Lab, actions: readonly Action[]): void {
  store.getState().act(...actions);
}

/** The icon of a deed: of what it comes to. */
export function deedIcon(actions: readonly Action[]): IconName {
  return actionIcon(actions.at(-1) as Action);
}

/** The icon of a step of the scenario. */
export function actionIcon(action: Action): IconName {
  switch (action.do) {
    case 'start':
      return 'restart';
    case 'killClient':
      return ACT_ICON.kill;
    case 'kill':
    case 'stop':
    case 'freeze':
    case 'thaw':
    case 'wipe':
    case 'slowDisk':
      return ACT_ICON[action.do];
    case 'failDisk':
    case 'mendDisk':
    case 'setClock':
      return ACT_ICON.slowDisk;
    case 'killAtFlush':
      return ACT_ICON.kill;
    case 'loseTail':
      return ACT_ICON.wipe;
    case 'cut':
    case 'partition':
      return 'cut';
    case 'heal':
    case 'healAll':
      return 'heal';
    case 'latency':
    case 'loss':
    case 'delayMessage':
    case 'hurryMessage':
      return 'slowDisk';
    case 'dropMessage':
      return 'close';
    case 'connect':
    case 'stranger':
      return 'plug';
    case 'skipZxids':
    case 'takeSnapshot':
      return 'slowDisk';
    case 'resetStats':
    case 'setTraceMask':
    case 'restoreSnapshot':
      return 'restart';
    case 'shedConnections':
      return 'cut';
    case 'type':
    case 'call':
      return 'write';
    case 'hold':
      return actionIcon(action.action);
    default:
      return assertUnreachable(action);
  }
}
