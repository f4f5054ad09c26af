/** Five empty servers, one after the other: a majority of the configured ones elects, and who comes later follows. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;

export const lesson = {
  id: 'one-by-one',
  number: 2,
  arc: 'election',
  talks: ['lecture'],
  minutes: 6,
  scenes: {
    rising: lessonScene({
      id: 'one-by-one-rising',
      title: 'Five servers, one after the other',
      servers: 5,
      script: [start(0, 1), start(1000, 2), start(3000, 3), start(5000, 4), start(7000, 5)],
    }),
    falling: lessonScene({
      id: 'one-by-one-falling',
      title: 'Five servers, the largest first',
      servers: 5,
      script: [start(0, 5), start(1000, 4), start(3000, 3), start(5000, 2), start(7000, 1)],
    }),
  },
  steps: [
    {
      id: 'alone',
      scene: 'rising',
      until: { event: 'notes', note: 'notificationTimeout', server: s1 },
      seconds: 2,
      show: { server: s1, view: 'topology' },
      lights: [
        { light: 'server', server: s1 },
        { light: 'vote', server: s1 },
      ],
      values: {
        voters: { ask: 'voters' },
        quorum: { ask: 'quorum' },
        next: { ask: 'noted', note: 'notificationTimeout', field: 'nextMillis' },
      },
      cites: ['7', '8.4', '9'],
    },
    {
      id: 'two',
      until: { event: 'notes', note: 'voteAdopted', server: s1, where: { from: 2 } },
      show: { server: null },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
      ],
      values: { both: { ask: 'server', server: s1, field: 'voteLeader' } },
      predict: {
        question: LEADERS,
        choices: [
          { id: 's2', is: [s2] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          until: { event: 'does', act: 'start', server: s3 },
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { waited: { ask: 'millis' }, quorum: { ask: 'quorum' } },
        },
        wrong: {
          s2: {
            acts: [
              {
                do: 'partition',
                groups: [
                  [s1, s2],
                  [s3, s4, s5],
                ],
              },
            ],
            until: { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } },
            within: 800,
            values: { leader: LEADERS, waited: { ask: 'millis' } },
          },
        },
      },
      cites: ['8.4', '8.6', '9'],
    },
    {
      id: 'three',
      until: { event: 'notes', note: 'quorumAgrees', server: s3 },
      show: { server: s3 },
      lights: [{ light: 'vote', server: s3 }],
      values: {
        agreeing: { ask: 'noted', note: 'quorumAgrees', field: 'agreeing' },
        voters: { ask: 'voters' },
        wait: { ask: 'noted', note: 'quorumAgrees', field: 'waitMillis' },
      },
      cites: ['8.4', '8.6', '8.8'],
    },
    {
      id: 'leads',
      until: { event: 'anywhere', mark: 'leads' },
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: {
        leader: LEADERS,
        followers: { ask: 'servers', state: 'FOLLOWING', up: true },
        epoch: { ask: 'server', server: s3, field: 'currentEpoch' },
      },
      cites: ['10.2', '13.1'],
    },
    {
      id: 'fifth',
      until: { event: 'does', act: 'start', server: s5 },
      within: 600,
      show: { server: null },
      lights: [{ light: 'server', server: s5 }],
      values: {
        leader: LEADERS,
        followers: { ask: 'servers', state: 'FOLLOWING', up: true },
      },
      predict: {
        question: LEADERS,
        choices: [
          { id: 's3', is: [s3] },
          { id: 's5', is: [s5] },
          { id: 'both', is: [s3, s5] },
        ],
        answer: {
          until: { event: 'notes', note: 'elected', server: s5 },
          show: { server: s5 },
          lights: [{ light: 'server', server: s5 }],
          values: {
            leader: LEADERS,
            becomes: { ask: 'noted', note: 'elected', field: 'becomes' },
          },
        },
        wrong: {
          s5: {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            within: 800,
            show: { server: s5 },
            lights: [{ light: 'epoch', server: s5, field: 'currentEpoch' }],
            values: { leader: LEADERS, own: { ask: 'server', server: s5, field: 'currentEpoch' } },
          },
          both: {
            acts: [{ do: 'partition', groups: [[s5], [s1, s2, s3, s4]] }],
            until: { event: 'passes', millis: 3000 },
            show: { server: s5 },
            lights: [{ light: 'vote', server: s5 }],
            values: { leader: LEADERS, state: { ask: 'server', server: s5, field: 'state' } },
          },
        },
      },
      cites: ['8.3', '8.4', '8.8'],
    },
    {
      id: 'settled',
      from: 'fifth',
      until: { event: 'notes', note: 'settledVoteKept', server: s5, where: { from: 1 } },
      show: { server: s5 },
      lights: [
        { light: 'vote', server: s5 },
        { light: 'vote', server: s5, from: s1 },
      ],
      values: {
        agreeing: { ask: 'noted', note: 'settledVoteKept', field: 'agreeing' },
        state: { ask: 'noted', note: 'settledVoteKept', field: 'state' },
      },
      cites: ['8.3', '8.4', '8.7'],
    },
    {
      id: 'falling',
      check: true,
      scene: 'falling',
      until: { event: 'does', act: 'start', server: s5 },
      seconds: 0,
      show: { server: null },
      lights: [{ light: 'server', server: s5 }],
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's5', is: [s5] },
          { id: 's4', is: [s4] },
          { id: 's3', is: [s3] },
        ],
        answer: {
          until: { event: 'anywhere', mark: 'leads' },
          lights: [{ light: 'server', server: s5 }],
          values: { leader: LEADERS, followers: { ask: 'servers', state: 'FOLLOWING', up: true } },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s5 }],
            until: { event: 'anywhere', mark: 'leads' },
            within: 800,
            values: { leader: LEADERS, followers: { ask: 'servers', state: 'FOLLOWING', up: true } },
          },
        },
      },
      cites: ['8.4', '8.5', '9'],
    },
  ],
} as const satisfies Lesson;
