/** An ensemble put together: servers, behaviour, limits, or a zoo.cfg; what was on show stays to go back to. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixture.ts';

async function openEnsemble(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Ensemble …' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('tab', { name: 'Servers' })).toHaveAttribute('aria-selected', 'true');
  return sheet;
}

test('servers added and removed by keyboard; the run before stays as it was left', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await lab.server(5).click();
  await page.keyboard.press('Delete');
  const sheet = await openEnsemble(page);
  await sheet.getByRole('button', { name: 'Add an observer' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toContainText('5 voters and 1 observer.');
  await expect(sheet).toContainText('A quorum is 3; 2 failures are tolerated.');
  await sheet.getByRole('button', { name: 'Remove server 2' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('button', { name: 'Remove server 3' })).toBeFocused();
  await expect(sheet).toContainText('4 voters tolerate no more failures than 3.');
  await sheet.getByRole('button', { name: 'Run', exact: true }).focus();
  await page.keyboard.press('Enter');

  await expect(lab.server(6)).toBeVisible();
  await expect(lab.server(2)).toHaveCount(0);
  await expect(lab.step('Start S1 S3 S4 S5 S6')).toBeVisible();
  await lab.step('Heal all links').click();
  await lab.runUntil(lab.serversThat(/^S6, OBSERVING/), 1, 'Shift+ArrowRight');

  await lab.button(/^Scenario: Own ensemble: 4 voters and 1 observer$/).click();
  await page.getByRole('menuitemradio', { name: /^Three against two ?event 301/ }).click();
  await expect(lab.serversThat(/^S5, DOWN/)).toBeVisible();
  await expect(lab.step('Kill S5')).toBeVisible();
});

test('what is wrong is named with its place and remedy, and does not run', async ({ page, lab }) => {
  await lab.openScenario('partition');
  const sheet = await openEnsemble(page);
  await sheet.getByRole('spinbutton', { name: 'Id of server 2' }).fill('1');
  await expect(sheet.getByRole('status').filter({ hasText: 'Server 2' })).toContainText(
    'Server 2, sid names server 1 again: give every server a sid of its own.',
  );
  await expect(sheet.getByRole('button', { name: 'Run', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await sheet.getByRole('spinbutton', { name: 'Id of server 2' }).fill('2');
  await sheet.getByRole('tab', { name: 'Servers' }).focus();
  await page.keyboard.press('ArrowRight');
  await sheet.getByRole('spinbutton', { name: 'tickTime (ms)' }).fill('0');
  await expect(sheet).toContainText('tickTime (ms) is 0');
  await sheet.getByRole('spinbutton', { name: 'preAllocSize (kB)' }).scrollIntoViewIfNeeded();
  await sheet.getByRole('tab', { name: 'Behaviour' }).click();
  await expect(sheet.getByRole('combobox', { name: 'Behaves as release' })).toBeInViewport({ ratio: 1 });

  await sheet.getByRole('tab', { name: 'Servers' }).click();
  for (let count = 5; count < 15; count++) await sheet.getByRole('button', { name: 'Add a voter' }).click();
  await expect(sheet).toContainText('No more than 15 servers');
});

test('behaviour: a release, and a toggle found by what it means', async ({ page, lab }) => {
  await lab.openScenario('partition');
  const sheet = await openEnsemble(page);
  await sheet.getByRole('tab', { name: 'Behaviour' }).click();
  await sheet.getByRole('combobox', { name: 'Behaves as release' }).selectOption('3.4.4');
  await sheet.getByRole('searchbox').fill('running into the epoch');
  const toggle = sheet.getByRole('checkbox', { name: 'rolloverGuard' });
  await expect(toggle).toBeChecked();
  await toggle.press('Space');
  await expect(sheet).toContainText('differs from the release');
  await sheet.getByRole('button', { name: 'rolloverGuard as the release has it' }).click();
  await expect(toggle).toBeChecked();
});

test('a zoo.cfg becomes a run; its mistakes have a line and a remedy', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  const sheet = await openEnsemble(page);
  await sheet.getByRole('tab', { name: 'zoo.cfg' }).click();
  const box = sheet.getByRole('textbox', { name: 'zoo.cfg' });
  await expect(box).toHaveValue(/server\.3=zk3:2888:3888/);
  const good = 'dataDir=/d\ntickTime=400\ninitLimit=5\nsyncLimit=3\n';
  const servers = [7, 8, 9].map((sid) => `server.${sid}=host${sid}:2888:3888\n`).join('');
  await box.fill(`${good}${servers}server.12=host12:2888`);
  await expect(sheet).toContainText('line 8');
  await expect(sheet).toContainText('write host:quorumPort:electionPort');
  await box.fill(`${good}${servers}server.12=host12:2888:3888:observer\n`);
  await sheet.getByRole('button', { name: 'Take it over' }).click();
  await expect(sheet).toContainText('Taken over.');
  await sheet.getByRole('tab', { name: 'Servers' }).click();
  await expect(sheet).toContainText('3 voters and 1 observer.');
  await sheet
    .getByRole('combobox', { name: 'What happens' })
    .selectOption('The servers start one by one, nothing else');
  await sheet.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(lab.server(12)).toBeVisible();
  await lab.runUntil(lab.serversThat(/^S8, LEADING: leads epoch 1/), 1, 'Shift+ArrowRight');
});

test('a ready-made fault is spelt out in steps, undone as one', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await lab.button('Ready-made').click();
  await page.getByRole('menuitem', { name: 'Restart one after the other' }).click();
  await expect(lab.step('Stop S1')).toBeVisible();
  await expect(lab.step('Stop S5')).toHaveCount(1);
  await expect(lab.serversThat(/^S1, DOWN/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(lab.step('Stop S1')).toHaveCount(0);
  await lab.expectCursor(300);
});
