/** A client loses its server after a quorum has its write: it sees an error, asks again, and what that does. */
import { act, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
const DISKS = { 1: LOG, 2: LOG, 3: LOG };
const NETWORK = { latencyMillis: 12, jitterMillis: 0 };

const opens = (client: string, ...hosts: readonly number[]) =>
  act(1000, {
    do: 'connect',
    client,
    server: sidOf(hosts[0] ?? 1),
    timeoutMillis: 10_000,
    hosts: hosts.map(sidOf),
  });
const types = (client: string, line: string) => ({ do: 'type', client, line }) as const;
const PARENT = act(1200, types('ann', 'create /orders'));
const ORDERS = 'create -s /orders/o- book';
const NAMES = 'create /orders/4711 book';
const SETS = 'set -v 0 /stock 9';

const FORWARDED = { event: 'notes', note: 'requestForwarded', server: s1 } as const;
const ENDED = { event: 'notes', note: 'commandEnded' } as const;
/** Its server dies with the write committed, before it has heard of that. */
const DIES_LATE = {
  do: 'hold',
  until: { event: 'commits', server: s3 },
  action: { do: 'kill', server: s1 },
} as const;
/** Its server dies, and what it has passed on never arrives. */
const DIES_EARLY = [
  { do: 'cut', from: s1, to: s3 },
  { do: 'kill', server: s1 },
] as const;
const FIRST = { ask: 'data', server: s2, path: '/orders/o-0000000000' } as const;
const SECOND = { ask: 'data', server: s2, path: '/orders/o-0000000001' } as const;
const STOCK = { ask: 'data', server: s2, path: '/stock' } as const;
const ERROR = { ask: 'noted', note: 'clientAnswered', field: 'answer.error' } as const;
const ANSWERED = { event: 'notes', note: 'clientAnswered', where: { operation: 'create' } } as const;

export const lesson = {
  id: 'error-yet-there',
  number: 4,
  arc: 'broadcast',
  minutes: 6,
  scenes: {
    order: lessonScene({
      id: 'error-yet-there-order',
      title: 'An order, and an error',
      servers: 3,
      disks: DISKS,
      network: NETWORK,
      script: [start(0, 1, 2, 3), opens('ann', 1, 2, 3), PARENT, act(1500, types('ann', ORDERS))],
    }),
    named: lessonScene({
      id: 'error-yet-there-named',
      title: 'An order with a name of its own',
      servers: 3,
      disks: DISKS,
      network: NETWORK,
      script: [start(0, 1, 2, 3), opens('ann', 1, 2, 3), PARENT, act(1500, types('ann', NAMES))],
    }),
    stock: lessonScene({
      id: 'error-yet-there-stock',
      title: 'A change that names the version',
      servers: 3,
      disks: DISKS,
      network: NETWORK,
      script: [
        start(0, 1, 2, 3),
        opens('ann', 1, 2, 3),
        opens('ben', 2, 3),
        act(1300, types('ben', 'create /stock 10')),
        act(1500, types('ann', SETS)),
      ],
    }),
  },
  steps: [
    {
      id: 'asked',
      scene: 'order',
      until: FORWARDED,
      nth: 3,
      seconds: 2,
      show: { server: null, view: 'topology', consoles: true },
      lights: [{ light: 'message', packet: 'REQUEST', from: s1, to: s3 }],
      cites: ['13.2', '19'],
    },
    {
      id: 'late',
      acts: [DIES_LATE],
      until: { event: 'does', act: 'kill', server: s1 },
      seconds: 3,
      lights: [{ light: 'server', server: s1 }],
      predict: {
        question: FIRST,
        choices: [
          { id: 'there', is: 'book', named: true },
          { id: 'gone', is: null, named: true },
        ],
        answer: {
          until: ENDED,
          seconds: 2,
          lights: [
            { light: 'server', server: s2 },
            { light: 'server', server: s3 },
          ],
          values: { data: FIRST },
        },
        wrong: {
          gone: { from: 'asked', acts: DIES_EARLY, until: ENDED },
        },
      },
      cites: ['13.3', '19'],
    },
    {
      id: 'early',
      from: 'asked',
      acts: DIES_EARLY,
      until: ENDED,
      seconds: 2,
      lights: [{ light: 'server', server: s1 }],
      cites: ['13.2', '19'],
    },
    {
      id: 'again',
      from: 'late',
      until: ENDED,
      seconds: 0,
      predict: {
        question: SECOND,
        choices: [
          { id: 'two', is: 'book', named: true },
          { id: 'one', is: null, named: true },
        ],
        answer: {
          acts: [types('ann', ORDERS)],
          until: ENDED,
          within: 800,
          seconds: 3,
          values: { first: FIRST, second: SECOND },
        },
        wrong: {
          one: {
            from: 'early',
            acts: [types('ann', ORDERS)],
            until: ENDED,
            within: 800,
            values: { first: FIRST },
          },
        },
      },
      cites: ['17.2', '19'],
    },
    {
      id: 'named',
      scene: 'named',
      until: FORWARDED,
      nth: 3,
      seconds: 0,
      lights: [{ light: 'message', packet: 'REQUEST', from: s1, to: s3 }],
      predict: {
        question: ERROR,
        choices: [
          { id: 'ok', is: null, named: true },
          { id: 'exists', is: 'NODEEXISTS', named: true },
        ],
        answer: {
          acts: [DIES_LATE, types('ann', NAMES)],
          until: ANSWERED,
          nth: 2,
          within: 800,
          seconds: 4,
          values: { error: ERROR },
        },
        wrong: {
          ok: {
            acts: [...DIES_EARLY, types('ann', NAMES)],
            until: ANSWERED,
            nth: 2,
            within: 800,
          },
        },
      },
      cites: ['17.3', '19'],
    },
    {
      id: 'stock',
      check: true,
      scene: 'stock',
      until: { event: 'notes', note: 'requestForwarded', server: s1, where: { operation: 'setData' } },
      seconds: 0,
      lights: [{ light: 'message', packet: 'REQUEST', from: s1, to: s3 }],
      predict: {
        question: STOCK,
        choices: [
          { id: 'mine', is: '9' },
          { id: 'old', is: '10' },
        ],
        answer: {
          acts: [DIES_LATE, types('ann', SETS)],
          until: { event: 'notes', note: 'commandEnded', where: { line: SETS } },
          nth: 2,
          within: 800,
          seconds: 4,
          values: { data: STOCK },
        },
        wrong: {
          old: {
            acts: [...DIES_EARLY, types('ben', 'set /stock 5'), types('ann', SETS)],
            until: { event: 'notes', note: 'commandEnded', where: { line: SETS } },
            nth: 2,
            within: 800,
            values: { data: STOCK },
          },
        },
      },
      cites: ['17.3', '19'],
    },
  ],
} as const satisfies Lesson;
