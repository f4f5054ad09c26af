/** One message is dropped, delayed, hurried; and what happens next is chosen. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('D delays the selected message, X drops it, and each can be undone', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  await lab.page.keyboard.press('b');
  await page.getByRole('dialog').getByRole('combobox', { name: 'What happens' }).selectOption('proposes');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Server' }).selectOption('S3');
  await page.getByRole('dialog').getByRole('button', { name: 'Run there', exact: true }).last().click();
  await expect(page.getByText(/^Paused: S3 proposes 1·1/)).toBeVisible();
  const cursor = await lab.cursor();

  await lab.server(1).click();
  await lab.inspector.getByRole('button', { name: /^from S3: PROPOSAL/ }).click();
  const card = lab.inspector;
  await expect(card.getByRole('heading', { name: /^PROPOSAL/ })).toBeVisible();
  const arrives = card.getByText(/^arrives/);
  const before = Number((await arrives.textContent())?.replace('arrives ', ''));
  await page.keyboard.press('d');
  await expect(arrives).toHaveText(`arrives ${(before + 0.02).toFixed(3)}`);
  await lab.expectCursor(cursor + 1);
  await expect(lab.step('Delay PROPOSAL S3 → S1 by 20 ms')).toBeVisible();

  // Back to where it would have been; and not before what has been sent earlier.
  await card.getByRole('spinbutton', { name: 'By (ms)' }).fill('500');
  await card.getByRole('button', { name: 'Hurry', exact: true }).click();
  await expect(card.getByRole('button', { name: 'Hurry', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expect(card.getByText('Hurry: Nothing comes before it as it is.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(arrives).toHaveText(`arrives ${before.toFixed(3)}`);

  await page.keyboard.press('x');
  await expect(card.getByText('This message is not under way at this moment.')).toBeVisible();
  await expect(lab.step('Drop PROPOSAL S3 → S1, against the facts')).toBeVisible();
});

test('O, and what is chosen is what happens next, as a step that can be undone', async ({ page, lab }) => {
  // The leader has just proposed: its own disk is ahead of what its followers will receive.
  await lab.open('#scenario=leader-killed&at=107');
  await lab.expectCursor(107);
  await page.keyboard.press('o');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('What can happen next');
  await expect(sheet.getByRole('listitem').first()).toContainText('comes next by itself');
  await expect(sheet).toContainText('A disk is done before it, and disks do not wait: S3 has 1·2 on disk.');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Next: S2 receives PROPOSAL 1·2 from S3.' }).press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(lab.step('Hurry PROPOSAL S3 → S2 through')).toBeVisible();
  await lab.expectCursor(109);
  await expect(page.getByText(/^Paused: S2 hands 1·2 to its disk/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await lab.expectCursor(107);
});

test('the menu of a server offers faults of its disk, clock and links, by keys alone', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=107');
  await lab.expectCursor(107);
  await lab.server(2).focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Kill' })).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Disk', exact: true }).press('Enter');
  await expect(menu.getByRole('menuitem', { name: 'Slow', exact: true })).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: 'Mend', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await menu.getByRole('menuitem', { name: 'Full: refuses writes' }).press('Enter');
  await expect(menu).toHaveCount(0);
  await expect(lab.step('Fill the disk of S2')).toBeVisible();
  await expect(page.locator('[data-fault=refusing]')).toHaveCount(1);

  await lab.server(2).focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Links, against the facts' }).press('Enter');
  await menu.getByRole('menuitem', { name: 'Lose 20 % of its messages' }).press('Enter');
  await expect(lab.step('The links of S2 lose 20 % of their messages, against the facts')).toBeVisible();
  await expect(page.locator('[data-fault=loss]')).toHaveCount(1);
  await expect(lab.server(2)).toBeFocused();
});

test('an arrow is taken by its head: the message is late; Escape lets go', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=107');
  await lab.expectCursor(107);
  await lab.server(1).click();
  await lab.inspector.getByRole('button', { name: /^from S3: PROPOSAL/ }).click();
  await page.keyboard.press('2');
  await lab.button('Time').click();
  const way = page.locator('[data-part=selected-arrow] path').first();
  await expect(way).toBeVisible();
  // Near enough that two heads are not taken for one.
  for (let i = 0; i < 6; i++) await lab.spaceTime.press('+');
  await expect(page.locator('[data-part=selected-arrow]')).toHaveCount(1);
  const box = await lab.spaceTime.boundingBox();
  const [x, y] =
    (await way.getAttribute('d'))
      ?.match(/[\d.]+/g)
      ?.slice(-2)
      .map(Number) ?? [];
  if (box === null || x === undefined || y === undefined) throw new Error('no arrow');
  const head = { x: box.x + x, y: box.y + y };

  await page.mouse.move(head.x, head.y);
  await page.mouse.down();
  await page.mouse.move(head.x + 60, head.y, { steps: 4 });
  await expect(lab.spaceTime.getByRole('status')).toContainText(/ms later/);
  await lab.spaceTime.press('Escape');
  await page.mouse.up();
  await lab.expectCursor(107);

  await page.mouse.move(head.x, head.y);
  await page.mouse.down();
  await page.mouse.move(head.x + 60, head.y, { steps: 4 });
  await page.mouse.up();
  await lab.expectCursor(108);
  await expect(lab.steps.getByRole('button', { name: /^Delay PROPOSAL S3 → S1 by \d+ ms$/ })).toBeVisible();

  // As early as can be, and no earlier.
  await page.keyboard.press('Control+z');
  await page.mouse.move(head.x, head.y);
  await page.mouse.down();
  await page.mouse.move(head.x - 200, head.y, { steps: 4 });
  await expect(lab.spaceTime.getByRole('status')).toContainText('not before now');
  await page.mouse.up();
  await expect(lab.steps.getByRole('button', { name: /^Hurry PROPOSAL S3 → S1 by \d+ ms$/ })).toBeVisible();
});
