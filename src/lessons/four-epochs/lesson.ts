/** Round, acceptedEpoch, currentEpoch and the epoch of the last zxid: when each of them moves, and what survives a crash. */
import { act, connect, kill, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });

const ROUND = { ask: 'server', server: s1, field: 'logicalClock' } as const;
const ACCEPTED = { ask: 'server', server: s1, field: 'acceptedEpoch' } as const;
const CURRENT = { ask: 'server', server: s1, field: 'currentEpoch' } as const;
const LAST = { ask: 'server', server: s1, field: 'lastZxid' } as const;
const ALL = { round: ROUND, accepted: ACCEPTED, current: CURRENT, last: LAST } as const;

export const lesson = {
  id: 'four-epochs',
  number: 5,
  arc: 'epochs',
  talks: ['lecture'],
  minutes: 5,
  scenes: {
    four: lessonScene({
      id: 'four-epochs-four',
      title: 'Four numbers called epoch',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [
        start(0, 1, 2, 3),
        connect(1500, 'anna', 1),
        kill(3000, 3),
        act(3500, { do: 'start', server: s3 }),
        // A write under the second leader, so that all four have moved on.
        act(5000, { do: 'connect', client: 'boris', server: s1, timeoutMillis: 10_000 }),
      ],
    }),
  },
  steps: [
    {
      id: 'looking',
      until: { event: 'notes', note: 'electionStarted', server: s1 },
      seconds: 0,
      show: { server: s1, view: 'topology' },
      lights: [
        { light: 'epoch', server: s1, field: 'logicalClock' },
        { light: 'epoch', server: s1, field: 'acceptedEpoch' },
        { light: 'epoch', server: s1, field: 'currentEpoch' },
        { light: 'epoch', server: s1, field: 'lastZxid' },
      ],
      values: ALL,
      cites: ['3', '8.4'],
    },
    {
      id: 'promise',
      until: { event: 'notes', note: 'acceptedEpochWritten', server: s1 },
      seconds: 3,
      lights: [{ light: 'epoch', server: s1, field: 'acceptedEpoch' }],
      values: { accepted: ACCEPTED },
      predict: {
        question: CURRENT,
        choices: [
          { id: 'one', is: 1 },
          { id: 'two', is: 2 },
        ],
        answer: {
          until: { event: 'receives', server: s1, packet: 'DIFF' },
          lights: [
            { light: 'epoch', server: s1, field: 'acceptedEpoch' },
            { light: 'epoch', server: s1, field: 'currentEpoch' },
          ],
          values: { accepted: ACCEPTED, current: CURRENT },
        },
        wrong: {
          two: {
            acts: [{ do: 'kill', server: s3 }],
            until: { event: 'notes', note: 'leaderLost', server: s1 },
            lights: [
              { light: 'epoch', server: s1, field: 'acceptedEpoch' },
              { light: 'epoch', server: s1, field: 'currentEpoch' },
            ],
            values: { accepted: ACCEPTED, current: CURRENT },
          },
        },
      },
      cites: ['3', '10.1', '12'],
    },
    {
      id: 'entered',
      until: { event: 'notes', note: 'currentEpochWritten', server: s1 },
      seconds: 2,
      lights: [{ light: 'epoch', server: s1, field: 'currentEpoch' }],
      values: { current: CURRENT, last: LAST },
      cites: ['3', '12'],
    },
    {
      id: 'serving',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 1,
      predict: {
        question: LAST,
        choices: [
          { id: 'old', is: '0x100000002', named: true },
          { id: 'marker', is: '0x200000000', named: true },
        ],
        answer: {
          until: { event: 'passes', millis: 600 },
          lights: [{ light: 'epoch', server: s1, field: 'lastZxid' }],
          values: { last: LAST, leaders: { ask: 'server', server: s3, field: 'lastZxid' } },
        },
        wrong: {
          marker: {
            acts: [{ do: 'connect', client: 'clara', server: s1, timeoutMillis: 10_000 }],
            until: { event: 'notes', note: 'applied', server: s1 },
            lights: [{ light: 'epoch', server: s1, field: 'lastZxid' }],
            values: { last: LAST },
          },
        },
      },
      cites: ['13.1', '28'],
    },
    {
      id: 'second-leader',
      until: { event: 'notes', note: 'electionStarted', server: s1 },
      seconds: 3,
      lights: [{ light: 'epoch', server: s1, field: 'logicalClock' }],
      values: ALL,
      cites: ['3', '28'],
    },
    {
      id: 'restart',
      check: true,
      until: { event: 'notes', note: 'clientConnected' },
      seconds: 4,
      show: { server: s1 },
      lights: [{ light: 'epoch', server: s1, field: 'logicalClock' }],
      values: ALL,
      predict: {
        question: ROUND,
        choices: [
          { id: 'one', is: 1 },
          { id: 'two', is: 2 },
          { id: 'three', is: 3 },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s1 },
            { do: 'start', server: s1 },
          ],
          lights: [
            { light: 'epoch', server: s1, field: 'logicalClock' },
            { light: 'epoch', server: s1, field: 'currentEpoch' },
          ],
          values: ALL,
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s2 },
              { do: 'kill', server: s3 },
            ],
            until: { event: 'notes', note: 'electionStarted', server: s1 },
            values: { round: ROUND },
          },
        },
      },
      cites: ['3', '6'],
    },
  ],
} as const satisfies Lesson;
