/**
 * Pictures for people to look at, into e2e/pictures: `ZABSCOPE_GALLERY=1 npm run e2e -- gallery`, and of some only with
 * `-g`. They assert nothing that the journeys do not.
 */
import { CHINESE_VIEWS, GALLERY_VIEWS, type GalleryView, type Layout } from './gallery-views.ts';
import { test } from './fixture.ts';

const LAYOUTS: Readonly<Record<Layout, object>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  lecturer: { viewport: { width: 1280, height: 720 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const layout of ['desktop', 'lecturer', 'phone'] as const) {
    test.describe(`${layout} ${colorScheme}`, () => {
      test.use({ colorScheme, ...LAYOUTS[layout] });
      for (const view of GALLERY_VIEWS) take(view);
      test.describe('Chinese', () => {
        test.use({ locale: 'zh-CN' });
        for (const view of CHINESE_VIEWS) take(view);
      });
    });

    function take({ name, layouts, at, open }: GalleryView): void {
      if (layouts !== undefined && !layouts.includes(layout)) return;
      test(name, async ({ page, lab }) => {
        const fragment = typeof at === 'function' ? await at() : (at ?? '');
        // A class is shown the light page unless dark was chosen.
        if (layout === 'lecturer') {
          await page.addInitScript((theme) => localStorage.setItem('zabscope.theme', theme), colorScheme);
        }
        await page.goto(`./${layout === 'lecturer' ? '?lecture' : ''}${fragment}`);
        await page.getByRole('slider').first().waitFor();
        await lab.painted();
        await open?.({ lab, page, layout });
        await page.waitForLoadState('networkidle');
        await lab.painted();
        await page.screenshot({ path: `e2e/pictures/${layout}/${name}-${colorScheme}.png` });
      });
    }
  }
}
