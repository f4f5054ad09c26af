/** Clients that elect one of themselves by ephemeral sequential znodes: another election than that of the servers, with other clocks. */
import { act, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

/** The same history everywhere: the largest id leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
const MINE = '/lock/n-0000000000';

const connectTo = (client: string, server: typeof s1) =>
  ({ do: 'connect', client, server, timeoutMillis: 4000, hosts: [s1, s2, s3] }) as const;
const stand = (client: string, name: string) =>
  ({
    do: 'call',
    client,
    operation: { op: 'create', path: '/lock/n-', data: name, dataLength: 4, ephemeral: true, sequential: true },
  }) as const;
const WATCH = { do: 'call', client: 'bert', operation: { op: 'exists', path: MINE, watch: true } } as const;

const AT_S1 = { ask: 'data', server: s1, path: MINE } as const;
const AT_S2 = { ask: 'data', server: s2, path: MINE } as const;
const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const ELECTION = { event: 'notes', note: 'electionStarted' } as const;
const BERT_HEARS = { event: 'notes', note: 'watchTriggered' } as const;

export const lesson = {
  id: 'lock-recipe',
  number: 27,
  arc: 'operations',
  minutes: 5,
  scenes: {
    lock: lessonScene({
      id: 'lock-recipe-lock',
      title: 'Two clients want one lock',
      servers: 3,
      disks: { 1: LOG, 2: LOG, 3: LOG },
      script: [
        start(0, 1, 2, 3),
        act(1000, connectTo('anna', s1)),
        act(1000, connectTo('bert', s2)),
        act(1500, {
          do: 'call',
          client: 'anna',
          operation: { op: 'create', path: '/lock', data: '', dataLength: 0, ephemeral: false, sequential: false },
        }),
        act(2000, stand('anna', 'Anna')),
        act(2500, stand('bert', 'Bert')),
        act(3000, WATCH),
      ],
    }),
  },
  steps: [
    {
      id: 'queue',
      until: { event: 'notes', note: 'clientAnswered', where: { operation: 'exists' } },
      seconds: 4,
      show: { server: s2, look: 'data', view: 'topology' },
      lights: [
        { light: 'znode', server: s2, path: MINE },
        { light: 'server', server: s3 },
      ],
      values: { leader: LEADERS, holder: AT_S2 },
      cites: ['17.1', '18'],
    },
    {
      id: 'server-dies',
      predict: {
        question: AT_S2,
        choices: [
          { id: 'anna', is: 'Anna', named: true },
          { id: 'bert', is: null, named: true },
        ],
        answer: {
          acts: [{ do: 'kill', server: s3 }],
          until: { event: 'passes', millis: 6000 },
          within: 1000,
          seconds: 4,
          show: { server: s2 },
          lights: [
            { light: 'znode', server: s2, path: MINE },
            { light: 'server', server: s2 },
          ],
          values: { leader: LEADERS, holder: AT_S2 },
        },
        wrong: {
          bert: {
            acts: [{ do: 'killClient', client: 'anna' }],
            until: BERT_HEARS,
            values: { leader: LEADERS, millis: { ask: 'millis' } },
          },
        },
      },
      cites: ['14', '19'],
    },
    {
      id: 'client-dies',
      from: 'queue',
      show: { server: null },
      predict: {
        question: { ask: 'happened', what: ELECTION },
        choices: [
          { id: 'election', is: true, named: true },
          { id: 'none', is: false, named: true },
        ],
        answer: {
          acts: [{ do: 'killClient', client: 'anna' }],
          until: BERT_HEARS,
          seconds: 4,
          lights: [{ light: 'server', server: s3 }],
          values: { millis: { ask: 'millis' }, leader: LEADERS },
        },
        wrong: {
          election: {
            acts: [{ do: 'kill', server: s3 }],
            until: { event: 'anywhere', mark: 'leads' },
            values: { leader: LEADERS, holder: AT_S2 },
          },
        },
      },
      cites: ['18', '19'],
    },
    {
      id: 'both',
      check: true,
      from: 'queue',
      show: { server: null },
      lights: [{ light: 'server', server: s1 }],
      predict: {
        question: AT_S1,
        choices: [
          { id: 'anna', is: 'Anna', named: true },
          { id: 'nobody', is: null, named: true },
        ],
        answer: {
          acts: [{ do: 'partition', groups: [[s1], [s2, s3]] }],
          until: BERT_HEARS,
          within: 1000,
          seconds: 4,
          show: { server: s1 },
          lights: [
            { light: 'server', server: s1 },
            { light: 'server', server: s2 },
          ],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          nobody: {
            acts: [{ do: 'killClient', client: 'anna' }],
            until: { event: 'notes', note: 'applied', server: s1, where: { 'body.type': 'closeSession' } },
            values: { millis: { ask: 'millis' } },
          },
        },
      },
      cites: ['14', '19', '26'],
    },
  ],
} as const satisfies Lesson;
