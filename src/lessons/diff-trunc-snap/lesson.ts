/** How a leader brings a learner up to date: from where its log ends, whether that is in the leader's history, and how far back. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];

const FULL = diskWith(1, { 1: 6 });
const NEWER = diskWith(2, { 1: 2, 2: 4 });
const LONG = diskWith(1, { 1: 60 });

/** S2 and S3 first: they have a leader when S1 comes. */
const SCRIPT = [start(0, 2, 3), start(1500, 1)];

const ARRIVES = { event: 'notes', note: 'learnerRegistered', where: { sid: 1 } } as const;
const DECIDED = { event: 'notes', note: 'syncDecided', where: { learner: 1 } } as const;
const MODE = { ask: 'noted', note: 'syncDecided', field: 'mode' } as const;
const MODES = [
  { id: 'diff', is: 'DIFF' },
  { id: 'trunc', is: 'TRUNC' },
  { id: 'snap', is: 'SNAP' },
] as const;
const NUMBERS = {
  mode: MODE,
  peer: { ask: 'noted', note: 'syncDecided', field: 'peerLastZxid' },
  min: { ask: 'noted', note: 'syncDecided', field: 'minCommittedLog' },
  max: { ask: 'noted', note: 'syncDecided', field: 'maxCommittedLog' },
} as const;

export const lesson = {
  id: 'diff-trunc-snap',
  number: 9,
  arc: 'epochs',
  minutes: 6,
  scenes: {
    behind: lessonScene({
      id: 'diff-trunc-snap-behind',
      title: 'A learner that is behind',
      servers: 3,
      disks: { 1: diskWith(1, { 1: 4 }), 2: FULL, 3: FULL },
      script: SCRIPT,
    }),
    ahead: lessonScene({
      id: 'diff-trunc-snap-ahead',
      title: 'A learner that has more',
      servers: 3,
      disks: { 1: diskWith(1, { 1: 8 }), 2: FULL, 3: FULL },
      script: SCRIPT,
    }),
    astray: lessonScene({
      id: 'diff-trunc-snap-astray',
      title: 'A learner that has something else',
      servers: 3,
      disks: { 1: diskWith(1, { 1: 3 }), 2: NEWER, 3: NEWER },
      script: SCRIPT,
    }),
    far: lessonScene({
      id: 'diff-trunc-snap-far',
      title: 'A learner that is far behind',
      servers: 3,
      disks: { 1: diskWith(1, { 1: 3 }), 2: LONG, 3: LONG },
      timing: { commitLogCount: 20 },
      script: SCRIPT,
    }),
  },
  steps: [
    {
      id: 'behind',
      scene: 'behind',
      until: ARRIVES,
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'cell', server: s1, zxid: '0x100000004' },
        { light: 'cell', server: s3, zxid: '0x100000006' },
      ],
      values: { its: { ask: 'server', server: s1, field: 'lastZxid' } },
      predict: {
        question: MODE,
        choices: MODES,
        answer: { until: DECIDED, show: { server: s1 }, lights: [{ light: 'sync', server: s1 }], values: NUMBERS },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'wipe', server: s1 },
              { do: 'start', server: s1 },
            ],
            until: DECIDED,
            show: { server: s1 },
            lights: [{ light: 'sync', server: s1 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['10.1', '11.1', '11.2'],
    },
    {
      id: 'ahead',
      scene: 'ahead',
      until: ARRIVES,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'cell', server: s1, zxid: '0x100000007' },
        { light: 'cell', server: s1, zxid: '0x100000008' },
      ],
      predict: {
        question: MODE,
        choices: MODES,
        answer: {
          until: DECIDED,
          show: { server: s1 },
          lights: [{ light: 'sync', server: s1 }],
          values: { mode: MODE, peer: NUMBERS.peer, max: NUMBERS.max },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'loseTail', server: s1, count: 2 },
              { do: 'start', server: s1 },
            ],
            until: DECIDED,
            show: { server: s1 },
            lights: [{ light: 'sync', server: s1 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['11.1', '20'],
    },
    {
      id: 'astray',
      scene: 'astray',
      until: ARRIVES,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'cell', server: s1, zxid: '0x100000003' },
        { light: 'cell', server: s3, zxid: '0x200000001' },
      ],
      predict: {
        question: MODE,
        choices: MODES,
        answer: { until: DECIDED, show: { server: s1 }, lights: [{ light: 'sync', server: s1 }], values: NUMBERS },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'loseTail', server: s1, count: 1 },
              { do: 'start', server: s1 },
            ],
            until: DECIDED,
            show: { server: s1 },
            lights: [{ light: 'sync', server: s1 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['11.1', '11.2', '26'],
    },
    {
      id: 'far',
      check: true,
      scene: 'far',
      until: ARRIVES,
      seconds: 2,
      show: { server: null },
      lights: [{ light: 'server', server: s1 }],
      predict: {
        question: MODE,
        choices: MODES,
        answer: { until: DECIDED, show: { server: s1 }, lights: [{ light: 'sync', server: s1 }], values: NUMBERS },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'wipe', server: s1 },
              { do: 'start', server: s1 },
            ],
            until: DECIDED,
            show: { server: s1 },
            lights: [{ light: 'sync', server: s1 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['4', '11.1', '28'],
    },
  ],
} as const satisfies Lesson;
