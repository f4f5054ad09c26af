import { expect, it } from 'vitest';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { connect, create, cut, kill, slowDisk, start } from '../scenario/script-steps.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import { type Epoch, type Round, type Zxid, sidOf } from '../zookeeper/ids.ts';
import { logReleaseOf, logText } from '../zookeeper/operator/log-lines.ts';
import type { ScriptStep } from './moment.ts';
import { stepBefore, zooKeeperMachine } from './machine.ts';
import { serverLog } from './server-log.ts';

/** The lines that a run makes its servers print and that match, each once, whoever printed them first. */
function printed(scenario: Scenario, untilMillis: number, wanted: RegExp): readonly string[] {
  const live = zooKeeperMachine.resume(startOf(scenario, null));
  const lines = new Map<string, string>();
  for (;;) {
    const entry = stepBefore(live, untilMillis, true);
    if (entry === null) return [...lines.values()];
    const said = serverLog(entry, live.world, logReleaseOf(scenario.profile));
    for (const line of said?.lines ?? []) {
      const text = logText(line, entry.at, said?.sid ?? sidOf(0));
      const message = text.slice(text.indexOf('] - ', 30));
      if (wanted.test(text) && !lines.has(message)) lines.set(message, text);
    }
  }
}

function says(at: number, as: number, leader: number): readonly ScriptStep[] {
  const vote = { zxid: 0 as Zxid, peerEpoch: 0 as Epoch, electionEpoch: 1 as Round };
  const words = { kind: 'vote', state: 'LOOKING', leader: sidOf(leader), ...vote } as const;
  return [{ at, action: { do: 'stranger', client: `x${at}`, server: sidOf(1), as: sidOf(as), says: words } }];
}

function withObserver(scenario: Scenario): Scenario {
  return { ...scenario, servers: [...scenario.servers, { sid: sidOf(4), observer: true }] };
}

const parts = { id: 'log', title: '' };

it.each<[what: string, scenario: Scenario, untilMillis: number, wanted: RegExp, golden: string]>([
  [
    'votes for nobody, refused and followed',
    bugScenario({ ...parts, profile: '3.9', script: [start(0, 1), says(100, 2, 7)] }),
    1000,
    /Ignoring notification/,
    'vote-refused',
  ],
  [
    'a leader whom nobody knows',
    bugScenario({
      ...parts,
      profile: '3.5.3',
      script: [start(0, 1), says(100, 2, 7), says(110, 3, 7)],
    }),
    8000,
    /find the leader|Couldn't find/,
    'leader-unknown',
  ],
  [
    'an observer finds its leader and loses it',
    withObserver(bugScenario({ ...parts, profile: '3.9', script: [start(0, 1, 2, 3, 4), kill(2000, 3)] })),
    3000,
    /[Oo]bserv/,
    'observer',
  ],
  [
    'a disk of seconds, a link given up for it, and a machine that does not answer',
    bugScenario({
      ...parts,
      profile: '3.8',
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        slowDisk(1500, 1, 8000),
        slowDisk(1500, 2, 1500),
        create(1600, 'ann', '/a'),
        cut(6000, 2, 3),
        cut(6000, 3, 2),
        kill(7000, 2),
        start(7100, 2),
      ],
    }),
    20_000,
    /fsync-ing|transaction timeout|timed out/,
    'slow',
  ],
])('24: %s', async (_, scenario, untilMillis, wanted, golden) => {
  const lines = printed(scenario, untilMillis, wanted);
  expect(lines).not.toEqual([]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`testdata/server-log-${golden}.txt`);
});
