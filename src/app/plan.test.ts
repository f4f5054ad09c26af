import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { partition } from '../scenario/builtin/partition.ts';
import { decodeShare, encodeShare } from '../scenario/link.ts';
import { startOf } from '../scenario/start.ts';
import type { Action } from '../sim/action.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type Plan, planOf, revise } from './plan.ts';
import { type StepRef, exchanged, withContent, withStep, withoutStep } from './plan-edits.ts';
import { type Place, Session } from './session.ts';

const ENGINE = { machine: zooKeeperMachine, start: startWithoutAudit, withScript };

function startWithoutAudit(scenario: Parameters<typeof startOf>[0]): ReturnType<typeof startOf> {
  return startOf(scenario, null);
}

const kill = (sid: number): Action => ({ do: 'kill', server: sidOf(sid) });
const start = (sid: number): Action => ({ do: 'start', server: sidOf(sid) });

function acted(session: Session, place: Place, ...actions: readonly Action[]): Place {
  const result = session.act(place, actions);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** S5 leads; it is killed at event 300, started at 500, and the playhead is at 700. */
function killedAndStarted(): { readonly session: Session; readonly place: Place } {
  const session = new Session(ENGINE, partition);
  session.ensureAhead({ branch: 0, cursor: 0 }, 300);
  const killed = acted(session, { branch: 0, cursor: 300 }, kill(5));
  session.ensureAhead(killed, 200);
  const { branch } = acted(session, { branch: killed.branch, cursor: 500 }, start(5));
  session.ensureAhead({ branch, cursor: 0 }, 700);
  return { session, place: { branch, cursor: 700 } };
}

const deed = (index: number): StepRef => ({ of: 'deeds', index });
const step = (...indices: readonly number[]): StepRef => ({ of: 'script', indices });

function kinds(plan: Plan): string {
  return plan.deeds.map(({ at, actions }) => `${at} ${actions.map((action) => action.do).join('+')}`).join(', ');
}

it('an unchanged plan leads to the place it is of', () => {
  const { session, place } = killedAndStarted();
  expect(revise(session, place, planOf(session, place.branch))).toEqual({ place, leftOut: [], passed: [] });
});

it('without its last deed a branch is the one before it', () => {
  const { session, place } = killedAndStarted();
  const { place: changed } = revise(session, place, withoutStep(planOf(session, place.branch), deed(1)));
  expect(changed.branch).toBe(1);
  expect(session.branches).toHaveLength(3);
});

it('a deed put later, changed or added: the time of the playhead stays, the old future too', () => {
  const { session, place } = killedAndStarted();
  const plan = planOf(session, place.branch);
  const now = session.branch(place.branch).timeAt(place.cursor);
  const later = withContent(plan, deed(0), { at: (plan.deeds[0]?.at ?? 0) + 70, actions: [kill(5)] });
  for (const changed of [
    later,
    withContent(plan, deed(0), { at: plan.deeds[0]?.at ?? 0, actions: [kill(5), kill(4)] }),
    withStep(plan, { at: 100, actions: [{ do: 'freeze', server: sidOf(1) }] }),
  ]) {
    const before = session.digest(place);
    const revised = revise(session, place, changed);
    expect(revised.leftOut).toEqual([]);
    expect(kinds(planOf(session, revised.place.branch))).toBe(kinds(changed));
    const { branch, cursor } = revised.place;
    expect(session.branch(branch).timeAt(cursor)).toBeLessThanOrEqual(now);
    expect(session.branch(branch).timeAt(cursor + 1)).toBeGreaterThan(now);
    expect(session.digest(place)).toBe(before);
  }
});

it('a change after the playhead leaves it at its event', () => {
  const { session, place } = killedAndStarted();
  const early = { branch: place.branch, cursor: 200 };
  const revised = revise(session, early, withoutStep(planOf(session, place.branch), deed(0)));
  expect(revised.place.cursor).toBe(200);
});

it('a deed that makes no sense any more is left out with its reason', () => {
  const { session, place } = killedAndStarted();
  const { place: changed, leftOut } = revise(session, place, withoutStep(planOf(session, place.branch), deed(0)));
  expect(leftOut).toMatchObject([{ action: start(5), reason: 'alreadyRunning' }]);
  expect(planOf(session, changed.branch).deeds).toEqual([]);
});

it('a changed script parts from the old one where the first step differs', () => {
  const { session, place } = killedAndStarted();
  const plan = planOf(session, place.branch);
  // Script: five starts, connect, create, partition at 2000, healAll at 9000.
  const { place: changed } = revise(session, place, withoutStep(plan, step(7)));
  const parting = session.branch(changed.branch).fork?.parent.fork;
  expect(parting).toMatchObject({ actions: [] });
  expect(session.branch(changed.branch).timeAt(parting?.cursor ?? 0)).toBeLessThan(2000);
  expect(session.scenarioOf(changed.branch).script).toHaveLength(8);
  expect(session.scenarioOf(place.branch).script).toHaveLength(9);
  expect(kinds(planOf(session, changed.branch))).toBe(kinds(plan));
});

it('a changed plan can be taken back and done again', () => {
  const { session, place } = killedAndStarted();
  const { place: changed, passed } = revise(session, place, withoutStep(planOf(session, place.branch), deed(1)));
  session.edited(place, changed, passed);
  expect(session.undo(changed)).toEqual(place);
  expect(session.redo()).toEqual(changed);
  expect(session.undo(changed)).toEqual(place);
  // Then the deeds themselves, last first.
  expect(session.undo(place)).toMatchObject({ branch: 1 });
  expect(session.undo({ branch: 1, cursor: 301 })).toMatchObject({ branch: 0 });
  expect(session.canUndo({ branch: 0, cursor: 0 })).toBe(false);
});

it('acting before a changed step keeps the change', () => {
  const { session, place } = killedAndStarted();
  const plan = planOf(session, place.branch);
  const changed = revise(session, place, withoutStep(plan, step(2))).place;
  const { script } = session.scenarioOf(changed.branch);
  expect(script).toHaveLength(plan.script.length - 1);

  const result = session.act({ branch: changed.branch, cursor: 0 }, [start(5)]);
  if (!result.ok) throw new Error(result.error.reason);
  expect(session.scenarioOf(result.value.branch).script).toEqual(script);
  // So does a step more, put before it.
  const more = withStep(planOf(session, changed.branch), { at: 0, actions: [start(5)] });
  const revised = revise(session, changed, more).place;
  expect(planOf(session, revised.branch)).toMatchObject({ script });
});

function refAt({ script, deeds }: Plan, which: number): StepRef {
  const index = which % (script.length + deeds.length);
  return index < script.length ? step(index) : deed(index - script.length);
}

it('whatever is changed: a link to it opens at the same digest, beside the branch it was made from', async () => {
  const content = fc.record({
    at: fc.nat(10_000),
    actions: fc.constantFrom<readonly Action[]>([kill(5)], [start(5)], [{ do: 'healAll' }], [kill(1), start(1)]),
  });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), content }),
    fc.record({ kind: fc.constant('delete' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('set' as const), which: fc.nat(), content }),
    fc.record({ kind: fc.constant('exchange' as const), which: fc.nat(), other: fc.nat() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const { session, place: before } = killedAndStarted();
      let place = before;
      for (const one of changes) {
        const plan = planOf(session, place.branch);
        const changed =
          one.kind === 'add'
            ? withStep(plan, one.content)
            : one.kind === 'delete'
              ? withoutStep(plan, refAt(plan, one.which))
              : one.kind === 'set'
                ? withContent(plan, refAt(plan, one.which), one.content)
                : exchanged(plan, refAt(plan, one.which), refAt(plan, one.other));
        const revised = revise(session, place, changed);
        const made = planOf(session, revised.place.branch);
        expect(made.script).toEqual(changed.script);
        expect(made.deeds.length).toBe(changed.deeds.length - revised.leftOut.length);
        place = revised.place;
      }
      const share = session.share(place, null);
      const decoded = await decodeShare(await encodeShare(share));
      if (!decoded.ok) throw new Error(decoded.error.reason);
      const other = new Session(ENGINE, partition);
      const opened = other.openShare(decoded.value, [session.share(before, null)]);
      expect(opened).toMatchObject({ ok: true, value: { mismatch: null } });
      expect(other.branches.some(({ id }) => kinds(planOf(other, id)) === kinds(planOf(session, before.branch)))).toBe(
        true,
      );
    }),
    { numRuns: 8 },
  );
});
