import { test as base, expect } from 'playwright/test';
import { LabPage } from './lab-page.ts';

interface Fixtures {
  readonly clean: undefined;
  readonly lab: LabPage;
}

/**
 * `test` whose page must stay clean: an uncaught error, a console error or a request to anybody but the page's own
 * server fails the test at once. Without it, a page that died at start shows only as a time-out a minute later.
 * Copying a link is what visitors do, so the clipboard may be used.
 */
export const test = base.extend<Fixtures>({
  permissions: ['clipboard-read', 'clipboard-write'],
  clean: [
    async ({ context, baseURL }, provide) => {
      const own = baseURL === undefined ? undefined : new URL(baseURL).origin;
      const problems: string[] = [];
      const report = (problem: string): void => {
        problems.push(problem);
        // Whatever the test is waiting for would not come; closing ends the wait.
        void context.close();
      };
      context.on('weberror', (event) => report(`uncaught: ${event.error().stack ?? String(event.error())}`));
      context.on('console', (message) => {
        if (message.type() === 'error') report(`console.error: ${message.text()} (${message.location().url})`);
      });
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const isLocal = protocol === 'data:' || protocol === 'blob:' || origin === own;
        if (!isLocal) report(`request to a foreign origin: ${request.url()}`);
      });
      await provide(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  lab: async ({ page }, provide) => provide(new LabPage(page)),
});

export { expect };
