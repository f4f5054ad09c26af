/** Discovery: a leader asks for promises before it sends anything; and what two leaders of one epoch would do. */
import { act, start } from '../../scenario/script-steps.ts';
import { type Epoch, sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(5)];

/** The same history everywhere: the largest id is elected. */
const LOG = diskWith(1, { 1: 2 });
/** The same, but once it promised an epoch that came to nothing. */
const promised = (epoch: number) => ({ ...LOG, acceptedEpoch: epoch as Epoch });

const FIXED = { event: 'notes', note: 'epochFixed' } as const;
const EPOCH = { ask: 'noted', note: 'epochFixed', field: 'epoch' } as const;
const HEARD = { ask: 'noted', note: 'epochFixed', field: 'connecting' } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const LEADS = { event: 'notes', note: 'servingStarted', where: { as: 'LEADING' } } as const;
const SERVED = { ask: 'noted', note: 'servingStarted', field: 'epoch' } as const;
const FORGETS = [
  { do: 'kill', server: s1 },
  { do: 'wipe', server: s1 },
  { do: 'start', server: s1 },
] as const;

export const lesson = {
  id: 'promise-first',
  number: 16,
  arc: 'epochs',
  minutes: 6,
  scenes: {
    asked: lessonScene({
      id: 'promise-first-asked',
      title: 'Discovery, packet by packet',
      servers: 3,
      disks: { 1: promised(4), 2: LOG, 3: LOG },
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s2, s3], latencyMillis: 60 }] },
      script: [start(0, 1, 2, 3)],
    }),
    cut: lessonScene({
      id: 'promise-first-cut',
      title: 'A leader that does not know it has lost',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 3), act(1500, { do: 'partition', groups: [[s3], [s1, s2]] }), start(1500, 2)],
    }),
    five: lessonScene({
      id: 'promise-first-five',
      title: 'Five promises',
      servers: 5,
      disks: { 1: LOG, 2: promised(6), 3: promised(3), 4: promised(2), 5: LOG },
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s2, s5], latencyMillis: 80 }] },
      script: [start(0, 1, 2, 3, 4, 5)],
    }),
  },
  steps: [
    {
      id: 'info',
      scene: 'asked',
      until: { event: 'notes', note: 'leaderConnected', server: s1 },
      seconds: 3,
      show: { server: s3, view: 'topology' },
      lights: [
        { light: 'message', packet: 'FOLLOWERINFO', from: s1, to: s3 },
        { light: 'epoch', server: s3, field: 'acceptedEpoch' },
      ],
      values: {
        its: { ask: 'server', server: s1, field: 'acceptedEpoch' },
        others: { ask: 'server', server: s3, field: 'acceptedEpoch' },
      },
      predict: {
        question: EPOCH,
        choices: [
          { id: 'two', is: 2 },
          { id: 'four', is: 4 },
          { id: 'five', is: 5 },
        ],
        answer: {
          until: FIXED,
          seconds: 2,
          show: { server: s3 },
          lights: [{ light: 'server', server: s3 }],
          values: { epoch: EPOCH, heard: HEARD },
        },
        wrong: {
          '*': {
            acts: [{ do: 'cut', from: s1, to: s3 }],
            until: FIXED,
            values: { epoch: EPOCH, heard: HEARD },
          },
        },
      },
      cites: ['10.1', '10.2'],
    },
    {
      id: 'promise',
      until: { event: 'notes', note: 'acceptedEpochWritten', server: s1 },
      seconds: 3,
      show: { server: s1 },
      lights: [
        { light: 'epoch', server: s1, field: 'acceptedEpoch' },
        { light: 'message', packet: 'ACKEPOCH', from: s1, to: s3 },
      ],
      values: {
        was: { ask: 'noted', note: 'acceptedEpochWritten', field: 'was' },
        epoch: { ask: 'noted', note: 'acceptedEpochWritten', field: 'epoch' },
        current: { ask: 'server', server: s1, field: 'currentEpoch' },
        last: { ask: 'server', server: s1, field: 'lastZxid' },
      },
      cites: ['6', '10.1'],
    },
    {
      id: 'quorum',
      until: { event: 'notes', note: 'epochAckQuorum', server: s3 },
      seconds: 2,
      show: { server: s3 },
      lights: [{ light: 'server', server: s3 }],
      values: {
        electing: { ask: 'noted', note: 'epochAckQuorum', field: 'electing' },
        epoch: { ask: 'noted', note: 'epochAckQuorum', field: 'epoch' },
      },
      cites: ['10.2', '10.3', '11.4'],
    },
    {
      id: 'cut',
      scene: 'cut',
      until: { event: 'does', act: 'start', server: s2 },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s3 },
        { light: 'server', server: s2 },
      ],
      values: {
        old: { ask: 'server', server: s3, field: 'epoch' },
        its: { ask: 'server', server: s2, field: 'acceptedEpoch' },
        promised: { ask: 'server', server: s1, field: 'acceptedEpoch' },
      },
      predict: {
        question: SERVED,
        choices: [
          { id: 'two', is: 2 },
          { id: 'three', is: 3 },
        ],
        answer: {
          until: LEADS,
          within: 800,
          seconds: 4,
          show: { server: s1 },
          lights: [
            { light: 'server', server: s1 },
            { light: 'epoch', server: s1, field: 'acceptedEpoch' },
          ],
          values: { leaders: LEADERS, epoch: SERVED },
        },
        wrong: {
          two: {
            acts: FORGETS,
            until: LEADS,
            within: 800,
            show: { server: null },
            values: { leaders: LEADERS, epoch: SERVED },
          },
        },
      },
      cites: ['10.2', '14'],
    },
    {
      id: 'twins',
      from: 'cut',
      acts: [
        ...FORGETS,
        {
          do: 'hold',
          until: { event: 'becomes', server: s2, zabState: 'BROADCAST' },
          action: { do: 'connect', client: 'boris', server: s2, timeoutMillis: 10_000 },
        },
        {
          do: 'hold',
          until: { event: 'becomes', server: s2, zabState: 'BROADCAST' },
          action: { do: 'connect', client: 'anna', server: s3, timeoutMillis: 10_000 },
        },
      ],
      until: { event: 'commits', server: s2, zxid: zxid(2, 1) },
      within: 800,
      seconds: 4,
      show: { server: null },
      lights: [
        { light: 'cell', server: s2, zxid: zxid(2, 1) },
        { light: 'cell', server: s3, zxid: zxid(2, 1) },
      ],
      values: { leaders: LEADERS, holders: { ask: 'servers', onDisk: zxid(2, 1) } },
      cites: ['3', '10.2'],
    },
    {
      id: 'five',
      check: true,
      scene: 'five',
      until: { event: 'notes', note: 'elected', server: s5 },
      seconds: 2,
      show: { server: s5 },
      lights: [
        { light: 'server', server: s5 },
        { light: 'server', server: s2 },
      ],
      values: { quorum: { ask: 'quorum' } },
      predict: {
        question: EPOCH,
        choices: [
          { id: 'two', is: 2 },
          { id: 'four', is: 4 },
          { id: 'seven', is: 7 },
        ],
        answer: {
          until: FIXED,
          seconds: 3,
          show: { server: s5 },
          lights: [{ light: 'server', server: s5 }],
          values: { epoch: EPOCH, heard: HEARD },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: sidOf(1) },
              { do: 'kill', server: sidOf(4) },
            ],
            until: FIXED,
            values: { epoch: EPOCH, heard: HEARD },
          },
        },
      },
      cites: ['10.2', '10.1'],
    },
  ],
} as const satisfies Lesson;
