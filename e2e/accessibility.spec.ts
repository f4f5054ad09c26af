/** Every state of the page that a visitor meets, put before axe: no violation of any of its rules. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('first look', async ({ page, lab }) => {
  await lab.open();
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await expect(lab.button('Play freely')).toBeEnabled();
  await expectAccessible(page);
});

test('sandbox: a writing client, a cut, a server down, groups, a selected server', async ({ page, lab }) => {
  await lab.open('#scenario=partition&sel=s5');
  await lab.step('Cut S1 S2 S3 ‖ S4 S5').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(lab.serversThat(/^S5, DOWN/)).toBeVisible();
  await expectAccessible(page);
});

test('mid-election, with a message selected and a menu open', async ({ page, lab }) => {
  await lab.open('#scenario=first-look&at=30');
  await lab.expectCursor(30);
  await lab.messages.first().click();
  await expect(lab.inspector).toContainText('Fields');
  await expectAccessible(page);
  await lab.server(2).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
});

test('run until something happens', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('files', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await lab.button('Files: open and save').click();
  const broken = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') };
  await page.getByLabel('Open a scenario, a lesson, or a text with a link').setInputFiles(broken);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('two branches compared', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140');
  await lab.button('Kill S1').click();
  await page.keyboard.press('c');
  await expect(page.getByLabel('How they stand')).toBeVisible();
  await expectAccessible(page);
  await lab.button('Overlaid').click();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
});

test('the space-time diagram, alone and beside the topology', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await page.keyboard.press('2');
  await lab.spaceTime.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('3');
  await expect(lab.stage).toBeVisible();
  await expectAccessible(page);
});

test('the table of links, one of them chosen', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=520&sel=l5-1');
  await page.getByRole('tab', { name: 'Links' }).click();
  await expect(lab.inspector.getByRole('button', { name: 'S5 → S1, cut, 4 wait' })).toBeVisible();
  await expectAccessible(page);
});

test('a step in its form, the ready-made faults, every part of an ensemble', async ({ page, lab }) => {
  await lab.openScenario('partition');
  await lab.button('Ready-made').click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await lab.button('Change: Cut S1 S2 S3 ‖ S4 S5').click();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Edit …' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await lab.button('Ensemble …').click();
  for (const part of ['Servers', 'Clocks and limits', 'Behaviour', 'zoo.cfg']) {
    await page.getByRole('tab', { name: part }).click();
    await expectAccessible(page);
  }
});

test('the sheet of keys, and a notice', async ({ page, lab }) => {
  await lab.open('#nonsense');
  await expect(lab.notices).toContainText('could not be opened');
  await expectAccessible(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('first look, sandbox, every card', async ({ page, lab }) => {
    await lab.open();
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await expect(lab.button('Play freely')).toBeEnabled();
    await expectAccessible(page);
    await lab.button('Play freely').click();
    for (const card of ['Consoles', 'Data', 'Server log', 'Votes', 'Log', 'Why']) {
      await page.getByRole('tab', { name: card, exact: true }).click();
      await expect(page.getByRole('tab', { name: card, exact: true })).toHaveAttribute('aria-selected', 'true');
      await expectAccessible(page);
    }
    await lab.button('Space-time').click();
    await expect(lab.spaceTime).toBeVisible();
    await expectAccessible(page);
    await lab.button('Topology').click();
    await lab.server(3).click({ button: 'right' });
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
});
