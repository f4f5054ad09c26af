/** A majority of an even number: one more server, not one more failure. */
import { start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3, s4, s5, s6] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5), sidOf(6)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });

const SERVES = { event: 'anywhere', mark: 'leads' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const FOLLOWERS = { ask: 'servers', state: 'FOLLOWING', up: true, serving: true } as const;
const SIZES = { voters: { ask: 'voters' }, quorum: { ask: 'quorum' } } as const;

export const lesson = {
  id: 'even-numbers',
  number: 7,
  arc: 'election',
  talks: ['lecture', 'operator'],
  minutes: 5,
  scenes: {
    four: lessonScene({
      id: 'even-numbers-four',
      title: 'Four servers',
      servers: 4,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG },
      script: [start(0, 1, 2, 3, 4)],
    }),
    three: lessonScene({
      id: 'even-numbers-three',
      title: 'Three servers, one of them lost',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2, 3)],
    }),
    six: lessonScene({
      id: 'even-numbers-six',
      title: 'Six servers',
      servers: 6,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG, 6: LOG },
      script: [start(0, 1, 2, 3, 4, 5, 6)],
    }),
  },
  steps: [
    {
      id: 'four',
      scene: 'four',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 3,
      show: { server: null, view: 'topology' },
      lights: [{ light: 'server', server: s4 }],
      values: { ...SIZES, leader: LEADERS },
      cites: ['9'],
    },
    {
      id: 'two-of-four',
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's4', is: [s4] },
          { id: 's3', is: [s3] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s1 },
            { do: 'kill', server: s2 },
          ],
          until: { event: 'notes', note: 'steppedDown', server: s4 },
          show: { server: null },
          lights: [
            { light: 'server', server: s3 },
            { light: 'server', server: s4 },
          ],
          values: SIZES,
        },
        wrong: {
          s4: {
            acts: [{ do: 'kill', server: s1 }],
            until: { event: 'passes', millis: 5000 },
            values: { leader: LEADERS, followers: FOLLOWERS },
          },
          s3: {
            acts: [{ do: 'kill', server: s4 }],
            until: SERVES,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['9', '14'],
    },
    {
      id: 'three',
      scene: 'three',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 2,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: { ...SIZES, leader: LEADERS },
      cites: ['9'],
    },
    {
      id: 'one-of-three',
      acts: [{ do: 'kill', server: s1 }],
      until: { event: 'passes', millis: 5000 },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { quorum: { ask: 'quorum' }, leader: LEADERS, followers: FOLLOWERS },
      cites: ['9', '14'],
    },
    {
      id: 'halves',
      scene: 'six',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 2,
      show: { server: null },
      lights: [{ light: 'server', server: s6 }],
      values: { ...SIZES, leader: LEADERS },
      predict: {
        question: LEADERS,
        choices: [
          { id: 's6', is: [s6], named: true },
          { id: 'both', is: [s3, s6], named: true },
          { id: 'nobody', is: [], named: true },
        ],
        answer: {
          acts: [
            {
              do: 'partition',
              groups: [
                [s1, s2, s3],
                [s4, s5, s6],
              ],
            },
          ],
          until: { event: 'notes', note: 'steppedDown', server: s6 },
          within: 1500,
          lights: [
            { light: 'server', server: s3 },
            { light: 'server', server: s6 },
          ],
          values: { quorum: { ask: 'quorum' } },
        },
        wrong: {
          '*': {
            acts: [
              {
                do: 'partition',
                groups: [
                  [s1, s2],
                  [s3, s4, s5, s6],
                ],
              },
            ],
            until: { event: 'passes', millis: 15_000 },
            within: 2500,
            values: { leader: LEADERS, followers: FOLLOWERS, quorum: { ask: 'quorum' } },
          },
        },
      },
      cites: ['9', '14'],
    },
    {
      id: 'three-of-six',
      check: true,
      from: 'halves',
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's6', is: [s6] },
          { id: 's5', is: [s5] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s1 },
            { do: 'kill', server: s2 },
            { do: 'kill', server: s3 },
          ],
          until: { event: 'notes', note: 'steppedDown', server: s6 },
          lights: [{ light: 'server', server: s6 }],
          values: SIZES,
        },
        wrong: {
          s6: {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'kill', server: s2 },
            ],
            until: { event: 'passes', millis: 5000 },
            within: 800,
            values: { leader: LEADERS, followers: FOLLOWERS },
          },
          s5: {
            acts: [{ do: 'kill', server: s6 }],
            until: SERVES,
            within: 800,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['9', '27'],
    },
  ],
} as const satisfies Lesson;
