/** Two writes that build on each other, proposed at once: what may be left of them, and what that rests on. */
import { act, connect, create, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
const DISKS = { 1: LOG, 2: LOG, 3: LOG };
/** 2·1 opened the session. */
const CONFIG = zxid(2, 2);
const READY = zxid(2, 3);

const SERVING = { event: 'notes', note: 'servingStarted', where: { as: 'LEADING' } } as const;
const UP_TO_DATE = { event: 'notes', note: 'upToDate', server: s1 } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const LAST = { ask: 'server', server: s1, field: 'lastZxid' } as const;
const READY_AT_S2 = { ask: 'data', server: s2, path: '/ready' } as const;
const ON_READY = { ask: 'servers', onDisk: READY } as const;
const ON_CONFIG = { ask: 'servers', onDisk: CONFIG } as const;
const APART = { do: 'partition', groups: [[s3], [s1, s2]] } as const;
const DIES = { do: 'kill', server: s3 } as const;
/** S3 is cut off and dies when S2 has read that proposal. */
const diesWhenRead = <const Z extends string>(proposal: Z) =>
  [
    {
      do: 'hold',
      until: { event: 'receives', server: s2, packet: 'PROPOSAL', zxid: proposal },
      action: APART,
    },
    {
      do: 'hold',
      until: { event: 'receives', server: s2, packet: 'PROPOSAL', zxid: proposal },
      action: DIES,
    },
  ] as const;
const loses = (percent: number) =>
  [
    { do: 'loss', from: s3, to: s1, percent },
    { do: 'loss', from: s3, to: s2, percent },
  ] as const;
const [LOSES_S1, LOSES_S2] = loses(100);
const [KEEPS_S1, KEEPS_S2] = loses(0);

export const lesson = {
  id: 'primary-order',
  number: 26,
  arc: 'broadcast',
  minutes: 5,
  scenes: {
    order: lessonScene({
      id: 'primary-order-order',
      title: 'Two writes, one after the other',
      servers: 3,
      disks: DISKS,
      timing: { tickMillis: 500 },
      // S1 hears of everything a little later than S2.
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s1, s3], latencyMillis: 40 }] },
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        create(2000, 'ann', '/config'),
        create(2006, 'ann', '/ready'),
      ],
    }),
    hole: lessonScene({
      id: 'primary-order-hole',
      title: 'A network that loses the first of two',
      servers: 3,
      disks: DISKS,
      timing: { tickMillis: 500 },
      network: { latencyMillis: 12, jitterMillis: 0 },
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        act(2000, LOSES_S1),
        act(2000, LOSES_S2),
        create(2001, 'ann', '/config'),
        create(2030, 'ann', '/ready'),
        act(2030, KEEPS_S1),
        act(2030, KEEPS_S2),
      ],
    }),
  },
  steps: [
    {
      id: 'two',
      scene: 'order',
      until: { event: 'proposes', server: s3, zxid: READY },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'message', packet: 'PROPOSAL', from: s3, to: s2 },
        { light: 'cell', server: s3, zxid: CONFIG },
        { light: 'cell', server: s3, zxid: READY },
      ],
      values: { ready: { ask: 'noted', note: 'proposed', field: 'zxid' } },
      predict: {
        question: LAST,
        choices: [
          { id: 'neither', is: zxid(2, 1), named: true },
          { id: 'config', is: CONFIG, named: true },
          { id: 'both', is: READY, named: true },
        ],
        answer: {
          acts: diesWhenRead(CONFIG),
          until: UP_TO_DATE,
          within: 800,
          seconds: 4,
          lights: [
            { light: 'cell', server: s1, zxid: CONFIG },
            { light: 'cell', server: s2, zxid: CONFIG },
          ],
          values: { leader: LEADERS, last: LAST },
        },
        wrong: {
          neither: {
            acts: [APART, DIES],
            until: UP_TO_DATE,
            within: 800,
            values: { last: LAST },
          },
          both: {
            acts: diesWhenRead(READY),
            until: UP_TO_DATE,
            within: 800,
            values: { last: LAST },
          },
        },
      },
      cites: ['11.1', '13.2', '13.4', '27'],
    },
    {
      id: 'whole',
      show: { server: null },
      lights: [{ light: 'server', server: s2 }],
      values: { leader: LEADERS },
      cites: ['11.1', '12', '27'],
    },
    {
      id: 'lossy',
      scene: 'hole',
      until: { event: 'does', act: 'loss' },
      nth: 2,
      seconds: 2,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      cites: ['13.2', '13.4'],
    },
    {
      id: 'hole',
      until: { event: 'counts', server: s3, acks: 3, zxid: READY },
      seconds: 3,
      show: { server: s3 },
      lights: [
        { light: 'wait', server: s3, for: 'proposal' },
        { light: 'cell', server: s2, zxid: READY },
      ],
      values: { ready: ON_READY, config: ON_CONFIG },
      predict: {
        question: { ask: 'committed', zxid: READY },
        choices: [
          { id: 'yes', is: true, named: true },
          { id: 'no', is: false, named: true },
        ],
        answer: {
          until: { event: 'passes', millis: 1000 },
          seconds: 3,
          show: { server: s3 },
          lights: [{ light: 'wait', server: s3, for: 'proposal' }],
        },
        wrong: {
          yes: {
            from: 'lossy',
            acts: loses(0),
            until: { event: 'commits', server: s3, zxid: READY },
            values: { config: ON_CONFIG },
          },
        },
      },
      cites: ['13.3', '13.4'],
    },
    {
      id: 'orphan',
      check: true,
      from: 'hole',
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      predict: {
        question: READY_AT_S2,
        choices: [
          { id: 'there', is: 'x', named: true },
          { id: 'gone', is: null, named: true },
        ],
        answer: {
          acts: [DIES],
          until: SERVING,
          within: 800,
          seconds: 4,
          lights: [{ light: 'cell', server: s2, zxid: READY }],
          values: { leader: LEADERS, ready: { ask: 'servers', onDisk: READY, up: true } },
        },
        wrong: {
          gone: {
            from: 'lossy',
            acts: [...loses(0), { do: 'hold', until: { event: 'commits', server: s3, zxid: READY }, action: DIES }],
            until: SERVING,
            within: 800,
            values: { leader: LEADERS, config: { ask: 'servers', onDisk: CONFIG, up: true } },
          },
        },
      },
      cites: ['8.5', '11.1', '12', '13.4'],
    },
  ],
} as const satisfies Lesson;
