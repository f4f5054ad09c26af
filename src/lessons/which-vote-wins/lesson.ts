/** Votes compare by peerEpoch, then zxid, then sid, inside one round: three elections and one that comes back too soon. */
import { kill, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
/** Everybody alone: each keeps its own vote. */
const NOBODY = {
  acts: [{ do: 'partition', groups: [[s1], [s2], [s3]] }],
  until: { event: 'passes', millis: 1500 },
} as const;

export const lesson = {
  id: 'which-vote-wins',
  number: 1,
  arc: 'election',
  talks: ['lecture'],
  minutes: 7,
  scenes: {
    equal: lessonScene({
      id: 'which-vote-wins-equal',
      title: 'Three servers with one log',
      servers: 3,
      disks: { 1: diskWith(2, { 1: 3, 2: 4 }), 2: diskWith(2, { 1: 3, 2: 4 }), 3: diskWith(2, { 1: 3, 2: 4 }) },
      script: [start(0, 1, 2, 3)],
    }),
    older: lessonScene({
      id: 'which-vote-wins-older',
      title: 'The longest log, the older epoch',
      servers: 3,
      disks: { 1: diskWith(3, { 1: 3, 2: 7 }), 2: diskWith(2, { 1: 3, 2: 9 }), 3: diskWith(3, { 1: 3, 2: 7 }) },
      script: [start(0, 1, 2), start(16, 3)],
    }),
    rounds: lessonScene({
      id: 'which-vote-wins-rounds',
      title: 'A leader that comes straight back',
      servers: 3,
      script: [start(0, 1, 2, 3), kill(2000, 3), start(2060, 3)],
    }),
    five: lessonScene({
      id: 'which-vote-wins-five',
      title: 'Five votes',
      servers: 5,
      disks: {
        1: diskWith(4, { 3: 7, 4: 1 }),
        2: diskWith(3, { 3: 10 }),
        3: diskWith(4, { 3: 7, 4: 2 }),
        4: diskWith(4, { 3: 7, 4: 2 }),
        5: diskWith(4, { 3: 7, 4: 1 }),
      },
      script: [start(0, 1, 2, 3, 4, 5)],
    }),
  },
  steps: [
    {
      id: 'cards',
      scene: 'equal',
      until: { event: 'notes', note: 'electionStarted' },
      nth: 3,
      seconds: 0,
      show: { server: null, view: 'topology', votes: true },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: {
        epoch: { ask: 'server', server: s1, field: 'votePeerEpoch' },
        zxid: { ask: 'server', server: s1, field: 'voteZxid' },
      },
      cites: ['8.1', '8.4'],
    },
    {
      id: 'same',
      show: { votes: true },
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
          until: ELECTED,
          show: { server: s3 },
          lights: [
            { light: 'server', server: s3 },
            { light: 'vote', server: s3 },
          ],
          values: { leader: LEADERS },
        },
        wrong: {
          s1: {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
          s2: {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
          nobody: { ...NOBODY, show: { server: null } },
        },
      },
      cites: ['8.4', '8.5'],
    },
    {
      id: 'older',
      scene: 'older',
      until: { event: 'notes', note: 'electionStarted' },
      nth: 3,
      seconds: 0,
      show: { server: null, votes: true },
      lights: [
        { light: 'server', server: s2 },
        { light: 'cell', server: s2, zxid: zxid(2, 8) },
        { light: 'cell', server: s2, zxid: zxid(2, 9) },
      ],
      values: {
        longest: { ask: 'server', server: s2, field: 'voteZxid' },
        its: { ask: 'server', server: s2, field: 'votePeerEpoch' },
        others: { ask: 'server', server: s3, field: 'voteZxid' },
        newer: { ask: 'server', server: s3, field: 'votePeerEpoch' },
      },
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
          until: ELECTED,
          show: { server: null },
          lights: [{ light: 'server', server: s3 }],
          values: { leader: LEADERS },
        },
        wrong: {
          s1: {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
          s2: {
            acts: [{ do: 'kill', server: s3 }],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
          nobody: { ...NOBODY, show: { server: null } },
        },
      },
      cites: ['8.4', '8.5', '27'],
    },
    {
      id: 'columns',
      from: 'older',
      until: { event: 'notes', note: 'voteCompared', server: s1, where: { from: 2, outcome: 'loses' } },
      show: { server: s1 },
      lights: [
        { light: 'vote', server: s1 },
        { light: 'vote', server: s1, from: s2 },
      ],
      values: { by: { ask: 'noted', note: 'voteCompared', field: 'by' } },
      cites: ['8.5', '27'],
    },
    {
      id: 'round',
      scene: 'rounds',
      until: { event: 'notes', note: 'electionStarted', server: s3 },
      nth: 2,
      seconds: 0,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: {
        its: { ask: 'server', server: s3, field: 'logicalClock' },
        theirs: { ask: 'server', server: s1, field: 'logicalClock' },
      },
      predict: {
        question: { ask: 'happened', what: { event: 'notes', note: 'voteAdopted', server: s1, where: { from: 3 } } },
        choices: [
          { id: 'adopts', is: true, named: true },
          { id: 'ignores', is: false, named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'olderRoundIgnored', server: s1, where: { from: 3 } },
          show: { server: s1 },
          lights: [{ light: 'epoch', server: s1, field: 'logicalClock' }],
          values: {
            round: { ask: 'noted', note: 'olderRoundIgnored', field: 'round' },
            mine: { ask: 'noted', note: 'olderRoundIgnored', field: 'mine' },
          },
        },
        wrong: {
          adopts: {
            acts: [
              { do: 'cut', from: s1, to: s3 },
              { do: 'cut', from: s2, to: s3 },
            ],
            until: ELECTED,
            show: { server: null },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['8.4', '27'],
    },
    {
      id: 'raised',
      until: { event: 'notes', note: 'roundRaised', server: s3 },
      show: { server: s3 },
      lights: [{ light: 'epoch', server: s3, field: 'logicalClock' }],
      values: {
        was: { ask: 'noted', note: 'roundRaised', field: 'was' },
        round: { ask: 'noted', note: 'roundRaised', field: 'round' },
      },
      cites: ['8.3', '8.4'],
    },
    {
      id: 'again',
      until: ELECTED,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: { leader: LEADERS, round: { ask: 'server', server: s3, field: 'logicalClock' } },
      cites: ['8.4', '8.5'],
    },
    {
      id: 'five',
      check: true,
      scene: 'five',
      until: { event: 'notes', note: 'electionStarted' },
      nth: 5,
      seconds: 0,
      show: { server: null, votes: true },
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's1', is: [s1] },
          { id: 's2', is: [s2] },
          { id: 's3', is: [s3] },
          { id: 's4', is: [s4] },
          { id: 's5', is: [s5] },
        ],
        answer: {
          until: ELECTED,
          show: { server: null },
          lights: [{ light: 'server', server: s4 }],
          values: { leader: LEADERS },
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
      cites: ['8.5'],
    },
  ],
} as const satisfies Lesson;
