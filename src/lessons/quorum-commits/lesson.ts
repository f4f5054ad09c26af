/** A commit takes a quorum of disks, whosever they are: a slow follower, a slow leader, three slow ones of five. */
import { connect, create, slowDisk, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere, so that the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
/** 2·1 opened the session of the client. */
const WRITE = zxid(2, 2);

const ON_DISK = { ask: 'servers', onDisk: WRITE } as const;
const APPLIED = { ask: 'servers', applied: WRITE } as const;
const PROPOSED = { ask: 'noted', note: 'proposed', field: 'zxid' } as const;
const ACKS = { ask: 'noted', note: 'committed', field: 'acks' } as const;

export const lesson = {
  id: 'quorum-commits',
  number: 18,
  arc: 'broadcast',
  minutes: 5,
  scenes: {
    follower: lessonScene({
      id: 'quorum-commits-follower',
      title: 'A follower with a slow disk',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2, 3), connect(1500, 'anna', 2), slowDisk(2500, 1, 600), create(3000, 'anna', '/order')],
    }),
    leader: lessonScene({
      id: 'quorum-commits-leader',
      title: 'A leader with a slow disk',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [start(0, 1, 2, 3), connect(1500, 'anna', 2), slowDisk(2500, 3, 600), create(3000, 'anna', '/order')],
    }),
    five: lessonScene({
      id: 'quorum-commits-five',
      title: 'Three slow disks of five',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [
        start(0, 1, 2, 3, 4, 5),
        connect(1500, 'anna', 4),
        slowDisk(2500, 1, 300),
        slowDisk(2500, 2, 600),
        slowDisk(2500, 3, 900),
        create(3000, 'anna', '/order'),
      ],
    }),
  },
  steps: [
    {
      id: 'proposal',
      scene: 'follower',
      until: { event: 'proposes', server: s3, zxid: WRITE },
      seconds: 0,
      show: { server: s3, view: 'topology' },
      lights: [
        { light: 'server', server: s1 },
        { light: 'wait', server: s3, for: 'proposal' },
      ],
      values: { zxid: PROPOSED, to: { ask: 'noted', note: 'proposed', field: 'to' } },
      cites: ['13.2'],
    },
    {
      id: 'slow-follower',
      predict: {
        question: ON_DISK,
        choices: [
          { id: 'leader', is: [s3], named: true },
          { id: 'two', is: [s2, s3], named: true },
          { id: 'all', is: [s1, s2, s3], named: true },
        ],
        answer: {
          until: { event: 'commits', server: s3, zxid: WRITE },
          show: { server: s3 },
          lights: [
            { light: 'cell', server: s2, zxid: WRITE },
            { light: 'cell', server: s3, zxid: WRITE },
          ],
          values: { acks: ACKS, quorum: { ask: 'quorum' } },
        },
        wrong: {
          leader: {
            acts: [{ do: 'partition', groups: [[s1, s2], [s3]] }],
            until: { event: 'passes', millis: 4000 },
            values: { holders: ON_DISK },
          },
          all: {
            acts: [{ do: 'kill', server: s2 }],
            until: { event: 'commits', server: s3, zxid: WRITE },
            values: { acks: ACKS },
          },
        },
      },
      cites: ['13.3'],
    },
    {
      id: 'applied-early',
      until: { event: 'notes', note: 'applied', server: s1 },
      show: { server: s1 },
      lights: [{ light: 'cell', server: s1, zxid: WRITE }],
      values: { applied: APPLIED, holders: ON_DISK },
      cites: ['13.4', '27'],
    },
    {
      id: 'slow-leader',
      scene: 'leader',
      until: { event: 'proposes', server: s3, zxid: WRITE },
      seconds: 0,
      show: { server: s3 },
      lights: [
        { light: 'server', server: s3 },
        { light: 'wait', server: s3, for: 'proposal' },
      ],
      predict: {
        question: ON_DISK,
        choices: [
          { id: 'followers', is: [s1, s2], named: true },
          { id: 'withLeader', is: [s1, s2, s3], named: true },
        ],
        answer: {
          until: { event: 'commits', server: s3, zxid: WRITE },
          show: { server: s3 },
          lights: [
            { light: 'cell', server: s1, zxid: WRITE },
            { light: 'cell', server: s2, zxid: WRITE },
          ],
          values: { acks: ACKS },
        },
        wrong: {
          withLeader: {
            acts: [{ do: 'slowDisk', server: s1, millis: 600 }],
            until: { event: 'commits', server: s3, zxid: WRITE },
            values: { acks: ACKS },
          },
        },
      },
      cites: ['13.2', '13.3', '27'],
    },
    {
      id: 'five',
      check: true,
      scene: 'five',
      until: { event: 'proposes', server: s5, zxid: WRITE },
      seconds: 0,
      show: { server: s5 },
      lights: [
        { light: 'server', server: s1 },
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { leader: { ask: 'servers', state: 'LEADING', up: true } },
      predict: {
        question: ON_DISK,
        choices: [
          { id: 'fast', is: [s4, s5] },
          { id: 'three', is: [s1, s4, s5] },
          { id: 'four', is: [s1, s2, s4, s5] },
          { id: 'all', is: [s1, s2, s3, s4, s5] },
        ],
        answer: {
          until: { event: 'commits', server: s5, zxid: WRITE },
          show: { server: s5 },
          lights: [{ light: 'cell', server: s1, zxid: WRITE }],
          values: { acks: ACKS, quorum: { ask: 'quorum' } },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s1 }],
            until: { event: 'commits', server: s5, zxid: WRITE },
            values: { acks: ACKS },
          },
        },
      },
      cites: ['9', '13.3'],
    },
  ],
} as const satisfies Lesson;
