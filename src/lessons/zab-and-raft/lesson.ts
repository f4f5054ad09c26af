/** The fault of Raft's Figure 8, in ZooKeeper: a leader with an entry on a minority, a second one with another, and the first comes back. */
import { connect, create, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
const SHORT = diskWith(1, { 1: 2 });
/** One transaction more, of a leader that is gone. */
const LONG = diskWith(1, { 1: 3 });
/** 2·1 opened the session. */
const ENTRY = zxid(2, 2);
/** The first of the leader after it: it opens a session, too. */
const OTHER = zxid(3, 1);
const OLD = zxid(1, 3);

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const HOLDERS = { ask: 'servers', onDisk: ENTRY } as const;
const ELECTED = { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } as const;
const SERVES = { event: 'anywhere', mark: 'leads' } as const;
const CHANGES_OF_S1 = { ask: 'count', of: { event: 'notes', note: 'voteAdopted', server: s1 } } as const;

const S4_HAS_IT = { event: 'writes', server: s4, write: 'txns' } as const;
const S3_SERVES = { event: 'becomes', server: s3, zabState: 'BROADCAST' } as const;
const S3_SYNCS = { event: 'becomes', server: s3, zabState: 'SYNCHRONIZATION' } as const;
const S3_HAS_ITS_OWN = { event: 'writes', server: s3, write: 'txns' } as const;
const S3_APART = { do: 'partition', groups: [[s3], [s1, s2]] } as const;
/** S3 is out of reach and dies, the two are back. */
const CHANGE = [
  { do: 'kill', server: s3 },
  { do: 'start', server: s4 },
  { do: 'start', server: s5 },
] as const;

export const lesson = {
  id: 'zab-and-raft',
  number: 28,
  arc: 'epochs',
  minutes: 8,
  scenes: {
    fault: lessonScene({
      id: 'zab-and-raft-fault',
      title: 'An entry on two of five',
      servers: 5,
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      timing: { tickMillis: 500 },
      // S1 hears of S2 first.
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s1, s3], latencyMillis: 30 }] },
      script: [start(0, 1, 2, 3, 4, 5), connect(1000, 'ann', 5), create(2000, 'ann', '/a')],
    }),
    old: lessonScene({
      id: 'zab-and-raft-old',
      title: 'An entry of an older epoch',
      servers: 3,
      disks: { 1: SHORT, 2: SHORT, 3: LONG },
      timing: { tickMillis: 500 },
      network: { latencyMillis: 12, jitterMillis: 0 },
      script: [start(0, 1, 2, 3)],
    }),
  },
  steps: [
    {
      id: 'words',
      until: { event: 'proposes', server: s5, zxid: ENTRY },
      seconds: 3,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'message', packet: 'PROPOSAL', from: s5, to: s4 },
        { light: 'cell', server: s5, zxid: ENTRY },
      ],
      values: {
        zxid: { ask: 'noted', note: 'proposed', field: 'zxid' },
        epoch: { ask: 'server', server: s5, field: 'epoch' },
        leader: LEADERS,
      },
      cites: ['3', '13.2', '13.3'],
    },
    {
      id: 'one-vote',
      acts: [
        {
          do: 'partition',
          groups: [
            [s1, s2, s3],
            [s4, s5],
          ],
        },
        { do: 'hold', until: S4_HAS_IT, action: { do: 'kill', server: s5 } },
        { do: 'hold', until: S4_HAS_IT, action: { do: 'kill', server: s4 } },
        { do: 'hold', until: S3_SERVES, action: { do: 'healAll' } },
      ],
      until: { event: 'does', act: 'kill', server: s4 },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'cell', server: s4, zxid: ENTRY },
        { light: 'cell', server: s5, zxid: ENTRY },
      ],
      values: { holders: HOLDERS, quorum: { ask: 'quorum' } },
      predict: {
        question: CHANGES_OF_S1,
        choices: [
          { id: 'never', is: 0, named: true },
          { id: 'once', is: 1, named: true },
          { id: 'twice', is: 2, named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'elected', server: s3 },
          within: 900,
          seconds: 5,
          show: { votes: true },
          lights: [{ light: 'server', server: s1 }],
          values: { leader: LEADERS, times: CHANGES_OF_S1 },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s2 }],
            until: { event: 'passes', millis: 4000 },
            within: 900,
            values: { looking: { ask: 'servers', state: 'LOOKING', up: true } },
          },
        },
      },
      cites: ['8.4', '27'],
    },
    {
      id: 'term-begins',
      until: SERVES,
      within: 900,
      seconds: 4,
      show: { server: s1 },
      lights: [{ light: 'epoch', server: s1, field: 'currentEpoch' }],
      values: {
        epoch: { ask: 'server', server: s3, field: 'epoch' },
        current: { ask: 'server', server: s1, field: 'currentEpoch' },
        last: { ask: 'server', server: s1, field: 'lastZxid' },
      },
      cites: ['10.2', '11.4', '12'],
    },
    {
      id: 'up-to-date',
      acts: [
        { do: 'connect', client: 'ben', server: s3, timeoutMillis: 10_000 },
        { do: 'hold', until: { event: 'proposes', server: s3, zxid: OTHER }, action: S3_APART },
        ...CHANGE.map((action) => ({ do: 'hold', until: S3_HAS_ITS_OWN, action }) as const),
      ],
      until: { event: 'does', act: 'start', server: s5 },
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'cell', server: s3, zxid: OTHER },
        { light: 'cell', server: s4, zxid: ENTRY },
        { light: 'cell', server: s5, zxid: ENTRY },
      ],
      predict: {
        question: LEADERS,
        choices: [
          { id: 's2', is: [s2] },
          { id: 's4', is: [s4] },
          { id: 's5', is: [s5] },
        ],
        onStage: true,
        answer: {
          until: ELECTED,
          within: 1500,
          seconds: 5,
          show: { votes: true },
          lights: [{ light: 'server', server: s2 }],
          values: {
            leader: LEADERS,
            epoch: { ask: 'server', server: s2, field: 'currentEpoch' },
            its: { ask: 'server', server: s2, field: 'lastZxid' },
            old: { ask: 'server', server: s5, field: 'currentEpoch' },
          },
        },
        wrong: {
          '*': {
            from: 'one-vote',
            acts: [
              { do: 'hold', until: S3_SYNCS, action: { do: 'healAll' } },
              { do: 'hold', until: S3_SYNCS, action: S3_APART },
              ...CHANGE.map((action) => ({ do: 'hold', until: S3_SYNCS, action }) as const),
            ],
            until: ELECTED,
            // The first is S3.
            nth: 2,
            within: 1500,
            show: { votes: true },
            values: {
              leader: LEADERS,
              promised: { ask: 'server', server: s1, field: 'acceptedEpoch' },
              joined: { ask: 'server', server: s1, field: 'currentEpoch' },
            },
          },
        },
      },
      cites: ['8.5', '10.1', '27'],
    },
    {
      id: 'overwritten',
      until: { event: 'writes', server: s5, write: 'truncate' },
      within: 900,
      seconds: 3,
      show: { server: s5 },
      lights: [
        { light: 'sync', server: s5 },
        { light: 'server', server: s5 },
      ],
      values: {
        to: { ask: 'server', server: s5, field: 'lastZxid' },
        leader: LEADERS,
      },
      cites: ['11.1', '12', '20'],
    },
    {
      id: 'old-entries',
      check: true,
      scene: 'old',
      until: { event: 'receives', server: s2, packet: 'NEWLEADER' },
      seconds: 3,
      show: { server: s3 },
      lights: [
        { light: 'wait', server: s3, for: 'newLeaderAck' },
        { light: 'cell', server: s3, zxid: OLD },
      ],
      values: {
        leader: LEADERS,
        holders: { ask: 'servers', onDisk: OLD },
        epoch: { ask: 'server', server: s3, field: 'epoch' },
      },
      predict: {
        question: { ask: 'committed', zxid: OLD },
        choices: [
          { id: 'yes', is: true, named: true },
          { id: 'no', is: false, named: true },
        ],
        answer: {
          until: SERVES,
          seconds: 3,
          show: { server: null },
          lights: [
            { light: 'cell', server: s2, zxid: OLD },
            { light: 'cell', server: s3, zxid: OLD },
          ],
          leadsTo: 'dictionary',
          values: { millis: { ask: 'millis' }, last: { ask: 'server', server: s3, field: 'lastZxid' } },
        },
        wrong: {
          no: {
            acts: [{ do: 'partition', groups: [[s3], [s1, s2]] }],
            until: { event: 'notes', note: 'leaderLost', server: s2 },
            show: { server: s3 },
            values: { millis: { ask: 'millis' }, holders: { ask: 'servers', onDisk: OLD } },
          },
        },
      },
      cites: ['10.2', '11.4', '12', '27'],
    },
  ],
} as const satisfies Lesson;
