/** Plays what clients do: they connect, call, and wait for their answers. */
import { sidOf } from '../zookeeper/ids.ts';
import { type Call, clientNamed } from './calls.ts';
import { answerFacts, operationOf } from './operation.ts';
import { DONE, type Stage, type StepOutcome } from './stage.ts';
import type { BulkStep, CallOp, CallStep, Step } from './step.ts';

const ANSWER_LIMIT_MILLIS = 30_000;
const RECONNECT_PAUSE_MILLIS = 100;

export function playConnect(stage: Stage, step: Step & { readonly op: 'connect' }): StepOutcome {
  const { client, server, timeout } = step;
  const failure = connect(stage, { client, server, timeoutMillis: timeout });
  if (failure !== null) return { failure };
  // A fresh session has seen no zxid.
  return { facts: { ok: true, timeout: stage.calls.timeoutMillis(client), zxid: null } };
}

/** With the session it has, if that is still one. */
export function playReconnect(stage: Stage, step: Step & { readonly op: 'reconnect' }): StepOutcome {
  const { client, server } = step;
  const before = clientNamed(stage.player.moment, client);
  if (before === null) return { failure: `client ${client} has never connected` };
  const { sessionId, timeoutMillis } = before;
  const failure = connect(stage, { client, server, timeoutMillis });
  if (failure !== null) return { failure };
  const after = clientNamed(stage.player.moment, client);
  return { facts: { ok: true, sameSession: after?.sessionId === sessionId } };
}

/** Connects again and again until it is accepted, as clients do. Null, or why it is not. */
function connect(
  { player }: Stage,
  {
    client,
    server,
    timeoutMillis,
  }: { readonly client: string; readonly server: number; readonly timeoutMillis: number },
): string | null {
  const until = player.moment.world.now + ANSWER_LIMIT_MILLIS;
  const phase = (): string => clientNamed(player.moment, client)?.phase ?? 'idle';
  const isSettled = (): boolean => phase() === 'connected' || phase() === 'idle';
  while (player.moment.world.now < until) {
    const refusal = player.act({ do: 'connect', client, server: sidOf(server), timeoutMillis });
    if (refusal !== null) return `connecting ${client} to server ${server} is refused: ${refusal}`;
    player.runUntil(isSettled, until - player.moment.world.now);
    if (phase() === 'connected') return null;
    player.runFor(RECONNECT_PAUSE_MILLIS);
  }
  return `client ${client} is not accepted by server ${server} within ${ANSWER_LIMIT_MILLIS / 1000} s`;
}

export function playCall(stage: Stage, step: CallStep): StepOutcome {
  // The schema lets no other op come here: the pattern always matches, and its middle is a CallOp.
  const [, op, how] = /^(.*?)(NoWait|Answer|)$/.exec(step.op) as unknown as [string, CallOp, string];
  if (how === 'Answer') {
    const asked = stage.calls.last(step.client, op);
    return asked === null ? { failure: `client ${step.client} never called ${op}` } : answerOf(stage, asked);
  }
  const operation = operationOf(op, step);
  if (typeof operation === 'string') return { failure: operation };
  const asked = stage.calls.begin(step.client, op);
  const refusal = stage.player.act({ do: 'call', client: step.client, operation });
  if (refusal !== null) return { failure: `the call of ${step.client} is refused: ${refusal}` };
  return how === 'NoWait' ? DONE : answerOf(stage, asked);
}

function answerOf({ player }: Stage, asked: Call): StepOutcome {
  player.runUntil(() => asked.answer !== null, ANSWER_LIMIT_MILLIS);
  const { answer, client, op } = asked;
  if (answer === null) return { failure: `client ${client} gets no answer within ${ANSWER_LIMIT_MILLIS / 1000} s` };
  return { facts: answerFacts(op, answer) };
}

/** The recorder waited a moment for what its watches had to say. */
const EVENTS_MILLIS = 500;

export function playWatchEvents({ player, calls }: Stage, client: string): StepOutcome {
  player.runFor(EVENTS_MILLIS);
  // A list, as recorded, by position.
  return { facts: Object.fromEntries(calls.takeEvents(client).entries()) };
}

/** `count` calls, one after the other; those of a set write x0, x1, … */
export function playBulk(stage: Stage, { client, server, what, path, count }: BulkStep): StepOutcome {
  if (what !== 'set') return { failure: `bulk "${what}" cannot be played` };
  const zxids: unknown[] = [];
  for (let i = 0; i < count; i++) {
    const outcome = playCall(stage, { op: what, client, server, path, data: `x${i}` });
    if ('failure' in outcome) return outcome;
    if (outcome.facts['err'] === undefined) zxids.push(outcome.facts['zxid']);
  }
  return { facts: { ok: zxids.length, firstZxid: zxids[0], lastZxid: zxids.at(-1) } };
}
