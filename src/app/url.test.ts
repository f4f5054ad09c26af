import { expect, it } from 'vitest';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { fakePage } from './fake-page.ts';
import { createLab, openLab } from './lab.ts';

async function open(fragment: string, stored: string | null = null, run: string | null = null) {
  const page = fakePage(fragment, stored, run);
  const lab = createLab(page);
  await openLab(lab, page);
  return { page, lab, state: () => lab.store.getState() };
}

/** What a visitor leaves behind who killed S3 and looked on. */
async function visited(): Promise<{ readonly fragment: string; readonly digest: string }> {
  const { page, lab, state } = await open('#scenario=first-look&at=100');
  state().act({ do: 'kill', server: sidOf(3) });
  state().seek(150);
  state().select({ kind: 'server', sid: sidOf(2) });
  await page.settle();
  return { fragment: page.bar.read(), digest: lab.session.digest(state()) };
}

it('a reload, or a copied address, keeps the run, the place and the selection', async () => {
  const { fragment, digest } = await visited();
  const { lab, state } = await open(fragment);
  expect(lab.session.digest(state())).toBe(digest);
  expect(state()).toMatchObject({ cursor: 150, playing: false, firstLook: false, notice: null });
  expect(state().selection).toEqual({ kind: 'server', sid: 2 });
});

it('a reload keeps the other futures; another tab, or another place, does not', async () => {
  const { page, lab, state } = await open('#scenario=first-look&at=100');
  state().act({ do: 'kill', server: sidOf(3) });
  state().seek(150);
  state().act({ do: 'stop', server: sidOf(1) }, { do: 'start', server: sidOf(1) });
  state().goTo({ branch: 0, cursor: 120 });
  state().act({ do: 'freeze', server: sidOf(2) });
  await page.settle();
  const deeds = ({ session }: typeof lab) =>
    session.branches.map(({ id }) => session.interventions(id).map(({ after, action }) => [after, action.do]));
  const [fragment, run] = [page.bar.read(), page.bar.recallRun()];
  const again = await open(fragment, null, run);
  expect(deeds(again.lab)).toEqual(deeds(lab));
  expect(again.state()).toMatchObject({ branch: 3, cursor: 121 });
  const back = await open('', fragment, run);
  expect(deeds(back.lab)).toEqual(deeds(lab));
  expect((await open(fragment)).lab.session.branches).toHaveLength(2);
  expect((await open('#scenario=first-look&at=100', null, run)).lab.session.branches).toHaveLength(1);
});

it('a returning visitor finds the last place', async () => {
  const { fragment, digest } = await visited();
  const { lab, state } = await open('', fragment);
  expect(lab.session.digest(state())).toBe(digest);
  expect(state().firstLook).toBe(false);
});

it('the first look leaves nothing behind until somebody goes on from it', async () => {
  const { page, state } = await open('');
  page.frames(30, 16);
  await page.settle();
  expect([page.bar.read(), page.stored()]).toEqual(['', null]);
  state().endFirstLook();
  await page.settle();
  expect(page.bar.read()).toMatch(/^#scenario=first-look/);
  expect(page.stored()).toBe(page.bar.read());
});

it.each([
  ['#r=1.damaged', { reason: 'damaged' }],
  ['#r=9.fromthefuture', { reason: 'newerVersion', version: '9' }],
  ['#something-else', { reason: 'foreign' }],
  ['#scenario=first-look&at=150000&d=00000000&sel=q', { reason: 'damaged', part: 'sel' }],
])('%s: the text is kept, and the first look waits behind it', async (fragment, problem) => {
  const { lab, state } = await open(fragment);
  expect(state().notice).toMatchObject({ kind: 'badLink', problem, text: fragment });
  expect(state()).toMatchObject({ branch: 0, playing: false, firstLook: true });
  expect(state().cursor).toBeLessThan(10);
  expect(lab.session.scenario).toBe(firstLook);
});

it.each(['#nonsense', '#scenario=partition&at=3'])(
  '%s does not take the last place until the visitor goes on from it',
  async (fragment) => {
    const { fragment: last } = await visited();
    const { page, state } = await open(fragment, last);
    await page.settle();
    expect([page.bar.read(), page.stored()]).toEqual([fragment, last]);
    state().endFirstLook();
    state().step(1);
    await page.settle();
    expect(page.stored()).not.toBe(last);
    expect(page.stored()).toBe(page.bar.read());
  },
);

it('a bad link over an open page leaves the place there was remembered, the latest one', async () => {
  const { page, lab, state } = await open('#scenario=partition&at=3');
  state().seek(5);
  page.type('#nonsense');
  expect(await lab.address.onChanged(firstLook)).toBe(false);
  lab.tour.begin({ moving: false });
  await page.settle();
  expect(page.bar.read()).toBe('#nonsense');
  expect(page.stored()).toMatch(/^#scenario=partition&at=5&/);
});

it('a run that is not the one that was shared is told', async () => {
  const { state } = await open('#scenario=first-look&at=90&d=00000000');
  expect(state().notice).toMatchObject({ kind: 'mismatch', expected: '00000000' });
  expect(state().cursor).toBe(90);
});

it('a last place of another version is passed over without a word', async () => {
  const { state } = await open('', '#scenario=first-look&at=90&d=00000000');
  expect(state()).toMatchObject({ branch: 0, notice: null, firstLook: true });
  expect(state().cursor).toBeLessThan(10);
});

it('a link put into the address opens; what the page wrote itself does not', async () => {
  const { page, lab, state } = await open('#scenario=first-look&at=20');
  state().seek(25);
  await page.settle();
  const { run } = state();
  await lab.address.onChanged(firstLook);
  expect(state().run).toBe(run);
  page.type('#scenario=partition&at=3');
  await lab.address.onChanged(firstLook);
  expect(state()).toMatchObject({ run: run + 1, cursor: 3 });
  expect(lab.session.scenario.id).toBe('partition');
});

it('the way back and forward again in the browser opens what the page wrote there', async () => {
  const { page, lab, state } = await open('#scenario=partition&at=3');
  page.type('#scenario=first-look&at=20');
  await lab.address.onChanged(firstLook);
  state().act({ do: 'kill', server: sidOf(3) });
  await page.settle();
  const written = page.bar.read();
  const digest = lab.session.digest(state());
  page.type('#scenario=partition&at=3');
  await lab.address.onChanged(firstLook);
  expect(lab.session.scenario.id).toBe('partition');
  page.type(written);
  await lab.address.onChanged(firstLook);
  expect(lab.session.digest(state())).toBe(digest);
});
