/** A leader is elected and never serves: its one follower needs a snapshot that takes longer than initLimit. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

const LONG = diskWith(1, { 1: 30 });
/** Two steps of 1.5 s make a snapshot. */
const SLOW = { tickMillis: 500, commitLogCount: 20, snapStepMillis: 1500 };

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const SERVING = { ask: 'servers', serving: true, up: true } as const;
const STEPS_DOWN = { event: 'notes', note: 'steppedDown', server: s3 } as const;
const LEADS = { event: 'notes', note: 'servingStarted', where: { as: 'LEADING' } } as const;
const DECIDED = { event: 'notes', note: 'syncDecided', where: { learner: 2 } } as const;
const PROMISED = { ask: 'server', server: s3, field: 'acceptedEpoch' } as const;

export const lesson = {
  id: 'elected-not-leading',
  number: 10,
  arc: 'operations',
  minutes: 4,
  scenes: {
    tight: lessonScene({
      id: 'elected-not-leading-tight',
      title: 'A snapshot that takes longer than initLimit',
      servers: 3,
      disks: { 1: LONG, 3: LONG },
      timing: { ...SLOW, initLimitTicks: 4 },
      script: [start(0, 2, 3)],
    }),
    ample: lessonScene({
      id: 'elected-not-leading-ample',
      title: 'The same snapshot with a larger initLimit',
      servers: 3,
      disks: { 1: LONG, 3: LONG },
      timing: { ...SLOW, initLimitTicks: 10 },
      script: [start(0, 2, 3)],
    }),
  },
  steps: [
    {
      id: 'snap',
      scene: 'tight',
      until: DECIDED,
      seconds: 3,
      show: { server: s2, view: 'topology' },
      lights: [
        { light: 'server', server: s3 },
        { light: 'sync', server: s2 },
      ],
      values: { leader: LEADERS, mode: { ask: 'noted', note: 'syncDecided', field: 'mode' } },
      predict: {
        question: SERVING,
        choices: [
          { id: 'both', is: [s2, s3], named: true },
          { id: 'leader', is: [s3], named: true },
          { id: 'nobody', is: [], named: true },
        ],
        answer: {
          until: STEPS_DOWN,
          seconds: 4,
          show: { server: s3 },
          lights: [{ light: 'server', server: s3 }],
          values: {
            synced: { ask: 'noted', note: 'steppedDown', field: 'synced' },
            millis: { ask: 'millis' },
          },
        },
        wrong: {
          '*': {
            acts: [{ do: 'start', server: s1 }],
            until: { event: 'passes', millis: 1900 },
            show: { server: null },
            values: { serving: SERVING },
          },
        },
      },
      cites: ['10.2', '11.4'],
    },
    {
      id: 'loop',
      until: STEPS_DOWN,
      within: 1500,
      seconds: 6,
      show: { server: s3 },
      lights: [{ light: 'epoch', server: s3, field: 'acceptedEpoch' }],
      values: { promised: PROMISED },
      cites: ['10.2', '24.3'],
    },
    {
      id: 'ample',
      scene: 'ample',
      until: LEADS,
      within: 1500,
      seconds: 5,
      show: { server: null },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { serving: SERVING, promised: PROMISED },
      cites: ['10.2'],
    },
    {
      id: 'third',
      check: true,
      from: 'snap',
      predict: {
        question: SERVING,
        choices: [
          { id: 'all', is: [s1, s2, s3], named: true },
          { id: 'two', is: [s1, s3], named: true },
          { id: 'nobody', is: [], named: true },
        ],
        answer: {
          acts: [{ do: 'start', server: s1 }],
          until: { event: 'passes', millis: 15_000 },
          within: 3000,
          seconds: 6,
          show: { server: null },
          values: { serving: SERVING },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'start', server: s1 },
              { do: 'kill', server: s2 },
            ],
            until: { event: 'passes', millis: 15_000 },
            within: 3000,
            values: { serving: SERVING },
          },
        },
      },
      cites: ['10.1', '10.2', '11.4'],
    },
  ],
} as const satisfies Lesson;
