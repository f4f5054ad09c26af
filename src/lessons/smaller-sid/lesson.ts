/** One connection for each pair of servers, and the larger id owns the dial: a line in the log that is no error. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(5)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });

const DROPPED = { event: 'notes', note: 'electionDialDropped' } as const;
const COUNT = { ask: 'count', of: DROPPED } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;

export const lesson = {
  id: 'smaller-sid',
  number: 22,
  arc: 'election',
  minutes: 5,
  scenes: {
    smaller: lessonScene({
      id: 'smaller-sid-smaller',
      title: 'The smaller id dials',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 3), start(500, 1)],
    }),
    larger: lessonScene({
      id: 'smaller-sid-larger',
      title: 'The larger id dials',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1), start(500, 3)],
    }),
    five: lessonScene({
      id: 'smaller-sid-five',
      title: 'The largest of five comes late',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [start(0, 1, 2, 3, 4), start(2000, 5)],
    }),
  },
  steps: [
    {
      id: 'dials',
      scene: 'smaller',
      until: { event: 'notes', note: 'electionDialled', server: s1, where: { to: 3 } },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s3 },
      ],
      predict: {
        question: { ask: 'happened', what: DROPPED },
        choices: [
          { id: 'keeps', is: false, named: true },
          { id: 'drops', is: true, named: true },
        ],
        answer: {
          until: DROPPED,
          seconds: 3,
          // Not before: its lines to come would tell the answer.
          show: { server: s1, look: 'log' },
          lights: [{ light: 'server', server: s1 }],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          keeps: {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'start', server: s2 },
            ],
            until: { event: 'notes', note: 'electionConnected', server: s2, where: { with: 1 } },
          },
        },
      },
      cites: ['4', '7', '24.2'],
    },
    {
      id: 'back',
      until: { event: 'notes', note: 'electionDialled', server: s3, where: { to: 1 } },
      seconds: 3,
      show: { server: s3, look: 'log' },
      lights: [{ light: 'server', server: s3 }],
      cites: ['7'],
    },
    {
      id: 'stands',
      until: { event: 'notes', note: 'voteReceived', server: s3, where: { from: 1 } },
      seconds: 3,
      show: { server: s3 },
      lights: [{ light: 'server', server: s3 }],
      values: { millis: { ask: 'millis' } },
      cites: ['7', '26'],
    },
    {
      id: 'larger',
      scene: 'larger',
      until: { event: 'notes', note: 'electionDialled', server: s3, where: { to: 1 } },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s3 },
      ],
      predict: {
        question: { ask: 'happened', what: DROPPED },
        choices: [
          { id: 'dropped', is: true, named: true },
          { id: 'kept', is: false, named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'voteReceived', server: s1, where: { from: 3 } },
          seconds: 3,
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s3 },
          ],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          dropped: {
            acts: [{ do: 'start', server: s2 }],
            until: DROPPED,
            values: { to: { ask: 'noted', note: 'electionDialDropped', field: 'to' } },
          },
        },
      },
      cites: ['7'],
    },
    {
      id: 'count',
      check: true,
      scene: 'five',
      until: { event: 'does', act: 'start', server: s5 },
      seconds: 1,
      show: { server: null },
      lights: [{ light: 'server', server: s5 }],
      values: { leader: LEADERS },
      predict: {
        question: COUNT,
        choices: [
          { id: 'none', is: 0 },
          { id: 'two', is: 2 },
          { id: 'four', is: 4 },
        ],
        answer: {
          until: { event: 'notes', note: 'elected', server: s5 },
          seconds: 4,
          lights: [{ light: 'server', server: s5 }],
          values: { dropped: COUNT, took: { ask: 'noted', note: 'elected', field: 'tookMillis' } },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s5 },
              { do: 'kill', server: s1 },
              { do: 'start', server: s1 },
            ],
            until: { event: 'notes', note: 'elected', server: s1 },
            values: { dropped: COUNT },
          },
        },
      },
      cites: ['7', '8.3'],
    },
  ],
} as const satisfies Lesson;
