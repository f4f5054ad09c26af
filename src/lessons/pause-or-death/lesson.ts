/** A killed leader closes its sockets, a frozen one keeps them: what the others can know, and when. */
import { act, connect, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const THINK_S3 = { ask: 'servers', leader: s3, state: 'FOLLOWING', up: true } as const;
const SERVES = { event: 'anywhere', mark: 'leads' } as const;
const LOST_BY_S1 = { event: 'notes', note: 'leaderLost', server: s1 } as const;

export const lesson = {
  id: 'pause-or-death',
  number: 25,
  arc: 'operations',
  talks: ['operator'],
  minutes: 6,
  scenes: {
    leader: lessonScene({
      id: 'pause-or-death-leader',
      title: 'A leader that stops',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      // The client keeps S1 busy: something happens while the leader says nothing.
      script: [start(0, 1, 2, 3), connect(600, 'anna', 1)],
    }),
    short: lessonScene({
      id: 'pause-or-death-short',
      title: 'A pause of five seconds',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2, 3), act(3000, { do: 'freeze', server: s3 }), act(8000, { do: 'thaw', server: s3 })],
    }),
  },
  steps: [
    {
      id: 'healthy',
      scene: 'leader',
      until: { event: 'notes', note: 'clientConnected' },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [{ light: 'server', server: s3 }],
      values: { leader: LEADERS },
      predict: {
        question: { ask: 'happened', what: LOST_BY_S1 },
        choices: [
          { id: 'notices', is: true, named: true },
          { id: 'waits', is: false, named: true },
        ],
        answer: {
          acts: [{ do: 'kill', server: s3 }],
          until: { event: 'passes', millis: 60 },
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          waits: {
            acts: [{ do: 'freeze', server: s3 }],
            until: { event: 'passes', millis: 3300 },
            values: { followers: THINK_S3 },
          },
        },
      },
      cites: ['14'],
    },
    {
      id: 'frozen',
      from: 'healthy',
      acts: [{ do: 'freeze', server: s3 }],
      until: { event: 'passes', millis: 200 },
      seconds: 1,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      predict: {
        question: THINK_S3,
        choices: [
          { id: 'both', is: [s1, s2], named: true },
          { id: 'nobody', is: [], named: true },
        ],
        answer: {
          until: { event: 'passes', millis: 5000 },
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { followers: THINK_S3 },
        },
        wrong: {
          nobody: {
            acts: [{ do: 'kill', server: s3 }],
            until: SERVES,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['14'],
    },
    {
      id: 'silence',
      until: LOST_BY_S1,
      seconds: 3,
      show: { server: s1 },
      lights: [{ light: 'server', server: s1 }],
      values: { silent: { ask: 'noted', note: 'leaderLost', field: 'silentMillis' } },
      cites: ['14'],
    },
    {
      id: 'successor',
      until: SERVES,
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { leader: LEADERS, epoch: { ask: 'server', server: s2, field: 'epoch' } },
      cites: ['8.4', '10.2'],
    },
    {
      id: 'awake',
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's2', is: [s2] },
          { id: 's3', is: [s3] },
          { id: 'both', is: [s2, s3] },
        ],
        answer: {
          acts: [{ do: 'thaw', server: s3 }],
          until: { event: 'passes', millis: 5 },
          seconds: 1,
          lights: [
            { light: 'server', server: s2 },
            { light: 'server', server: s3 },
          ],
          values: {
            leaders: LEADERS,
            old: { ask: 'server', server: s3, field: 'epoch' },
            young: { ask: 'server', server: s2, field: 'epoch' },
          },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'start', server: s3 },
            ],
            until: { event: 'becomes', server: s3, state: 'FOLLOWING' },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['14', '28'],
    },
    {
      id: 'finds-out',
      until: { event: 'becomes', server: s3, state: 'FOLLOWING' },
      seconds: 3,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: { millis: { ask: 'millis' }, leader: LEADERS },
      cites: ['14', '28'],
    },
    {
      id: 'short',
      check: true,
      scene: 'short',
      until: { event: 'does', act: 'freeze' },
      seconds: 1,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's1', is: [s1] },
          { id: 's2', is: [s2] },
          { id: 's3', is: [s3] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          until: { event: 'passes', millis: 8000 },
          seconds: 4,
          lights: [{ light: 'server', server: s3 }],
          values: { leader: LEADERS, epoch: { ask: 'server', server: s3, field: 'epoch' } },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s3 }],
            until: SERVES,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['14'],
    },
  ],
} as const satisfies Lesson;
