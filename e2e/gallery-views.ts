/** Every view of the page as the gallery shows it: where it stands in a run, and what is opened there. */
import type { Page } from 'playwright/test';
import { zk4646 } from '../src/scenario/builtin/bugs/zk4646.ts';
import { decodeScenario } from '../src/scenario/decode.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { expect } from './fixture.ts';
import type { LabPage } from './lab-page.ts';
import { linkTo } from './shared-run.ts';

export type Layout = 'desktop' | 'lecturer' | 'phone';

export interface Shot {
  readonly lab: LabPage;
  readonly page: Page;
  readonly layout: Layout;
}

export interface GalleryView {
  /** Also the name of its pictures. */
  readonly name: string;
  /** Where it exists; absent: in all layouts. */
  readonly layouts?: readonly Layout[];
  /** The fragment of its place; the first look where absent. */
  readonly at?: string | (() => Promise<string>);
  /** What is done there. */
  readonly open?: (shot: Shot) => Promise<void>;
}

const ROOMY: readonly Layout[] = ['desktop', 'phone'];

export const GALLERY_VIEWS: readonly GalleryView[] = [
  {
    name: 'first-look-votes',
    layouts: ROOMY,
    open: async ({ page }) => {
      await expect(page.getByText('wins', { exact: true })).toBeVisible();
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'first-look-led',
    layouts: ROOMY,
    open: async ({ page, lab }) => {
      await page.keyboard.press('End');
      await expect(lab.button('Next: kill the leader')).toBeEnabled();
    },
  },
  { name: 'mid-election', at: '#scenario=partition&at=60&sel=s4' },
  { name: 'broadcast', at: '#scenario=partition&at=316&sel=s5' },
  { name: 'cut', at: '#scenario=partition&at=424&sel=s5' },
  { name: 'healing', at: '#scenario=partition&at=545&sel=s4' },
  { name: 'client', at: '#scenario=leader-killed&at=140&sel=s3' },
  { name: 'space-time', at: '#scenario=partition&at=424&sel=s5', open: spaceTime },
  { name: 'space-time-killed', at: '#scenario=leader-killed&at=150', open: spaceTime },
  {
    name: 'split',
    layouts: ['desktop'],
    at: '#scenario=partition&at=424&sel=s5',
    open: ({ page }) => page.keyboard.press('3'),
  },
  { name: 'logs', at: writes, open: card('Log') },
  { name: 'ballot-box', at: '#scenario=first-look&at=37&sel=s2', open: inside },
  { name: 'epochs-and-quorum', at: '#scenario=partition&at=316&sel=s5', open: inside },
  { name: 'sync', at: '#scenario=follower-returns&at=174&sel=s1', open: inside },
  { name: 'algorithm', at: '#scenario=partition&at=316&sel=s5', open: tab('Algorithm') },
  { name: 'requests', at: '#scenario=partition&at=316&sel=s5', open: tab('Requests') },
  { name: 'server-log', at: '#scenario=leader-killed&at=140&sel=s3', open: tab('Log', 'Server log') },
  { name: 'audit', at: '#scenario=partition&at=520', open: tab('Audit') },
  {
    name: 'audit-broken',
    at: () => linkTo(zk4646.scenario),
    open: async (shot) => {
      await tab('Audit')(shot);
      await shot.page.getByRole('tabpanel').last().focus();
      await shot.lab.runUntil(shot.page.getByRole('heading', { name: 'Broken' }));
    },
  },
  { name: 'links', at: '#scenario=partition&at=520&sel=l5-1', open: tab('Links') },
  {
    name: 'data',
    at: '#scenario=five-servers&at=181&sel=s1',
    open: async (shot) => {
      await examples(shot);
      if (shot.layout === 'desktop') await shot.page.keyboard.press('`');
      await tab('Data')(shot);
    },
    layouts: ROOMY,
  },
  { name: 'consoles', layouts: ROOMY, at: '#scenario=five-servers&at=181&sel=s1', open: examples },
  {
    name: 'operator',
    layouts: ROOMY,
    at: '#scenario=five-servers&at=181&sel=s1',
    open: async (shot) => {
      await examples(shot);
      await shot.page.getByRole('tab', { name: 'Operator' }).click();
    },
  },
  {
    name: 'message',
    at: '#scenario=partition&at=424',
    open: async (shot) => {
      if (shot.layout === 'lecturer') await inspect(shot);
      await shot.lab.messages.first().click({ force: true });
    },
  },
  { name: 'why', at: '#scenario=leader-killed&at=149&sel=s2', open: ({ page }) => page.keyboard.press('y') },
  { name: 'why-not', at: '#scenario=partition&at=424&sel=s3', open: ({ page }) => page.keyboard.press('Shift+Y') },
  // Side by side on two stages, and one over the other on the timeline.
  { name: 'compare', layouts: ['desktop'], at: '#scenario=leader-killed&at=140', open: compare },
  { name: 'overlay', at: '#scenario=leader-killed&at=140&sel=s1', open: overlay },
  { name: 'branches', at: '#scenario=leader-killed&at=140&sel=s1', open: killTwice },
  { name: 'bookmarks', at: '#scenario=partition&at=316', open: bookmarks },
  { name: 'groups', at: '#scenario=partition&at=316&sel=s1', open: groups },
  {
    name: 'step-form',
    layouts: ['desktop'],
    at: '#scenario=partition',
    open: ({ lab }) => lab.button('Add a step').click(),
  },
  ...['Servers', 'Clocks and limits', 'Behaviour', 'zoo.cfg'].map((part) => ({
    name: `ensemble-${part.split(/\W/)[0]?.toLowerCase() ?? ''}`,
    layouts: ROOMY,
    at: '#scenario=partition',
    open: async (shot: Shot) => {
      await more(shot, 'Ensemble …');
      await shot.page.getByRole('tab', { name: part }).click();
    },
  })),
  { name: 'palette', at: '#scenario=partition&at=316', open: ({ page }) => page.keyboard.press('Control+k') },
  { name: 'keys', at: '#scenario=partition&at=316', open: ({ page }) => page.keyboard.press('?') },
  { name: 'files', at: '#scenario=partition&at=316', open: ({ page }) => page.keyboard.press('Control+o') },
  { name: 'run-until', at: '#scenario=partition&at=316', open: ({ page }) => page.keyboard.press('b'), layouts: ROOMY },
  {
    name: 'next-event',
    at: '#scenario=partition&at=316',
    open: ({ page }) => page.keyboard.press('o'),
    layouts: ['desktop'],
  },
  {
    name: 'lessons',
    at: '#scenario=partition&at=316',
    open: ({ page }) => page.keyboard.press('l'),
    layouts: ['desktop'],
  },
  { name: 'lesson-read', at: '#lesson=which-vote-wins&step=1' },
  { name: 'lesson-question', at: '#lesson=two-leaders&step=3' },
  {
    name: 'scenarios',
    layouts: ROOMY,
    at: '#scenario=partition&at=316',
    open: ({ lab }) => lab.button(/^Scenario: /).click(),
  },
  {
    name: 'server-menu',
    at: '#scenario=partition&at=316&sel=s5',
    open: ({ lab }) => lab.server(3).click({ button: 'right' }),
  },
  { name: 'more', layouts: ['phone'], at: '#scenario=partition&at=316', open: ({ lab }) => lab.button('More').click() },
  ...([3, 9, 15] as const).flatMap((count): readonly GalleryView[] => [
    { name: `servers-${count}`, at: () => linkTo(ensembleOf(count), 900) },
    { name: `servers-${count}-electing`, at: () => linkTo(ensembleOf(count), 120) },
    { name: `servers-${count}-space-time`, at: () => linkTo(ensembleOf(count), 900), open: spaceTime },
  ]),
];

/** The views that are looked at in Chinese as well. */
export const CHINESE_VIEWS: readonly GalleryView[] = [
  { name: 'zh-first-look', layouts: ROOMY, open: ({ page }) => page.keyboard.press('End') },
  { name: 'zh-cut', at: '#scenario=partition&at=424&sel=s5' },
  { name: 'zh-space-time', at: '#scenario=partition&at=424&sel=s5', open: ({ page }) => page.keyboard.press('2') },
  { name: 'zh-lesson', at: '#lesson=two-leaders&step=3' },
  { name: 'zh-sync', at: '#scenario=follower-returns&at=174&sel=s1', open: ({ page }) => page.keyboard.press('i') },
];

async function spaceTime({ page, lab, layout }: Shot): Promise<void> {
  if (layout === 'phone') await lab.button('Space-time').click();
  else await page.keyboard.press('2');
  await expect(lab.spaceTime).toBeVisible();
}

/** On a phone a card of its own; elsewhere there without a press. */
function card(name: string): (shot: Shot) => Promise<void> {
  return async ({ page, layout }) => {
    if (layout === 'phone') await page.getByRole('tab', { name, exact: true }).click();
  };
}

/** The panel of what is selected, all of it on a phone. */
async function inside(shot: Shot): Promise<void> {
  if (shot.layout === 'lecturer') await inspect(shot);
  if (shot.layout === 'phone') await shot.lab.button('Pull the card up').click();
}

function tab(name: string, onPhone = name): (shot: Shot) => Promise<void> {
  return async (shot) => {
    const { page, lab, layout } = shot;
    if (layout === 'lecturer') await inspect(shot);
    const wanted = layout === 'phone' ? onPhone : name;
    await page.getByRole('tab', { name: wanted, exact: true }).click();
    if (layout === 'phone') await lab.button('Pull the card up').click();
  };
}

async function inspect({ page, lab }: Shot): Promise<void> {
  await page.keyboard.press('i');
  await expect(lab.inspector).toBeVisible();
}

async function examples(shot: Shot): Promise<void> {
  const { page, lab, layout } = shot;
  if (layout === 'phone') await page.getByRole('tab', { name: 'Consoles' }).click();
  else await page.keyboard.press('`');
  await lab.button('Examples').click();
  await page.getByRole('menuitem', { name: /^A lock/ }).click();
  await expect(page.getByRole('tab', { name: 'cli3' })).toBeVisible();
}

async function compare({ page, lab }: Shot): Promise<void> {
  await lab.button('Kill S1').click();
  await page.keyboard.press('c');
  await expect(page.getByLabel('How they stand')).toBeVisible();
}

async function overlay({ page }: Shot): Promise<void> {
  await page.keyboard.press('Delete');
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('region', { name: 'Both branches in one space-time diagram' })).toBeVisible();
}

async function killTwice({ page, lab }: Shot): Promise<void> {
  for (const back of [30, 60]) {
    for (let i = 0; i < back; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await lab.painted();
  }
  await page.keyboard.press('End');
}

async function bookmarks({ page }: Shot): Promise<void> {
  for (const key of ['m', 'Shift+ArrowRight', 'm', 'Shift+ArrowRight', 'Shift+ArrowRight', 'm']) {
    await page.keyboard.press(key);
  }
}

async function groups({ page }: Shot): Promise<void> {
  for (const key of ['g', 'a', 'b', 'a']) await page.keyboard.press(key);
}

/** What a desk has a button for; in the menu of a phone. */
async function more({ page, lab, layout }: Shot, name: string): Promise<void> {
  if (layout === 'phone') {
    await lab.button('More').click();
    await page.getByRole('menuitem', { name }).click();
  } else {
    await lab.button(name).click();
  }
}

/** Some writes of one client. */
async function writes(): Promise<string> {
  const connect = { at: 1000, action: { do: 'connect', client: 'ann', server: 3, timeoutMillis: 10_000 } };
  const create = (_: unknown, i: number): unknown => ({
    at: 1100 + i * 12,
    action: {
      do: 'call',
      client: 'ann',
      operation: { op: 'create', path: `/a${i}`, data: 'x', dataLength: 1, ephemeral: false, sequential: false },
    },
  });
  return linkTo(scenarioOf(5, [connect, ...Array.from({ length: 6 }, create)]), 1150);
}

function ensembleOf(count: number): Scenario {
  return scenarioOf(count, []);
}

function scenarioOf(count: number, then: readonly unknown[]): Scenario {
  const sids = Array.from({ length: count }, (_, i) => i + 1);
  const decoded = decodeScenario({
    title: `${count} servers`,
    servers: sids.map((sid) => ({ sid })),
    script: [...sids.map((server) => ({ at: 0, action: { do: 'start', server } })), ...then],
  });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}
