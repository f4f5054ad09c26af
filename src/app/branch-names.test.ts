import { expect, it } from 'vitest';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { decodeShare, encodeShare } from '../scenario/link.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { toggleBookmark } from './bookmarks.ts';
import { nameBranch, startNaming } from './branch-names.ts';
import { type FakePage, fakePage } from './fake-page.ts';
import { createLab, openLab } from './lab.ts';

async function opened(page: FakePage = fakePage()) {
  const lab = createLab(page);
  await openLab(lab, page);
  await lab.whole;
  return { page, lab, state: () => lab.store.getState() };
}

/** The root, a branch of it, and a branch of that. */
async function withBranches() {
  const made = await opened();
  const { state } = made;
  state().openScenario(leaderKilled);
  state().seek(50);
  state().act({ do: 'kill', server: sidOf(1) });
  const first = state().branch;
  state().seek(90);
  state().act({ do: 'freeze', server: sidOf(2) });
  return { ...made, first, second: state().branch };
}

it('a branch has the name it is given, until it is given none; both can be taken back', async () => {
  const { lab, state, first } = await withBranches();
  nameBranch(lab, first, '  S1 is gone ');
  nameBranch(lab, 0, 'as it was');
  expect(state().branchNames).toEqual({ 0: 'as it was', [first]: 'S1 is gone' });
  nameBranch(lab, first, '   ');
  expect(state().branchNames).toEqual({ 0: 'as it was' });
  state().undo();
  expect(state().branchNames).toEqual({ 0: 'as it was', [first]: 'S1 is gone' });
  state().undo();
  expect(state().branchNames).toEqual({ [first]: 'S1 is gone' });
  state().redo();
  expect(state().branchNames).toEqual({ 0: 'as it was', [first]: 'S1 is gone' });
  nameBranch(lab, 0, 'x'.repeat(99));
  expect(state().branchNames[0]).toHaveLength(60);
});

it('a reload keeps the names of all branches, a link that of its own, and a run laid aside its own', async () => {
  const { page, lab, state, first, second } = await withBranches();
  toggleBookmark(lab);
  nameBranch(lab, first, 'S1 is gone');
  nameBranch(lab, second, '冻结 S2');
  nameBranch(lab, 0, 'as it was');
  await page.settle();
  const link = page.bar.read();

  const again = await opened(fakePage(link, null, page.bar.recallRun()));
  const digestOf = (of: typeof lab, branch: number): string => {
    of.session.ensureAhead({ branch, cursor: 100 }, 0);
    return of.session.digest({ branch, cursor: 100 });
  };
  const digests = Object.fromEntries(
    Object.entries(again.state().branchNames).map(([id, name]) => [name, digestOf(again.lab, Number(id))]),
  );
  expect(digests).toEqual({
    'as it was': digestOf(lab, 0),
    'S1 is gone': digestOf(lab, first),
    '冻结 S2': digestOf(lab, second),
  });
  expect(again.state().bookmarks).toHaveLength(1);

  const sent = await opened(fakePage(link));
  expect(Object.values(sent.state().branchNames)).toEqual(['冻结 S2']);
  expect(sent.state().branchNames[sent.state().branch]).toBe('冻结 S2');

  const before = state().branchNames;
  state().openScenario(firstLook);
  expect(state().branchNames).toEqual({});
  state().takeUp(0);
  expect(state().branchNames).toEqual(before);
});

it('in a link the name gives way before the run does', async () => {
  const interventions = Array.from({ length: 40 }, (_, i) => ({
    after: i * 137 + ((i * 31) % 17),
    wait: i % 4,
    action: { do: i % 3 === 0 ? 'kill' : 'start', server: sidOf((i * 7) % 3) } as const,
  }));
  const bare = { scenario: leaderKilled, interventions, cursor: 4321, selection: null, digest: '1a2b3c4d' };
  for (const name of [
    'short',
    'x'.repeat(60),
    String.fromCodePoint(...Array.from({ length: 60 }, (_, i) => 0x4e00 + i * 331)),
  ]) {
    const link = await encodeShare({ ...bare, name });
    expect(link.length).toBeLessThanOrEqual(600);
    const decoded = await decodeShare(link);
    expect(decoded).toMatchObject({ ok: true, value: { interventions } });
  }
  expect(await decodeShare(await encodeShare({ ...bare, name: 'short' }))).toMatchObject({ value: { name: 'short' } });
});

it('where there is one alone it needs no name, which is told', async () => {
  const { lab, state } = await opened();
  state().openScenario(leaderKilled);
  state().seek(50);
  startNaming(lab);
  expect(state()).toMatchObject({ panels: { naming: false }, notice: { kind: 'noBranch' } });
  state().act({ do: 'kill', server: sidOf(1) });
  startNaming(lab);
  expect(state().panels.naming).toBe(true);
});
