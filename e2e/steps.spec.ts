/** The steps of a scenario, changed: what was stays as a branch, and undo leads back to it. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixture.ts';
import type { LabPage } from './lab-page.ts';

const CUT = 'Cut S1 S2 S3 ‖ S4 S5';

/** The third and fourth of the scenario: `Client ann: create /a` at 1.200, the cut at 2.000. */
test.beforeEach(async ({ lab }) => {
  await lab.openScenario('partition');
});

async function openMenu(page: Page, lab: LabPage, step: string): Promise<void> {
  await lab.steps.getByRole('button', { name: `Change: ${step}`, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'What to do with this step' })).toBeVisible();
}

test('a step deleted by keyboard: the same time without it, the old future as a branch, undo and redo', async ({
  page,
  lab,
}) => {
  await lab.step(CUT).click();
  const at = await lab.timeline.getAttribute('aria-valuetext');
  await openMenu(page, lab, CUT);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(lab.step(CUT)).toHaveCount(0);
  await expect(lab.button(/^Branch: As the scenario goes$/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(lab.serversThat(/FOLLOWING: follows S5, epoch 1/)).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(lab.step(CUT)).toBeVisible();
  await expect(lab.timeline).toHaveAttribute('aria-valuetext', at ?? '');
  await page.keyboard.press('Control+Shift+z');
  await expect(lab.step(CUT)).toHaveCount(0);
});

test('a step retimed and aimed at another server by keyboard; a reload keeps it', async ({ page, lab }) => {
  await openMenu(page, lab, CUT);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await expect(form.getByRole('spinbutton', { name: 'At (s)' })).toHaveValue('2');
  await form.getByRole('spinbutton', { name: 'At (s)' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3.5');
  await form.getByRole('combobox', { name: 'What' }).selectOption('Kill a server');
  await form.getByRole('combobox', { name: 'Server' }).selectOption('S5');
  await form.getByRole('spinbutton', { name: 'At (s)' }).focus();
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(lab.steps.filter({ hasText: 'Kill S5' })).toContainText('3.500');
  // The address follows a little later.
  await page.waitForURL(/#r=1\./);
  const before = page.url();
  await lab.step('Kill S5').click();
  await expect(lab.serversThat(/^S5, DOWN/)).toBeVisible();
  await page.waitForURL((url) => url.href !== before);
  await page.reload();
  await expect(lab.step('Kill S5')).toBeVisible();
  await expect(lab.serversThat(/^S5, DOWN/)).toBeVisible();
});

test('a new step, its mistakes named, and reordering', async ({ page, lab }) => {
  await lab.button('Add a step').click();
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton', { name: 'At (s)' }).fill('');
  await form.getByRole('combobox', { name: 'What' }).selectOption('Cut one direction of a link');
  await form.getByRole('combobox', { name: 'To' }).selectOption('S1');
  await form.getByRole('button', { name: 'Save as a branch' }).click();
  await expect(form.getByRole('alert')).toContainText('Write a time in seconds, 0 or more.');
  await expect(form.getByRole('alert')).toContainText('From and to are the same server.');
  await form.getByRole('spinbutton', { name: 'At (s)' }).fill('1.5');
  await form.getByRole('combobox', { name: 'To' }).selectOption('S4');
  await form.getByRole('button', { name: 'Save as a branch' }).click();
  await expect(lab.steps.filter({ hasText: 'Cut S1 → S4' })).toContainText('1.500');

  await openMenu(page, lab, 'Cut S1 → S4');
  await page.getByRole('menuitem', { name: 'Before the step above' }).click();
  await expect(lab.steps.filter({ hasText: 'Cut S1 → S4' })).toContainText('1.200');
  await expect(lab.steps.filter({ hasText: 'create /a' })).toContainText('1.500');
});

test('a step that makes no sense any more is left out, with its reason', async ({ page, lab }) => {
  await lab.step('Client ann: create /a').click();
  await lab.server(2).click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('r');
  await expect(lab.step('Start S2')).toBeVisible();
  await openMenu(page, lab, 'Kill S2');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(lab.notices).toContainText('Left out');
  await expect(lab.notices).toContainText('It is running already.');
  await expect(lab.step('Start S2')).toHaveCount(0);
});

test('a step that waits, by keyboard: when S3 has 2 acks, cut S1 off from it', async ({ page, lab }) => {
  const choose = async (box: Locator, ...text: readonly string[]) => {
    await box.focus();
    await page.keyboard.type(text[0] ?? '');
    await expect(box.locator('option:checked')).toHaveText(text[1] ?? text[0] ?? '');
  };
  await lab.openScenario('leader-killed');
  await lab.button('Add a step').focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton', { name: 'At (s)' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1.1');
  await choose(
    form.getByRole('combobox', { name: 'What', exact: true }).first(),
    'Wait',
    'Wait for something, then act',
  );
  const until = form.getByRole('group', { name: 'Wait until', exact: true });
  await choose(until.getByRole('combobox', { name: 'Server' }), 'S3');
  await choose(until.getByRole('combobox', { name: 'What happens' }), 'counts acks');
  await expect(until.getByRole('spinbutton', { name: 'Acks, its own included' })).toHaveValue('2');
  const held = form.getByRole('group', { name: 'Then', exact: true });
  await expect(held.getByRole('option', { name: 'Wait for something, then act' })).toHaveCount(0);
  await choose(held.getByRole('combobox', { name: 'What', exact: true }), 'Cut one', 'Cut one direction of a link');
  await choose(held.getByRole('combobox', { name: 'From' }), 'S1');
  await choose(held.getByRole('combobox', { name: 'To' }), 'S3');
  await until.getByRole('spinbutton', { name: 'Which time' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('Which time: write a whole number');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  const step = lab.step('When S3 has 2 acks: Cut S1 → S3');
  await expect(step).toBeVisible();
  await page.getByRole('tab', { name: 'Links' }).click();
  await step.click();
  // Nothing is cut until the acks of the create are there.
  await expect(lab.inspector.getByRole('button', { name: /^S1 → S3, \d+ ms$/ })).toBeVisible();
  await lab.runUntil(lab.inspector.getByRole('button', { name: /^S1 → S3, cut/ }));
});
