/** Two clients read the same znode at two servers and get two answers; what sync does about it, and what needs no sync. */
import { act, connect, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });

const read = (client: string) =>
  ({ do: 'call', client, operation: { op: 'getData', path: '/price', watch: false } }) as const;
const SYNC = { do: 'call', client: 'boris', operation: { op: 'sync', path: '/price' } } as const;
const ANSWERED = { event: 'notes', note: 'clientAnswered' } as const;
const AT_S1 = { ask: 'data', server: s1, path: '/price' } as const;
const AT_S2 = { ask: 'data', server: s2, path: '/price' } as const;
const REFUSED = { event: 'notes', note: 'requestRejected', server: s1, where: { reason: 'sawNewer' } } as const;

export const lesson = {
  id: 'stale-reads',
  number: 19,
  arc: 'broadcast',
  talks: ['lecture'],
  minutes: 4,
  scenes: {
    price: lessonScene({
      id: 'stale-reads-price',
      title: 'Two clients, two answers',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [
        start(0, 1, 2, 3),
        connect(1500, 'anna', 2),
        connect(1500, 'boris', 1),
        act(2000, {
          do: 'call',
          client: 'anna',
          operation: { op: 'create', path: '/price', data: '10', dataLength: 2, ephemeral: false, sequential: false },
        }),
        // What the leader sends to S1 takes long from now on: a slow link, nothing is lost.
        act(2500, { do: 'latency', from: s3, to: s1, millis: 900 }),
        act(3000, {
          do: 'call',
          client: 'anna',
          operation: { op: 'setData', path: '/price', data: '20', dataLength: 2, version: -1 },
        }),
      ],
    }),
  },
  steps: [
    {
      id: 'answered',
      until: { event: 'notes', note: 'clientAnswered', where: { operation: 'setData' } },
      seconds: 3,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s1 },
      ],
      values: { now: AT_S2 },
      predict: {
        question: AT_S1,
        choices: [
          { id: 'old', is: '10' },
          { id: 'new', is: '20' },
        ],
        answer: {
          acts: [read('boris')],
          until: ANSWERED,
          seconds: 2,
          show: { server: s1, look: 'data' },
          lights: [
            { light: 'znode', server: s1, path: '/price' },
            { light: 'message', packet: 'COMMIT', from: s3, to: s1 },
          ],
          values: { read: AT_S1 },
        },
        wrong: {
          new: {
            acts: [read('anna')],
            until: ANSWERED,
            values: { read: AT_S2 },
          },
        },
      },
      cites: ['13.4', '19', '26'],
    },
    {
      id: 'sync',
      from: 'answered',
      predict: {
        question: AT_S1,
        choices: [
          { id: 'old', is: '10' },
          { id: 'new', is: '20' },
        ],
        answer: {
          acts: [SYNC, read('boris')],
          until: ANSWERED,
          nth: 2,
          seconds: 4,
          show: { server: s1, look: 'data' },
          lights: [
            { light: 'znode', server: s1, path: '/price' },
            { light: 'server', server: s1 },
          ],
          values: { read: AT_S1, millis: { ask: 'millis' } },
        },
        wrong: {
          old: {
            acts: [read('boris')],
            until: ANSWERED,
            values: { read: AT_S1 },
          },
        },
      },
      cites: ['13.5', '19'],
    },
    {
      id: 'not-back',
      check: true,
      from: 'answered',
      predict: {
        question: { ask: 'happened', what: REFUSED },
        choices: [
          { id: 'refused', is: true, named: true },
          { id: 'stale', is: false, named: true },
        ],
        answer: {
          acts: [{ do: 'connect', client: 'anna', server: s1, timeoutMillis: 10_000 }],
          until: REFUSED,
          seconds: 2,
          lights: [{ light: 'server', server: s1 }],
          values: {
            seen: { ask: 'noted', note: 'requestRejected', field: 'lastZxidSeen' },
            has: { ask: 'noted', note: 'requestRejected', field: 'lastZxid' },
          },
        },
        wrong: {
          stale: {
            acts: [read('boris')],
            until: ANSWERED,
            values: { read: AT_S1 },
          },
        },
      },
      cites: ['19'],
    },
  ],
} as const satisfies Lesson;
