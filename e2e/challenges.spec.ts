/** Challenges: one is done by keys and proved by a link, one cannot be done and says so. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('found in the list, done by keys, and proved to somebody else by a link', async ({ page, context, lab }) => {
  await lab.openScenario('first-look');
  await lab.button(/^Scenario:/).click();
  await page.getByRole('menuitem', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: 'Expired, and alive' }).click();
  const card = page.getByRole('region', { name: 'Challenge: Expired, and alive' });
  await expect(card.getByRole('listitem')).toHaveText([/a session has expired/, /all servers are up/]);
  await expect(card).toContainText('0 deeds so far');
  await expectAccessible(page);

  // To the client's session, which is the only transaction.
  await lab.runUntil(page.getByRole('group', { name: 'Transaction logs' }).getByText('1·1', { exact: true }));
  await page.keyboard.press('g');
  for (const group of ['a', 'b', 'b']) await page.keyboard.press(group);
  await expect(card).toContainText('1 deed so far');
  await lab.runUntil(card.getByText('Done with 1 deed, which is par.'));
  await card.getByRole('button', { name: 'Copy a link that proves it' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  const proof = other.getByRole('region', { name: 'Challenge: Expired, and alive' });
  await expect(proof).toContainText('Done with 1 deed, which is par.');
  await expect(proof.getByRole('listitem').and(other.locator('[data-held=true]'))).toHaveCount(2);
});

test('what cannot be done is claimed, and shown where it fails; what can is told apart', async ({ page, lab }) => {
  await lab.open('#challenge=two-of-four');
  const card = page.getByRole('region', { name: 'Challenge: Serve with two of four' });
  await card.getByRole('button', { name: 'It cannot be done' }).click();
  await expect(card).toContainText('Right: it cannot be done.');
  await card.getByRole('button', { name: 'Show where it fails' }).click();
  await expect(lab.serversThat(/LOOKING/)).toHaveCount(2);
  await expect(lab.serversThat(/LEADING/)).toHaveCount(0);

  await page.goto('about:blank');
  await lab.open('#challenge=s1-leads');
  const other = page.getByRole('region', { name: 'Challenge: Make S1 the leader' });
  await other.getByRole('button', { name: 'It cannot be done' }).click();
  await expect(other).toContainText('It can, with 3 deeds.');
  await other.getByRole('button', { name: 'Show me a way' }).click();
  await expect(lab.serversThat(/^S1, LEADING: leads epoch 2/)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Copy a link that proves it' })).toHaveCount(0);

  await page.goto('about:blank');
  await lab.open('#challenge=no-such');
  await expect(lab.notices).toContainText('it names a challenge that is not here');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('the task stands above the stage, folds to a line, and comes back when it is done', async ({ page, lab }) => {
    await lab.open('#challenge=two-leading');
    const card = page.getByRole('region', { name: 'Challenge: Two leaders at once' });
    await expect(card.getByText(/Nobody may be frozen/)).toBeInViewport({ ratio: 1 });
    await expect(lab.server(3)).toBeInViewport({ ratio: 0.99 });
    for (const button of await card.getByRole('button').all()) {
      expect((await button.boundingBox())?.height, await button.innerText()).toBeGreaterThanOrEqual(44);
    }
    await expectAccessible(page);
    const line = card.getByRole('button', { name: /Two leaders at once/ });
    await expect(line).toContainText('0 of 1 hold');
    await line.tap();
    await expect(card.getByText(/Nobody may be frozen/)).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Votes' })).toBeVisible();
    await line.tap();
    await card.getByRole('button', { name: 'It cannot be done' }).tap();
    await expect(card).toContainText('It can, with 1 deed.');
    await line.tap();
    await line.tap();
    await card.getByRole('button', { name: 'Show me a way' }).tap();
    await expect(line).toContainText('1 of 1 hold');
    await expect(lab.serversThat(/LEADING/)).toHaveCount(2);
  });
});

test.describe('to a class', () => {
  test.use({ viewport: { width: 1280, height: 720 } });
  test('the task stands beside the stage, and a remote steps through the attempt', async ({ page, lab }) => {
    await lab.open('?lecture#challenge=two-leading');
    const card = page.getByRole('region', { name: 'Challenge: Two leaders at once' });
    await card.getByRole('button', { name: 'It cannot be done' }).click();
    await card.getByRole('button', { name: 'Show me a way' }).click();
    await expect(lab.serversThat(/LEADING/)).toHaveCount(2);
    const cursor = await lab.cursor();
    await page.keyboard.press('PageUp');
    await lab.expectCursor(cursor - 1);
    await page.keyboard.press('.');
    await expect(page.getByRole('dialog', { name: 'Blank screen' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await lab.expectCursor(cursor - 1);
  });
});
