/** On paper, and in colours that the system chooses. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

const PLACE = '#scenario=partition&at=424&sel=s3';

test.describe('in the dark theme', () => {
  test.use({ colorScheme: 'dark' });
  test('paper has caption, stage, logs and ledger, in ink on white, and no controls', async ({ page, lab }) => {
    await lab.open(PLACE);
    await lab.expectCursor(424);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(lab.stage).toBeVisible();
    await expect(page.getByRole('group', { name: 'Transaction logs' })).toBeVisible();
    await expect(page.getByText('acceptedEpoch', { exact: true })).toBeVisible();
    await expect(lab.transport).toBeHidden();
    await expect(lab.timeline).toBeHidden();
    await expect(page.getByRole('tablist')).toBeHidden();
    await expect(lab.button('Light or dark')).toBeHidden();
    const tokens = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.getPropertyValue('--ground').trim(), style.getPropertyValue('--ink').trim()];
    });
    expect(tokens).toEqual([expect.stringMatching(/^#fff(fff)?$/), '#12161d']);

    // One below the other, none on another.
    const boxes = await Promise.all(
      [
        page.getByRole('heading', { level: 1 }),
        page.locator('[data-part=views]'),
        page.getByRole('group', { name: 'Transaction logs' }),
        page.getByText('acceptedEpoch', { exact: true }),
      ].map((one) => one.boundingBox()),
    );
    for (const [index, box] of boxes.entries()) {
      const above = boxes[index - 1];
      expect(box?.height).toBeGreaterThan(5);
      if (above !== null && above !== undefined) expect(box?.y).toBeGreaterThanOrEqual(above.y + above.height - 1);
    }
    const pages = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    expect(pages.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`where the system chooses ${colorScheme} colours, everything is drawn in them`, async ({ page, lab }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await lab.open(PLACE);
    await lab.expectCursor(424);
    await expect(lab.messages.first()).toBeAttached();
    const { ground, inks } = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'forced-color-adjust: none; color: CanvasText; background: Canvas';
      const style = getComputedStyle(probe);
      const found = { ink: style.color, ground: style.backgroundColor };
      probe.remove();
      const inked = (selector: string, property: string): readonly string[] =>
        Array.from(document.querySelectorAll(selector), (one) => getComputedStyle(one).getPropertyValue(property));
      return {
        ground: found.ground,
        inks: {
          own: found.ink,
          names: inked('main svg [data-sid] > text', 'fill'),
          rings: inked('main svg [data-sid]:not([data-role=DOWN]) > circle:nth-of-type(2)', 'stroke'),
        },
      };
    });
    expect(inks.names.length).toBe(5);
    for (const colour of [...inks.names, ...inks.rings]) expect(colour).toBe(inks.own);
    expect(inks.own).not.toBe(ground);

    // What is painted follows: messages in the system's ink.
    const painted = await lab.moving.first().evaluate((canvas) => {
      const { data } = (canvas as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(0, 0, (canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height) ?? { data: [] };
      const solid = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) continue;
        const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        solid.set(colour, (solid.get(colour) ?? 0) + 1);
      }
      return [...solid].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
    });
    expect(painted.slice(0, 4)).toContain(inks.own);

    // Told apart without colour: each role by its mark, each kind of message by its shape and letter.
    const marks = await page
      .locator('main svg [data-sid]')
      .evaluateAll((servers) =>
        servers.map(
          (server) => `${server.getAttribute('data-role')} ${server.querySelector('g path')?.getAttribute('d')}`,
        ),
      );
    const byRole = new Map(marks.map((mark) => [mark.split(' ')[0], mark]));
    expect(new Set(byRole.values()).size).toBe(byRole.size);
    await expectAccessible(page);
  });
}
