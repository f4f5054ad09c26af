/** A zxid is two numbers in one: the epoch of the leader that gave it, and a counter that begins anew with each. */
import { act, connect, create, kill, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

const LOG = diskWith(1, { 1: 2 });

const PROPOSED = { ask: 'noted', note: 'proposed', field: 'zxid' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const createAgain = {
  do: 'call',
  client: 'anna',
  operation: { op: 'create', path: '/a', data: 'x', dataLength: 1, ephemeral: false, sequential: false },
} as const;
const PROPOSES = { event: 'notes', note: 'proposed' } as const;
const LOOK = { do: 'call', client: 'anna', operation: { op: 'getData', path: '/a', watch: false } } as const;

export const lesson = {
  id: 'zxid-halves',
  number: 15,
  arc: 'epochs',
  minutes: 5,
  scenes: {
    writes: lessonScene({
      id: 'zxid-halves-writes',
      title: 'Writes under two leaders',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [
        start(0, 1, 2, 3),
        connect(1500, 'anna', 1),
        create(2000, 'anna', '/a'),
        create(2200, 'anna', '/b'),
        kill(3000, 3),
        act(4000, { do: 'connect', client: 'anna', server: s1, timeoutMillis: 10_000 }),
        create(4500, 'anna', '/c'),
      ],
    }),
    full: lessonScene({
      id: 'zxid-halves-full',
      title: 'A counter that is used up',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [
        start(0, 1, 2, 3),
        connect(1500, 'anna', 1),
        act(2000, { do: 'skipZxids', server: s3, counter: 0xfffffffd }),
        create(2100, 'anna', '/last'),
        create(2300, 'anna', '/one-more'),
      ],
    }),
  },
  steps: [
    {
      id: 'halves',
      scene: 'writes',
      until: { event: 'proposes', server: s3, zxid: zxid(2, 2) },
      seconds: 0,
      show: { server: null, view: 'topology' },
      lights: [{ light: 'server', server: s3 }],
      values: { zxid: PROPOSED, leader: LEADERS },
      cites: ['3', '13.2'],
    },
    {
      id: 'next',
      until: { event: 'notes', note: 'committed', where: { zxid: zxid(2, 3) } },
      seconds: 2,
      lights: [
        { light: 'cell', server: s3, zxid: zxid(2, 3) },
        { light: 'cell', server: s3, zxid: zxid(2, 2) },
      ],
      values: { zxid: { ask: 'noted', note: 'committed', field: 'zxid' } },
      cites: ['3', '13.2'],
    },
    {
      id: 'new-leader',
      until: { event: 'anywhere', mark: 'leads' },
      seconds: 3,
      lights: [{ light: 'server', server: s2 }],
      values: { leader: LEADERS, epoch: { ask: 'server', server: s2, field: 'epoch' } },
      predict: {
        question: PROPOSED,
        choices: [
          { id: 'goesOn', is: zxid(2, 4) },
          { id: 'mixed', is: zxid(3, 4) },
          { id: 'anew', is: zxid(3, 1) },
        ],
        answer: {
          until: PROPOSES,
          lights: [{ light: 'server', server: s2 }],
          values: { zxid: PROPOSED },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'start', server: s3 },
              { do: 'connect', client: 'boris', server: s2, timeoutMillis: 10_000 },
            ],
            until: PROPOSES,
            values: { zxid: PROPOSED },
          },
        },
      },
      cites: ['3', '10.2', '13.1'],
    },
    {
      id: 'order',
      until: { event: 'notes', note: 'committed', where: { zxid: zxid(3, 1) } },
      seconds: 2,
      lights: [
        { light: 'cell', server: s2, zxid: zxid(2, 3) },
        { light: 'cell', server: s2, zxid: zxid(3, 1) },
      ],
      values: { zxid: { ask: 'noted', note: 'committed', field: 'zxid' } },
      cites: ['3'],
    },
    {
      id: 'failed-write',
      predict: {
        question: { ask: 'happened', what: PROPOSES },
        choices: [
          { id: 'takes', is: true, named: true },
          { id: 'none', is: false, named: true },
        ],
        answer: {
          acts: [createAgain],
          until: { event: 'notes', note: 'committed' },
          lights: [{ light: 'cell', server: s2, zxid: zxid(3, 2) }],
          values: { zxid: { ask: 'noted', note: 'committed', field: 'zxid' } },
        },
        wrong: {
          none: {
            acts: [LOOK],
            until: { event: 'notes', note: 'clientAnswered' },
            values: { last: { ask: 'server', server: s2, field: 'lastZxid' } },
          },
        },
      },
      cites: ['13.2', '26'],
    },
    {
      id: 'full',
      check: true,
      scene: 'full',
      until: { event: 'notes', note: 'committed', where: { zxid: '0x2fffffffe' } },
      seconds: 2,
      lights: [{ light: 'cell', server: s3, zxid: '0x2fffffffe' }],
      values: { zxid: { ask: 'noted', note: 'committed', field: 'zxid' } },
      predict: {
        question: { ask: 'happened', what: { event: 'notes', note: 'steppedDown', where: { reason: 'rollover' } } },
        choices: [
          { id: 'epoch', is: true, named: true },
          { id: 'wraps', is: false, named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'servingStarted' },
          seconds: 4,
          values: { leader: LEADERS, epoch: { ask: 'server', server: s3, field: 'epoch' } },
        },
        wrong: {
          wraps: {
            acts: [{ do: 'kill', server: s3 }],
            until: { event: 'anywhere', mark: 'leads' },
            values: { leader: LEADERS, epoch: { ask: 'server', server: s2, field: 'epoch' } },
          },
        },
      },
      cites: ['3', '13.2', '25'],
    },
  ],
} as const satisfies Lesson;
