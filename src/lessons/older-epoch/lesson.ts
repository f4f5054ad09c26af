/** A server that has promised a later epoch than the leader offers: how it comes to that, and what ends it. */
import { act, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id is elected. */
const LOG = diskWith(1, { 1: 2 });
/** Its process ends with the promise on disk, before anybody else is asked for it. */
const DIES = { do: 'killAtFlush', server: s3, side: 'after', write: 'acceptedEpoch' } as const;

const PROMISED_S1 = { ask: 'server', server: s1, field: 'acceptedEpoch' } as const;
const PROMISED_S3 = { ask: 'server', server: s3, field: 'acceptedEpoch' } as const;
const ENTERED_S3 = { ask: 'server', server: s3, field: 'currentEpoch' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const REFUSED = { event: 'notes', note: 'epochRefused', server: s3 } as const;
const LEADS = { event: 'notes', note: 'servingStarted', where: { as: 'LEADING' } } as const;
const EPOCH = { ask: 'noted', note: 'servingStarted', field: 'epoch' } as const;
const LOSES = { event: 'notes', note: 'leaderLost', server: s1 } as const;

export const lesson = {
  id: 'older-epoch',
  number: 14,
  arc: 'epochs',
  minutes: 6,
  scenes: {
    burnt: lessonScene({
      id: 'older-epoch-burnt',
      title: 'Two promises that nobody heard of',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      timing: { tickMillis: 500 },
      script: [start(0, 1, 2, 3), act(0, DIES), act(420, DIES), start(420, 3), start(3000, 3)],
    }),
  },
  steps: [
    {
      id: 'own-disk',
      until: { event: 'notes', note: 'epochFixed', server: s3 },
      seconds: 3,
      show: { server: s3, view: 'topology' },
      lights: [
        { light: 'server', server: s3 },
        { light: 'epoch', server: s3, field: 'acceptedEpoch' },
      ],
      values: { epoch: { ask: 'noted', note: 'epochFixed', field: 'epoch' } },
      predict: {
        question: PROMISED_S1,
        choices: [
          { id: 'one', is: 1 },
          { id: 'two', is: 2 },
        ],
        answer: {
          until: LOSES,
          seconds: 2,
          show: { server: s1 },
          lights: [{ light: 'epoch', server: s1, field: 'acceptedEpoch' }],
          values: { mine: PROMISED_S1, its: PROMISED_S3 },
        },
        wrong: {
          two: {
            acts: [{ do: 'killAtFlush', server: s3, side: 'after', write: 'currentEpoch' }],
            until: LOSES,
            show: { server: s1 },
            values: { mine: PROMISED_S1, its: PROMISED_S3 },
          },
        },
      },
      cites: ['6', '10.2'],
    },
    {
      id: 'again',
      until: LOSES,
      seconds: 4,
      show: { server: s3 },
      lights: [
        { light: 'epoch', server: s3, field: 'acceptedEpoch' },
        { light: 'epoch', server: s3, field: 'currentEpoch' },
      ],
      values: { its: PROMISED_S3, entered: ENTERED_S3 },
      predict: {
        question: { ask: 'server', server: s2, field: 'epoch' },
        choices: [
          { id: 'two', is: 2 },
          { id: 'three', is: 3 },
          { id: 'four', is: 4 },
        ],
        answer: {
          until: LEADS,
          seconds: 3,
          show: { server: s2 },
          lights: [
            { light: 'server', server: s2 },
            { light: 'epoch', server: s2, field: 'currentEpoch' },
          ],
          values: { leader: LEADERS, epoch: EPOCH },
        },
        wrong: {
          '*': {
            acts: [{ do: 'start', server: s3 }],
            until: LEADS,
            show: { server: s3 },
            values: { leader: LEADERS, epoch: EPOCH },
          },
        },
      },
      cites: ['10.2'],
    },
    {
      id: 'returns',
      until: { event: 'notes', note: 'leaderConnected', server: s3 },
      seconds: 3,
      show: { server: s3 },
      lights: [{ light: 'message', packet: 'FOLLOWERINFO', from: s3, to: s2 }],
      values: { leader: LEADERS, its: PROMISED_S3 },
      predict: {
        question: { ask: 'happened', what: REFUSED },
        choices: [
          { id: 'follows', is: false, named: true },
          { id: 'refuses', is: true, named: true },
        ],
        answer: {
          until: REFUSED,
          seconds: 2,
          lights: [{ light: 'epoch', server: s3, field: 'acceptedEpoch' }],
          values: {
            offered: { ask: 'noted', note: 'epochRefused', field: 'epoch' },
            promised: { ask: 'noted', note: 'epochRefused', field: 'acceptedEpoch' },
          },
        },
        wrong: {
          follows: {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'wipe', server: s3 },
              { do: 'start', server: s3 },
            ],
            until: { event: 'notes', note: 'upToDate', server: s3 },
            values: { promised: PROMISED_S3 },
          },
        },
      },
      cites: ['10.1', '10.2', '24.3'],
    },
    {
      id: 'loop',
      until: { event: 'passes', millis: 2000 },
      within: 1500,
      seconds: 4,
      show: { server: null },
      lights: [{ light: 'server', server: s3 }],
      values: { count: { ask: 'count', of: REFUSED }, serving: { ask: 'servers', serving: true, up: true } },
      cites: ['10.1', '10.2'],
    },
    {
      id: 'cure',
      check: true,
      show: { server: null },
      lights: [{ light: 'server', server: s2 }],
      predict: {
        question: EPOCH,
        choices: [
          { id: 'two', is: 2 },
          { id: 'three', is: 3 },
          { id: 'four', is: 4 },
        ],
        answer: {
          acts: [{ do: 'kill', server: s2 }],
          until: LEADS,
          within: 800,
          seconds: 4,
          values: { leader: LEADERS, epoch: EPOCH },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'kill', server: s2 },
              { do: 'start', server: s2 },
            ],
            until: LEADS,
            within: 800,
            values: { leader: LEADERS, epoch: EPOCH },
          },
        },
      },
      cites: ['10.2'],
    },
  ],
} as const satisfies Lesson;
