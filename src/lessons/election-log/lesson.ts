/** An election as the servers' logs tell it: which field of a line says what, and what follows from it. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

const LOG = diskWith(1, { 1: 2 });

const NOTIFICATION = { ask: 'logged', begins: 'Notification' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const EPOCH_IN_LINE = { ask: 'noted', note: 'voteReceived', field: 'vote.peerEpoch' } as const;
const AGREEING = { ask: 'noted', note: 'quorumAgrees', field: 'agreeing' } as const;
const reads = <const R extends typeof s1, const F extends number>(server: R, from: F) =>
  ({ event: 'notes', note: 'voteReceived', server, where: { from } }) as const;
const QUORUM_AT_S1 = { event: 'notes', note: 'quorumAgrees', server: s1 } as const;
const S2_ANSWERS = { event: 'notes', note: 'voteReceived', server: s3, where: { from: 2, state: 'LEADING' } } as const;
const S3_ASKS = [
  { do: 'kill', server: s3 },
  { do: 'start', server: s3 },
] as const;

export const lesson = {
  id: 'election-log',
  number: 29,
  arc: 'operations',
  talks: ['operator'],
  minutes: 6,
  scenes: {
    three: lessonScene({
      id: 'election-log-three',
      title: 'Three servers, three histories',
      servers: 3,
      profile: '3.8',
      disks: { 1: diskWith(1, { 1: 3 }), 2: diskWith(2, { 1: 2 }), 3: diskWith(1, { 1: 4 }) },
      timing: { tickMillis: 500 },
      // S1 hears of S3 first.
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s1, s2], latencyMillis: 30 }] },
      script: [start(0, 1, 2, 3)],
    }),
    five: lessonScene({
      id: 'election-log-five',
      title: 'Five servers, one log to read',
      servers: 5,
      profile: '3.8',
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      network: {
        latencyMillis: 12,
        jitterMillis: 0,
        links: [
          { between: [s1, s2], latencyMillis: 60 },
          { between: [s1, s3], latencyMillis: 60 },
        ],
      },
      script: [start(0, 1, 2, 3, 4, 5)],
    }),
  },
  steps: [
    {
      id: 'begins',
      until: { event: 'notes', note: 'electionStarted', server: s1 },
      seconds: 0,
      show: { server: s1, look: 'log', view: 'topology' },
      lights: [{ light: 'server', server: s1 }],
      values: { line: { ask: 'logged', begins: 'New election' } },
      cites: ['8.4', '24.1', '24.2'],
    },
    {
      id: 'other',
      until: reads(s1, 3),
      seconds: 2,
      show: { server: s1 },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s3 },
      ],
      values: { line: NOTIFICATION },
      cites: ['3', '8.1', '24.2'],
    },
    {
      id: 'better',
      show: { server: s2 },
      lights: [{ light: 'server', server: s2 }],
      values: {
        agreeing: AGREEING,
        leader: { ask: 'server', server: s2, field: 'voteLeader' },
        epoch: { ask: 'server', server: s2, field: 'votePeerEpoch' },
        zxid: { ask: 'server', server: s2, field: 'voteZxid' },
      },
      predict: {
        question: { ask: 'server', server: s1, field: 'voteLeader' },
        choices: [
          { id: 's1', is: s1, named: true },
          { id: 's2', is: s2, named: true },
          { id: 's3', is: s3, named: true },
        ],
        answer: {
          until: reads(s1, 2),
          seconds: 2,
          show: { server: s1, votes: true },
          lights: [{ light: 'server', server: s1 }],
        },
        wrong: {
          '*': {
            acts: [{ do: 'partition', groups: [[s2], [s1, s3]] }],
            until: { event: 'notes', note: 'elected', server: s1 },
            show: { server: s1 },
            values: { line: { ask: 'logged', begins: 'FOLLOWING - ' } },
          },
        },
      },
      cites: ['8.4', '8.5', '27'],
    },
    {
      id: 'took',
      until: { event: 'notes', note: 'elected', server: s2 },
      seconds: 3,
      show: { server: s2 },
      lights: [{ light: 'server', server: s2 }],
      values: {
        line: { ask: 'logged', begins: 'LEADING - ' },
        leader: LEADERS,
        serving: { ask: 'servers', serving: true, up: true },
      },
      cites: ['8.8', '24.2', '24.3'],
    },
    {
      id: 'latecomer',
      until: { event: 'notes', note: 'servingStarted', server: s1 },
      seconds: 3,
      show: { server: s2 },
      lights: [{ light: 'server', server: s2 }],
      values: { epoch: { ask: 'server', server: s2, field: 'epoch' } },
      predict: {
        question: EPOCH_IN_LINE,
        choices: [
          { id: 'one', is: 1, named: true },
          { id: 'voted', is: 2, named: true },
          { id: 'new', is: 3, named: true },
        ],
        answer: {
          acts: S3_ASKS,
          until: S2_ANSWERS,
          seconds: 3,
          show: { server: s3 },
          lights: [{ light: 'server', server: s3 }],
          values: { line: NOTIFICATION },
        },
        wrong: {
          '*': {
            from: 'took',
            acts: S3_ASKS,
            until: S2_ANSWERS,
            show: { server: s3 },
            values: { line: NOTIFICATION },
          },
        },
      },
      cites: ['8.3', '13.1', '28'],
    },
    {
      id: 'count',
      check: true,
      scene: 'five',
      until: { event: 'notes', note: 'voteAdopted', server: s1, where: { 'vote.leader': 5 } },
      seconds: 2,
      show: { server: s1 },
      lights: [{ light: 'server', server: s1 }],
      values: { quorum: { ask: 'quorum' } },
      predict: {
        question: AGREEING,
        choices: [
          { id: 'others', is: [s3, s4, s5] },
          { id: 'near', is: [s1, s4, s5] },
          { id: 'far', is: [s1, s2, s5] },
        ],
        answer: {
          until: QUORUM_AT_S1,
          seconds: 3,
          show: { server: s1 },
          lights: [{ light: 'server', server: s1 }],
          values: { agreeing: AGREEING },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s4 }],
            until: QUORUM_AT_S1,
            show: { server: s1 },
            values: { agreeing: AGREEING },
          },
        },
      },
      cites: ['8.4', '8.6', '26'],
    },
  ],
} as const satisfies Lesson;
