/**
 * What a page says to a Zabscope inside it, and what it hears: plain objects by `postMessage`, told in docs/embed.md.
 * A message of the host is checked here, field by field; what is wrong with it is said to whoever wrote the host.
 */
import { type Result, err, ok } from '../base/result.ts';
import { SPEED_MAX, SPEED_MIN } from './speed.ts';
import type { Theme } from './store.ts';

/** The version of the protocol, and what tells its messages from those of others. */
export const PROTOCOL = 1;

export type HostCommand =
  | { readonly do: 'open'; readonly link: string }
  | { readonly do: 'open'; readonly scenario: unknown }
  | { readonly do: 'play' | 'pause' | 'toStart' | 'toEnd' }
  | { readonly do: 'seek'; readonly event: number }
  | { readonly do: 'seek'; readonly time: number }
  | { readonly do: 'step'; readonly by: 1 | -1; readonly to: 'event' | 'change' }
  /** Of the lesson that is open: a step, counted from 1 as in links, or where Next and Back lead. */
  | { readonly do: 'lesson'; readonly step: number }
  | { readonly do: 'lesson'; readonly go: 'next' | 'back' }
  | { readonly do: 'speed'; readonly speed: number }
  | { readonly do: 'theme'; readonly theme: Theme };

/** `id` comes back with the answer: whatever the host chose, a text or a number; null where it chose none. */
export interface HostMessage {
  readonly id: string | number | null;
  readonly command: HostCommand;
}

export interface HostProblem {
  readonly id: string | number | null;
  /** The field that is wrong. */
  readonly field: string;
  /** In English: it is read by programmers, in a console. */
  readonly message: string;
}

/** Where the run stands. */
export interface EmbedPlace {
  readonly scenario: string;
  readonly event: number;
  /** Virtual milliseconds. */
  readonly time: number;
  readonly playing: boolean;
  /** The step of a lesson, counted from 1, of how many, and whether it waits for an answer; null outside lessons. */
  readonly lesson: {
    readonly id: string;
    readonly step: number;
    readonly steps: number;
    readonly asks: boolean;
  } | null;
}

export type EmbedEvent =
  | ({ readonly tells: 'ready' | 'moved' | 'finished' } & EmbedPlace)
  | ({ readonly tells: 'done'; readonly id: string | number } & EmbedPlace)
  | { readonly tells: 'error'; readonly id: string | number | null; readonly field: string; readonly message: string };

const DOES = ['open', 'play', 'pause', 'toStart', 'toEnd', 'seek', 'step', 'lesson', 'speed', 'theme'] as const;
const FIELDS: Readonly<Record<(typeof DOES)[number], readonly string[]>> = {
  open: ['link', 'scenario'],
  play: [],
  pause: [],
  toStart: [],
  toEnd: [],
  seek: ['event', 'time'],
  step: ['by', 'to'],
  lesson: ['step', 'go'],
  speed: ['speed'],
  theme: ['theme'],
};
const LINK_MAX = 1_000_000;

/** Null when `data` is no message of this protocol: pages hear many. */
export function readHostMessage(data: unknown): Result<HostMessage, HostProblem> | null {
  if (typeof data !== 'object' || data === null || !('zabscope' in data)) return null;
  const fields = new Map<string, unknown>(Object.entries(data));
  const given = fields.get('id');
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  const refuse = (field: string, message: string) => err({ id, field, message });
  if (fields.get('zabscope') !== PROTOCOL)
    return refuse('zabscope', `must be ${PROTOCOL}, the version of the protocol`);
  if (given !== undefined && id === null) return refuse('id', 'must be a text or a number');
  const what = DOES.find((one) => one === fields.get('do'));
  if (what === undefined) return refuse('do', `must be one of ${DOES.join(', ')}`);
  const known = ['zabscope', 'id', 'do', ...FIELDS[what]];
  const unknown = Array.from(fields.keys()).find((field) => !known.includes(field));
  if (unknown !== undefined) return refuse(unknown, `is not known here: ${what} takes ${listOf(FIELDS[what])}`);
  const command = commandOf(what, fields);
  return 'wrong' in command ? refuse(command.wrong, command.message) : ok({ id, command });
}

interface Wrong {
  readonly wrong: string;
  readonly message: string;
}

function commandOf(what: (typeof DOES)[number], fields: ReadonlyMap<string, unknown>): HostCommand | Wrong {
  const has = (field: string): boolean => fields.get(field) !== undefined;
  switch (what) {
    case 'open': {
      if (has('link') === has('scenario')) return { wrong: 'link', message: 'name either a link or a scenario' };
      if (has('scenario')) return { do: 'open', scenario: fields.get('scenario') };
      const link = fields.get('link');
      if (typeof link !== 'string' || link.length > LINK_MAX || !link.includes('#'))
        return { wrong: 'link', message: 'must be a text with a link, or the part of one from its # on' };
      return { do: 'open', link: link.slice(link.indexOf('#')) };
    }
    case 'seek': {
      if (has('event') === has('time')) return { wrong: 'event', message: 'name either an event or a time' };
      const field = has('event') ? 'event' : 'time';
      const value = fields.get(field);
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        return {
          wrong: field,
          message: `must be a whole number from 0 on${field === 'time' ? ', in milliseconds' : ''}`,
        };
      return field === 'event' ? { do: 'seek', event: value } : { do: 'seek', time: value };
    }
    case 'step': {
      const by = fields.get('by') ?? 1;
      const to = fields.get('to') ?? 'event';
      if (by !== 1 && by !== -1) return { wrong: 'by', message: 'must be 1, forward, or -1, back' };
      if (to !== 'event' && to !== 'change') return { wrong: 'to', message: 'must be event or change' };
      return { do: 'step', by, to };
    }
    case 'lesson': {
      if (has('step') === has('go')) return { wrong: 'step', message: 'name either a step or where to go' };
      const step = fields.get('step');
      const go = fields.get('go');
      if (has('go')) {
        return go === 'next' || go === 'back' ? { do: 'lesson', go } : { wrong: 'go', message: 'must be next or back' };
      }
      if (typeof step !== 'number' || !Number.isSafeInteger(step) || step < 1)
        return { wrong: 'step', message: 'must be a whole number from 1 on' };
      return { do: 'lesson', step };
    }
    case 'speed': {
      const speed = fields.get('speed');
      if (typeof speed !== 'number' || !(speed >= SPEED_MIN && speed <= SPEED_MAX))
        return { wrong: 'speed', message: `must be a number from ${SPEED_MIN} to ${SPEED_MAX}` };
      return { do: 'speed', speed };
    }
    case 'theme': {
      const theme = fields.get('theme');
      if (theme !== 'light' && theme !== 'dark' && theme !== 'system')
        return { wrong: 'theme', message: 'must be light, dark or system' };
      return { do: 'theme', theme };
    }
    default:
      return { do: what };
  }
}

function listOf(fields: readonly string[]): string {
  return fields.length === 0 ? 'nothing' : fields.join(', ');
}
