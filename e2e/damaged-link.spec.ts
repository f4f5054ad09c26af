import { deflateRawSync } from 'node:zlib';
import { digestOf } from '../src/base/digest.ts';
import { expect, test } from './fixture.ts';
import type { LabPage } from './lab-page.ts';

/** As a link packs it, with a checksum that is right. */
function packed(share: object): string {
  return `r=1.${deflated(JSON.stringify({ ...share, k: digestOf(share).slice(0, 6) }))}`;
}

function deflated(text: string): string {
  return deflateRawSync(text).toString('base64url');
}

const GOOD = packed({ s: 'first-look', i: [[60, 'kill', 3]], c: 90, f: 's2' });
const cutShort = 'cut short or altered';

// what                                        fragment                                        what is said
const LINKS: readonly (readonly [string, string, string])[] = [
  ['truncated', GOOD.slice(0, -9), cutShort],
  ['altered in one letter', GOOD.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), cutShort],
  ['a field twice', 'scenario=first-look&at=4&at=5', cutShort],
  ['a field of nobody', 'scenario=first-look&speed=3', cutShort],
  ['a place that is no number', 'scenario=first-look&at=-1e3', cutShort],
  ['escapes that make no sense', 'scenario=first-look&sel=%E0%A4%A', cutShort],
  ['no base64', 'r=1.~~not*base64~~', cutShort],
  ['no JSON', `r=1.${deflated('[1, 2')}`, cutShort],
  ['a list for an object', packed(['first-look']), cutShort],
  ['huge', `r=1.${'A'.repeat(400_000)}`, cutShort],
  ['unfolds to 60 MB', `r=1.${deflated(' '.repeat(60_000_000))}`, cutShort],
  ['prototype keys', `r=1.${deflated('{"__proto__":{"s":"first-look"},"constructor":{},"k":"000000"}')}`, cutShort],
  ['an action off the prototype', packed({ s: 'first-look', i: [[4, 'constructor', 3]] }), cutShort],
  ['a scenario off the prototype', 'scenario=__proto__', 'not here'],
  [
    'a scenario of a million servers',
    packed({ s: { servers: Array.from({ length: 9999 }, () => ({ sid: 1 })) } }),
    cutShort,
  ],
  ['a step that is not possible', packed({ s: 'first-look', i: [[60, 'thaw', 3]], c: 90 }), 'not possible'],
  ['a server of nobody', 'scenario=first-look&sel=s99', 'a server that its scenario does not have'],
  ['a scenario of nobody', 'scenario=no-such-story', 'not here'],
  ['a later version', 'r=7.abcdef', 'newer version'],
  ['foreign', 'access_token=eyJhbGciOi&state=xyz', 'not one of ours'],
  ['foreign, with markup', '<img/src=x/onerror=alert(1)>', 'not one of ours'],
];

test('a visit by a damaged link: a clear message, the text kept to copy, the first look', async ({ page, lab }) => {
  const [fragment, said] = [GOOD.slice(0, -9), cutShort];
  await lab.open(`#${fragment}`);
  await expectKept(lab, fragment, said);
  // The message stays until somebody sends it away, and the page works on.
  const cursor = await lab.cursor();
  await lab.button('One event forward').click();
  await lab.expectCursor(cursor + 1);
  await expect(lab.notices.getByRole('textbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.notices).toBeEmpty();
});

test('none of the links that can go wrong does more than that', async ({ page, lab }) => {
  await lab.openScenario('five-servers');
  for (const [what, fragment, said] of LINKS) {
    await test.step(what, async () => {
      await page.evaluate((hash) => (location.hash = hash), `#scenario=five-servers&at=3`);
      await lab.expectCursor(3);
      await page.evaluate((hash) => (location.hash = hash), `#${fragment}`);
      await expectKept(lab, fragment, said);
    });
  }
});

async function expectKept(lab: LabPage, fragment: string, said: string): Promise<void> {
  await expect(lab.notices).toContainText('This link could not be opened');
  await expect(lab.notices).toContainText(said);
  const kept = await lab.notices.getByRole('textbox').inputValue();
  expect([fragment, encodeURI(fragment)]).toContain(kept.slice(1));
  await expect(lab.button('Scenario: Three servers, no leader')).toBeVisible();
  await expect(lab.button('Play freely')).toBeVisible();
  await lab.expectPaused();
}

test('a damaged link does not take the last place', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=40');
  await page.keyboard.press('ArrowRight');
  await lab.expectCursor(41);
  await expect(page).toHaveURL(/at=41/);
  await page.goto('about:blank');
  await lab.open('#nonsense');
  await expect(lab.notices).toContainText('This link could not be opened');
  await page.goto('about:blank');
  await lab.open();
  await lab.expectCursor(41);
  await expect(lab.button('Scenario: Five servers, one by one')).toBeVisible();
});

test('the good one opens', async ({ lab }) => {
  await lab.open(`#${GOOD}`);
  await lab.expectCursor(90);
  await expect(lab.step('Kill S3')).toBeVisible();
  await expect(lab.notices).toBeEmpty();
});

test('a link typed over another while the page is open is opened too', async ({ page, lab }) => {
  await lab.openScenario('five-servers');
  await page.evaluate(() => (location.hash = '#nonsense'));
  await expect(lab.notices).toContainText('This link could not be opened');
  await page.evaluate(() => (location.hash = '#scenario=partition&at=7'));
  await lab.expectCursor(7);
  await expect(lab.button('Scenario: Three against two')).toBeVisible();
});
