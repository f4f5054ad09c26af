/**
 * The rules of the protocol reference from the election to the timers (§8 to §14) and its traps (§26): each is named by
 * the title of a test beside the code that keeps it, or of a row in one. Comments do not count.
 *
 * Left out: 8.2, which only names the state, and 11.1-1, a switch by which the server's own tests force a SNAP.
 */
import { expect, it } from 'vitest';

const files = import.meta.glob<string>(['../**/*.test.ts', '!./rules.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What is written between quotes, line by line; a trailing comment may hold quotes, and is cut off first. */
const titles = Object.values(files)
  .flatMap((text) => text.split('\n'))
  .map((line) => line.replace(/(^|\s)\/\/ .*$/, ''))
  .filter((line) => /['`]/.test(line));

function isNamed(rule: string): boolean {
  const named = new RegExp(`['\`][^'\`]*(?<![\\d.])${rule.replaceAll('.', '\\.')}(?![\\d-]|\\.\\d)`);
  return titles.some((line) => named.test(line));
}

function upTo(count: number, prefix: string): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}

it.each([
  ['8.1 notifications', ['8.1']],
  ['8.3 on arrival', upTo(6, '8.3-')],
  ['8.4 lookForLeader', ['8.4', ...upTo(5, '8.4-'), ...upTo(3, '8.4 settled-')]],
  ['8.5 to 8.8 comparing votes', ['8.5', '8.6', '8.7', '8.8']],
  ['9 quorum verifiers', ['9 QuorumMaj', '9 QuorumHierarchical', '9 two configurations', '9 QuorumOracleMaj']],
  ['10.1 discovery, the learner', ['10.1', ...upTo(5, '10.1-')]],
  ['10.2 discovery, the leader', upTo(8, '10.2-')],
  ['10.3 discovery, the handler', ['10.3']],
  ['11 synchronization, the leader', ['11.1', ...upTo(6, '11.1-').slice(1), '11.2', '11.3', '11.4', '11.5']],
  ['12 synchronization, the learner', ['12', '12 before NEWLEADER', '12 NEWLEADER']],
  ['13 broadcast', upTo(5, '13.')],
  ['14 liveness', ['14', '14 the loop']],
  ['26 traps', upTo(40, 'trap 26.').map((trap) => trap.replace('trap ', ''))],
])('%s: every rule names a test', (_, rules) => {
  expect(rules.filter((rule) => !isNamed(rule))).toEqual([]);
});
