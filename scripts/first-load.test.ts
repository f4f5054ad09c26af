// The first load is a budget: what the first picture does without comes after it (src/views/later.ts). Whatever enters must be
// named here, and all of it must stay below the bar.
import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';

const BYTES_MAX = 150_000;
const REQUESTS_MAX = 8;

const ANY = null;

/** The modules of the first picture by folder, without their extensions; a component's styles come with it. */
const ALLOWED: Readonly<Record<string, string | null>> = {
  src: 'main',
  'src/app': 'branches early-keys first-look grouping lab page playback session speed store tour url',
  'src/audit': 'delivered same-txn',
  'src/base': ANY,
  'src/history': ANY,
  'src/kernel': ANY,
  'src/locales': 'en-terms en language message',
  'src/scenario': 'blank-start share start-alone',
  'src/scenario/builtin': 'first-look',
  'src/sim':
    'backing entry flags machine nodes occurrence perform-starts script select-ballot select-log select-messages select-timers select tally',
  'src/styles': ANY,
  'src/views':
    'FrameCanvas Page beat ink kept-focus lab later options set-text use-later-pages use-media use-same use-size',
  'src/views/first': ANY,
  'src/views/frame': 'Brand Header LanguageMenu Notices PageFrame Patterns Rail ScenarioMenu ThemeMenu language theme',
  'src/views/share': 'ShareButton copy-link',
  'src/views/stage':
    'Chip MessageLayer PhaseArc QuorumRing RoleMark ServerLabel ServerMark Stage StageLinks TimerArc belief changes cuts flights geometry label-chips label-lines layout paint-messages shapes text-width written-label',
  'src/views/story': 'status who',
  'src/views/timeline': 'StripMarks Timeline Transport layout paint-playhead strips turning-points use-acted-parts',
  'src/widgets': 'Boundary Icon Menu',
  'src/zookeeper': 'ids packets',
  'src/zookeeper/config': 'behaviour ensemble service',
  'src/zookeeper/database':
    'acl-cache committed-log config-node data-tree database history sessions snapshot txn-list watches',
  'src/zookeeper/election': 'cnx-manager fast-leader-election quorum-oracle quorum-verifier receiver vote',
  'src/zookeeper/peer': 'client-part durable main-loop servers-alone turn',
  'src/zookeeper/processors': 'client-service sync-request-processor',
  'src/zookeeper/quorum':
    'leader leader-as-master learner-handler-run learner-handler learner-run learner-sync learner load-database sync-plan',
};

const PACKAGES = ['react', 'react-dom', 'scheduler', 'zustand'];

interface FirstLoad {
  readonly bytes: number;
  readonly requests: number;
  /** Characters of each, before they are made small. */
  readonly modules: Readonly<Record<string, number>>;
}

let load: FirstLoad = { bytes: 0, requests: 0, modules: {} };

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/first-load.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(stderr);
  load = JSON.parse(stdout) as FirstLoad;
}, 120_000);

function isAllowed(module: string): boolean {
  const [top, name] = module.split('/');
  if (top === 'node_modules') return PACKAGES.includes(name ?? '');
  // The page itself, and what the bundler adds.
  if (top !== 'src') return true;
  const slash = module.lastIndexOf('/');
  const allowed = ALLOWED[module.slice(0, slash)];
  const stem = module.slice(slash + 1).replace(/(\.module)?\.\w+$/, '');
  return allowed === ANY || (allowed?.split(' ').includes(stem) ?? false);
}

it('nothing enters that the first picture does without', () => {
  expect(Object.keys(load.modules)).toContain('src/main.tsx');
  const entered = Object.keys(load.modules).filter((module) => !isAllowed(module));
  // Load it later, or name it above.
  expect({ 'entered the first load': entered }).toEqual({ 'entered the first load': [] });
});

it('what is named is still there', () => {
  const stems = Object.keys(load.modules).map((module) => module.replace(/(\.module)?\.\w+$/, ''));
  const named = Object.entries(ALLOWED).flatMap(([folder, names]) =>
    (names?.split(' ') ?? []).map((name) => `${folder}/${name}`),
  );
  expect(named.filter((name) => !stems.includes(name))).toEqual([]);
});

it(`is below ${BYTES_MAX} bytes gzipped, and ${REQUESTS_MAX} requests`, () => {
  const largest = Object.entries(load.modules)
    .filter(([module]) => module.startsWith('src/'))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 20);
  expect(load.bytes <= BYTES_MAX ? null : { bytes: load.bytes, largest }).toBeNull();
  expect(load.requests).toBeLessThanOrEqual(REQUESTS_MAX);
});
