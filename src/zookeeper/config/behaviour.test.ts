import { describe, expect, it } from 'vitest';
import type { Behaviour } from './behaviour.ts';
import { type Profile, PROFILES, behaviourOf } from './profiles.ts';

const LATEST = PROFILES['3.9'];
const NAMES = Object.keys(LATEST) as readonly (keyof Behaviour)[];
const PROFILE_NAMES = Object.keys(PROFILES) as readonly Profile[];

it('a profile is a record of toggles, and every profile has them all', () => {
  for (const profile of PROFILE_NAMES) expect(Object.keys(PROFILES[profile])).toEqual(NAMES);
});

it('every toggle has a test of its name that shows what it changes', () => {
  const tests = import.meta.glob<string>('../**/*.{test.ts,txt}', { query: '?raw', import: 'default', eager: true });
  const text = Object.values(tests).join('\n');
  const untested = NAMES.filter((name) => !new RegExp(`toggles? [\\w, ]*\\b${name}\\b`).test(text));
  expect(untested).toEqual([]);
});

/** Toggles of `profile` that stand otherwise than in the 3.9 line, as `name=value`. */
function differences(profile: Profile): readonly string[] {
  return NAMES.filter((name) => PROFILES[profile][name] !== LATEST[name]).map(
    (name) => `${name}=${PROFILES[profile][name]}`,
  );
}

describe('1, 25: what each profile does otherwise than the 3.9 line at its latest patch', () => {
  it('3.9.3: the hole of 4925', () => {
    expect(differences('3.9.3')).toEqual(['syncTxnsEnterCommittedLog=false', 'rejectDiscontinuousSync=false']);
  });

  it('3.8.0, the release of the recordings: order C', () => {
    expect(differences('3.8.0')).toEqual([
      'newleaderOrder=C',
      'rejectDiscontinuousSync=false',
      'existsChecksAcl=false',
      'watchChecksAcl=false',
      'watchEventZxid=false',
      'flushSyncThreadBeforeFastForward=false',
      'adminSnapshots=false',
    ]);
  });

  it('each line has its orders', () => {
    const orders = PROFILE_NAMES.map((name) => `${name} ${PROFILES[name].newleaderOrder}`);
    // oxfmt-ignore
    expect(orders).toEqual([
      '3.9 E', '3.9.3 E', '3.9.2 D', '3.9.0 C',
      '3.8 D', '3.8.0 C',
      '3.7 C', '3.7.0 C',
      '3.6 C', '3.6.1 B', '3.6.0 B',
      '3.5 C', '3.5.9 C', '3.5.8 B', '3.5.5 B', '3.5.4 B', '3.5.3 B', '3.5.0 B',
      '3.4 A', '3.4.12 A', '3.4.11 A', '3.4.10 A', '3.4.9 A', '3.4.6 A', '3.4.4 B', '3.4.3 B', '3.4.0 B',
    ]);
  });

  it.each<[keyof Behaviour, readonly Profile[]]>([
    ['diffSnapshotOnNewleader', ['3.5.0', '3.4.9', '3.4.6', '3.4.4', '3.4.3', '3.4.0']],
    ['criticalThread', ['3.5.0', '3.4.6', '3.4.4', '3.4.3', '3.4.0']],
    ['fastForwardOnShutdown', ['3.5.3', '3.5.0', '3.4.11', '3.4.10', '3.4.9', '3.4.6', '3.4.4', '3.4.3', '3.4.0']],
    ['validLeaderCheck', ['3.5.3', '3.5.0', '3.4.12', '3.4.11', '3.4.10', '3.4.9', '3.4.6', '3.4.4', '3.4.3', '3.4.0']],
    ['snapFsync', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.6.1')).filter((name) => name !== '3.5')],
    ['asyncElectionConnect', ['3.6.0', ...PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.5.5'))]],
    ['malformedSkip', ['3.6.0', ...PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.5.5'))]],
    ['voteEqualityLoose', ['3.5.4', '3.5.3', '3.5.0', '3.4.4', '3.4.3', '3.4.0']],
    ['outOfElectionPlaceholder', ['3.5.4', '3.5.3', '3.5.0']],
    ['neg1Rule', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.5'))],
    ['strictCommitOrder', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.4'))],
    ['syncTxnLog', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.4'))],
    ['rolloverGuard', ['3.4.3', '3.4.0']],
    ['votesTotallyOrdered', ['3.4.3', '3.4.0']],
    ['leadsInOwnRoundOnly', ['3.4.3', '3.4.0']],
    ['epochAboveAccepted', ['3.4.0']],
    ['diffKeepsZxid', ['3.5.3', '3.5.0', '3.4.10', '3.4.9', '3.4.6', '3.4.4', '3.4.3', '3.4.0']],
    ['epochFileFirst', ['3.6.1', '3.6.0', ...PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.5.5'))]],
    ['newLeaderBehindSnapshot', ['3.5.4', '3.5.3', '3.5.0', ...PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.4'))]],
    ['readOnlySessionsLocal', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.6'))],
    ['configNode', ['3.5.0', ...PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.4'))]],
    ['treeDigest', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.5'))],
    ['adminSnapshots', PROFILE_NAMES.slice(PROFILE_NAMES.indexOf('3.8'))],
    ['adminShedsConnections', []],
    ['truncBeforeDiff', []],
    ['epochFiles', []],
    ['discardDbAheadOfLog', []],
  ])('%s stands otherwise in exactly these', (name, expected) => {
    expect(PROFILE_NAMES.filter((profile) => PROFILES[profile][name] !== LATEST[name])).toEqual(expected);
  });
});

it('single toggles override a profile', () => {
  expect(behaviourOf('3.8.0', { neg1Rule: false })).toEqual({ ...PROFILES['3.8.0'], neg1Rule: false });
});
