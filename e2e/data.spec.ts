/** What a server holds for its clients. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('znodes with their Stat, where others differ, sessions and watches', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=181&sel=s1');
  await page.keyboard.press('`');
  await lab.button('Examples').click();
  await page.getByRole('menuitem', { name: /^A lock/ }).click();
  const consoles = page.getByRole('region', { name: 'Consoles' });
  await consoles.getByRole('textbox', { name: 'Command for cli1' }).fill('set /lock hello');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  await lab.inspector.getByRole('tab', { name: 'Data', exact: true }).click();
  const tree = lab.inspector.getByRole('tree', { name: 'Znodes of S1' });
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  const stat = lab.inspector.getByRole('definition');
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('lock');
  await expect(lab.inspector).toContainText('The same at S2 S3 S4 S5.');
  await expect(stat.first()).toHaveText('null');
  await expect(lab.inspector).toContainText('ephemerals: /lock/n-0000000001');
  await expectAccessible(page);

  // The leader applies it first: until then the others have it differently.
  await expect(async () => {
    await lab.button('One event forward').click();
    await lab.painted();
    expect(await lab.inspector.textContent()).toContain('1 znode differs');
  }).toPass({ intervals: [1] });
  await expect(tree.getByRole('treeitem', { name: /lock/ }).first()).toContainText('other at');
  await expectAccessible(page);

  // A watch lives where it was set.
  await lab.server(2).click();
  await expect(lab.inspector.getByRole('tree', { name: 'Znodes of S2' })).toBeVisible();
  await expect(lab.inspector.getByRole('row', { name: /\/lock\/n-.* data, once/ })).toHaveCount(1);
});
