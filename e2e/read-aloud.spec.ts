/** What a screen reader says, in order, through a whole inquiry: kill the leader, cut, step back, why. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixture.ts';

/** Runs in the page: whatever a live region says from now on, once for each thing it says. */
function listen(): void {
  const heard: string[] = [];
  const said = new WeakMap<Element, string>();
  const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
  const hear = (): void => {
    for (const region of document.querySelectorAll(LIVE)) {
      if (region.getAttribute('aria-live') === 'off' || region.parentElement?.closest(LIVE) !== null) continue;
      const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && said.get(region) !== text) heard.push(text);
      said.set(region, text);
    }
  };
  for (const region of document.querySelectorAll(LIVE))
    said.set(region, (region.textContent ?? '').replace(/\s+/g, ' ').trim());
  new MutationObserver(hear).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  Object.defineProperty(window, 'readAloud', { value: heard });
}

async function heardSince(page: Page, from: number): Promise<readonly string[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return page.evaluate((start) => (Reflect.get(globalThis, 'readAloud') as readonly string[]).slice(start), from);
}

test('kill the leader, cut, step back, why: each is read aloud once, in order, and every server says how it stands', async ({
  page,
  lab,
}) => {
  await lab.openScenario('five-servers');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1, serves clients/));
  await page.evaluate(listen);
  const heard = async (deed: () => Promise<void>): Promise<readonly string[]> => {
    const before = await page.evaluate(() => (Reflect.get(globalThis, 'readAloud') as readonly string[]).length);
    await deed();
    return heardSince(page, before);
  };
  await lab.server(3).focus();
  await page.keyboard.press('Enter');

  const killed = await heard(() => page.keyboard.press('Delete'));
  expect(killed.filter((text) => text === 'Kill S3.')).toHaveLength(1);
  await expect(lab.stage).toMatchAriaSnapshot(`
    - group "Servers and the messages between them":
      - button /^S1, FOLLOWING/
      - button /^S2, FOLLOWING/
      - button /^S3, DOWN/ [pressed]
      - button /^S4, FOLLOWING/
      - button /^S5, FOLLOWING/
  `);

  await lab.runUntil(lab.serversThat(/LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
  const cut = await heard(async () => {
    await page.keyboard.press('g');
    for (const group of ['a', 'a', 'b', 'b', 'b']) await page.keyboard.press(group);
  });
  // Who is asked for a group is said while the groups are made, then what was done.
  const done = cut.findIndex((text) => text.startsWith('Cut '));
  expect(done, cut.join(' | ')).toBeGreaterThan(0);
  expect(cut.filter((text) => text === cut[done])).toHaveLength(1);
  const step = (cut[done] ?? '').replace(/\.$/, '');
  await expect(lab.step(step)).toBeVisible();

  await page.keyboard.press('ArrowRight');
  const back = await heard(() => page.keyboard.press('ArrowLeft'));
  // The same sentence again, of the event that one is back at.
  expect(back).toContain(cut[done]);

  // The last that was put into a group.
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'true');
  await lab.server(2).focus();
  const why = await heard(async () => {
    await page.keyboard.press('y');
    await expect(page.getByRole('region', { name: /^Why .*S2/ }).getByRole('heading')).toBeFocused();
  });
  const answer = why.filter((text) => text.startsWith('S2 '));
  expect(answer, why.join(' | ')).toHaveLength(1);
  await expect(page.getByRole('region', { name: /^Why .*S2/ })).toMatchAriaSnapshot(`
    - region /^Why .*S2/:
      - heading /^Why .*S2/
      - list "What led to it, newest first"
  `);
  const closed = await heard(() => page.keyboard.press('Escape'));
  expect(closed).toEqual([]);
  await expect(lab.server(2)).toBeFocused();
});
