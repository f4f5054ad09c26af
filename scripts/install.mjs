// Installs what package-lock.json asks for, when it is not there yet. Called by every command, so that a fresh clone
// needs no step before its first command. npm's own pre-scripts would not do: ignore-scripts=true skips them.
// Only Node's own modules here: nothing else is there before this has run.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process, with a sentence saying why, when Node is too old or the packages cannot be installed. */
export function ensureInstalled() {
  requireNode();
  const reason = whatIsMissing();
  if (reason === undefined) return;
  console.log(`Installing packages (${reason}) …`);
  // --include=dev: with NODE_ENV=production npm would leave Vite out.
  if (npm(['ci', '--include=dev'])) return;
  console.log('npm ci failed; trying npm install …');
  if (npm(['install', '--no-save', '--include=dev'])) return;
  console.error('The packages could not be installed; npm says why above.');
  process.exit(1);
}

/** The range of package.json's engines, which is that of Vite 8. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(`Zabscope needs Node 20.19+ or 22.12+; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** @returns {string | undefined} */
function whatIsMissing() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined) return 'no lock file';
  if (present === undefined) return 'first time';
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    // Optional ones are other systems' binaries; '' is this project itself.
    if (path === '' || optional || devOptional) continue;
    if (present[path]?.version !== version) return `${path.replace(/^node_modules\//, '')} ${version} is new`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * With the npm that runs us when there is one: then there is no PATH and no shell to go wrong.
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
function npm(args) {
  const own = process.env['npm_execpath'];
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  const { status } =
    own && /npm-cli\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return status === 0;
}
