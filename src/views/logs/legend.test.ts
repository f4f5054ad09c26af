import { expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import { enLab } from '../../locales/en-lab.ts';
import type { LogCellState, ServerFacts } from '../../sim/facts.ts';
import { sidOf, zxidFrom } from '../../zookeeper/ids.ts';
import { logsLayout } from './layout.ts';
import { legendLines, legendOf } from './legend.ts';

const words = { ...en, ...enLab };

function legend(committed: boolean, ...states: readonly LogCellState[]) {
  const log = states.map((state, index) => ({ zxid: zxidFrom(1, index + 1), state, onDisk: true, committed }));
  // The layout reads nothing else of a server.
  const server = { sid: sidOf(1), learnerType: 'PARTICIPANT', log, logFolded: 0 } as unknown as ServerFacts;
  return legendOf(logsLayout({ width: 760, height: 170 }, [server], 168));
}

it('explains what is on show and nothing else', () => {
  expect(legend(false)).toEqual([]);
  expect(legend(false, 'replaced', 'flushed', 'replaced')).toEqual(['flushed', 'replaced']);
  expect(legend(true, 'applied')).toEqual(['applied', 'committedMark']);
});

it('takes as many lines as the width asks for', () => {
  const items = legend(true, 'flushed', 'replayed', 'applied', 'replaced');
  expect(legendLines(items, 1000, words)).toHaveLength(1);
  for (const width of [480, 358, 200]) {
    const lines = legendLines(items, width, words);
    expect(lines.flat().map(({ what }) => what)).toEqual(items);
    for (const line of lines) expect(line.at(-1)?.end).toBeLessThanOrEqual(width);
  }
});
