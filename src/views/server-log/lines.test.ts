import { describe, expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { serverLog } from '../../sim/server-log.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { logText } from '../../zookeeper/operator/log-lines.ts';
import { type LogSource, readLines, readOn, textOf, writtenAt } from './lines.ts';

async function source(): Promise<LogSource & { readonly length: number }> {
  const { session, store, whole } = createLab(fakePage());
  await whole;
  store.getState().openScenario(leaderKilled);
  session.ensureUntil(0, 8000, 100_000);
  const run = session.branch(0);
  return {
    run,
    moment: session.momentAt({ branch: 0, cursor: 0 }),
    release: '3.8',
    ensemble: { tickMillis: session.scenario.timing.tickMillis, serverCount: session.sids.length },
    length: run.length,
  };
}

describe('24 a log that is read off a run', () => {
  it('has every line that its server wrote, in order', async () => {
    const from = await source();
    while (!readOn(from, 100));
    for (const sid of [1, 2, 3].map(sidOf)) {
      const expected: string[] = [];
      for (let index = 0; index < from.length; index++) {
        const entry = from.run.entryAt(index);
        const said = serverLog(entry, from.moment.world, '3.8');
        if (said?.sid === sid) expected.push(...said.lines.map((line) => `${logText(line, entry.at, sid)}\n`));
      }
      expect(expected.length).toBeGreaterThan(20);
      expect(textOf(from, readLines(from.run, sid))).toBe(expected.join(''));
    }
  });

  it('is read a part at a time, and ends at the playhead', async () => {
    const from = await source();
    expect(readOn(from, 40)).toBe(false);
    const part = readLines(from.run, sidOf(1));
    while (!readOn(from, 40));
    const all = readLines(from.run, sidOf(1));
    expect(all.slice(0, part.length)).toEqual(part);
    expect(all.length).toBeGreaterThan(part.length);
    expect(writtenAt(all, 0)).toBe(0);
    expect(writtenAt(all, from.length)).toBe(all.length);
    const first = all[0]?.index ?? 0;
    expect(writtenAt(all, first)).toBe(0);
    expect(writtenAt(all, first + 1)).toBeGreaterThan(0);
  });
});
