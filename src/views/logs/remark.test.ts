import { expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import { enLab } from '../../locales/en-lab.ts';
import type { LogCell, LogCellState, ServerFacts, StageFacts } from '../../sim/facts.ts';
import { type Sid, sidOf, zxidFrom, zxidLabel } from '../../zookeeper/ids.ts';
import { remarkOn } from './remark.ts';

const words = { ...en, ...enLab };
const voters = [1, 2, 3, 4, 5].map(sidOf);

/** `3 applied +`: counter 3 of epoch 1, committed. */
function cell(text: string): LogCell {
  const [counter = '', state, committed] = text.split(' ');
  const isGone = state === 'truncated' || state === 'replaced';
  return {
    zxid: zxidFrom(1, Number(counter)),
    // The texts below name states.
    state: state as LogCellState,
    onDisk: !isGone,
    committed: committed === '+',
  };
}

function server(sid: number, cells: readonly string[], waits: readonly (readonly Sid[])[] = []): ServerFacts {
  // A remark reads nothing else of a server.
  return {
    sid: sidOf(sid),
    log: cells.map(cell),
    logFolded: 0,
    waits: waits.map((acks, index) => ({ for: 'proposal', zxid: zxidFrom(1, index + 1), acks })),
  } as unknown as ServerFacts;
}

function remark(...servers: readonly ServerFacts[]): string {
  const [first] = servers;
  // Nor of the moment.
  const facts = { servers, voters } as unknown as StageFacts;
  return first === undefined ? '' : remarkOn(first, facts, words, zxidLabel);
}

it('only what a quorum committed puts a server behind', () => {
  expect(remark(server(1, ['1 applied +']), server(2, ['1 applied +', '2 flushed', '3 replayed']))).toBe('');
  expect(remark(server(1, ['1 applied +']), server(2, ['1 applied +', '2 applied +', '3 applied +']))).toBe('2 behind');
});

it('what was cut away or replaced here is not held, and counts when it was committed', () => {
  const other = server(2, ['1 applied +', '2 applied +']);
  expect(remark(server(1, ['1 replaced', '2 applied +']), server(2, ['2 applied +']))).toBe('');
  expect(remark(server(1, ['1 truncated +', '2 applied +']), other)).toBe('1 behind');
});

it('what nobody else holds is only on its disk', () => {
  expect(remark(server(1, ['1 applied +', '2 flushed']), server(2, ['1 applied +', '2 replaced']))).toBe(
    'only on its disk',
  );
});

it('acks beyond the second proposal are counted', () => {
  const waits = [[1], [1, 2], [1], [1]].map((acks) => acks.map(sidOf));
  expect(remark(server(3, [], waits.slice(0, 2)))).toBe('acks: 1·1 1/5, 1·2 2/5');
  expect(remark(server(3, [], waits))).toBe('acks: 1·1 1/5, 1·2 2/5 +2');
});
