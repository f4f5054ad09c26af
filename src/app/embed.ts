/**
 * Inside somebody's page: does what the page around it asks for, and tells it what happens. Only the page around is
 * listened to, and only if it is the one that the address allows, where it names one.
 */
import { assertUnreachable } from '../base/assert.ts';
import { scenarioProblem } from '../locales/en-problems.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { type EmbedEvent, type EmbedPlace, type HostCommand, PROTOCOL, readHostMessage } from './embed-protocol.ts';
import type { Lab } from './lab.ts';
import { decodeShare } from './lesson-links.ts';
import { playerOf } from './lesson-player.ts';

/** While it plays, the page around hears no more often than this where it stands. */
const TOLD_MILLIS = 100;
/** So far ahead of what has been run a host may seek at once. */
const AHEAD_EVENTS_MAX = 20_000;

/** What is wrong with a command that is well-formed. */
interface Refusal {
  readonly field: string;
  readonly message: string;
}

/** `allowed`: the one origin that may embed and drive this page; null lets any. Returns how to stop. */
export function connectEmbed(lab: Lab, own: Window, allowed: string | null): () => void {
  const { store } = lab;
  const host = own.parent;
  if (host === own) return () => undefined;
  // Until the host has spoken nobody knows who it is; that the page is ready is no secret.
  let origin = allowed ?? '*';
  let timer: number | null = null;

  const post = (event: EmbedEvent): void => host.postMessage({ zabscope: PROTOCOL, ...event }, origin);
  const place = (): EmbedPlace => {
    const { branch, cursor, playing } = store.getState();
    return {
      scenario: lab.session.scenario.id,
      event: cursor,
      time: lab.session.branch(branch).timeAt(cursor),
      playing,
      lesson: lessonPlace(lab),
    };
  };

  const listen = (message: MessageEvent<unknown>): void => {
    if (message.source !== host || (allowed !== null && message.origin !== allowed)) return;
    const read = readHostMessage(message.data);
    if (read === null) return;
    // A page without an origin of its own cannot be named.
    if (allowed === null) origin = message.origin === 'null' ? '*' : message.origin;
    if (!read.ok) return post({ tells: 'error', ...read.error });
    void answer(read.value.id, read.value.command);
  };
  const answer = async (id: string | number | null, command: HostCommand): Promise<void> => {
    await lab.whole;
    const refusal = await obey(lab, own, command);
    if (refusal !== null) post({ tells: 'error', id, ...refusal });
    else if (id !== null) post({ tells: 'done', id, ...place() });
  };

  const tell = (): void => {
    timer = null;
    post({ tells: 'moved', ...place() });
  };
  const unsubscribe = store.subscribe((state, before) => {
    const hasMoved =
      state.lesson !== before.lesson ||
      state.cursor !== before.cursor ||
      state.branch !== before.branch ||
      state.run !== before.run;
    const hasStopped = before.playing && !state.playing;
    if (!hasMoved && state.playing === before.playing) return;
    if (state.playing) timer ??= own.setTimeout(tell, TOLD_MILLIS);
    else {
      if (timer !== null) own.clearTimeout(timer);
      tell();
    }
    if (hasStopped && lab.session.isOver(state.branch) && state.cursor >= lab.session.branch(state.branch).length)
      post({ tells: 'finished', ...place() });
  });

  own.addEventListener('message', listen);
  const greet = async (): Promise<void> => {
    await lab.whole;
    await isLed(lab);
    post({ tells: 'ready', ...place() });
  };
  void greet();
  return () => {
    own.removeEventListener('message', listen);
    unsubscribe();
    if (timer !== null) own.clearTimeout(timer);
  };
}

/** Null when it is done. */
async function obey(lab: Lab, own: Window, command: HostCommand): Promise<Refusal | null> {
  const state = lab.store.getState();
  const { branch } = state;
  switch (command.do) {
    case 'open':
      return 'link' in command ? openLink(lab, own, command.link) : openScenario(lab, command.scenario);
    case 'play':
      state.play();
      return null;
    case 'pause':
      state.pause();
      return null;
    case 'toStart':
      state.toStart();
      return null;
    case 'toEnd':
      state.toEnd();
      return null;
    case 'seek':
      if ('time' in command) {
        lab.session.ensureUntil(branch, command.time, AHEAD_EVENTS_MAX);
        state.seekTime(command.time);
        return null;
      }
      if (command.event > lab.session.branch(branch).length + AHEAD_EVENTS_MAX)
        return { field: 'event', message: `is more than ${AHEAD_EVENTS_MAX} events beyond what has been run` };
      state.seek(command.event);
      return null;
    case 'step':
      if (command.to === 'event') state.step(command.by);
      else state.stepToChange(command.by);
      return null;
    case 'lesson':
      return toStep(lab, command);
    case 'speed':
      state.setSpeed(command.speed);
      return null;
    case 'theme':
      state.setTheme(command.theme);
      return null;
    default:
      return assertUnreachable(command);
  }
}

function lessonPlace(lab: Lab): EmbedPlace['lesson'] {
  const { lesson } = lab.store.getState();
  const { course } = playerOf(lab).state.getState();
  if (lesson === null || course === null) return null;
  const { id, step, asks } = lesson;
  return { id, step: step + 1, steps: course.lesson.steps.length, asks };
}

/** Fulfilled once the lesson of a link has come, and stands at its step; at once where there is none. */
function isLed(lab: Lab): Promise<void> {
  const { state } = playerOf(lab);
  return new Promise((resolve) => {
    const isThere = (): boolean => {
      const { lesson } = lab.store.getState();
      const { course, step, place, problem } = state.getState();
      if (lesson === null) return true;
      return (
        course?.lesson.id === lesson.id && step === lesson.step && (place !== null || problem !== null || lesson.free)
      );
    };
    if (isThere()) return resolve();
    const look = (): void => {
      if (!isThere()) return;
      unsubscribe();
      leave();
      // After the lab has followed.
      setTimeout(resolve);
    };
    const unsubscribe = state.subscribe(look);
    const leave = lab.store.subscribe(look);
  });
}

function toStep(lab: Lab, command: HostCommand & { readonly do: 'lesson' }): Refusal | null {
  const player = playerOf(lab);
  const { course } = player.state.getState();
  if (course === null) return { field: 'do', message: 'no lesson is open: open a link to one' };
  if ('go' in command) {
    if (command.go === 'next') player.next();
    else player.back();
    return null;
  }
  const { length } = course.lesson.steps;
  if (command.step > length) return { field: 'step', message: `must be from 1 to ${length}` };
  player.goTo(command.step - 1);
  return null;
}

/** What cannot be opened leaves the run as it is. */
async function openLink(lab: Lab, own: Window, link: string): Promise<Refusal | null> {
  const decoded = await decodeShare(link);
  if (!decoded.ok) return { field: 'link', message: `cannot be opened: ${Object.values(decoded.error).join(' ')}` };
  own.history.replaceState(null, '', link);
  const isOpen = await lab.address.open(firstLook);
  await isLed(lab);
  return isOpen ? null : { field: 'link', message: 'cannot be played' };
}

function openScenario(lab: Lab, json: unknown): Refusal | null {
  const decoded = decodeScenario(json);
  if (decoded.ok) {
    lab.store.getState().openScenario(decoded.value);
    return null;
  }
  const problems = decoded.error.map((problem) => {
    const { what, remedy } = scenarioProblem(problem);
    return `${problem.path} ${what}: ${remedy}`;
  });
  return { field: 'scenario', message: problems.join('; ') };
}
