/** What is too small for a journey of its own. */
import { expect, test } from './fixture.ts';

test('to the other end of a message and back; zxids as hex; a wiped disk', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=107&sel=s2');
  await lab.expectCursor(107);
  await page.keyboard.press('[');
  await expect.poll(() => lab.cursor()).toBeLessThan(107);
  const sent = await lab.cursor();
  await page.keyboard.press(']');
  await expect.poll(() => lab.cursor()).toBeGreaterThan(sent);
  await page.keyboard.press('[');
  await lab.expectCursor(sent);

  await expect(lab.server(2)).toHaveAccessibleName(/last zxid \d·\d/);
  await page.getByRole('checkbox', { name: 'zxid as hex' }).check();
  await expect(lab.server(2)).toHaveAccessibleName(/last zxid 0x[0-9a-f]+/);

  await page.keyboard.press('End');
  await lab.server(1).click();
  await lab.button('Stop S1').click();
  await lab.server(1).click({ button: 'right' });
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Disk', exact: true }).click();
  await menu.getByRole('menuitem', { name: /^Wipe/ }).click();
  await expect(lab.step('Wipe the disk of S1')).toBeVisible();
  await expect(lab.server(1)).toHaveAccessibleName(/last zxid 0x0/);
});

test('no panel and no sheet moves the stage', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140&sel=s2');
  await lab.expectCursor(140);
  const box = await lab.stage.boundingBox();
  for (const tab of ['Algorithm', 'Requests', 'Data', 'Log', 'Audit', 'Links', 'Inside']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    expect(await lab.stage.boundingBox(), tab).toEqual(box);
  }
  for (const key of ['y', 'Shift+Y', '`', 'b', 'o', 'Shift+?', 'Control+k', 'Control+o', 'l', 'Shift+M']) {
    await page.keyboard.press(key);
    await lab.painted();
    expect(await lab.stage.boundingBox(), key).toEqual(box);
    await page.keyboard.press('Escape');
    await lab.painted();
    expect(await lab.stage.boundingBox(), `${key}, and closed`).toEqual(box);
  }
});
