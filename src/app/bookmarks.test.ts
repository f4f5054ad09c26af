import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { partition } from '../scenario/builtin/partition.ts';
import { decodeShare, encodeShare } from '../scenario/link.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { bookmarksOn, goToBookmark, removeBookmark, renameBookmark, toggleBookmark } from './bookmarks.ts';
import { type FakePage, fakePage } from './fake-page.ts';
import { createLab, openLab } from './lab.ts';

async function opened(page: FakePage = fakePage()) {
  const lab = createLab(page);
  await openLab(lab, page);
  await lab.whole;
  const state = () => lab.store.getState();
  const shown = () => state().bookmarks.map(({ cursor, name }) => (name === '' ? cursor : `${cursor} ${name}`));
  const set = (...cursors: readonly number[]): void => {
    for (const cursor of cursors) {
      state().seek(cursor);
      toggleBookmark(lab);
    }
  };
  return { page, lab, state, shown, set };
}

it('M sets one and takes it away; both can be undone, as can a name', async () => {
  const { lab, state, shown, set } = await opened();
  state().openScenario(leaderKilled);
  set(40, 90);
  renameBookmark(lab, state().bookmarks[1] as never, '  the leader serves ');
  expect(shown()).toEqual([40, '90 the leader serves']);
  set(40);
  expect(shown()).toEqual(['90 the leader serves']);
  state().undo();
  state().undo();
  expect(shown()).toEqual([40, 90]);
  state().redo();
  expect(shown()).toEqual([40, '90 the leader serves']);
  expect([state().canUndo(), state().canRedo()]).toEqual([true, true]);
  removeBookmark(lab, state().bookmarks[0] as never);
  expect([shown(), state().canRedo()]).toEqual([['90 the leader serves'], false]);
});

it('what was done last is undone first', async () => {
  const { state, shown, set } = await opened();
  state().openScenario(leaderKilled);
  set(40);
  state().act({ do: 'kill', server: sidOf(1) });
  const { branch } = state();
  set(60);
  state().undo();
  expect([state().branch, shown()]).toEqual([branch, [40]]);
  state().undo();
  expect([state().branch, shown()]).toEqual([0, [40]]);
});

it('one before a fork lies on both branches, one after it on its own; it leads there', async () => {
  const { lab, state, set } = await opened();
  state().openScenario(leaderKilled);
  set(30, 80);
  state().seek(50);
  state().act({ do: 'kill', server: sidOf(1) });
  const { branch } = state();
  set(70);
  const on = (id: number) => bookmarksOn(lab, state().bookmarks, id).map(({ cursor }) => cursor);
  expect([on(0), on(branch)]).toEqual([
    [30, 80],
    [30, 70],
  ]);
  goToBookmark(lab, state().bookmarks[0] as never);
  expect(state()).toMatchObject({ branch, cursor: 30 });
  goToBookmark(lab, state().bookmarks[1] as never);
  expect(state()).toMatchObject({ branch: 0, cursor: 80 });
});

it('a reload keeps those of every branch, a link those on its way, and a run laid aside its own', async () => {
  const { page, lab, state, shown, set } = await opened();
  state().openScenario(leaderKilled);
  set(30, 80);
  renameBookmark(lab, state().bookmarks[0] as never, 'früh');
  state().seek(50);
  state().act({ do: 'kill', server: sidOf(1) });
  set(70);
  await page.settle();
  const link = page.bar.read();

  const again = await opened(fakePage(link, null, page.bar.recallRun()));
  expect(again.shown()).toEqual(shown());
  goToBookmark(again.lab, again.state().bookmarks[1] as never);
  expect(again.state()).toMatchObject({ branch: 0, cursor: 80 });
  expect(again.lab.session.digest(again.state())).toBe(lab.session.digest({ branch: 0, cursor: 80 }));

  const sent = await opened(fakePage(link));
  expect(sent.shown()).toEqual(['30 früh', 70]);

  state().openScenario(firstLook);
  expect(shown()).toEqual([]);
  state().takeUp(0);
  expect(shown()).toEqual(['30 früh', 80, 70]);
});

it('no more than fifty, which is told', async () => {
  const { state, set } = await opened();
  state().openScenario(leaderKilled);
  set(...Array.from({ length: 51 }, (_, i) => i + 1));
  expect(state()).toMatchObject({ notice: { kind: 'enoughBookmarks' } });
  expect(state().bookmarks).toHaveLength(50);
});

it('in a link they never take more than 600 characters: first their names stay out, then they do', async () => {
  const sids = partition.servers.map(({ sid }) => sid);
  const interventions = Array.from({ length: 30 }, (_, i) => {
    const server = sids[(i * 7) % sids.length] ?? sidOf(1);
    const action = i % 3 === 0 ? ({ do: 'kill', server } as const) : ({ do: 'start', server } as const);
    return { after: i * 137 + ((i * 31) % 17), wait: i % 4, action };
  });
  const share = { scenario: partition, interventions, cursor: 4321, selection: null, digest: '1a2b3c4d' };
  const kept = [];
  for (const count of [0, 5, 10, 50]) {
    const bookmarks = Array.from({ length: count }, (_, i) => ({
      cursor: 100 * i + 7,
      name: `here it is ${i * i * 977}`,
    }));
    const link = await encodeShare({ ...share, bookmarks });
    expect(link.length).toBeLessThanOrEqual(600);
    const decoded = await decodeShare(link);
    if (!decoded.ok) throw new Error('it is a link');
    const { bookmarks: arrived = [] } = decoded.value;
    kept.push([arrived.length, arrived.filter(({ name }) => name !== '').length]);
  }
  expect(kept).toEqual([
    [0, 0],
    [5, 5],
    [10, 10],
    [50, 0],
  ]);
});
