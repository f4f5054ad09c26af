/** English of the consoles: clients that are typed into, and what operators ask servers. */
import type { SessionId, Sid } from '../zookeeper/ids.ts';
import { server } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

export const enConsoles = {
  title: 'Consoles',
  close: 'Close the consoles',
  taller: 'Taller',
  tabs: 'Clients and operator',
  newClient: 'New client',
  examples: 'Examples',
  examplesTitle: 'Several clients, line by line',
  recipes: { lock: 'A lock', queue: 'A queue' },
  recipeHints: {
    lock: 'three clients, one holds it',
    queue: 'one appends, two take',
  },
  stopped: 'The example stopped: an answer did not come.',

  form: {
    title: 'Connect a client',
    name: 'Name',
    connectString: 'Connect string',
    timeout: 'Session timeout, ms',
    readOnly: 'content with a server that only reads',
    connect: 'Connect',
    hosts: 'Hosts',
    problems: {
      nameEmpty: 'It needs a name.',
      nameTaken: 'There is a client of that name.',
      noHost: 'No server of this ensemble is named: write S1:2181,S2:2181.',
      timeout: 'The timeout is a whole number of milliseconds.',
    },
  },

  output: (name: string) => `Terminal of ${name}`,
  input: (name: string) => `Command for ${name}`,
  inputHint: 'Tab completes, the up and down keys go through what was typed before.',
  earlier: (count: number) => plural(count, { one: '# earlier line', other: '# earlier lines' }),
  nothing: 'Nothing yet: the client’s events show here as they happen.',
  waits: 'waits for an answer',
  toAnswer: 'Run to the answer',
  noAnswer: 'No answer comes within 20 s of virtual time.',
  gone: (name: string) => `${name} has left.`,
  again: 'Start it again',
  kill: 'Kill',
  killIt: (name: string) => `Kill ${name}: it does not close its session, which lasts until it expires`,
  meta: (sid: Sid | null, session: SessionId | null) =>
    [sid === null ? '' : `at ${server(sid)}`, session === null ? 'no session' : `session ${session}`]
      .filter(Boolean)
      .join(', '),
  candidates: 'Ways to go on',

  operator: {
    tab: 'Operator',
    name: 'What an operator asks a server',
    server: 'Server',
    word: 'Command',
    words: 'Four-letter words',
    commands: 'Admin server',
    whitelisted: 'whitelisted',
    output: (asked: string, sid: Sid) => `${server(sid)} answers ${asked}`,
    down: (sid: Sid) => `${server(sid)} is not running: connection refused.`,
    run: 'Do it',
    doIt: (asked: string, sid: Sid) => `Do ${asked} at ${server(sid)}`,
    changes: (asked: string, sid: Sid) =>
      `${asked} changes ${server(sid)}: do it, and what it answers is shown here. Undo takes it back.`,
    mask: 'Mask',
    percent: 'Of a hundred',
    of: 'Newest snapshot of',
    frozen: (sid: Sid) => `${server(sid)} is frozen: it would answer once it is thawed.`,
  },
};

/** What every catalogue must have for it. */
export type ConsolesCatalogue = Translatable<typeof enConsoles>;
