import { describe, expect, it } from 'vitest';
import { Session } from '../../app/session.ts';
import { BUILTIN_SCENARIOS } from '../../scenario/builtin.ts';
import { BUGS } from '../../scenario/builtin/bugs/bugs.ts';
import { followerReturns } from '../../scenario/builtin/follower-returns.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startOf } from '../../scenario/start.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { type Zxid, sidOf, zxidFrom, zxidLabel } from '../../zookeeper/ids.ts';
import type { SyncRule } from '../../zookeeper/notes.ts';
import { type Sync, type SyncNote, lastSyncs } from './last-syncs.ts';
import { numberLine } from './number-line.ts';
import { questionOf, questionsOf } from './rules.ts';

const z = (text: string): Zxid => {
  const [epoch = 0, counter = 0] = text.split('·').map(Number);
  return zxidFrom(epoch, counter);
};
const zs = (text: string): readonly Zxid[] => (text === '' ? [] : text.split(' ').map(z));

function decided(rule: SyncRule, mode: SyncNote['mode'], numbers: string): SyncNote {
  const [peer = '', min = '', max = '', last = '', op = ''] = numbers.split(' ');
  return {
    kind: 'syncDecided',
    learner: sidOf(5),
    mode,
    rule,
    zxid: z(op),
    peerLastZxid: z(peer),
    minCommittedLog: z(min),
    maxCommittedLog: z(max),
    lastProcessedZxid: z(last),
    txnCount: 0,
  };
}

describe('the first question that fits decides', () => {
  it.each([
    // rule, mode, peer min max last op → answers
    ['equal', 'DIFF', '1·2 1·1 1·2 1·2 1·2', 'decides notAsked notAsked notAsked notAsked'],
    ['pastMaxCommittedLog', 'TRUNC', '2·7 1·1 2·4 3·0 2·4', 'no decides notAsked notAsked notAsked'],
    ['inCommittedLog', 'DIFF', '1·2 1·1 1·4 1·4 1·4', 'no no decides notAsked notAsked'],
    ['crossEpoch', 'SNAP', '1·9 1·1 2·2 2·2 2·2', 'no no decides notAsked notAsked'],
    ['crossEpoch', 'SNAP', '0·9 1·1 2·2 2·2 2·2', 'no no no decides notAsked'],
    ['txnLogUnavailable', 'SNAP', '0·0 1·0 1·0 1·0 1·0', 'no no no decides notAsked'],
    ['unhandled', 'SNAP', '2·0 1·1 1·4 3·0 3·0', 'no no no no decides'],
    // An empty committedLog where the log on disk is not known: nothing is asked of it.
    ['unhandled', 'SNAP', '1·7 1·3 1·3 1·3 1·3', 'no passed no no decides'],
  ] as const)('%s %s %s', (rule, mode, numbers, answers) => {
    expect(
      questionsOf(decided(rule, mode, numbers))
        .map(({ state }) => state)
        .join(' '),
    ).toBe(answers);
  });
});

const line = (note: SyncNote, leader: string, learner: string): string =>
  numberLine(note, zs(leader), zs(learner))
    .map(
      ({ zxid, roles, fate, afterGap }) =>
        `${afterGap ? '… ' : ''}${zxidLabel(zxid)}${roles.length > 0 ? `(${roles.join()})` : ''} ${fate}`,
    )
    .join(', ');

describe('what becomes of each transaction', () => {
  it('TRUNC cuts what only the learner has', () => {
    expect(line(decided('pastMaxCommittedLog', 'TRUNC', '2·6 1·1 2·4 3·0 2·4'), '1·1 2·4', '1·1 2·4 2·5 2·6')).toBe(
      '1·1(min) kept, 2·4(max) kept, 2·5 cut, 2·6(peer) cut, 3·0(last) none',
    );
  });

  it('DIFF sends what the learner has not', () => {
    expect(line(decided('inCommittedLog', 'DIFF', '1·2 1·1 1·4 1·4 1·4'), '1·1 1·2 1·3 1·4', '1·1 1·2')).toBe(
      '1·1(min) kept, 1·2(peer) kept, 1·3 sent, 1·4(max,last) sent',
    );
  });

  it('a long history is folded before its newest', () => {
    const many = Array.from({ length: 30 }, (_, i) => `1·${i + 1}`).join(' ');
    const points = numberLine(decided('inCommittedLog', 'DIFF', '1·29 1·1 1·30 1·30 1·30'), zs(many), zs(many));
    expect(points).toHaveLength(10);
    expect(points.findIndex(({ afterGap }) => afterGap)).toBe(1);
  });
});

const start = (from: Scenario) => startOf(from, null);

/** Every decision of a run, as the picture shows it at its own event, for the learner and for the leader. */
function shownIn(scenario: Scenario, until: number): readonly { sync: Sync; fromLeader: readonly Sync[] }[] {
  const session = new Session({ machine: zooKeeperMachine, withScript, start }, scenario);
  const run = session.branch(0);
  while (run.timeAt(run.length) < until && run.extend(200) === 200);
  const shown: { sync: Sync; fromLeader: readonly Sync[] }[] = [];
  for (let index = 0; index < run.length; index++) {
    const decisions = run.entryAt(index).notes.filter((note) => note.kind === 'syncDecided');
    for (const { learner } of decisions) {
      const facts = session.facts(select, { branch: 0, cursor: index + 1 });
      const of = (sid: number) => facts.servers.find((server) => server.sid === sid);
      const [at, leader] = [of(learner), facts.servers.find(({ node }) => node === run.entryAt(index).node)];
      if (at?.leader !== leader?.sid || at === undefined || leader === undefined) continue;
      const [sync] = lastSyncs(run, index + 1, at, session.sids);
      if (sync !== undefined) shown.push({ sync, fromLeader: lastSyncs(run, index + 1, leader, session.sids) });
    }
  }
  return shown;
}

it('the picture and its lit question agree with every decision of the built-in runs and the old bugs', () => {
  const modes = new Set<string>();
  const runs = [
    ...BUILTIN_SCENARIOS.map((one) => [one, 12_000] as const),
    ...BUGS.map((bug) => [bug.scenario, bug.untilMillis] as const),
  ];
  for (const [scenario, until] of runs) {
    for (const { sync, fromLeader } of shownIn(scenario, until)) {
      const { note } = sync;
      modes.add(`${note.mode} ${questionOf(note)}`);
      expect(fromLeader).toContainEqual(sync);
      const questions = questionsOf(note);
      expect(questions.filter(({ state }) => state === 'decides')).toHaveLength(1);
      // Only what no question catches may have passed one.
      expect(note.rule === 'unhandled' || questions.every(({ state }) => state !== 'passed')).toBe(true);
    }
  }
  expect([...modes].toSorted()).toEqual(
    expect.arrayContaining(['DIFF equal', 'DIFF within', 'SNAP before', 'TRUNC past']),
  );
});

it('a follower that returns is shown what it missed', () => {
  const last = shownIn(followerReturns, 6000).at(-1);
  expect(last?.sync.note).toMatchObject({ mode: 'DIFF', rule: 'inCommittedLog', txnCount: 2 });
});
