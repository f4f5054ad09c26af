/** A quorum agrees, and still everybody waits 200 ms: for a better vote that may be on its way. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });

const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const INTERRUPTED = { event: 'notes', note: 'finalizeInterrupted' } as const;

export const lesson = {
  id: 'wait-after-quorum',
  number: 11,
  arc: 'election',
  minutes: 5,
  scenes: {
    soon: lessonScene({
      id: 'wait-after-quorum-soon',
      title: 'The best vote comes a little late',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2), start(150, 3)],
    }),
    late: lessonScene({
      id: 'wait-after-quorum-late',
      title: 'The best vote comes too late',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2), start(1000, 3)],
    }),
    worse: lessonScene({
      id: 'wait-after-quorum-worse',
      title: 'A smaller vote during the wait',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [start(0, 2, 3, 4), start(150, 1)],
    }),
  },
  steps: [
    {
      id: 'quorum',
      scene: 'soon',
      until: { event: 'notes', note: 'quorumAgrees', server: s2 },
      seconds: 4,
      show: { server: s2, view: 'topology' },
      lights: [
        { light: 'server', server: s2 },
        { light: 'vote', server: s2 },
      ],
      values: {
        agreeing: { ask: 'noted', note: 'quorumAgrees', field: 'agreeing' },
        wait: { ask: 'noted', note: 'quorumAgrees', field: 'waitMillis' },
        voters: { ask: 'voters' },
      },
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's1', is: [s1] },
          { id: 's2', is: [s2] },
          { id: 's3', is: [s3] },
        ],
        answer: {
          until: ELECTED,
          show: { server: null },
          lights: [{ light: 'server', server: s3 }],
          values: { leader: LEADERS },
        },
        wrong: {
          '*': {
            acts: [{ do: 'partition', groups: [[s1, s2], [s3]] }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS, took: { ask: 'noted', note: 'elected', field: 'tookMillis' } },
          },
        },
      },
      cites: ['8.4'],
    },
    {
      id: 'interrupted',
      from: 'quorum',
      until: { event: 'notes', note: 'finalizeInterrupted', server: s2 },
      show: { server: s2 },
      lights: [{ light: 'vote', server: s2 }],
      values: { from: { ask: 'noted', note: 'finalizeInterrupted', field: 'from' } },
      cites: ['8.4', '26'],
    },
    {
      id: 'late',
      scene: 'late',
      until: { event: 'notes', note: 'electionStarted', server: s3 },
      seconds: 0,
      show: { server: null },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { leader: LEADERS },
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's2', is: [s2] },
          { id: 's3', is: [s3] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          until: { event: 'notes', note: 'elected', server: s3 },
          show: { server: null },
          lights: [
            { light: 'server', server: s2 },
            { light: 'server', server: s3 },
          ],
          values: { leader: LEADERS },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s2 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['8.4', '8.8'],
    },
    {
      id: 'worse',
      check: true,
      scene: 'worse',
      until: { event: 'notes', note: 'quorumAgrees', server: s4 },
      seconds: 3,
      show: { server: s4 },
      lights: [{ light: 'server', server: s4 }],
      values: { agreeing: { ask: 'noted', note: 'quorumAgrees', field: 'agreeing' } },
      predict: {
        question: { ask: 'happened', what: INTERRUPTED },
        choices: [
          { id: 'goesOn', is: false, named: true },
          { id: 'interrupts', is: true, named: true },
        ],
        answer: {
          until: ELECTED,
          show: { server: s4 },
          lights: [{ light: 'server', server: s4 }],
          values: { leader: LEADERS, took: { ask: 'noted', note: 'elected', field: 'tookMillis' } },
        },
        wrong: {
          interrupts: {
            acts: [{ do: 'start', server: s5 }],
            until: INTERRUPTED,
            show: { server: null },
            values: { from: { ask: 'noted', note: 'finalizeInterrupted', field: 'from' } },
          },
        },
      },
      cites: ['7', '8.4', '26'],
    },
  ],
} as const satisfies Lesson;
