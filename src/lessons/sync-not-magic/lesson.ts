/** A leader answers a sync without asking anybody: one that does not know that it lost answers, too. */
import { act, connect, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const READ = { do: 'call', client: 'boris', operation: { op: 'getData', path: '/price', watch: false } } as const;
const SYNC = { do: 'call', client: 'boris', operation: { op: 'sync', path: '/price' } } as const;
const AT_S4 = { ask: 'data', server: s4, path: '/price' } as const;
const AT_S1 = { ask: 'data', server: s1, path: '/price' } as const;
const ANSWERED = { event: 'notes', note: 'clientAnswered' } as const;
const OK = { event: 'notes', note: 'clientAnswered', where: { 'answer.error': 'OK' } } as const;
const OWN_WRITE = {
  do: 'call',
  client: 'boris',
  operation: { op: 'create', path: '/now', data: '', dataLength: 0, ephemeral: false, sequential: false },
} as const;

export const lesson = {
  id: 'sync-not-magic',
  number: 20,
  arc: 'broadcast',
  minutes: 5,
  scenes: {
    cut: lessonScene({
      id: 'sync-not-magic-cut',
      title: 'A sync at the wrong leader',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [
        start(0, 1, 2, 3, 4, 5),
        connect(1000, 'anna', 2),
        connect(1000, 'boris', 4),
        act(1500, {
          do: 'call',
          client: 'anna',
          operation: { op: 'create', path: '/price', data: '10', dataLength: 2, ephemeral: false, sequential: false },
        }),
        act(3000, {
          do: 'partition',
          groups: [
            [s1, s2, s3],
            [s4, s5],
          ],
        }),
      ],
    }),
  },
  steps: [
    {
      id: 'two',
      until: { event: 'notes', note: 'servingStarted', server: s1, where: { as: 'FOLLOWING' } },
      nth: 2,
      within: 1000,
      seconds: 4,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s3 },
        { light: 'server', server: s5 },
      ],
      values: { leaders: LEADERS },
      cites: ['14'],
    },
    {
      id: 'sync',
      acts: [
        { do: 'connect', client: 'carla', server: s1, timeoutMillis: 10_000 },
        {
          do: 'call',
          client: 'carla',
          operation: { op: 'setData', path: '/price', data: '20', dataLength: 2, version: -1 },
        },
      ],
      until: ANSWERED,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s4 },
      ],
      values: { now: AT_S1 },
      predict: {
        question: AT_S4,
        choices: [
          { id: 'old', is: '10' },
          { id: 'new', is: '20' },
        ],
        answer: {
          acts: [SYNC, READ],
          until: ANSWERED,
          nth: 2,
          seconds: 4,
          show: { server: s4, look: 'data' },
          lights: [
            { light: 'znode', server: s4, path: '/price' },
            { light: 'server', server: s4 },
            { light: 'server', server: s5 },
          ],
          values: { read: AT_S4 },
        },
        wrong: {
          new: {
            acts: [{ do: 'connect', client: 'boris', server: s1, timeoutMillis: 10_000 }, SYNC, READ],
            until: ANSWERED,
            nth: 2,
            values: { read: AT_S1 },
          },
        },
      },
      cites: ['13.5', '14'],
    },
    {
      id: 'why',
      from: 'sync',
      acts: [SYNC, READ],
      until: { event: 'receives', server: s5, packet: 'REQUEST', from: s4 },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s5 },
        { light: 'message', packet: 'SYNC', from: s5, to: s4 },
      ],
      cites: ['13.5', '2'],
    },
    {
      id: 'write-first',
      from: 'sync',
      show: { server: null },
      predict: {
        question: { ask: 'happened', what: OK },
        choices: [
          { id: 'answered', is: true, named: true },
          { id: 'silence', is: false, named: true },
        ],
        answer: {
          acts: [OWN_WRITE, READ],
          until: { event: 'passes', millis: 700 },
          seconds: 4,
          show: { server: s5 },
          lights: [{ light: 'wait', server: s5, for: 'proposal' }],
          values: { quorum: { ask: 'quorum' } },
        },
        wrong: {
          answered: {
            acts: [SYNC, READ],
            until: ANSWERED,
            nth: 2,
            values: { read: AT_S4 },
          },
        },
      },
      cites: ['13.3', '16', '28'],
    },
    {
      id: 'after',
      check: true,
      from: 'sync',
      until: { event: 'notes', note: 'steppedDown', server: s5 },
      within: 1000,
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      values: { millis: { ask: 'millis' }, leaders: LEADERS },
      predict: {
        question: { ask: 'happened', what: OK },
        choices: [
          { id: 'old', is: true, named: true },
          { id: 'nothing', is: false, named: true },
        ],
        answer: {
          acts: [SYNC, READ],
          until: { event: 'passes', millis: 3000 },
          seconds: 3,
          lights: [{ light: 'server', server: s4 }],
        },
        wrong: {
          old: {
            acts: [{ do: 'connect', client: 'boris', server: s1, timeoutMillis: 10_000 }, SYNC, READ],
            until: ANSWERED,
            nth: 2,
            values: { read: AT_S1 },
          },
        },
      },
      cites: ['14', '13.5', '5.4'],
    },
  ],
} as const satisfies Lesson;
