/** A leader that comes back with a transaction more than anybody: why it goes, and why nobody was told that it is there. */
import { act, connect, create, kill, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
/** 2·1 is the session's, 2·2 the first order's. */
const EXTRA = zxid(2, 3);
/** Where there is no first order. */
const SHARED = zxid(2, 2);

const SERVING = { event: 'notes', note: 'servingStarted', where: { as: 'LEADING' } } as const;
const HOLDERS = { ask: 'servers', onDisk: EXTRA } as const;
const SHARERS = { ask: 'servers', onDisk: SHARED } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const S2_LEADS = { event: 'becomes', server: s2, zabState: 'BROADCAST' } as const;
const MODE = { ask: 'noted', note: 'syncDecided', field: 'mode' } as const;
const MODES = [
  { id: 'diff', is: 'DIFF' },
  { id: 'trunc', is: 'TRUNC' },
  { id: 'snap', is: 'SNAP' },
] as const;
const SYNCS_S3 = { event: 'notes', note: 'syncDecided', where: { learner: 3 } } as const;
const SYNCS_S5 = { event: 'notes', note: 'syncDecided', where: { learner: 5 } } as const;

export const lesson = {
  id: 'returning-leader',
  number: 8,
  arc: 'epochs',
  minutes: 6,
  scenes: {
    three: lessonScene({
      id: 'returning-leader-three',
      title: 'A leader that comes back with more',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      timing: { tickMillis: 500 },
      network: { latencyMillis: 12, jitterMillis: 0 },
      script: [start(0, 1, 2, 3), connect(1000, 'ann', 3), create(1500, 'ann', '/a'), create(2000, 'ann', '/b')],
    }),
    five: lessonScene({
      id: 'returning-leader-five',
      title: 'Two of five have it',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      timing: { tickMillis: 500 },
      network: { latencyMillis: 12, jitterMillis: 0 },
      script: [
        start(0, 1, 2, 3, 4, 5),
        connect(1000, 'ann', 5),
        act(1400, {
          do: 'hold',
          until: { event: 'proposes', server: s5, zxid: SHARED },
          action: {
            do: 'partition',
            groups: [[s1, s2, s3], [s5]],
          },
        }),
        create(1500, 'ann', '/b'),
        kill(1700, 5, 4),
        // In time for the election: later, those who have decided would not listen any more.
        act(1700, {
          do: 'hold',
          until: { event: 'becomes', server: s1, state: 'LOOKING' },
          action: { do: 'start', server: s4 },
        }),
        act(5500, { do: 'healAll' }),
        start(6000, 5),
      ],
    }),
  },
  steps: [
    {
      id: 'asked',
      scene: 'three',
      until: { event: 'proposes', server: s3, zxid: EXTRA },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'message', packet: 'PROPOSAL', from: s3, to: s1 },
        { light: 'message', packet: 'PROPOSAL', from: s3, to: s2 },
        { light: 'cell', server: s3, zxid: EXTRA },
      ],
      values: { zxid: { ask: 'noted', note: 'proposed', field: 'zxid' } },
      cites: ['13.2', '13.3'],
    },
    {
      id: 'extra',
      acts: [
        { do: 'partition', groups: [[s3], [s1, s2]] },
        { do: 'hold', until: { event: 'writes', server: s3, write: 'txns' }, action: { do: 'kill', server: s3 } },
        { do: 'hold', until: S2_LEADS, action: { do: 'healAll' } },
        { do: 'hold', until: S2_LEADS, action: { do: 'start', server: s3 } },
      ],
      until: { event: 'does', act: 'kill', server: s3 },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s3 },
        { light: 'cell', server: s3, zxid: EXTRA },
      ],
      values: { holders: HOLDERS },
      predict: {
        question: { ask: 'committed', zxid: EXTRA },
        choices: [
          { id: 'yes', is: true, named: true },
          { id: 'no', is: false, named: true },
        ],
        answer: {
          until: SERVING,
          within: 800,
          seconds: 4,
          lights: [
            { light: 'server', server: s2 },
            { light: 'cell', server: s3, zxid: EXTRA },
          ],
          values: { holders: HOLDERS, quorum: { ask: 'quorum' }, leader: LEADERS },
        },
        wrong: {
          yes: {
            from: 'asked',
            acts: [
              {
                do: 'hold',
                until: { event: 'commits', server: s3, zxid: EXTRA },
                action: { do: 'kill', server: s3 },
              },
            ],
            until: SERVING,
            within: 800,
            values: { holders: HOLDERS, leader: LEADERS },
          },
        },
      },
      cites: ['8.5', '13.3'],
    },
    {
      id: 'returns',
      until: { event: 'notes', note: 'leaderConnected', server: s3 },
      seconds: 3,
      show: { server: s3 },
      lights: [
        { light: 'message', packet: 'FOLLOWERINFO', from: s3, to: s2 },
        { light: 'cell', server: s3, zxid: EXTRA },
      ],
      values: { its: { ask: 'server', server: s3, field: 'lastZxid' }, leader: LEADERS },
      predict: {
        question: MODE,
        choices: MODES,
        answer: {
          until: SYNCS_S3,
          seconds: 2,
          show: { server: s3 },
          lights: [
            { light: 'sync', server: s3 },
            { light: 'cell', server: s3, zxid: EXTRA },
          ],
          values: {
            mode: MODE,
            peer: { ask: 'noted', note: 'syncDecided', field: 'peerLastZxid' },
            max: { ask: 'noted', note: 'syncDecided', field: 'maxCommittedLog' },
          },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'loseTail', server: s3, count: 1 },
              { do: 'start', server: s3 },
            ],
            until: SYNCS_S3,
            show: { server: s3 },
            lights: [{ light: 'sync', server: s3 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['8.3', '11.1', '12'],
    },
    {
      id: 'cut',
      until: { event: 'notes', note: 'upToDate', server: s3 },
      seconds: 3,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: { last: { ask: 'server', server: s3, field: 'lastZxid' }, holders: HOLDERS },
      cites: ['12', '20'],
    },
    {
      id: 'five',
      check: true,
      scene: 'five',
      until: { event: 'does', act: 'kill', server: s4 },
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'cell', server: s4, zxid: SHARED },
        { light: 'cell', server: s5, zxid: SHARED },
      ],
      values: { holders: SHARERS, quorum: { ask: 'quorum' } },
      predict: {
        question: MODE,
        choices: MODES,
        answer: {
          until: SYNCS_S5,
          within: 1500,
          seconds: 5,
          show: { server: s5 },
          lights: [{ light: 'sync', server: s5 }],
          values: { mode: MODE, leader: LEADERS, holders: SHARERS },
        },
        wrong: {
          '*': {
            acts: [{ do: 'loseTail', server: s4, count: 1 }],
            until: SYNCS_S5,
            within: 1500,
            show: { server: s5 },
            lights: [{ light: 'sync', server: s5 }],
            values: { mode: MODE, leader: LEADERS },
          },
        },
      },
      cites: ['8.5', '11.1'],
    },
  ],
} as const satisfies Lesson;
