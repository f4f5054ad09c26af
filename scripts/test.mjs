// `npm test`: every check there is, one after another, on a fresh clone too. A failing step does not stop the rest.
// The last line counts tests of all suites, and one for each other step: `N passed, N failed`.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();

/** @typedef {{ passed: number, failed: number }} Count */

const reports = mkdtempSync(join(tmpdir(), 'zabscope-'));
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedSteps = [];

// React's act and its warnings are left out of production builds, so tests must not see NODE_ENV=production.
process.env['NODE_ENV'] = 'test';

await step('format', () => tool('oxfmt/bin/oxfmt', ['--check']));
await step('types', () => tool('typescript/bin/tsc', []));
await step('lint', () => tool('oxlint/bin/oxlint', ['--deny-warnings']));
await step('unused code', () => tool('knip/bin/knip.js', ['--no-progress']));
await step('unit tests', () => vitest('unit'));
const hasBrowser = await step('browser', findBrowser);
await step('component tests', () => (hasBrowser ? vitest('browser') : skip('there is no browser')));
const isBuilt = await step('build', build);
await step('e2e tests', () =>
  !hasBrowser ? skip('there is no browser') : !isBuilt ? skip('the build failed') : playwright(),
);

rmSync(reports, { recursive: true, force: true });
console.log(failedSteps.length === 0 ? '\nAll is well.' : `\nFailed: ${failedSteps.join(', ')}.`);
process.exitCode = failedSteps.length === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);

/**
 * @param {string} name
 * @param {() => Promise<Count>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { passed, failed } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const count = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : '';
  const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'done';
  console.log(`── ${name}: ${verdict} (${seconds} s${count})`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(name);
  return failed === 0;
}

/**
 * A check that is right or wrong as a whole.
 * @param {string} script below node_modules
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function tool(script, args) {
  return (await run(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A preparation, like the browser below: counted only when it fails. What it prepares is counted otherwise.
 * @returns {Promise<Count>}
 */
async function build() {
  const status = await run('vite/bin/vite.js', ['build'], { NODE_ENV: 'production' });
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/**
 * @param {string} reason already counted as a failure
 * @returns {Promise<Count>}
 */
async function skip(reason) {
  console.log(`Not run: ${reason}.`);
  return { passed: 0, failed: 0 };
}

/** @returns {Promise<Count>} */
async function findBrowser() {
  const { ensureBrowser } = await import('./ensure-browser.mjs');
  try {
    const { executablePath, from } = await ensureBrowser();
    console.log(`${executablePath ?? 'Chromium'} from ${from}`);
    // The child runs need not search again.
    if (executablePath !== undefined) process.env['CHROME_PATH'] = executablePath;
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const status = await run('vitest/vitest.mjs', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return honest(status, () => {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file which does not even load has no tests to count.
    const broken = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  });
}

/** @returns {Promise<Count>} */
async function playwright() {
  const report = join(reports, 'e2e.json');
  const status = await run('playwright/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ZABSCOPE_BUILT: '1',
  });
  return honest(status, () => {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
  });
}

/**
 * A run that ended badly has failed, even if its report is missing or counts no failure.
 * @param {number | null} status
 * @param {() => Count} read
 * @returns {Count}
 */
function honest(status, read) {
  /** @type {Count} */
  let count = { passed: 0, failed: 0 };
  try {
    count = read();
  } catch (error) {
    console.error(`No report: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Each tool's own script with this very Node: no shell, no PATH, the same on every system.
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number | null>} the exit status
 */
function run(script, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.on('close', resolve);
  });
}
