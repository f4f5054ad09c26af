/**
 * Single messages of a scenario, held up, let through sooner, or lost. Which ones there are only a run tells: so one is
 * made, each message is picked from what is under way in it, and the step names it by its number. What comes out is a
 * scenario like any other.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import type { Action, MessageRef } from '../sim/action.ts';
import type { MessageFacts } from '../sim/facts.ts';
import { stepBefore, zooKeeperMachine } from '../sim/machine.ts';
import type { Moment, ScriptStep } from '../sim/moment.ts';
import { messagesOf } from '../sim/select-messages.ts';
import type { PacketType } from '../zookeeper/packets.ts';
import type { Drawer } from './drawer.ts';

/** So long a message is waited for. */
const WAIT_MILLIS = 1500;

/** None is held up longer. */
const DELAY_MAX_MILLIS = 600;

/** The scenario with moves of messages of these types in its first `spanMillis`. */
export function withMovedMessages(
  scenario: Scenario,
  types: readonly PacketType[],
  spanMillis: number,
  draw: Drawer,
): Scenario {
  let live = zooKeeperMachine.resume(startOf(scenario, null));
  const lastAt = spanMillis - DELAY_MAX_MILLIS;
  const everyMillis = draw.pick([100, 300, 1000]);
  for (let at = 500 + draw.below(2000); at < lastAt; at += 1 + draw.below(2 * everyMillis)) {
    const wanted = draw.below(2) === 0 ? types : [draw.pick(types)];
    const until = Math.min(lastAt, at + WAIT_MILLIS);
    const found = firstUnderWay(live, ({ packet }) => wanted.some((type) => type === packet), at, until);
    at = found?.at ?? until;
    if (found === null) continue;
    const action = moveOf(draw, live, draw.pick(found.refs));
    live = { ...live, script: live.script.toSpliced(live.scriptIndex, 0, { at, action }) };
  }
  return { ...scenario, script: live.script };
}

/**
 * The scenario with steps that name messages which are there. Where another step is left out or comes at another time
 * numbers are others; then it is the oldest message of the same type on the same way, now or before the next step.
 */
export function withMessagesFound(scenario: Scenario): Scenario {
  let live = zooKeeperMachine.resume(startOf(scenario, null));
  scenario.script.forEach((step, index) => {
    const { at, action } = step;
    if (!isMove(action)) return;
    while (live.scriptIndex < index) if (zooKeeperMachine.step(live, false) === null) return;
    live = { ...live, script: live.script.toSpliced(index, 1) };
    const until = Math.min(live.script[index]?.at ?? Infinity, at + WAIT_MILLIS);
    const isAlike = ({ from, to, packet }: MessageRef): boolean =>
      from === action.from && to === action.to && packet === action.packet;
    const found = firstUnderWay(live, isAlike, at, until);
    const ref = found?.refs.find(({ number }) => number === action.number) ?? found?.refs[0];
    const script = live.script.toSpliced(
      index,
      0,
      found === null ? step : { at: found.at, action: { ...action, ...ref } },
    );
    // What names nothing changes nothing.
    live = { ...live, script, scriptIndex: found === null ? index + 1 : index };
  });
  return { ...scenario, script: live.script };
}

type Move = Extract<Action, MessageRef>;

function isMove(action: Action): action is Move {
  return action.do === 'dropMessage' || action.do === 'delayMessage' || action.do === 'hurryMessage';
}

export function movesMessages(script: readonly ScriptStep[]): boolean {
  return script.some(({ action }) => isMove(action));
}

/** The run stands before everything that happens then. */
function goTo(live: Moment, at: number): void {
  while (stepBefore(live, at, false) !== null);
}

/** Such messages that are under way at the first time from `from` to `until` at which there are any. */
function firstUnderWay(
  live: Moment,
  isWanted: (ref: MessageRef) => boolean,
  from: number,
  until: number,
): { readonly at: number; readonly refs: readonly MessageRef[] } | null {
  for (let at = from; at <= until;) {
    goTo(live, at);
    const refs = messagesOf(live.world)
      .map((message) => refOf(live, message))
      .filter(isWanted)
      // Some wait for a process that does not read.
      .filter((ref) => live.performer.refusalOf(live.world, { do: 'delayMessage', ...ref, millis: 1 }) === null);
    if (refs.length > 0) return { at, refs };
    // Nothing is sent before the next event; what it sends is under way right after its time.
    const next = stepBefore(live, until, false);
    if (next === null) return null;
    at = Math.max(at, next.at) + 1;
  }
  return null;
}

function refOf({ world }: Moment, { from, to, type: packet, number }: MessageFacts): MessageRef {
  const [sender, receiver] = [from, to].map((node): MessageRef['from'] => {
    const config = world.nodes[node]?.config;
    return config?.kind === 'server' ? config.sid : (config?.name ?? '');
  });
  return { from: sender ?? '', to: receiver ?? '', packet, number };
}

/** Votes alone may be lost while their connection goes on: QuorumCnxManager keeps but the newest for each server, and whoever looks sends its own again. */
function moveOf(draw: Drawer, { world, performer }: Moment, ref: MessageRef): Action {
  const what = draw.below(8);
  const millis = draw.pick([1, 5, 40, 150, DELAY_MAX_MILLIS]);
  if (what < 2 && ref.packet === 'NOTIFICATION') return { do: 'dropMessage', ...ref };
  const hurry: Action = { do: 'hurryMessage', ...ref };
  const canBeSooner = what >= 4 && performer.refusalOf(world, hurry) === null;
  return canBeSooner ? hurry : { do: 'delayMessage', ...ref, millis };
}
