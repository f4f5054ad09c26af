/** Clients that are typed into, and what an operator asks. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a client is connected and typed into; its answer comes when it arrives, and goes when time goes back', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=five-servers');
  await lab.runUntil(lab.serversThat(/^S5, FOLLOWING: follows S3.*1·0/));
  await page.keyboard.press('Escape');
  await page.keyboard.press('`');
  const consoles = page.getByRole('region', { name: 'Consoles' });
  await consoles.getByLabel('Connect string').fill('S1:2181,S2:2181');
  await consoles.getByRole('button', { name: 'Connect', exact: true }).click();
  const line = consoles.getByRole('textbox', { name: 'Command for cli1' });
  const terminal = consoles.getByRole('log');
  await line.fill('create /a hello');
  await line.press('Enter');
  await expect(terminal).toContainText('(CONNECTING) 0] create /a hello');
  await expect(terminal).not.toContainText('Created /a');
  await consoles.getByRole('button', { name: 'Run to the answer' }).click();
  await expect(terminal).toContainText('Created /a');
  await lab.button('One event back').click();
  await expect(terminal).not.toContainText('Created /a');
  await lab.button('One event forward').click();
  await expect(terminal).toContainText('Created /a');

  // By keys alone: what was typed before, and a path completed.
  await line.focus();
  await line.press('ArrowUp');
  await expect(line).toHaveValue('create /a hello');
  await line.fill('ge');
  await line.press('Tab');
  await expect(page.getByRole('list', { name: 'Ways to go on' })).toContainText('getAcl');
  await line.fill('get /a');
  await line.press('Enter');
  await consoles.getByRole('button', { name: 'Run to the answer' }).click();
  await expect(terminal).toContainText('hello');

  // A step of the scenario like any other.
  await expect(lab.step('cli1> get /a')).toBeVisible();
  await lab.button('Undo').click();
  await expect(terminal).not.toContainText('get /a');
  await expect(lab.step('cli1> get /a')).toHaveCount(0);
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(consoles).toHaveCount(0);
});

test('a killed client leaves its session to the servers: its ephemeral node goes when they end it', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=five-servers&at=181&sel=s1');
  await page.keyboard.press('`');
  const consoles = page.getByRole('region', { name: 'Consoles' });
  await consoles.getByLabel('Session timeout, ms').fill('4000');
  await consoles.getByRole('button', { name: 'Connect', exact: true }).click();
  const line = consoles.getByRole('textbox', { name: 'Command for cli1' });
  await line.fill('create -e /mine');
  await line.press('Enter');
  await consoles.getByRole('button', { name: 'Run to the answer' }).click();
  await expect(consoles.getByRole('log')).toContainText('Created /mine');
  await consoles.getByRole('button', { name: /^Kill cli1/ }).click();
  await expect(lab.step('Kill client cli1')).toBeVisible();
  await page.keyboard.press('Escape');

  await lab.inspector.getByRole('tab', { name: 'Data', exact: true }).click();
  const mine = lab.inspector.getByRole('tree').getByRole('treeitem', { name: /mine/ });
  await expect(mine).toHaveCount(1);
  await lab.runUntil(mine, 0, '.');
  await expect(lab.inspector).not.toContainText('/mine');
});

test('an example runs by itself; an operator asks a server, alive and dead', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers');
  await lab.runUntil(lab.serversThat(/^S5, FOLLOWING: follows S3.*1·0/));
  await page.keyboard.press('Escape');
  await lab.button(/^Consoles/).click();
  const consoles = page.getByRole('region', { name: 'Consoles' });
  await consoles.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /^A lock/ }).click();
  await expect(consoles.getByRole('tab', { name: 'cli3' })).toBeVisible();
  await consoles.getByRole('tab', { name: 'Operator' }).click();
  await consoles.getByRole('combobox', { name: 'Server' }).selectOption('S3');
  await expect(consoles.getByRole('region', { name: 'S3 answers srvr' })).toContainText('Mode: leader');
  await consoles.getByRole('combobox', { name: 'Command' }).selectOption('/commands/leader');
  await expect(consoles.getByRole('region', { name: /leader$/ })).toContainText('"is_leader": true');
  await expectAccessible(page);
  await consoles.getByRole('combobox', { name: 'Command' }).selectOption('/commands/snapshot');
  await expect(consoles.getByRole('region', { name: /snapshot$/ })).toContainText('changes S3');
  await consoles.getByRole('button', { name: 'Do /commands/snapshot at S3' }).click();
  await expect(consoles.getByRole('region', { name: /snapshot$/ })).toContainText('"last_zxid": "0x1');
  await lab.button(/^Kill/).click();
  await expect(consoles).toContainText('S3 is not running: connection refused.');
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the consoles are a card', async ({ page, lab }) => {
    await lab.open('#scenario=five-servers&at=181');
    await page.getByRole('tab', { name: 'Consoles' }).click();
    await lab.button('Examples').click();
    await page.getByRole('menuitem', { name: /^A queue/ }).click();
    await expect(page.getByRole('log')).toContainText('Created /queue');
    await expectAccessible(page);
  });
});
