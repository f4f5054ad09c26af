import { expect, it } from 'vitest';
import { branchBeside, namedBranches, placeOnBranch, placeOnNextBranch } from '../../app/branches.ts';
import { Session } from '../../app/session.ts';
import { enLab } from '../../locales/en-lab.ts';
import { firstLook } from '../../scenario/builtin/first-look.ts';
import { startOf } from '../../scenario/start.ts';
import type { Action } from '../../sim/action.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { deedText } from '../story/action-text.ts';
import { branchesBeside, deedOf } from './branches.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const kill = (server: typeof s1): Action => ({ do: 'kill', server });
const call: Action = {
  do: 'call',
  client: 'c1',
  operation: { op: 'create', path: '/w1', data: 'w1', dataLength: 2, ephemeral: false, sequential: false },
};

function sessionAt(cursor: number) {
  const session = new Session(
    { machine: zooKeeperMachine, withScript, start: (from) => startOf(from, null) },
    firstLook,
  );
  session.ensureAhead({ branch: 0, cursor }, 100);
  const act = (branch: number, at: number, ...actions: readonly Action[]): number => {
    session.ensureAhead({ branch, cursor: at }, 100);
    const acted = session.act({ branch, cursor: at }, actions);
    if (!acted.ok) throw new Error(acted.error.reason);
    return acted.value.branch;
  };
  return { session, act };
}

it.each<[string, readonly Action[]]>([
  ['Kill S3', [kill(s3)]],
  [
    'Restart S1',
    [
      { do: 'stop', server: s1 },
      { do: 'start', server: s1 },
    ],
  ],
  ['Client c1: create /w1', [{ do: 'connect', client: 'c1', server: s1, timeoutMillis: 10_000 }, call]],
  [
    'Cut 2 links',
    [
      { do: 'cut', from: s1, to: s2 },
      { do: 'cut', from: s2, to: s1 },
      { do: 'cut', from: s1, to: s3 },
    ],
  ],
])('a deed is called %s', (name, actions) => {
  expect(deedText(actions, enLab)).toBe(name);
});

it('names branches by deed, and leaves out those that another went on from at once', () => {
  const { session, act } = sessionAt(100);
  const frozen = act(0, 100, { do: 'freeze', server: s3 });
  const both = act(frozen, 101, kill(s1));
  const later = act(both, 150, kill(s2));
  const other = act(0, 120, kill(s1));
  const ids = (shown: number) => namedBranches(session, shown).map(({ id }) => id);
  expect(ids(0)).toEqual([0, both, later, other]);
  expect(ids(frozen)).toEqual([0, frozen, both, later, other]);
  expect(branchesBeside(session, other).map(({ id, forkCursor }) => [id, forkCursor])).toEqual([
    [both, 100],
    [later, 100],
    [0, 120],
  ]);
  expect(deedOf(session, session.branch(0))).toBeNull();
  expect(deedOf(session, session.branch(later))).toEqual({
    actions: [kill(s2)],
    at: session.branch(later).timeAt(151),
  });
});

it('sets a branch beside the one it left, and the root beside the newest', () => {
  const { session, act } = sessionAt(100);
  expect(branchBeside(session, 0)).toBeNull();
  const frozen = act(0, 100, { do: 'freeze', server: s3 });
  const both = act(frozen, 101, kill(s1));
  const later = act(both, 150, kill(s2));
  expect(branchBeside(session, later)).toBe(both);
  // What was gone on from at once is nobody's branch.
  expect(branchBeside(session, both)).toBe(0);
  expect(branchBeside(session, 0)).toBe(later);
});

it('goes from branch to branch, to just after they part', () => {
  const { session, act } = sessionAt(100);
  const one = act(0, 100, kill(s1));
  const other = act(0, 120, kill(s2));
  expect(placeOnNextBranch(session, 0, 1)).toEqual({ branch: one, cursor: 101 });
  expect(placeOnNextBranch(session, one, 1)).toEqual({ branch: other, cursor: 101 });
  expect(placeOnNextBranch(session, other, 1)).toBeNull();
  expect(placeOnNextBranch(session, 0, -1)).toBeNull();
});

it('a branch is gone to after the whole of its deed, and the root where it was left, not at its start', () => {
  const { session, act } = sessionAt(100);
  const both = act(0, 100, kill(s1), kill(s2));
  expect(placeOnBranch(session, 0, both)).toEqual({ branch: both, cursor: 102 });
  expect(placeOnBranch(session, both, 0)).toEqual({ branch: 0, cursor: 101 });
});
