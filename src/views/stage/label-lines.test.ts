import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { labelLines } from './label-lines.ts';
import { stageLayout } from './layout.ts';
import { textWidth, wrapText } from './text-width.ts';

const belief = { line: 'believes it leads', fact: 'waits for NEWLEADER acks' };

describe.each([
  ['lab', { width: 760, height: 566 }],
  ['lab', { width: 600, height: 386 }],
  ['phone', { width: 390, height: 330 }],
] as const)('%s %o', (scale, size) => {
  it.each([3, 5, 7, 9, 15])(
    'no line of %i servers’ labels is wider than its room, nothing of it hangs over',
    (count) => {
      const sids = Array.from({ length: count }, (_, index) => sidOf(index + 1));
      for (const place of stageLayout(size, sids, scale).places) {
        for (const has of [
          { chips: scale === 'lab', changed: false },
          { chips: scale === 'lab', changed: true },
        ]) {
          const lines = labelLines(belief, has, place, scale);
          for (const text of lines.fact.filter((line) => line.includes(' '))) {
            expect(textWidth(text, 12)).toBeLessThanOrEqual(place.label.room);
          }
          expect([...lines.belief, ...lines.fact].join(' ')).toBe(
            scale === 'phone' ? belief.line : `${belief.line} ${belief.fact}`,
          );
          expect(lines.bottom).toBeGreaterThan(lines.last);
          expect(lines.bottomOfTimer).toBeGreaterThan(lines.bottom);
          // It is drawn no lower than that.
          expect(place.label.floor).toBeLessThan(size.height);
        }
      }
    },
  );
});

it('a number stays beside what it counts', () => {
  expect(wrapText('leads epoch 2', textWidth('leads epoch', 13), 13)).toEqual(['leads', 'epoch 2']);
});
