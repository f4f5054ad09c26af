import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Branches } from './branches.ts';
import { type ToyAction, type ToyEntry, type ToyMoment, ACTED, toyMachine, toyStart } from './toy-machine.ts';

const SPACING = { strideEvents: 16, countMax: 6 };

type Toys = Branches<ToyMoment, ToyAction, ToyEntry>;

function toys(): Toys {
  const branches = new Branches(toyMachine, toyStart(1_000_000), SPACING);
  branches.get(0).extend(100);
  return branches;
}

/** The branch that a deed leads to. */
function acted(branches: Toys, id: number, cursor: number, deed: ToyAction | readonly ToyAction[], wait = 0): number {
  const actions = 'cell' in deed ? [deed] : deed;
  const result = branches.act(id, cursor, actions, wait);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

/** The digest after `cursor` events of a branch, by nothing but its interventions. */
function digestByReplay(branches: Toys, id: number, cursor: number): string {
  const live = toyMachine.resume(toyStart(1_000_000));
  const interventions = new Map(branches.interventionsOf(id).map((intervention) => [intervention.after, intervention]));
  for (let i = 0; i < cursor; i++) {
    const intervention = interventions.get(i);
    if (intervention === undefined) toyMachine.step(live, false);
    else toyMachine.act(live, intervention.action, intervention.wait, false);
  }
  return toyMachine.digest(live);
}

it('random acts and seeks equal a replay of the interventions, on every branch', () => {
  const deed = fc.record({
    branch: fc.nat(),
    cursor: fc.nat(),
    actions: fc.array(fc.record({ cell: fc.nat(3), add: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    wait: fc.nat(2),
    run: fc.nat(90),
  });
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 14 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
      (deeds, looks) => {
        const branches = toys();
        for (const { branch, cursor, actions, wait, run } of deeds) {
          const id = branch % branches.all.length;
          const made = acted(branches, id, cursor % (branches.get(id).length + 1), actions, wait);
          branches.get(made).extend(run);
        }
        for (const [branch, at] of looks) {
          const id = branch % branches.all.length;
          const cursor = at % (branches.get(id).length + 1);
          expect(branches.get(id).digestAt(cursor)).toBe(digestByReplay(branches, id, cursor));
        }
      },
    ),
    { numRuns: 40, seed: 1 },
  );
});

it('acting in the past leaves the old future as it was', () => {
  const branches = toys();
  const before = Array.from({ length: 101 }, (_, cursor) => branches.get(0).digestAt(cursor));
  const fork = branches.get(acted(branches, 0, 40, { cell: 1, add: 5 }));
  fork.extend(100);
  expect(fork.length).toBe(141);
  expect(Array.from({ length: 101 }, (_, cursor) => branches.get(0).digestAt(cursor))).toEqual(before);
  expect(fork.digestAt(40)).toBe(before[40]);
  expect(fork.digestAt(41)).not.toBe(before[41]);
});

it('an action is one event of its branch, seen in rows, entries and marks', () => {
  const branches = toys();
  const fork = branches.get(acted(branches, 0, 40, { cell: 1, add: 5 }));
  fork.extend(20);
  expect(fork.entryAt(40).action).toEqual({ cell: 1, add: 5 });
  expect(fork.rowAt(40)).toMatchObject({ node: 1, flags: ACTED });
  expect(fork.nextMark(0, ACTED)).toBe(40);
  expect(fork.previousMark(61, ACTED)).toBe(40);
  expect(fork.previousMark(40, ACTED)).toBeNull();
  const shared = [...branches.get(0).marks(0, 40)];
  expect([...fork.marks(0, 40)]).toEqual(shared);
  expect(fork.rowAt(39)).toEqual(branches.get(0).rowAt(39));
});

it('the same action at the same place leads to the branch that exists', () => {
  const branches = toys();
  const first = acted(branches, 0, 40, { cell: 1, add: 5 });
  expect(acted(branches, 0, 40, { cell: 1, add: 5 })).toBe(first);
  // Its own beginning is the parent's: from inside it leads to itself as well.
  expect(acted(branches, first, 40, { cell: 1, add: 5 })).toBe(first);
  expect(acted(branches, 0, 40, { cell: 2, add: 5 })).not.toBe(first);
  expect(acted(branches, 0, 41, { cell: 1, add: 5 })).not.toBe(first);
});

it('two actions at one instant follow each other', () => {
  const branches = toys();
  const first = acted(branches, 0, 40, { cell: 1, add: 5 });
  const second = acted(branches, first, 41, { cell: 2, add: 7 });
  expect(branches.get(second).fork?.parent.id).toBe(first);
  expect(branches.interventionsOf(second)).toEqual([
    { after: 40, wait: 0, action: { cell: 1, add: 5 } },
    { after: 41, wait: 0, action: { cell: 2, add: 7 } },
  ]);
});

it('acting before the fork of a branch leaves its interventions behind', () => {
  const branches = toys();
  const first = acted(branches, 0, 40, { cell: 1, add: 5 });
  const other = acted(branches, first, 30, { cell: 2, add: 7 });
  expect(branches.interventionsOf(other)).toEqual([{ after: 30, wait: 0, action: { cell: 2, add: 7 } }]);
});

it('refuses what the machine refuses, and opens nothing', () => {
  const branches = toys();
  const action = { cell: 1, add: 0 };
  const refused = { ok: false, error: { action, reason: 'changesNothing' } };
  expect(branches.act(0, 40, [action])).toEqual(refused);
  expect(branches.act(0, 40, [{ cell: 1, add: 1 }, action])).toEqual(refused);
  expect(branches.all.length).toBe(1);
});

it('one deed is one branch, however many actions it has', () => {
  const branches = toys();
  const [one, two] = [
    { cell: 1, add: 5 },
    { cell: 2, add: 7 },
  ];
  const both = acted(branches, 0, 40, [one, two]);
  expect(branches.all.length).toBe(2);
  expect([40, 41].map((index) => branches.get(both).entryAt(index).action)).toEqual([one, two]);
  expect(acted(branches, 0, 40, [one, two])).toBe(both);
  expect(acted(branches, 0, 40, [one])).not.toBe(both);
  expect(branches.interventionsOf(both)).toEqual([
    { after: 40, wait: 0, action: one },
    { after: 41, wait: 0, action: two, joined: true },
  ]);
  // Amid it another branch may leave: that knows only what came before.
  const amid = acted(branches, both, 41, { cell: 3, add: 1 });
  expect(branches.interventionsOf(amid).map(({ action }) => action)).toEqual([one, { cell: 3, add: 1 }]);
});

it('a branch with something else in store: the same past, a future of its own, and deeds that start from it', () => {
  const branches = toys();
  const other = branches.divert(0, 60, { ...branches.get(0).momentAt(60), countMax: 80 });
  other.extend(100);
  expect(other.length).toBe(80);
  expect(other.ended).toBe(true);
  expect(other.timeAt(60)).toBe(branches.get(0).timeAt(60));
  expect(other.momentAt(60).countMax).toBe(80);
  expect(other.momentAt(59).countMax).toBe(1_000_000);
  const deed = branches.get(acted(branches, other.id, 60, { cell: 1, add: 1 }));
  deed.extend(100);
  expect(deed.fork?.parent).toBe(other);
  expect(deed.momentAt(60).countMax).toBe(80);
  expect(deed.length).toBe(80);
  expect(branches.interventionsOf(deed.id)).toHaveLength(1);
});
