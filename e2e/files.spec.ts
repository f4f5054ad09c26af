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
  await expect(sheet.getByRole('textbox', { name: 'The text of the file, to copy' })).toHaveValue(/"sid": "one"/);
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

test('a picture of every view stands by itself in a bare page', async ({ page, lab, context }) => {
  // Fifteen files, each looked at.
  test.slow();
  await lab.open('#scenario=partition&at=424&sel=s3');
  await lab.expectCursor(424);
  const sheet = page.getByRole('dialog');
  const choice = sheet.getByLabel('Pictures are of');
  const bare = await context.newPage();
  await bare.goto('about:blank');
  // A page behind another one draws once a second.
  await page.bringToFront();

  /** What an SVG holds, read by a page that has nothing of ours. */
  const look = async (svg: string) =>
    bare.evaluate(async (text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = parsed.documentElement;
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const drawing = canvas.getContext('2d');
      drawing?.drawImage(image, 0, 0);
      const { data } = drawing?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const colours = new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer));
      return {
        isWhole: parsed.querySelector('parsererror') === null && root.tagName === 'svg',
        foreign: parsed.querySelectorAll('foreignObject, script, style, [class], [onclick]').length,
        unresolved: /var\(--/.test(text),
        // A reference leads to nothing outside of the file.
        leadsOut: Array.from(parsed.querySelectorAll('[href]'), (one) => one.getAttribute('href') ?? '').filter(
          (href) => !href.startsWith('data:') && !href.startsWith('#'),
        ),
        said: Array.from(parsed.querySelectorAll('text'), (one) => one.textContent).join(' '),
        ground: [data[0], data[1], data[2]],
        colours: colours.size,
      };
    }, svg);

  const saved = async (view: string): Promise<string> => {
    await page.keyboard.press('Control+o');
    await choice.selectOption({ label: view });
    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'SVG', exact: true }).press('Enter');
    const svg = readFileSync(await (await download).path()).toString();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    return svg;
  };
  const views: readonly (readonly [view: string, says: string, before?: () => Promise<void>])[] = [
    ['The stage', 'believes it leads'],
    ['Transaction logs', '1·2'],
    ['Timeline', 'S5'],
    ['Ballot box', 'settled vote'],
    ['Waits for a quorum', 'epoch ack'],
    ['Four numbers called epoch', 'acceptedEpoch'],
    ['Why?', 'S1 promises epoch 2'],
    ['Algorithm', 'LearnerHandler.run', () => page.getByRole('tab', { name: 'Algorithm' }).click()],
    ['Requests', 'S3', () => page.getByRole('tab', { name: 'Requests' }).click()],
    [
      'Data',
      'zookeeper',
      async () => {
        await page.getByRole('tab', { name: 'Data' }).click();
        await expect(page.getByRole('treeitem').first()).toBeVisible();
      },
    ],
    ['Log', 'LEADING', () => page.getByRole('tab', { name: 'Log', exact: true }).click()],
    ['Audit', 'One leader per epoch', () => page.getByRole('tab', { name: 'Audit' }).click()],
    ['Links', 'S5', () => page.getByRole('tab', { name: 'Links' }).click()],
    ['The stage', 'S5', () => page.keyboard.press('2')],
  ];
  for (const [view, says, before] of views) {
    await before?.();
    const seen = await look(await saved(view));
    expect(seen, view).toMatchObject({ isWhole: true, foreign: 0, unresolved: false, leadsOut: [] });
    expect(seen.said, view).toContain(says);
    // Letters with their soft edges alone are more than a few.
    expect(seen.colours, view).toBeGreaterThan(8);
    expect(Number(seen.ground[0]), view).toBeGreaterThan(192);
  }

  await page.getByRole('tab', { name: 'Inside' }).click();
  await page.keyboard.press('1');
  await lab.server(5).click();
  const sync = await look(await saved('How S5 brings S1 up to date'));
  expect(sync.said).toMatch(/DIFF/);
  expect(sync).toMatchObject({ isWhole: true, foreign: 0, unresolved: false });

  // Panels, diagrams and the timeline take the colours they are drawn in: one of each.
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const view of ['The stage', 'Transaction logs', 'Timeline', 'How S5 brings S1 up to date']) {
    const dark = await look(await saved(view));
    expect(dark, view).toMatchObject({ isWhole: true, unresolved: false });
    expect(Number(dark.ground[0]), view).toBeLessThan(64);
  }
});

test('a film of a range plays elsewhere, and is the same every time', async ({ page, lab, context }) => {
  // Two films, a picture at a time.
  test.slow();
  await lab.open('#scenario=partition&at=60');
  await lab.expectCursor(60);
  await page.keyboard.press('Control+o');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('From, s').fill('0.03');
  await sheet.getByLabel('To, s').fill('0.042');
  await sheet.getByLabel('Speed, ×').fill('0.02');
  const made = async (): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'WebM', exact: true }).click();
    return readFileSync(await (await download).path());
  };
  const film = await made();
  expect((await made()).equals(film)).toBe(true);
  await lab.expectCursor(60);

  // 12 ms at 0.02 are 600 ms. A video element of a bare page decodes it, and its pictures differ.
  const bare = await context.newPage();
  const seen = await bare.evaluate(async (base64) => {
    const video = document.createElement('video');
    video.muted = true;
    video.src = `data:video/webm;base64,${base64}`;
    await new Promise((resolve, reject) => {
      video.addEventListener('loadeddata', resolve, { once: true });
      video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true });
    });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const context2d = canvas.getContext('2d', { willReadFrequently: true });
    // A seek has ended before the picture that it seeks is there to be drawn.
    const pictureAt = async (time: number): Promise<string> => {
      await new Promise<void>((resolve) => {
        const come: VideoFrameRequestCallback = (_, { mediaTime }) => {
          if (Math.abs(mediaTime - time) < 0.05) resolve();
          else video.requestVideoFrameCallback(come);
        };
        video.requestVideoFrameCallback(come);
        video.currentTime = time;
      });
      context2d?.drawImage(video, 0, 0);
      return canvas.toDataURL();
    };
    const pictures = [await pictureAt(0.1), await pictureAt(0.3), await pictureAt(0.57)];
    return { width: video.videoWidth, duration: video.duration, different: new Set(pictures).size };
  }, film.toString('base64'));
  expect(seen).toMatchObject({ duration: 0.6, different: 3 });
  expect(seen.width).toBeGreaterThanOrEqual(1280);
  await bare.close();

  // A range that cannot be, and one that is cancelled.
  await sheet.getByLabel('To, s').fill('0.01');
  await expect(sheet.getByRole('status')).toHaveText('Let it end after it begins.');
  await expect(sheet.getByRole('button', { name: 'WebM', exact: true })).toBeDisabled();
  await sheet.getByLabel('To, s').fill('1');
  await sheet.getByRole('button', { name: 'WebM', exact: true }).click();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet.getByRole('button', { name: 'WebM', exact: true })).toBeEnabled();
  await lab.expectCursor(60);
});

test('a browser that cannot encode says so', async ({ page, lab }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'));
  await lab.open('#scenario=partition&at=60');
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('dialog').getByText(/cannot encode films/)).toBeVisible();
});
