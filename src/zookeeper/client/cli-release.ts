/**
 * What the shell of a release says and knows of its commands where it is not as the newest, which `zkcli.ts` has: data, looked
 * up there.
 */

export interface CliRelease {
  /** The first release that is so. */
  readonly from: readonly [major: number, minor: number, patch: number];
  /** Of commands whose usage has changed since, by name. */
  readonly usage: Readonly<Record<string, string>>;
  /** Names of before 3.5, told about for a while and then gone. */
  readonly deprecated: Readonly<Record<string, DeprecatedName>>;
}

export interface DeprecatedName {
  readonly name: string;
  /** What else it stands for. */
  readonly words: readonly string[];
  readonly warning: string;
}

/** ZOOKEEPER-4850: data as base64 or as a dump. */
const BINARY: CliRelease = { from: [3, 9, 3], usage: {}, deprecated: {} };
const TEXT: CliRelease = {
  from: [3, 8, 0],
  usage: { get: 'get [-s] [-w] path', set: 'set [-s] [-v version] path data' },
  deprecated: {},
};
const WITH_DEPRECATED: CliRelease = {
  ...TEXT,
  from: [0, 0, 0],
  deprecated: {
    rmr: {
      name: 'deleteall',
      words: [],
      warning: "The command 'rmr' has been deprecated. Please use 'deleteall' instead.",
    },
    ls2: { name: 'ls', words: ['-s'], warning: "'ls2' has been deprecated. Please use 'ls [-s] path' instead." },
  },
};

/** Newest first. */
const RELEASES: readonly CliRelease[] = [BINARY, TEXT, WITH_DEPRECATED];

/** The shell of `version`, as `3.9.3`; the newest where it names none. */
export function cliRelease(version: string): CliRelease {
  const numbers = version.split('.').map(Number);
  if (numbers.some((number) => Number.isNaN(number)) || version === '') return BINARY;
  return RELEASES.find(({ from }) => isSince(numbers, from)) ?? WITH_DEPRECATED;
}

function isSince(numbers: readonly number[], from: CliRelease['from']): boolean {
  const at = from.findIndex((number, i) => (numbers[i] ?? 0) !== number);
  return at === -1 || (numbers[at] ?? 0) > (from[at] ?? 0);
}
