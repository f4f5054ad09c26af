/** The palette: by key, by a few letters, by arrows, and what it says of what is not there. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('Ctrl K or : finds commands, servers, panels, scenarios, bookmarks and branches by a few letters', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=leader-killed&at=150');
  await lab.expectCursor(150);
  const field = page.getByRole('combobox', { name: /^Command, scenario/ });
  const options = page.getByRole('dialog').getByRole('option');
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await field.fill(text);
  };
  const choose = async (text: string): Promise<void> => {
    await type(text);
    await page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
  };

  await choose('s2');
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'true');
  await choose('freeze');
  await expect(lab.serversThat(/^S2, FROZEN/)).toBeVisible();
  await choose('as the scenario goes');
  await expect(lab.serversThat(/^S2, FROZEN/)).toHaveCount(0);
  await choose('data');
  await expect(lab.inspector.getByRole('tab', { name: 'Data' })).toHaveAttribute('aria-selected', 'true');
  await choose('next commit');
  await expect(page.getByText(/^Paused: S\d commits/)).toBeVisible();
  await choose('bookmark this');
  await page.keyboard.press('Home');
  await choose('s2 commits');
  await expect.poll(() => lab.cursor()).toBeGreaterThan(0);

  // By arrows, round and round.
  await type('stage');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.last().getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await choose('three against');
  await expect(lab.button(/^Scenario: /)).toHaveAccessibleName(/Three against two/);
});

test('what is not there is said, in the palette and to who listens', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await page.keyboard.press(':');
  const field = page.getByRole('combobox', { name: /^Command, scenario/ });
  await field.fill('telepathy');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^Nothing here is called “telepathy”/);
  await page.keyboard.press('Enter');
  await expect(field).toBeVisible();
  await expectAccessible(page);
});
