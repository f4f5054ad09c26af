import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { select } from '../../sim/select.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Selection } from '../../app/store.ts';
import type { Density } from '../options.ts';
import { litBy } from './density.ts';

async function opened() {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(leaderKilled);
  const { session } = lab;
  session.ensureAhead({ branch: 0, cursor: 0 }, 400);
  const run = session.branch(0);
  const at = (cursor: number, density: Density, selection: Selection | null = null) => {
    const place = { branch: 0, cursor };
    const facts = session.facts(select, place);
    const lit = litBy({ session, place, facts, density, selection });
    return { lit, kept: facts.messages.filter((message) => lit?.keeps(message) ?? true), all: facts.messages };
  };
  return { run, at };
}

it('focus: who took part in the last event, what it has just sent, and what is selected', async () => {
  const { run, at } = await opened();
  let busy = 0;
  for (let cursor = 20; cursor < 150; cursor++) {
    const { node, other, at: time } = run.rowAt(cursor - 1);
    if (node === -1) continue;
    const { lit, kept, all } = at(cursor, 'focus');
    expect(lit?.nodes).toEqual(new Set([node, other].filter((one) => one >= 0)));
    expect(kept.every(({ from, sentAt }) => from === node && sentAt === time)).toBe(true);
    if (all.length > kept.length) busy += 1;
    const chosen = at(cursor, 'focus', { kind: 'server', sid: sidOf(1) });
    expect(chosen.lit?.nodes.has(0)).toBe(true);
    expect(chosen.all.filter(({ from, to }) => from === 0 || to === 0).every((one) => chosen.kept.includes(one))).toBe(
      true,
    );
  }
  expect(busy).toBeGreaterThan(10);
});

it('recent: whoever took part in the last dozen, and all that was sent since; more than focus, less than all', async () => {
  const { at } = await opened();
  const counts = (density: Density): number =>
    Array.from({ length: 130 }, (_, i) => at(20 + i, density).kept.length).reduce((sum, count) => sum + count, 0);
  expect(counts('focus')).toBeLessThan(counts('recent'));
  expect(counts('recent')).toBeLessThanOrEqual(counts('all'));
  for (let cursor = 20; cursor < 150; cursor++) {
    const { lit } = at(cursor, 'recent');
    for (const node of at(cursor, 'focus').lit?.nodes ?? []) expect(lit === null || lit.nodes.has(node)).toBe(true);
  }
});

it('all, the start, and what is done to everybody leave nothing out', async () => {
  const { at } = await opened();
  expect(at(60, 'all').lit).toBeNull();
  expect(at(0, 'focus').lit).toBeNull();
  const everybody = litBy({
    session: { branch: () => ({ valueAt: () => -1 }) } as never,
    place: { branch: 0, cursor: 1 },
    facts: { servers: [] },
    density: 'focus',
    selection: null,
  });
  expect(everybody).toBeNull();
});
