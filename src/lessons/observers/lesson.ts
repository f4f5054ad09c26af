/** Servers that have no vote: what they are sent, what they are not asked, and what they cannot save. */
import { connect, create, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { diskWith, lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

/** The same history everywhere: the largest id with a vote leads, epoch 2. */
const LOG = diskWith(1, { 1: 2 });
/** 2·1 opened the session of the client. */
const WRITE = zxid(2, 2);

const LEADERS = { ask: 'servers', state: 'LEADING', up: true } as const;
const OBSERVERS = { ask: 'servers', state: 'OBSERVING', up: true } as const;
const PROPOSED_TO = { ask: 'noted', note: 'proposed', field: 'to' } as const;
const ACKS = { ask: 'noted', note: 'committed', field: 'acks' } as const;
const CREATED = {
  event: 'notes',
  note: 'clientAnswered',
  where: { operation: 'create', 'answer.error': 'OK' },
} as const;
const ORDER = {
  do: 'call',
  client: 'anna',
  operation: { op: 'create', path: '/order-2', data: '', dataLength: 0, ephemeral: false, sequential: false },
} as const;

export const lesson = {
  id: 'observers',
  number: 21,
  arc: 'operations',
  minutes: 5,
  scenes: {
    write: lessonScene({
      id: 'observers-write',
      title: 'Three voters and two observers',
      servers: 5,
      observers: [4, 5],
      disks: { 1: LOG, 2: LOG, 3: LOG, 4: LOG, 5: LOG },
      script: [start(0, 1, 2, 3, 4, 5), connect(2500, 'anna', 4), create(4000, 'anna', '/order')],
    }),
  },
  steps: [
    {
      id: 'elected',
      until: { event: 'notes', note: 'clientConnected' },
      seconds: 4,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'server', server: s4 },
        { light: 'server', server: s5 },
      ],
      values: { leader: LEADERS, observers: OBSERVERS, quorum: { ask: 'quorum' } },
      cites: ['8.4', '15'],
    },
    {
      id: 'request',
      until: { event: 'notes', note: 'requestForwarded', server: s4, where: { operation: 'create' } },
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s3 },
        { light: 'server', server: s4 },
      ],
      predict: {
        question: PROPOSED_TO,
        choices: [
          { id: 'voters', is: [s1, s2] },
          { id: 'asker', is: [s1, s2, s4] },
          { id: 'all', is: [s1, s2, s4, s5] },
        ],
        answer: {
          until: { event: 'proposes', server: s3, zxid: WRITE },
          seconds: 1,
          lights: [
            { light: 'message', packet: 'PROPOSAL', from: s3, to: s1 },
            { light: 'message', packet: 'PROPOSAL', from: s3, to: s2 },
          ],
          values: { to: PROPOSED_TO },
        },
        wrong: {
          '*': {
            acts: [{ do: 'kill', server: s1 }],
            until: { event: 'commits', server: s3, zxid: WRITE },
            values: { acks: ACKS },
          },
        },
      },
      cites: ['2', '13.2', '15', '16'],
    },
    {
      id: 'inform',
      until: { event: 'commits', server: s3, zxid: WRITE },
      seconds: 3,
      show: { server: null },
      lights: [
        { light: 'message', packet: 'COMMIT', from: s3, to: s1 },
        { light: 'message', packet: 'INFORM', from: s3, to: s4 },
        { light: 'message', packet: 'INFORM', from: s3, to: s5 },
      ],
      values: { acks: ACKS },
      cites: ['2', '13.3', '13.4'],
    },
    {
      id: 'answered',
      until: CREATED,
      seconds: 2,
      show: { server: null },
      lights: [
        { light: 'server', server: s4 },
        { light: 'cell', server: s4, zxid: WRITE },
      ],
      values: { applied: { ask: 'servers', applied: WRITE }, millis: { ask: 'millis' } },
      cites: ['15', '16', '27'],
    },
    {
      id: 'voters-die',
      predict: {
        question: LEADERS,
        onStage: true,
        choices: [
          { id: 's3', is: [s3] },
          { id: 's5', is: [s5] },
          { id: 'nobody', is: [] },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s1 },
            { do: 'kill', server: s2 },
          ],
          until: { event: 'passes', millis: 4000 },
          seconds: 4,
          lights: [
            { light: 'server', server: s3 },
            { light: 'server', server: s4 },
            { light: 'server', server: s5 },
          ],
          values: { up: { ask: 'servers', up: true }, quorum: { ask: 'quorum' } },
        },
        wrong: {
          '*': {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'kill', server: s4 },
            ],
            until: { event: 'passes', millis: 4000 },
            values: { leader: LEADERS, up: { ask: 'servers', up: true } },
          },
        },
      },
      cites: ['9', '14', '15', '26'],
    },
    {
      id: 'observers-die',
      check: true,
      from: 'answered',
      show: { server: null },
      predict: {
        question: { ask: 'happened', what: CREATED },
        choices: [
          { id: 'goesOn', is: true, named: true },
          { id: 'stops', is: false, named: true },
        ],
        answer: {
          acts: [
            { do: 'kill', server: s4 },
            { do: 'kill', server: s5 },
            { do: 'connect', client: 'anna', server: s1, timeoutMillis: 10_000 },
            ORDER,
          ],
          until: CREATED,
          seconds: 3,
          lights: [{ light: 'server', server: s1 }],
          values: { millis: { ask: 'millis' } },
        },
        wrong: {
          stops: {
            acts: [{ do: 'kill', server: s1 }, { do: 'kill', server: s2 }, ORDER],
            until: { event: 'passes', millis: 4000 },
            values: { up: { ask: 'servers', up: true } },
          },
        },
      },
      cites: ['9', '13.3', '15'],
    },
  ],
} as const satisfies Lesson;
