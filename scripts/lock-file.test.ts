import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

// The file is npm's own; its format (lockfileVersion 3) is the claim.
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

it('holds every optional package, so that `npm ci` works on systems other than the one that wrote it (npm/cli#4828)', () => {
  expect(missingOptionalPackages(lock.packages)).toEqual([]);
});

it('binds nobody to one registry', () => {
  const bound = Object.entries(lock.packages).filter(([, locked]) => locked.resolved !== undefined);
  expect(bound.map(([path]) => path)).toEqual([]);
});

it('notices a missing and a differing optional package', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: { '@tool/darwin': '1.0.0', '@tool/win32': '1.0.0' },
    },
    'node_modules/@tool/darwin': { version: '0.9.0' },
  };
  expect(missingOptionalPackages(packages)).toEqual([
    'node_modules/tool wants @tool/darwin 1.0.0, the lock file has 0.9.0',
    'node_modules/tool wants @tool/win32 1.0.0, the lock file has none',
  ]);
});

function missingOptionalPackages(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, wanted]) => {
      const found = resolve(packages, path, name)?.version;
      // Binaries are pinned exactly; ranges (fsevents, say) need only some version.
      const fits = /^\d/.test(wanted) ? found === wanted : found !== undefined;
      return fits ? [] : [`${path} wants ${name} ${wanted}, the lock file has ${found ?? 'none'}`];
    }),
  );
}

/** As Node looks it up: in the package's own node_modules, then in each folder above. */
function resolve(
  packages: Readonly<Record<string, LockedPackage>>,
  from: string,
  name: string,
): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const found = packages[`${folder}/node_modules/${name}`];
    if (found !== undefined) return found;
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`];
  }
}
