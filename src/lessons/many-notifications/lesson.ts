/** Who sends a vote, to whom and why: at the start, on a change, as a reply, and into silence. */
import { kill, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });
const LOGS = { 1: LOG, 2: LOG, 3: LOG };

const SENT = { event: 'notes', note: 'votesSent' } as const;
const ELECTED = { event: 'notes', note: 'elected' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const REPLIES = { event: 'notes', note: 'voteReplied', server: s2, where: { to: 3, because: 'settled' } } as const;
const TIMES_OUT = { event: 'notes', note: 'notificationTimeout', server: s2 } as const;
const NEXT = { ask: 'noted', note: 'notificationTimeout', field: 'nextMillis' } as const;

export const lesson = {
  id: 'many-notifications',
  number: 12,
  arc: 'election',
  minutes: 7,
  scenes: {
    three: lessonScene({
      id: 'many-notifications-three',
      title: 'An election, message by message',
      servers: 3,
      disks: LOGS,
      script: [start(0, 1, 2, 3)],
    }),
    late: lessonScene({
      id: 'many-notifications-late',
      title: 'A looker and two that have settled',
      servers: 3,
      disks: LOGS,
      script: [start(0, 1, 2), start(1000, 3)],
    }),
    rounds: lessonScene({
      id: 'many-notifications-rounds',
      title: 'A looker of an older round',
      servers: 3,
      disks: LOGS,
      script: [start(0, 1, 2, 3), kill(2000, 3), start(2060, 3)],
    }),
    few: lessonScene({
      id: 'many-notifications-few',
      title: 'Two of five, and silence',
      servers: 5,
      disks: { ...LOGS, 4: LOG, 5: LOG },
      script: [start(0, 1, 2)],
    }),
  },
  steps: [
    {
      id: 'first',
      scene: 'three',
      until: { event: 'notes', note: 'electionStarted' },
      nth: 3,
      seconds: 0,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { voters: { ask: 'voters' } },
      predict: {
        question: { ask: 'count', of: SENT },
        choices: [
          { id: 'none', is: 0, named: true },
          { id: 'two', is: 2, named: true },
          { id: 'six', is: 6, named: true },
        ],
        answer: {
          until: ELECTED,
          nth: 3,
          seconds: 5,
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { leader: LEADERS, count: { ask: 'count', of: SENT } },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            nth: 2,
            values: { leader: LEADERS, count: { ask: 'count', of: SENT } },
          },
        },
      },
      cites: ['8.4', '26'],
    },
    {
      id: 'change',
      from: 'first',
      until: { event: 'notes', note: 'voteAdopted', server: s1 },
      seconds: 3,
      show: { server: s1 },
      lights: [
        { light: 'vote', server: s1 },
        { light: 'vote', server: s1, from: s3 },
      ],
      values: { from: { ask: 'noted', note: 'voteAdopted', field: 'from' } },
      cites: ['8.4', '26'],
    },
    {
      id: 'settled',
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
        question: { ask: 'happened', what: REPLIES },
        choices: [
          { id: 'silent', is: false, named: true },
          { id: 'replies', is: true, named: true },
        ],
        answer: {
          until: REPLIES,
          seconds: 3,
          show: { server: s2 },
          lights: [{ light: 'message', packet: 'NOTIFICATION', from: s2, to: s3 }],
          values: {
            state: { ask: 'noted', note: 'voteReplied', field: 'state' },
            leader: { ask: 'noted', note: 'voteReplied', field: 'vote.leader' },
          },
        },
        wrong: {
          silent: {
            acts: [{ do: 'freeze', server: s2 }],
            until: { event: 'notes', note: 'notificationTimeout', server: s3 },
            values: { looking: { ask: 'servers', state: 'LOOKING', up: true } },
          },
        },
      },
      cites: ['8.3'],
    },
    {
      id: 'lower-round',
      scene: 'rounds',
      until: { event: 'notes', note: 'voteReplied', where: { because: 'lowerRound' } },
      seconds: 3,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: {
        to: { ask: 'noted', note: 'voteReplied', field: 'to' },
        round: { ask: 'noted', note: 'voteReplied', field: 'vote.electionEpoch' },
      },
      cites: ['8.3', '26'],
    },
    {
      id: 'silence',
      scene: 'few',
      until: TIMES_OUT,
      nth: 2,
      seconds: 3,
      show: { server: s2 },
      lights: [{ light: 'server', server: s2 }],
      values: { quorum: { ask: 'quorum' }, next: NEXT },
      predict: {
        question: NEXT,
        choices: [
          { id: 'same', is: 800 },
          { id: 'twice', is: 1600 },
          { id: 'first', is: 200 },
        ],
        answer: {
          until: TIMES_OUT,
          seconds: 3,
          lights: [{ light: 'message', packet: 'NOTIFICATION', from: s2, to: s1 }],
          values: { next: NEXT },
        },
        wrong: {
          '*': {
            acts: [{ do: 'start', server: s3 }],
            until: ELECTED,
            values: { took: { ask: 'noted', note: 'elected', field: 'tookMillis' } },
          },
        },
      },
      cites: ['8.4', '26'],
    },
    {
      id: 'long-wait',
      check: true,
      until: TIMES_OUT,
      nth: 3,
      seconds: 4,
      show: { server: s2 },
      lights: [{ light: 'server', server: s2 }],
      values: { next: NEXT },
      predict: {
        question: { ask: 'happened', what: TIMES_OUT },
        choices: [
          { id: 'waits', is: true, named: true },
          { id: 'atOnce', is: false, named: true },
        ],
        answer: {
          acts: [{ do: 'start', server: s3 }],
          until: ELECTED,
          seconds: 3,
          show: { server: null },
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          waits: {
            acts: [
              { do: 'partition', groups: [[s1, s2], [s3]] },
              { do: 'start', server: s3 },
            ],
            until: TIMES_OUT,
            show: { server: null },
            values: { looking: { ask: 'servers', state: 'LOOKING', up: true } },
          },
        },
      },
      cites: ['8.4'],
    },
  ],
} as const satisfies Lesson;
