import { test as base, expect } from 'playwright/test';

/**
 * `test` whose page must stay clean: an uncaught error, a console error or a request to anybody but the page's own
 * server fails the test at once. Without it, a page that died at start shows only as a time-out a minute later.
 */
export const test = base.extend<{ clean: undefined }>({
  clean: [
    async ({ context, baseURL }, use) => {
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
        const isLocal = protocol === 'data:' || protocol === 'blob:' || origin === baseURL;
        if (!isLocal) report(`request to a foreign origin: ${request.url()}`);
      });
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
