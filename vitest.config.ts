import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { launchOptions } from './scripts/find-browser.mjs';
import { fingerprintLines } from './src/explore/determinism.ts';
import viteConfig from './vite.config.ts';

// Apart from vite.config.ts so that `vite` alone does not load Playwright.
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      passWithNoTests: true,
      // Of the protocol alone, without what stands in for servers in its tests.
      coverage: {
        provider: 'v8',
        include: ['src/zookeeper/**'],
        exclude: ['src/zookeeper/peer/{following,served,stand-in}.ts'],
        reporter: [['text', { skipFull: true, maxCols: 110 }]],
        thresholds: { branches: 95 },
      },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // No module keeps anything that a test could leave behind; loading them once halves the time.
            isolate: false,
            include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
            exclude: ['src/**/*.browser.test.ts'],
            // Only against what hangs: a machine may be busy with other things.
            testTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            // What is seen is measured: with its styles.
            css: true,
            include: ['src/**/*.test.tsx', 'src/**/*.browser.test.ts'],
            testTimeout: 120_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: await launchOptions() }),
              instances: [{ browser: 'chromium' }],
              // What a page computes is compared with what Node computes: this file runs in Node.
              commands: {
                fingerprintsInNode: (_context, from: number, count: number) => fingerprintLines(from, count),
              },
            },
          },
        },
      ],
    },
  }),
);
