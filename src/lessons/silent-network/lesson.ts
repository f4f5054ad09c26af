/** A server that hears nothing asks again after 200 ms, then 400, 800 …: the wait doubles and never shrinks within one election. */
import { act, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });
const LOGS = { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG };

const TIMED_OUT = { event: 'notes', note: 'notificationTimeout', server: s1 } as const;
const NEXT = { ask: 'noted', note: 'notificationTimeout', field: 'nextMillis' } as const;
const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;

export const lesson = {
  id: 'silent-network',
  number: 23,
  arc: 'election',
  minutes: 5,
  scenes: {
    alone: lessonScene({
      id: 'silent-network-alone',
      title: 'One of five, alone',
      servers: 5,
      disks: LOGS,
      script: [start(0, 1), start(20_000, 2)],
    }),
    mended: lessonScene({
      id: 'silent-network-mended',
      title: 'A cable is plugged in again',
      servers: 3,
      disks: LOGS,
      script: [act(0, { do: 'partition', groups: [[s1], [s2], [s3]] }), start(0, 1, 2), act(18_000, { do: 'healAll' })],
    }),
  },
  steps: [
    {
      id: 'first',
      scene: 'alone',
      until: TIMED_OUT,
      seconds: 3,
      show: { server: s1, view: 'topology' },
      lights: [
        { light: 'server', server: s1 },
        { light: 'vote', server: s1 },
      ],
      values: { next: NEXT },
      predict: {
        question: { ask: 'count', of: TIMED_OUT },
        choices: [
          { id: 'four', is: 4 },
          { id: 'ten', is: 10 },
          { id: 'fifty', is: 50 },
        ],
        answer: {
          until: { event: 'passes', millis: 10_000 },
          seconds: 5,
          show: { server: s1 },
          lights: [{ light: 'server', server: s1 }],
          values: { count: { ask: 'count', of: TIMED_OUT } },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'start', server: s2 },
              { do: 'start', server: s3 },
            ],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS, millis: { ask: 'millis' } },
          },
        },
      },
      cites: ['8.4', '4'],
    },
    {
      id: 'doubled',
      until: TIMED_OUT,
      seconds: 2,
      show: { server: s1 },
      lights: [{ light: 'server', server: s1 }],
      values: { next: NEXT },
      cites: ['8.4', '4'],
    },
    {
      id: 'heard',
      until: { event: 'notes', note: 'voteReceived', server: s1, where: { from: 2 } },
      seconds: 3,
      show: { server: s1 },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
      ],
      predict: {
        question: NEXT,
        choices: [
          { id: 'fresh', is: 400 },
          { id: 'same', is: 12_800 },
          { id: 'on', is: 25_600 },
        ],
        answer: {
          until: TIMED_OUT,
          within: 1000,
          seconds: 4,
          show: { server: s1 },
          lights: [{ light: 'server', server: s1 }],
          values: { next: NEXT, millis: { ask: 'millis' } },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'start', server: s1 },
            ],
            until: TIMED_OUT,
            values: { next: NEXT },
          },
        },
      },
      cites: ['8.4', '26'],
    },
    {
      id: 'mended',
      scene: 'mended',
      check: true,
      until: { event: 'does', act: 'healAll' },
      within: 1000,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
      ],
      predict: {
        question: { ask: 'happened', what: ELECTED },
        choices: [
          { id: 'soon', is: true, named: true },
          { id: 'later', is: false, named: true },
        ],
        answer: {
          until: TIMED_OUT,
          seconds: 4,
          lights: [{ light: 'server', server: s1 }],
          values: { looking: { ask: 'servers', state: 'LOOKING', up: true }, millis: { ask: 'millis' } },
        },
        wrong: {
          soon: {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'start', server: s1 },
            ],
            until: ELECTED,
            values: { leader: LEADERS, millis: { ask: 'millis' } },
          },
        },
      },
      cites: ['4', '7', '8.4'],
    },
  ],
} as const satisfies Lesson;
