import { describe, expect, it } from 'vitest';
import { partition } from '../scenario/builtin/partition.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { followerReturns } from '../scenario/builtin/follower-returns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { type LogRelease, logReleaseOf, logText } from '../zookeeper/operator/log-lines.ts';
import { stepBefore, zooKeeperMachine } from './machine.ts';
import { serverLog } from './server-log.ts';

/** One server's log, from one virtual time to another. */
function logOf(
  scenario: Scenario,
  sid: number,
  { from = 0, until, release }: { from?: number; until: number; release: LogRelease },
): string {
  const live = zooKeeperMachine.resume(startOf(scenario, null));
  const lines: string[] = [];
  for (;;) {
    const entry = stepBefore(live, until, true);
    if (entry === null) return `${lines.join('\n')}\n`;
    const said = serverLog(entry, live.world, release);
    if (said === null || said.sid !== sid || entry.at < from) continue;
    lines.push(...said.lines.map((line) => logText(line, entry.at, sid as Sid)));
  }
}

describe('24 a server’s log, as its release prints it', () => {
  // To read beside a real one: the recordings' README names the archive of logs.
  it.each(['3.4', '3.5', '3.8', '3.9'] as const)(
    'election and synchronization of a leader and a follower in %s',
    async (release) => {
      const text = [1, 3]
        .map((sid) => `# server ${sid}\n${logOf(leaderKilled, sid, { until: 3000, release })}`)
        .join('\n');
      await expect(text).toMatchFileSnapshot(`testdata/server-log-election-${release}.txt`);
    },
  );

  it('the leader dies, another is elected, and the dead one comes back', async () => {
    const text = [2, 3]
      .map((sid) => `# server ${sid}\n${logOf(leaderKilled, sid, { from: 1900, until: 20_000, release: '3.8' })}`)
      .join('\n');
    await expect(text).toMatchFileSnapshot('testdata/server-log-failure.txt');
  });

  it('a leader loses its quorum and steps down', async () => {
    const text = logOf(partition, 5, { from: 2900, until: 5500, release: '3.8' });
    expect(text).toContain('Shutdown called. For the reason Not sufficient followers synced');
    await expect(text).toMatchFileSnapshot('testdata/server-log-quorum-lost.txt');
  });

  it('a follower returns: the leader says what it compared and what it sends', async () => {
    const leader = [1, 2, 3].map((sid) => logOf(followerReturns, sid, { until: 60_000, release: '3.8' })).join('');
    const decisions = leader
      .split('\n')
      .filter((line) => / LearnerHandler@/.test(line) || /:LearnerHandler@|Getting a|Truncating/.test(line));
    await expect(`${decisions.join('\n')}\n`).toMatchFileSnapshot('testdata/server-log-sync.txt');
  });

  it('a learner counts from zero twice: in its sync, as Learner, and in what is broadcast, as itself', () => {
    const gaps = [1, 2, 3].flatMap((sid) =>
      Array.from(
        logOf({ ...followerReturns, profile: '3.8' }, sid, { until: 60_000, release: '3.8' }).matchAll(
          /:(\w+)@0\] - Got zxid \S+ expected (\S+)/g,
        ),
        ([, logger, expected]) => `${logger} expected ${expected}`,
      ),
    );
    expect(new Set(gaps)).toEqual(new Set(['Learner expected 0x1', 'Follower expected 0x1']));
  });
});

it.each([
  ['3.8.0', '3.8'],
  ['3.9', '3.9'],
  ['3.4', '3.4'],
  ['3.5.8', '3.5'],
  ['master', '3.9'],
])('the profile %s logs like %s', (profile, release) => {
  expect(logReleaseOf(profile)).toBe(release);
});
