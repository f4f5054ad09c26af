/** The page as it is now, put before axe in both themes: no violation of any of its rules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect } from './fixture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

/** Every rule in the theme that shows. In the other theme nothing but the colours differs, so contrast is measured. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [own, other] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  const found = await violations(page, {});
  await page.emulateMedia({ colorScheme: other });
  const foundInOther = await violations(page, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: own });
  expect.soft({ [own]: found, [other]: foundInOther }).toEqual({ [own]: [], [other]: [] });
}

/** Only what is wrong leaves the page: what passes is most of the result, and the slower part to bring over. */
async function violations(page: Page, options: RunOptions) {
  return page.evaluate(async (asked) => {
    const result = await axe.run({ ...asked, resultTypes: ['violations'] });
    return result.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      at: nodes
        .slice(0, 5)
        .map(({ target, failureSummary }) => `${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim()}`),
    }));
  }, options);
}
