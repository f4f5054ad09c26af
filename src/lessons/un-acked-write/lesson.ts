/** A write that was proposed and not acknowledged: from one moment on, one future keeps it and another erases it. */
import { act, connect, start } from '../../scenario/script-steps.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Lesson } from '../lesson.ts';
import { lessonScene, zxid } from '../scene.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
/** 1·1 is the session's. */
const WRITE = zxid(1, 2);
const SERVING = { event: 'notes', note: 'servingStarted' } as const;
const ELECTED_ANEW = { event: 'becomes', server: s2, zabState: 'BROADCAST' } as const;
const HOLDERS = { ask: 'servers', onDisk: WRITE } as const;

export const lesson = {
  id: 'un-acked-write',
  number: 3,
  arc: 'broadcast',
  talks: ['lecture'],
  minutes: 6,
  scenes: {
    write: lessonScene({
      id: 'un-acked-write',
      title: 'A write, and its leader dies',
      servers: 3,
      timing: { tickMillis: 500 },
      // S1 hears of everything a little later than S2.
      network: { latencyMillis: 12, jitterMillis: 0, links: [{ between: [s1, s3], latencyMillis: 40 }] },
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        act(1500, { do: 'type', client: 'ann', line: 'create /order x' }),
      ],
    }),
  },
  steps: [
    {
      id: 'asked',
      scene: 'write',
      until: { event: 'proposes', server: s3, zxid: WRITE },
      seconds: 0,
      show: { server: null, view: 'topology' },
      lights: [
        { light: 'message', packet: 'PROPOSAL', from: s3, to: s1 },
        { light: 'message', packet: 'PROPOSAL', from: s3, to: s2 },
        { light: 'cell', server: s3, zxid: WRITE },
      ],
      values: { zxid: { ask: 'noted', note: 'proposed', field: 'zxid' }, holders: HOLDERS },
      cites: ['13.2', '13.3'],
    },
    {
      id: 'alone',
      from: 'asked',
      acts: [
        { do: 'partition', groups: [[s3], [s1, s2]] },
        { do: 'hold', until: { event: 'writes', server: s3, write: 'txns' }, action: { do: 'kill', server: s3 } },
      ],
      until: { event: 'does', act: 'kill', server: s3 },
      show: { server: null },
      lights: [
        { light: 'server', server: s3 },
        { light: 'cell', server: s3, zxid: WRITE },
      ],
      values: { holders: HOLDERS },
      predict: {
        question: HOLDERS,
        choices: [
          { id: 'erased', is: [], named: true },
          { id: 'kept', is: [s3], named: true },
          { id: 'spread', is: [s1, s2, s3], named: true },
        ],
        answer: {
          acts: [
            { do: 'hold', until: ELECTED_ANEW, action: { do: 'healAll' } },
            { do: 'hold', until: ELECTED_ANEW, action: { do: 'start', server: s3 } },
          ],
          until: { event: 'writes', server: s3, write: 'truncate' },
          within: 800,
          show: { server: s3 },
          lights: [
            { light: 'cell', server: s3, zxid: WRITE },
            { light: 'sync', server: s3 },
          ],
          values: {
            leader: { ask: 'servers', state: 'LEADING', up: true },
            last: { ask: 'server', server: s3, field: 'lastZxid' },
            holders: HOLDERS,
          },
        },
        wrong: {
          kept: {
            acts: [{ do: 'healAll' }, { do: 'partition', groups: [[s3], [s1, s2]] }, { do: 'start', server: s3 }],
            until: { event: 'passes', millis: 3000 },
            lights: [{ light: 'cell', server: s3, zxid: WRITE }],
            values: { holders: HOLDERS, state: { ask: 'server', server: s3, field: 'state' } },
          },
          spread: {
            from: 'asked',
            acts: [
              { do: 'hold', until: { event: 'writes', server: s2, write: 'txns' }, action: { do: 'kill', server: s3 } },
            ],
            until: SERVING,
            within: 600,
            values: { holders: HOLDERS, leader: { ask: 'servers', state: 'LEADING', up: true } },
          },
        },
      },
      cites: ['8.5', '11.1', '12', '13.3'],
    },
    {
      id: 'logged',
      from: 'asked',
      acts: [{ do: 'hold', until: { event: 'writes', server: s2, write: 'txns' }, action: { do: 'kill', server: s3 } }],
      until: { event: 'does', act: 'kill', server: s3 },
      show: { server: null },
      lights: [
        { light: 'server', server: s3 },
        { light: 'cell', server: s2, zxid: WRITE },
      ],
      values: { holders: HOLDERS },
      predict: {
        question: { ask: 'servers', applied: WRITE, up: true },
        choices: [
          { id: 'none', is: [], named: true },
          { id: 's2', is: [s2], named: true },
          { id: 'both', is: [s1, s2], named: true },
        ],
        answer: {
          until: { event: 'notes', note: 'upToDate', server: s1 },
          within: 600,
          show: { server: null },
          lights: [
            { light: 'cell', server: s1, zxid: WRITE },
            { light: 'cell', server: s2, zxid: WRITE },
          ],
          values: {
            leader: { ask: 'servers', state: 'LEADING', up: true },
            epoch: { ask: 'server', server: s2, field: 'currentEpoch' },
          },
        },
        wrong: {
          none: {
            acts: [
              { do: 'kill', server: s1 },
              { do: 'kill', server: s2 },
              { do: 'wipe', server: s3 },
              { do: 'start', server: s1 },
              { do: 'start', server: s3 },
              {
                do: 'hold',
                until: { event: 'becomes', server: s1, zabState: 'BROADCAST' },
                action: { do: 'start', server: s2 },
              },
            ],
            until: { event: 'writes', server: s2, write: 'truncate' },
            within: 800,
            lights: [{ light: 'cell', server: s2, zxid: WRITE }],
            values: { leader: { ask: 'servers', state: 'LEADING', up: true } },
          },
          s2: {
            acts: [{ do: 'partition', groups: [[s2], [s1]] }],
            until: { event: 'passes', millis: 3000 },
            lights: [
              { light: 'cell', server: s1, zxid: WRITE },
              { light: 'cell', server: s2, zxid: WRITE },
            ],
            values: { looking: { ask: 'servers', state: 'LOOKING', up: true } },
          },
        },
      },
      cites: ['6', '8.5', '11.2', '12', '14'],
    },
    {
      id: 'unknown',
      from: 'logged',
      until: { event: 'notes', note: 'commandEnded' },
      show: { server: null, consoles: true },
      values: { holders: HOLDERS },
      cites: ['13.2', '19'],
    },
    {
      id: 'answered',
      check: true,
      from: 'asked',
      until: { event: 'commits', server: s3, zxid: WRITE },
      show: { server: null, consoles: false },
      lights: [{ light: 'cell', server: s3, zxid: WRITE }],
      values: { acks: { ask: 'noted', note: 'committed', field: 'acks' } },
      predict: {
        question: { ask: 'data', server: s2, path: '/order' },
        choices: [
          { id: 'there', is: 'x', named: true },
          { id: 'gone', is: null, named: true },
        ],
        answer: {
          acts: [{ do: 'kill', server: s3 }],
          until: SERVING,
          within: 600,
          lights: [{ light: 'cell', server: s2, zxid: WRITE }],
          values: {
            leader: { ask: 'servers', state: 'LEADING', up: true },
            holders: { ask: 'servers', onDisk: WRITE, up: true },
          },
        },
        wrong: {
          gone: {
            acts: [
              { do: 'kill', server: s3 },
              { do: 'kill', server: s2 },
              { do: 'start', server: s3 },
            ],
            until: SERVING,
            within: 800,
            lights: [{ light: 'cell', server: s3, zxid: WRITE }],
            values: {
              leader: { ask: 'servers', state: 'LEADING', up: true },
              holders: { ask: 'servers', onDisk: WRITE, up: true },
            },
          },
        },
      },
      cites: ['8.5', '13.3'],
    },
  ],
} as const satisfies Lesson;
