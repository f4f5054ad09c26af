/** Who comes late asks, and counts the answers of those who have settled already, beside the votes of the election. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

const LOG = diskWith(1, { 1: 2 });
const LOGS = { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG };

const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const JOINED = { event: 'notes', note: 'elected', server: s5 } as const;

export const lesson = {
  id: 'late-joiner',
  number: 13,
  arc: 'election',
  minutes: 5,
  scenes: {
    late: lessonScene({
      id: 'late-joiner-late',
      title: 'The fifth server comes late',
      servers: 5,
      disks: LOGS,
      script: [start(0, 1, 2, 3, 4), start(2000, 5)],
    }),
    few: lessonScene({
      id: 'late-joiner-few',
      title: 'Two wait for a third',
      servers: 5,
      disks: LOGS,
      script: [start(0, 1, 2), start(1000, 5)],
    }),
  },
  steps: [
    {
      id: 'asks',
      scene: 'late',
      until: { event: 'notes', note: 'electionStarted', server: s5 },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      values: { leader: LEADERS },
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's4', is: [s4] },
          { id: 's5', is: [s5] },
          { id: 'both', is: [s4, s5] },
        ],
        answer: {
          until: JOINED,
          show: { server: s5 },
          lights: [
            { light: 'server', server: s5 },
            { light: 'server', server: s4 },
          ],
          values: { leader: LEADERS, took: { ask: 'noted', note: 'elected', field: 'tookMillis' } },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s4 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['8.3', '8.4', '8.8'],
    },
    {
      id: 'settled',
      from: 'asks',
      until: { event: 'notes', note: 'settledVoteKept', server: s5 },
      show: { server: s5 },
      lights: [{ light: 'server', server: s5 }],
      values: {
        from: { ask: 'noted', note: 'settledVoteKept', field: 'from' },
        state: { ask: 'noted', note: 'settledVoteKept', field: 'state' },
        leader: { ask: 'noted', note: 'settledVoteKept', field: 'vote.leader' },
        quorum: { ask: 'quorum' },
      },
      cites: ['8.4', '8.6'],
    },
    {
      id: 'without-the-leader',
      from: 'asks',
      show: { server: null },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      predict: {
        question: { ask: 'happened', what: JOINED },
        choices: [
          { id: 'joins', is: true, named: true },
          { id: 'waits', is: false, named: true },
        ],
        answer: {
          acts: [
            { do: 'cut', from: s4, to: s5 },
            { do: 'cut', from: s5, to: s4 },
          ],
          until: { event: 'passes', millis: 3000 },
          show: { server: s5 },
          lights: [{ light: 'server', server: s5 }],
          values: { followers: { ask: 'servers', state: 'FOLLOWING', leader: s4 } },
        },
        wrong: {
          joins: {
            acts: [
              { do: 'cut', from: s3, to: s5 },
              { do: 'cut', from: s5, to: s3 },
            ],
            until: JOINED,
            show: { server: s5 },
            values: { agreeing: { ask: 'noted', note: 'elected', field: 'agreeing' } },
          },
        },
      },
      cites: ['8.7'],
    },
    {
      id: 'few',
      check: true,
      scene: 'few',
      until: { event: 'notes', note: 'electionStarted', server: s5 },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
        { light: 'server', server: s5 },
      ],
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's2', is: [s2] },
          { id: 's5', is: [s5] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          until: ELECTED,
          show: { server: null },
          lights: [{ light: 'server', server: s5 }],
          values: { leader: LEADERS },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s5 }],
            until: { event: 'passes', millis: 2000 },
            show: { server: null },
            values: { quorum: { ask: 'quorum' } },
          },
        },
      },
      cites: ['8.4', '8.8'],
    },
  ],
} as const satisfies Lesson;
