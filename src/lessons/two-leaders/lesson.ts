/** A leader that is cut off with a minority: it proposes, it cannot commit, and what it logged is taken back. */
import { act, connect, create, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
/** 2·1 opened the session. */
const LOST = zxid(2, 2);

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const HOLDERS = { ask: 'servers', onDisk: LOST } as const;
const SYNCED_S5 = { event: 'notes', note: 'syncDecided', where: { learner: 5 } } as const;
const MODE = { ask: 'noted', note: 'syncDecided', field: 'mode' } as const;

export const lesson = {
  id: 'two-leaders',
  number: 6,
  arc: 'epochs',
  talks: ['lecture'],
  minutes: 6,
  scenes: {
    cut: lessonScene({
      id: 'two-leaders-cut',
      title: 'A leader with a minority',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [
        start(0, 1, 2, 3, 4, 5),
        connect(1500, 'anna', 5),
        act(3000, {
          do: 'partition',
          groups: [
            [s1, s2, s3],
            [s4, s5],
          ],
        }),
        create(3500, 'anna', '/lost'),
        act(20_000, { do: 'healAll' }),
      ],
    }),
  },
  steps: [
    {
      id: 'cut',
      until: { event: 'does', act: 'partition' },
      seconds: 2,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      values: { leader: LEADERS, quorum: { ask: 'quorum' } },
      cites: ['14'],
    },
    {
      id: 'proposal',
      until: { event: 'proposes', server: s5, zxid: LOST },
      seconds: 1,
      show: { server: s5 },
      lights: [{ light: 'wait', server: s5, for: 'proposal' }],
      values: { zxid: { ask: 'noted', note: 'proposed', field: 'zxid' } },
      predict: {
        question: { ask: 'committed', zxid: LOST },
        choices: [
          { id: 'yes', is: true, named: true },
          { id: 'no', is: false, named: true },
        ],
        answer: {
          until: { event: 'passes', millis: 5000 },
          show: { server: s5 },
          lights: [
            { light: 'cell', server: s5, zxid: LOST },
            { light: 'cell', server: s4, zxid: LOST },
          ],
          values: { holders: HOLDERS, quorum: { ask: 'quorum' } },
        },
        wrong: {
          yes: {
            acts: [{ do: 'healAll' }],
            until: { event: 'commits', server: s5, zxid: LOST },
            values: { acks: { ask: 'noted', note: 'committed', field: 'acks' } },
          },
        },
      },
      cites: ['13.3'],
    },
    {
      id: 'elsewhere',
      until: { event: 'notes', note: 'leaderLost', server: s2 },
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { silent: { ask: 'noted', note: 'leaderLost', field: 'silentMillis' } },
      predict: {
        question: LEADERS,
        choices: [
          { id: 'old', is: [s5], named: true },
          { id: 'new', is: [s3], named: true },
          { id: 'both', is: [s3, s5], named: true },
        ],
        answer: {
          until: { event: 'anywhere', mark: 'leads' },
          seconds: 3,
          lights: [
            { light: 'server', server: s3 },
            { light: 'server', server: s5 },
          ],
          values: {
            leaders: LEADERS,
            old: { ask: 'server', server: s5, field: 'epoch' },
            young: { ask: 'server', server: s3, field: 'epoch' },
          },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s5 }],
            until: { event: 'anywhere', mark: 'leads' },
            values: { leaders: LEADERS },
          },
        },
      },
      cites: ['10.1', '14', '27'],
    },
    {
      id: 'steps-down',
      until: { event: 'notes', note: 'steppedDown', server: s5 },
      seconds: 2,
      show: { server: null },
      lights: [{ light: 'server', server: s5 }],
      values: { synced: { ask: 'noted', note: 'steppedDown', field: 'synced' }, leaders: LEADERS },
      cites: ['14'],
    },
    {
      id: 'heals',
      predict: {
        question: MODE,
        choices: [
          { id: 'diff', is: 'DIFF' },
          { id: 'trunc', is: 'TRUNC' },
          { id: 'snap', is: 'SNAP' },
        ],
        answer: {
          until: SYNCED_S5,
          within: 1500,
          seconds: 4,
          show: { server: s5 },
          lights: [
            { light: 'sync', server: s5 },
            { light: 'cell', server: s5, zxid: LOST },
          ],
          values: {
            mode: MODE,
            to: { ask: 'noted', note: 'syncDecided', field: 'zxid' },
            its: { ask: 'noted', note: 'syncDecided', field: 'peerLastZxid' },
          },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'connect', client: 'boris', server: s3, timeoutMillis: 10_000 },
              {
                do: 'call',
                client: 'boris',
                operation: {
                  op: 'create',
                  path: '/kept',
                  data: 'x',
                  dataLength: 1,
                  ephemeral: false,
                  sequential: false,
                },
              },
            ],
            until: SYNCED_S5,
            within: 1500,
            show: { server: s5 },
            lights: [{ light: 'sync', server: s5 }],
            values: { mode: MODE },
          },
        },
      },
      cites: ['11.1', '11.2', '28'],
    },
    {
      id: 'gone',
      check: true,
      show: { server: null },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      predict: {
        question: HOLDERS,
        choices: [
          { id: 'nobody', is: [], named: true },
          { id: 'two', is: [s4, s5], named: true },
          { id: 'all', is: [s1, s2, s3, s4, s5], named: true },
        ],
        answer: {
          until: { event: 'passes', millis: 1500 },
          seconds: 2,
          values: { leader: LEADERS },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s5 },
              { do: 'kill', server: s4 },
            ],
            until: { event: 'passes', millis: 1500 },
            values: { holders: HOLDERS },
          },
        },
      },
      cites: ['11.1', '12'],
    },
  ],
} as const satisfies Lesson;
