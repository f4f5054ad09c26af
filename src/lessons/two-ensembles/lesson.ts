/** Files that differ: two majorities of two lists need not share a server, and each makes an ensemble of its own. */
import { start } from '../../scenario/script-steps.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: votes differ in the id alone. */
const LOG = diskWith(1, { 1: 2 });
const LOGS = { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG };
/** Of both ensembles: epoch 3, its first transaction opened a session. */
const SECOND = zxid(3, 2);

const LEADERS = { ask: 'servers', state: 'LEADING', serving: true, up: true } as const;
const SERVES = { event: 'anywhere', mark: 'leads' } as const;
const AT_S3 = { ask: 'data', server: s3, path: '/owner' } as const;
const AT_S5 = { ask: 'data', server: s5, path: '/owner' } as const;
const ANSWERED = { event: 'notes', note: 'clientAnswered', where: { operation: 'create' } } as const;

const five = lessonScene({
  id: 'two-ensembles-one-file',
  title: 'Five servers with one file',
  servers: 5,
  disks: LOGS,
  script: [start(0, 2, 3, 4), start(1500, 1, 5)],
});

/** S2 and S3 still run with the file from before S1 and S5 were added. */
const differing: Scenario = {
  ...five,
  id: 'two-ensembles-two-files',
  title: 'Five servers with two files',
  servers: five.servers.map((server) =>
    server.sid === s2 || server.sid === s3 ? { ...server, knows: [s2, s3, s4] } : server,
  ),
};

const owner = (client: string) =>
  ({
    do: 'call',
    client,
    operation: { op: 'create', path: '/owner', data: client, dataLength: 4, ephemeral: false, sequential: false },
  }) as const;

export const lesson = {
  id: 'two-ensembles',
  number: 24,
  arc: 'operations',
  minutes: 5,
  scenes: { differing, five },
  steps: [
    {
      id: 'files',
      scene: 'differing',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 3,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s2 },
        { light: 'server', server: s3 },
      ],
      values: { leader: LEADERS, serving: { ask: 'servers', serving: true } },
      cites: ['4', '8.3', '10.3'],
    },
    {
      id: 'killed',
      predict: {
        question: LEADERS,
        choices: [
          { id: 'nobody', is: [] },
          { id: 's3', is: [s3] },
          { id: 's5', is: [s5] },
        ],
        answer: {
          acts: [{ do: 'kill', server: s4 }],
          until: { event: 'passes', millis: 3000 },
          seconds: 4,
          lights: [{ light: 'server', server: s3 }],
          values: { leader: LEADERS },
        },
        wrong: {
          nobody: {
            acts: [
              { do: 'kill', server: s4 },
              { do: 'kill', server: s2 },
            ],
            until: { event: 'passes', millis: 3000 },
            values: { up: { ask: 'servers', up: true }, quorum: { ask: 'quorum' } },
          },
          s5: {
            acts: [
              { do: 'kill', server: s2 },
              { do: 'kill', server: s3 },
              { do: 'kill', server: s4 },
              { do: 'start', server: s4 },
            ],
            until: SERVES,
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['4', '9'],
    },
    {
      id: 'back',
      predict: {
        question: LEADERS,
        choices: [
          { id: 's3', is: [s3] },
          { id: 's5', is: [s5] },
          { id: 'both', is: [s3, s5] },
        ],
        answer: {
          acts: [{ do: 'start', server: s4 }],
          until: { event: 'passes', millis: 3000 },
          seconds: 4,
          lights: [
            { light: 'server', server: s3 },
            { light: 'server', server: s5 },
          ],
          values: {
            leaders: LEADERS,
            one: { ask: 'servers', leader: s3 },
            other: { ask: 'servers', leader: s5 },
            epoch: { ask: 'server', server: s3, field: 'epoch' },
            otherEpoch: { ask: 'server', server: s5, field: 'epoch' },
          },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s2 },
              { do: 'start', server: s4 },
            ],
            until: { event: 'passes', millis: 14_000 },
            values: { leader: LEADERS },
          },
        },
      },
      cites: ['8.4', '8.6', '9'],
    },
    {
      id: 'writes',
      acts: [
        { do: 'connect', client: 'anna', server: s2, timeoutMillis: 10_000 },
        { do: 'connect', client: 'bert', server: s1, timeoutMillis: 10_000 },
        owner('anna'),
        owner('bert'),
      ],
      until: ANSWERED,
      nth: 2,
      seconds: 4,
      show: { server: s3, look: 'data' },
      lights: [
        { light: 'znode', server: s3, path: '/owner' },
        { light: 'cell', server: s3, zxid: SECOND },
        { light: 'cell', server: s5, zxid: SECOND },
      ],
      values: {
        one: AT_S3,
        other: AT_S5,
        zxid: { ask: 'server', server: s3, field: 'lastZxid' },
        otherZxid: { ask: 'server', server: s5, field: 'lastZxid' },
      },
      cites: ['3', '13.3'],
    },
    {
      id: 'one-file',
      check: true,
      scene: 'five',
      until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
      seconds: 1,
      show: { server: null, look: 'inside' },
      values: { leader: LEADERS, quorum: { ask: 'quorum' } },
      predict: {
        question: LEADERS,
        choices: [
          { id: 's3', is: [s3] },
          { id: 's5', is: [s5] },
          { id: 'both', is: [s3, s5] },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s4 },
            { do: 'start', server: s4 },
          ],
          until: { event: 'passes', millis: 3000 },
          seconds: 4,
          lights: [{ light: 'server', server: s5 }],
          values: { leader: LEADERS, followers: { ask: 'servers', state: 'FOLLOWING', leader: s5 } },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s4 },
              {
                do: 'partition',
                groups: [
                  [s2, s3],
                  [s1, s5],
                ],
              },
            ],
            until: { event: 'passes', millis: 3000 },
            values: { looking: { ask: 'servers', state: 'LOOKING', up: true } },
          },
        },
      },
      cites: ['9', '21'],
    },
  ],
} as const satisfies Lesson;
