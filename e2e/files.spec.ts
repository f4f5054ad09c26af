/** Runs as files: saved in the shapes that other programs read, opened by picking and by dropping. */
import { readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';

test('every shape of a run can be saved, and is what it claims to be', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await lab.expectCursor(300);
  await lab.button('Files: open and save').click();
  const sheet = page.getByRole('dialog');
  const saved = async (name: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await download).path());
  };

  expect(JSON.parse((await saved('Scenario')).toString())).toMatchObject({ id: 'partition', version: 1 });
  const lines = (await saved('Trace')).toString().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) JSON.parse(line);
  expect((await saved('Mermaid')).toString()).toMatch(/^sequenceDiagram\n {2}participant S1\n/);

  // An image element reads what other programs would.
  const svg = (await saved('SVG')).toString();
  const sizeOf = async (data: string): Promise<readonly [number, number]> =>
    page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight] as const;
    }, data);
  const [width, height] = await sizeOf(`data:image/svg+xml,${encodeURIComponent(svg)}`);
  expect(width).toBeGreaterThan(300);
  for (const name of ['S1', 'S2', 'S3', 'S4', 'S5']) expect(svg).toContain(`>${name}<`);
  const png = await saved('PNG');
  expect(await sizeOf(`data:image/png;base64,${png.toString('base64')}`)).toEqual([2 * width, 2 * height]);
});

test('a saved scenario is opened again; a broken one says on which line, and changes nothing', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=partition&at=120');
  await page.keyboard.press('Control+o');
  const sheet = page.getByRole('dialog');
  const pick = (name: string, text: string) =>
    sheet.getByLabel('Open a scenario, a lesson, or a text with a link').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await pick('broken.json', '{\n  "id": "x",\n  "servers": [{ "sid": "one" }]\n}');
  await expect(sheet.getByRole('alert')).toContainText('broken.json cannot be opened');
  await expect(sheet.getByRole('alert')).toContainText('Line 3: $.servers[0].sid');
  await expect(sheet.getByRole('textbox')).toHaveValue(/"sid": "one"/);
  await lab.expectCursor(120);

  await pick('link.txt', 'see https://example.org/#scenario=leader-killed&at=60');
  await expect(sheet).toHaveCount(0);
  await lab.expectCursor(60);
  await expect(lab.header).toContainText('The leader is killed');
});

test('a file dropped anywhere is opened', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=120');
  const files = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['#scenario=leader-killed&at=40'], 'link.txt', { type: 'text/plain' }));
    return data;
  });
  await expect(lab.button('Files: open and save')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await lab.expectCursor(40);
});
