/** A server's log, in ZooKeeper's own lines. */
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a line leads to its event, the playhead marks its line, and the whole is kept as text', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140&sel=s3');
  await lab.inspector.getByRole('tab', { name: 'Log', exact: true }).click();
  const log = lab.inspector.getByRole('listbox', { name: 'Log of S3' });
  const marked = log.getByRole('option', { selected: true });
  await expect(marked.last()).toContainText(' [myid:3] - INFO  [');
  await expectAccessible(page);

  await log.focus();
  await page.keyboard.press('Home');
  const first = await lab.cursor();
  expect(first).toBeLessThan(20);
  const line = log.getByRole('option', { name: /New election. My id = 3/ });
  await line.click();
  await expect(line).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  expect(await lab.cursor()).toBeGreaterThan(first);

  await page.keyboard.press('End');
  await lab.button('Copy').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').length).toBeGreaterThan(20);
  const download = page.waitForEvent('download');
  await lab.button('Save').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('zookeeper-S3.log');
  expect(await readFile(await file.path(), 'utf8')).toBe(copied);
});
