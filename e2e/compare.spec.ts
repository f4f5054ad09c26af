/** Branches: C sets two side by side, J and K go from one to the next; by keyboard alone. */
import { expect, test } from './fixture.ts';

test('two futures stand side by side, and step together by event', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await lab.expectCursor(140);
  await page.keyboard.press('c');
  await expect(page.getByText('No other branch there')).toBeVisible();
  await page.keyboard.press('Escape');

  await lab.button('Kill S1').click();
  await page.keyboard.press('c');
  const [here, beside] = [page.getByLabel('Branch A, on show'), page.getByLabel('Branch B, beside it')];
  await expect(here).toBeVisible();
  await expect(here).toContainText('Kill S1');
  await expect(beside).toContainText('As the scenario goes');
  // Just after the deed: here it is down, there it is not.
  await expect(here).toContainText('S1 S3 down');
  await expect(beside).not.toContainText('S1 S3 down');
  await expect(
    page.getByText(/^The same for 140 events, until .* Then only in A: Kill S1\. Then only in B: /),
  ).toBeVisible();
  await expect(page.locator('[data-compared=true]')).toHaveCount(1);

  const stand = page.getByLabel('How they stand');
  await expect(stand.getByRole('row', { name: /^S1 DOWN/ })).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  // Before it nothing differs.
  await expect(stand).toContainText('no difference');
  await expect(stand.getByRole('row', { name: /^S1 DOWN/ })).toHaveCount(0);
});

test('the other branch can be gone to, and the keys go from branch to branch', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await lab.button('Kill S1').click();
  await page.keyboard.press('c');
  await lab.button('Go on in B').click();
  await expect(page.getByLabel('Branch A, on show')).toContainText('As the scenario goes');
  await expect(page.getByLabel('Branch B, beside it')).toContainText('Kill S1');
  await page.keyboard.press('c');
  await expect(page.getByLabel('Branch B, beside it')).toHaveCount(0);
  await expect(lab.stage).toBeVisible();

  await page.keyboard.press('j');
  await lab.expectCursor(141);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('leads');
  await expect(page.getByText('Paused: Kill S1.')).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByText('Paused: Kill S1.')).toHaveCount(0);
});

test('comma and full stop go along one server', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=100&sel=s2');
  await lab.expectCursor(100);
  await page.keyboard.press('.');
  const next = await lab.cursor();
  expect(next).toBeGreaterThan(100);
  await page.keyboard.press('.');
  expect(await lab.cursor()).toBeGreaterThan(next);
  await page.keyboard.press(',');
  await lab.expectCursor(next);
});

test('both futures lie over each other in one diagram, matched by event', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await lab.button('Kill S1').click();
  await page.keyboard.press('Shift+C');
  const diagram = page.getByRole('listbox', { name: 'Both branches in one space-time diagram' });
  await expect(diagram).toHaveAccessibleDescription(
    /^Matched by event, not by the clock: both have \d+ events, only A \d+, only B \d+\./,
  );
  const overlay = page.getByRole('region', { name: 'Both branches in one space-time diagram' });
  await expect(overlay).toContainText('Kill S1 at 2.262');
  await expect(lab.button('Branch to compare with: As the scenario goes')).toBeVisible();

  // From message to message with keys: one that both have, then one of the other branch, which is told without leaving.
  await diagram.focus();
  const said = page.getByRole('option');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(said).toHaveText(/^FOLLOWERINFO, S1 to S2, sent 2\.2\d\d, arrives 2\.2\d\d$/);
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^Only in B: LEADERINFO, S2 to S1, /);
  await page.keyboard.press('Enter');
  await expect(said).toHaveAttribute('aria-selected', 'true');
  const told = overlay.getByRole('status');
  await expect(told).toContainText(/^Only in B: 2\.\d+ S1 receives LEADERINFO from S2/);
  await lab.expectCursor(141);

  // There, the branches have changed places; the choice between the two ways stays.
  await lab.button('Go there in B').click();
  await expect(overlay).toContainText('As the scenario goes');
  await expect(lab.button('Branch to compare with: Kill S1 at 2.262')).toBeVisible();
  expect(await lab.cursor()).toBeGreaterThan(140);
  await lab.button('Side by side').click();
  await expect(page.getByLabel('Branch B, beside it')).toContainText('Kill S1');
  await page.keyboard.press('Shift+C');
  await page.reload();
  await expect(lab.timeline).toBeVisible();
  await page.keyboard.press('c');
  await expect(diagram).toBeVisible();
});

test('on a phone, and before a class, they lie over each other', async ({ page, lab }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('#scenario=leader-killed&at=140&sel=s1');
  await page.keyboard.press('Delete');
  await lab.button('More').click();
  await page.getByRole('menuitem', { name: 'Compare with another branch' }).click();
  const overlay = page.getByRole('region', { name: 'Both branches in one space-time diagram' });
  await expect(overlay).toContainText('Then only in A: Kill S1. Then only in B: ');
  await lab.button('Close').click();
  await expect(overlay).toHaveCount(0);
  await expect(lab.stage).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press('p');
  await page.keyboard.press('c');
  await expect(overlay).toContainText('Then only in A: Kill S1. Then only in B: ');
});
