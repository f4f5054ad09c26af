/** NEWLEADER makes a leader's history that of a quorum of disks; UPTODATE tells that it has become so. */
import { slowDisk, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(5)];

const SHORT = diskWith(1, { 1: 2 });
/** One transaction more than the others. */
const LONG = diskWith(1, { 1: 3 });
const LAST = zxid(1, 3);

const HOLDERS = { ask: 'servers', onDisk: LAST } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const SERVES = { event: 'anywhere', mark: 'leads' } as const;
const POWER_CUT = [
  { do: 'kill', server: s1 },
  { do: 'kill', server: s2 },
  { do: 'kill', server: s3 },
] as const;
const TWO_RETURN = [
  { do: 'start', server: s1 },
  { do: 'start', server: s2 },
] as const;

export const lesson = {
  id: 'newleader-ack',
  number: 17,
  arc: 'epochs',
  minutes: 6,
  scenes: {
    durable: lessonScene({
      id: 'newleader-ack-durable',
      title: 'A follower that writes before it answers',
      servers: 3,
      disks: { 1: SHORT, 2: SHORT, 3: LONG },
      script: [start(0, 1, 2, 3), slowDisk(0, 1, 400), slowDisk(0, 2, 60)],
    }),
    memory: lessonScene({
      id: 'newleader-ack-memory',
      title: 'A follower that answers before it writes',
      servers: 3,
      profile: '3.6.1',
      disks: { 1: SHORT, 2: SHORT, 3: LONG },
      script: [start(0, 1, 2, 3), slowDisk(0, 1, 400), slowDisk(0, 2, 60)],
    }),
    five: lessonScene({
      id: 'newleader-ack-five',
      title: 'One acknowledgement of five',
      servers: 5,
      disks: { 1: SHORT, 2: SHORT, 3: SHORT, 4: SHORT, 5: LONG },
      script: [start(0, 1, 2, 3, 4, 5), slowDisk(0, 2, 500), slowDisk(0, 3, 500), slowDisk(0, 4, 500)],
    }),
  },
  steps: [
    {
      id: 'elected',
      scene: 'durable',
      until: { event: 'receives', server: s2, packet: 'NEWLEADER' },
      seconds: 3,
      show: { server: s3, view: 'topology' },
      lights: [
        { light: 'wait', server: s3, for: 'newLeaderAck' },
        { light: 'cell', server: s3, zxid: LAST },
      ],
      values: { leader: LEADERS, holders: HOLDERS, epoch: { ask: 'server', server: s3, field: 'epoch' } },
      predict: {
        question: HOLDERS,
        choices: [
          { id: 'own', is: [s3], named: true },
          { id: 'two', is: [s2, s3], named: true },
          { id: 'all', is: [s1, s2, s3], named: true },
        ],
        answer: {
          until: SERVES,
          seconds: 4,
          show: { server: null },
          lights: [
            { light: 'cell', server: s2, zxid: LAST },
            { light: 'cell', server: s3, zxid: LAST },
          ],
          values: { holders: HOLDERS, quorum: { ask: 'quorum' } },
        },
        wrong: {
          own: {
            acts: [{ do: 'partition', groups: [[s3], [s1, s2]] }],
            until: { event: 'passes', millis: 3000 },
            show: { server: null },
            values: { serving: { ask: 'servers', state: 'LEADING', zabState: 'SYNCHRONIZATION' } },
          },
          all: {
            acts: [{ do: 'kill', server: s2 }],
            until: SERVES,
            show: { server: null },
            values: { holders: HOLDERS },
          },
        },
      },
      cites: ['10.2', '11.4', '12'],
    },
    {
      id: 'order',
      from: 'elected',
      until: { event: 'receives', server: s3, packet: 'ACK', from: s2 },
      seconds: 3,
      show: { server: s2 },
      lights: [
        { light: 'cell', server: s2, zxid: LAST },
        { light: 'epoch', server: s2, field: 'currentEpoch' },
      ],
      values: { millis: { ask: 'millis' }, epoch: { ask: 'server', server: s2, field: 'currentEpoch' } },
      cites: ['12', '26'],
    },
    {
      id: 'memory',
      scene: 'memory',
      until: SERVES,
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'cell', server: s3, zxid: LAST },
        { light: 'server', server: s2 },
      ],
      values: { holders: HOLDERS, leader: LEADERS },
      predict: {
        question: HOLDERS,
        choices: [
          { id: 'kept', is: [s1, s2, s3], named: true },
          { id: 'lost', is: [s3], named: true },
        ],
        answer: {
          acts: [...POWER_CUT, ...TWO_RETURN],
          until: SERVES,
          seconds: 4,
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { leader: LEADERS, epoch: { ask: 'server', server: s2, field: 'epoch' } },
        },
        wrong: {
          kept: {
            acts: [...POWER_CUT, ...TWO_RETURN, { do: 'start', server: s3 }],
            until: SERVES,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['1', '12', '25'],
    },
    {
      id: 'same-cut',
      scene: 'durable',
      until: SERVES,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'cell', server: s2, zxid: LAST },
        { light: 'cell', server: s3, zxid: LAST },
      ],
      values: { holders: HOLDERS },
      predict: {
        question: { ask: 'servers', state: 'LEADING', up: true, onDisk: LAST },
        choices: [
          { id: 'kept', is: [s2], named: true },
          { id: 'lost', is: [], named: true },
        ],
        answer: {
          acts: [...POWER_CUT, ...TWO_RETURN],
          until: SERVES,
          seconds: 4,
          lights: [{ light: 'cell', server: s2, zxid: LAST }],
          values: { leader: LEADERS },
        },
        wrong: {
          lost: {
            acts: [...POWER_CUT, { do: 'loseTail', server: s2, count: 1 }, ...TWO_RETURN],
            until: { event: 'passes', millis: 2000 },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['12', '25'],
    },
    {
      id: 'uptodate',
      check: true,
      scene: 'five',
      until: { event: 'notes', note: 'newLeaderAcked', server: s5, where: { sid: 1 } },
      seconds: 3,
      show: { server: s5 },
      lights: [{ light: 'wait', server: s5, for: 'newLeaderAck' }],
      values: { acks: { ask: 'noted', note: 'newLeaderAcked', field: 'acks' }, quorum: { ask: 'quorum' } },
      predict: {
        question: { ask: 'happened', what: { event: 'notes', note: 'servingStarted', server: s1 } },
        choices: [
          { id: 'waits', is: false, named: true },
          { id: 'serves', is: true, named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'newLeaderQuorum' },
          seconds: 3,
          show: { server: null },
          lights: [{ light: 'server', server: s1 }],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          serves: {
            acts: [
              { do: 'kill', server: s2 },
              { do: 'kill', server: s3 },
            ],
            until: { event: 'notes', note: 'servingStarted', server: s1 },
            show: { server: null },
            values: { serving: { ask: 'servers', serving: true } },
          },
        },
      },
      cites: ['11.4', '12'],
    },
  ],
} as const satisfies Lesson;
