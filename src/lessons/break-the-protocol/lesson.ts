/** One rule taken away at a time, as releases were that had not got it yet: which property breaks, and at which event. */
import { act, connect, create, cut, kill, start } from '../../scenario/script-steps.ts';
import { COUNTER_MAX, sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** 1·1 opened the session. */
const WRITE = zxid(1, 2);

const VIOLATED = { ask: 'violated' } as const;
const BREAKS = { event: 'anywhere', mark: 'violates' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const HOLDERS = { ask: 'servers', onDisk: WRITE } as const;
const EPOCH_OF_S2 = { ask: 'server', server: s2, field: 'epoch' } as const;
const AUDIT = { look: 'audit' } as const;
const ONE_LEADER = { id: 'oneLeader', is: 'Leadership2', named: true } as const;
const LACKS_NOTHING = { id: 'lacksNothing', is: 'LeaderLogCompleteness', named: true } as const;
const IN_ORDER = { id: 'inOrder', is: 'GlobalPrimaryOrder', named: true } as const;
const NONE = { id: 'none', is: null, named: true } as const;

export const lesson = {
  id: 'break-the-protocol',
  number: 30,
  arc: 'break',
  minutes: 7,
  scenes: {
    promise: lessonScene({
      id: 'break-the-protocol-promise',
      title: 'An epoch that both of its servers were killed in',
      servers: 3,
      timing: { tickMillis: 500 },
      network: { latencyMillis: 10, jitterMillis: 0 },
      script: [
        act(0, {
          do: 'hold',
          until: { event: 'becomes', server: s3, zabState: 'BROADCAST' },
          action: { do: 'kill', server: s3 },
        }),
        start(0, 2, 3),
        kill(1000, 2),
        start(1100, 1, 2),
      ],
    }),
    ballot: lessonScene({
      id: 'break-the-protocol-ballot',
      title: 'On disk, and not applied',
      servers: 3,
      timing: { tickMillis: 500 },
      network: { latencyMillis: 10, jitterMillis: 0 },
      script: [
        start(0, 1, 2),
        start(1000, 3),
        connect(2000, 'ann', 2),
        kill(2300, 3),
        create(2400, 'ann', '/x'),
        // After the proposal, before the COMMIT.
        cut(2425, 2, 1),
        kill(2500, 2),
        start(3000, 3),
      ],
    }),
    counter: lessonScene({
      id: 'break-the-protocol-counter',
      title: 'The last zxid of an epoch',
      servers: 3,
      timing: { tickMillis: 500 },
      network: { latencyMillis: 10, jitterMillis: 0 },
      script: [
        start(0, 1, 2, 3),
        connect(1500, 'ann', 3),
        act(1700, { do: 'skipZxids', server: s3, counter: COUNTER_MAX - 1 }),
        create(1800, 'ann', '/a'),
        create(1850, 'ann', '/b'),
        create(1851, 'ann', '/c'),
      ],
    }),
  },
  steps: [
    {
      id: 'promise',
      until: { event: 'anywhere', mark: 'leads' },
      nth: 2,
      within: 800,
      seconds: 5,
      show: { server: s2, view: 'topology' },
      lights: [
        { light: 'epoch', server: s2, field: 'acceptedEpoch' },
        { light: 'server', server: s2 },
      ],
      values: { leader: LEADERS, epoch: EPOCH_OF_S2 },
      cites: ['6', '10.1', '10.2'],
    },
    {
      id: 'no-promise',
      show: { server: s2, ...AUDIT },
      lights: [{ light: 'server', server: s2 }],
      predict: {
        question: VIOLATED,
        choices: [NONE, ONE_LEADER, LACKS_NOTHING],
        answer: {
          behaves: { epochFiles: false },
          until: BREAKS,
          within: 800,
          seconds: 5,
          show: { server: s2 },
          lights: [{ light: 'server', server: s2 }],
          values: { leader: LEADERS, epoch: EPOCH_OF_S2 },
        },
        wrong: {
          '*': {
            until: { event: 'passes', millis: 2000 },
            show: { server: s2 },
            values: { epoch: EPOCH_OF_S2 },
          },
        },
      },
      cites: ['3', '6', '10.2'],
    },
    {
      id: 'ballot',
      scene: 'ballot',
      until: { event: 'notes', note: 'elected', server: s1, where: { becomes: 'LEADING' } },
      within: 1200,
      seconds: 6,
      show: { server: null, look: 'inside' },
      lights: [
        { light: 'cell', server: s1, zxid: WRITE },
        { light: 'cell', server: s2, zxid: WRITE },
      ],
      values: { leader: LEADERS, holders: HOLDERS },
      cites: ['8.5', '13.3', '14'],
    },
    {
      id: 'short-ballot',
      show: { server: null },
      lights: [{ light: 'cell', server: s1, zxid: WRITE }],
      predict: {
        question: VIOLATED,
        choices: [NONE, ONE_LEADER, LACKS_NOTHING],
        answer: {
          behaves: { fastForwardOnShutdown: false },
          until: BREAKS,
          within: 1200,
          seconds: 6,
          show: { server: s3, ...AUDIT },
          lights: [
            { light: 'server', server: s3 },
            { light: 'cell', server: s1, zxid: WRITE },
          ],
          values: { leader: LEADERS, vote: { ask: 'server', server: s1, field: 'voteZxid' } },
        },
        wrong: {
          '*': {
            until: { event: 'passes', millis: 2000 },
            show: { server: s1, ...AUDIT },
            values: { leader: LEADERS, holders: HOLDERS },
          },
        },
      },
      cites: ['8.5', '14'],
    },
    {
      id: 'chain',
      until: { event: 'anywhere', mark: 'violates' },
      nth: 2,
      within: 1200,
      seconds: 3,
      show: { server: s3, ...AUDIT },
      lights: [{ light: 'server', server: s3 }],
      values: { leader: LEADERS },
      cites: ['12', '14'],
    },
    {
      id: 'counter',
      check: true,
      scene: 'counter',
      until: { event: 'does', act: 'skipZxids' },
      seconds: 3,
      show: { server: null, look: 'inside' },
      lights: [{ light: 'server', server: s3 }],
      values: { leader: LEADERS, epoch: { ask: 'server', server: s3, field: 'epoch' } },
      predict: {
        question: VIOLATED,
        choices: [NONE, ONE_LEADER, LACKS_NOTHING, IN_ORDER],
        answer: {
          behaves: { rolloverGuard: false },
          until: BREAKS,
          within: 800,
          seconds: 4,
          show: { server: s3, ...AUDIT },
          lights: [{ light: 'server', server: s3 }],
          leadsTo: 'bugs',
          values: { zxid: { ask: 'noted', note: 'proposed', field: 'zxid' } },
        },
        wrong: {
          '*': {
            until: { event: 'notes', note: 'steppedDown', server: s3 },
            show: { server: s3, ...AUDIT },
            values: { reason: { ask: 'noted', note: 'steppedDown', field: 'reason' } },
          },
        },
      },
      cites: ['13.2', '25'],
    },
  ],
} as const satisfies Lesson;
