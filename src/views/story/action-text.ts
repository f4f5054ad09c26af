/** An action as a step of a scenario: "Kill S3"; several that are one deed by what they come to: "Restart S3". */
import { assertUnreachable } from '../../base/assert.ts';
import type { LabCatalogue } from '../../locales/en-lab.ts';
import type { Action } from '../../sim/action.ts';

export function actionText(action: Action, words: LabCatalogue): string {
  const { done } = words;
  switch (action.do) {
    case 'start':
    case 'kill':
    case 'stop':
    case 'freeze':
    case 'thaw':
    case 'wipe':
      return done[action.do](action.server);
    case 'slowDisk':
      return done.slowDisk(action.server, action.millis);
    case 'failDisk':
      return done.failDisk(action.server, action);
    case 'mendDisk':
      return done.mendDisk(action.server);
    case 'killAtFlush':
      return done.killAtFlush(action.server, action);
    case 'loseTail':
      return done.loseTail(action.server, action.count);
    case 'setClock':
      return done.setClock(action.server, action.offsetMillis);
    case 'cut':
    case 'heal':
      return done[action.do](action.from, action.to);
    case 'partition':
      return done.partition(action.groups);
    case 'healAll':
      return done.healAll();
    case 'latency':
      return done.latency(action.from, action.to, action.millis);
    case 'loss':
      return done.loss(action.from, action.to, action.percent);
    case 'dropMessage':
      return done.dropMessage(action);
    case 'delayMessage':
      return done.delayMessage(action, action.millis);
    case 'hurryMessage':
      return done.hurryMessage(action, action.millis ?? null);
    case 'connect':
      return done.connect(action.client, action.server);
    case 'stranger':
      return done.stranger(action.client, action.server);
    case 'skipZxids':
      return done.skipZxids(action.server, action.counter);
    case 'resetStats':
      return done.resetStats(action.server, action.by);
    case 'setTraceMask':
      return done.setTraceMask(action.server, action.mask);
    case 'takeSnapshot':
      return done.takeSnapshot(action.server);
    case 'restoreSnapshot':
      return done.restoreSnapshot(action.server, action.of);
    case 'shedConnections':
      return done.shedConnections(action.server, action.percent);
    case 'hold':
      return done.hold(action.until, action.nth ?? 1, actionText(action.action, words));
    case 'killClient':
      return done.killClient(action.client);
    case 'type':
      return done.type(action.client, action.line);
    case 'call': {
      const { operation } = action;
      return done.call(action.client, 'path' in operation ? `${operation.op} ${operation.path}` : operation.op);
    }
    default:
      return assertUnreachable(action);
  }
}

/** At least one action. */
export function deedText(actions: readonly Action[], words: LabCatalogue): string {
  const last = actions.at(-1) as Action;
  if (actions.length === 1) return actionText(last, words);
  if (last.do === 'delayMessage') return words.done.delayMessages(actions.length);
  if (last.do === 'loss') return lossText(last, actions, words);
  if (last.do === 'start') return words.done.restart(last.server);
  if (last.do === 'cut') return words.done.cutLinks(linksOf(actions).size);
  // A client is connected first where there is none.
  return actionText(last, words);
}

/** Of all links of one server, the same. */
function lossText(last: Extract<Action, { do: 'loss' }>, actions: readonly Action[], words: LabCatalogue): string {
  const shared = [last.from, last.to].find((sid) =>
    actions.every((one) => one.do === 'loss' && one.percent === last.percent && (one.from === sid || one.to === sid)),
  );
  return shared === undefined ? actionText(last, words) : words.done.lossOf(shared, last.percent);
}

/** A link is cut in either direction or both. */
function linksOf(actions: readonly Action[]): ReadonlySet<string> {
  return new Set(
    actions.flatMap((action) =>
      action.do === 'cut' ? [[action.from, action.to].toSorted((a, b) => a - b).join('-')] : [],
    ),
  );
}
