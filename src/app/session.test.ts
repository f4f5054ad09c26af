import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { zk4646 } from '../scenario/builtin/bugs/zk4646.ts';
import { partition } from '../scenario/builtin/partition.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { decodeShare, encodeShare } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Share } from '../scenario/share.ts';
import { startOf } from '../scenario/start.ts';
import type { Action } from '../sim/action.ts';
import { FLAG_PHASE, FLAG_VOTE } from '../sim/flags.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment, Watcher } from '../sim/moment.ts';
import { withScript } from '../sim/script.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type Place, Session } from './session.ts';

const ROOT = { branch: 0, cursor: 0 };

function sessionOf(scenario: Scenario): Session {
  return new Session({ machine: zooKeeperMachine, withScript, start: (from) => startOf(from, null) }, scenario);
}

function done(session: Session, place: Place, action: Action): Place {
  const acted = session.act(place, [action]);
  if (!acted.ok) throw new Error(acted.error.reason);
  return acted.value;
}

function kill(sid: number): Action {
  return { do: 'kill', server: sidOf(sid) };
}

it('what is shared opens at the same digest, place and selection', async () => {
  const deed = fc.record({
    ahead: fc.nat(300),
    actions: fc.constantFrom<readonly Action[]>(
      [kill(5)],
      [kill(2)],
      [{ do: 'start', server: sidOf(5) }],
      [
        { do: 'stop', server: sidOf(4) },
        { do: 'start', server: sidOf(4) },
      ],
      [{ do: 'freeze', server: sidOf(1) }],
      [{ do: 'partition', groups: [[1, 2].map(sidOf), [3, 4, 5].map(sidOf)] }],
      [{ do: 'healAll' }],
      [
        { do: 'connect', client: 'c3', server: sidOf(3), timeoutMillis: 10_000 },
        { do: 'killClient', client: 'c3' },
      ],
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 8 }), fc.nat(200), async (deeds, rest) => {
      const session = sessionOf(partition);
      let place: Place = ROOT;
      for (const { ahead, actions } of deeds) {
        place = { branch: place.branch, cursor: place.cursor + ahead };
        session.ensureAhead(place, 1);
        const acted = session.act(place, actions);
        if (acted.ok) place = acted.value;
      }
      place = { branch: place.branch, cursor: place.cursor + rest };
      session.ensureAhead(place, 0);
      const link = await encodeShare(session.share(place, { kind: 'server', sid: sidOf(2) }));

      const decoded = await decodeShare(link);
      if (!decoded.ok) throw new Error(decoded.error.reason);
      const other = sessionOf(firstLook);
      const opened = other.openShare(decoded.value);
      if (!opened.ok) throw new Error(opened.error.reason);
      expect(opened.value).toMatchObject({ selection: { kind: 'server', sid: 2 }, mismatch: null });
      expect(opened.value.place.cursor).toBe(place.cursor);
      expect(other.digest(opened.value.place)).toBe(session.digest(place));
      expect(other.interventions(opened.value.place.branch)).toEqual(session.interventions(place.branch));
    }),
    { numRuns: 25, seed: 1 },
  );
});

it('a digest that differs is told, and the run is shown all the same', () => {
  const session = sessionOf(firstLook);
  const share: Share = { scenario: firstLook, interventions: [], cursor: 40, selection: null, digest: '00000000' };
  const opened = session.openShare(share);
  expect(opened).toMatchObject({ ok: true, value: { place: { cursor: 40 }, mismatch: { expected: '00000000' } } });
});

it.each<[string, Partial<Share>, unknown]>([
  [
    'an intervention that makes no sense there',
    {
      interventions: [
        { after: 60, wait: 0, action: kill(3) },
        { after: 70, wait: 0, action: kill(3) },
      ],
    },
    { reason: 'refused', intervention: 2, because: 'notRunning' },
  ],
  ['a selection of nobody', { selection: { kind: 'server', sid: sidOf(99) } }, { reason: 'noSuchServer', sid: 99 }],
  ['a cursor out of reach', { cursor: 10_000_000 }, { reason: 'unreachable', cursor: 10_000_000 }],
])('%s cannot be opened', (_, part, error) => {
  // Its servers never start, so nothing ever happens beyond its script.
  const scenario = part.cursor === undefined ? firstLook : { ...firstLook, script: [] };
  const share: Share = { scenario, interventions: [], cursor: 0, selection: null, digest: null, ...part };
  expect(sessionOf(firstLook).openShare(share)).toEqual({ ok: false, error });
});

it('several actions are one deed for undo and redo, and one branch', () => {
  const session = sessionOf(firstLook);
  const before = { branch: 0, cursor: 100 };
  session.ensureAhead(before, 0);
  const restart: readonly Action[] = [
    { do: 'stop', server: sidOf(1) },
    { do: 'start', server: sidOf(1) },
  ];
  const restarted = session.act(before, restart);
  if (!restarted.ok) throw new Error(restarted.error.reason);
  expect(restarted.value).toEqual({ branch: 1, cursor: 102 });
  expect(session.undo(restarted.value)).toEqual(before);
  expect([session.redo(), session.redo()]).toEqual([restarted.value, null]);
  expect(session.branches).toHaveLength(2);
});

it('of a deed of which one action is refused nothing is done', () => {
  const session = sessionOf(firstLook);
  const before = { branch: 0, cursor: 100 };
  session.ensureAhead(before, 0);
  const acted = session.act(before, [kill(1), kill(1)]);
  expect(acted).toMatchObject({ ok: false, error: { action: kill(1), reason: 'notRunning' } });
  expect(session.branches).toHaveLength(1);
});

it('acting in the past opens a branch; undo and redo walk between the two', () => {
  const session = sessionOf(firstLook);
  session.ensureAhead(ROOT, 300);
  const before = session.digest({ branch: 0, cursor: 300 });
  const killed = done(session, { branch: 0, cursor: 100 }, kill(3));
  const frozen = done(session, { branch: killed.branch, cursor: killed.cursor }, { do: 'freeze', server: sidOf(1) });
  expect(session.interventions(frozen.branch).map(({ after }) => after)).toEqual([100, 101]);
  expect(session.digest({ branch: 0, cursor: 300 })).toBe(before);

  const undone = session.undo(frozen);
  expect(undone).toEqual(killed);
  expect(session.undo(killed)).toEqual({ branch: 0, cursor: 100 });
  expect([session.redo(), session.redo(), session.redo()]).toEqual([killed, frozen, null]);

  session.undo(frozen);
  done(session, { branch: 0, cursor: 50 }, kill(1));
  expect(session.canRedo).toBe(false);
  expect(session.canUndo({ branch: 0, cursor: 50 })).toBe(false);
});

it('facts are computed once for each moment', () => {
  const session = sessionOf(firstLook);
  session.ensureAhead(ROOT, 200);
  let computed = 0;
  const select = ({ world }: Moment): { readonly now: number } => {
    computed += 1;
    return { now: world.now };
  };
  const place = { branch: 0, cursor: 120 };
  const facts = session.facts(select, place);
  session.facts(select, { branch: 0, cursor: 119 });
  expect(session.facts(select, place)).toBe(facts);
  expect(computed).toBe(2);
});

it('jumps between changes of phase or vote, both ways', () => {
  const session = sessionOf(firstLook);
  const length = session.ensureAhead(ROOT, 150);
  const changes = [...session.branch(0).marks(0, length)]
    .filter(({ flags }) => (flags & (FLAG_PHASE | FLAG_VOTE)) !== 0)
    .map(({ index }) => index + 1);
  const forth: number[] = [];
  for (
    let cursor = session.cursorOfChangeAfter(ROOT);
    cursor !== null && cursor <= length;
    cursor = session.cursorOfChangeAfter({ branch: 0, cursor })
  ) {
    forth.push(cursor);
  }
  expect(forth).toEqual(changes);
  const back: number[] = [];
  for (
    let cursor = session.cursorOfChangeBefore({ branch: 0, cursor: length });
    cursor > 0;
    cursor = session.cursorOfChangeBefore({ branch: 0, cursor })
  ) {
    back.push(cursor);
  }
  expect(back.toReversed()).toEqual(changes);
});

it('a run ends where nothing but pings follows, however long it is run', () => {
  const session = sessionOf(partition);
  const end = session.cursorOfEnd(0);
  const run = session.branch(0);
  expect(run.valueAt('flags', end - 1)).not.toBe(0);
  expect(run.timeAt(end)).toBeGreaterThanOrEqual(partition.script.at(-1)?.at ?? 0);
  expect(session.cursorOfChangeAfter({ branch: 0, cursor: end })).toBeNull();
  const { length } = run;
  expect(run.timeAt(length) - run.timeAt(end)).toBeLessThan(60_000);
  session.ensureAhead({ branch: 0, cursor: length }, 2000);
  expect(session.cursorOfEnd(0)).toBe(end);
});

it('a silence that ends in a timeout is no end', () => {
  const session = sessionOf(firstLook);
  const end = session.cursorOfEnd(0);
  const frozen = done(session, { branch: 0, cursor: end }, { do: 'freeze', server: sidOf(3) });
  const noticed = session.cursorOfChangeAfter(frozen);
  if (noticed === null) throw new Error('nobody noticed');
  const run = session.branch(frozen.branch);
  expect(run.timeAt(noticed) - run.timeAt(frozen.cursor)).toBeGreaterThan(5000);
  expect(session.cursorOfEnd(frozen.branch)).toBeGreaterThan(noticed);
});

it('runs on only as far as it is asked to', () => {
  const session = sessionOf(firstLook);
  expect(session.ensureAhead(ROOT, 50)).toBe(50);
  expect(session.ensureAhead({ branch: 0, cursor: 20 }, 10)).toBe(50);
  const length = session.ensureUntil(0, 400, 10_000);
  expect(session.branch(0).timeAt(length)).toBeGreaterThan(400);
  expect(session.branch(0).timeAt(length - 1)).toBeLessThanOrEqual(400);
  expect(session.ensureUntil(0, 1e9, 10)).toBe(length + 10);
});

it('run again for a late watcher, every branch is as long as it was and at the same digests', () => {
  let watcher: Watcher | null = null;
  const session = new Session(
    { machine: zooKeeperMachine, withScript, start: (from) => startOf(from, watcher) },
    firstLook,
  );
  session.ensureAhead({ branch: 0, cursor: 0 }, 200);
  const killed = done(session, { branch: 0, cursor: 120 }, kill(3));
  session.ensureAhead({ branch: killed.branch, cursor: 0 }, 300);
  const frozen = done(session, { branch: killed.branch, cursor: 150 }, { do: 'freeze', server: sidOf(1) });
  const diverted = session.divert({ branch: 0, cursor: 100 }, [...firstLook.script, { at: 60_000, action: kill(1) }]);
  session.ensureUntil(diverted.branch, 61_000, 10_000);
  const places = session.branches.map(({ id, length }) => ({ branch: id, cursor: length }));
  const digests = places.map((place) => session.digest(place));
  expect(session.momentAt(frozen).audit).toBeNull();

  watcher = auditor;
  session.runAgain();
  expect(session.branches.map(({ id, length }) => ({ branch: id, cursor: length }))).toEqual(places);
  expect(places.map((place) => session.digest(place))).toEqual(digests);
  expect(places.map((place) => session.momentAt(place).audit)).not.toContain(null);
});

it('a run laid aside is taken up as it was left, branches, undo and all', () => {
  const session = sessionOf(firstLook);
  session.ensureAhead(ROOT, 200);
  const killed = done(session, { branch: 0, cursor: 120 }, kill(3));
  const digest = session.digest(killed);
  session.shelve(killed);
  const other = session.open(partition);
  expect(session.shelf).toMatchObject([{ scenario: { id: 'first-look' }, place: killed }]);
  expect(session.takeUp(0, other).place).toEqual(killed);
  expect(session.digest(killed)).toBe(digest);
  expect(session.undo(killed)).toEqual({ branch: 0, cursor: 120 });
  expect(session.shelf).toMatchObject([{ scenario: { id: 'partition' } }]);
});

it('no more than four runs are laid aside', () => {
  const session = sessionOf(firstLook);
  for (let i = 0; i < 6; i++) {
    session.shelve({ branch: 0, cursor: i });
    session.open(firstLook);
  }
  expect(session.shelf.map(({ place }) => place.cursor)).toEqual([5, 4, 3, 2]);
});

it('another behaviour is a branch from the start: acted on, shared, run again, and the same one every time', async () => {
  const session = sessionOf(zk4646.scenario);
  const toggles = { newleaderOrder: 'D' } as const;
  const { branch } = session.behaving(toggles);
  expect(session.behaving({ ...toggles })).toEqual({ branch, cursor: 0 });
  expect(session.behaving(zk4646.scenario.toggles)).toEqual(ROOT);
  for (const id of [0, branch]) session.ensureAhead({ branch: id, cursor: 0 }, 300);
  const ends = (): readonly string[] => [0, branch].map((id) => session.digest({ branch: id, cursor: 300 }));
  const before = ends();
  expect(before[0]).not.toBe(before[1]);
  // What is done there, even before anything has happened, stays in that behaviour.
  const acted = done(session, { branch, cursor: 0 }, { do: 'wipe', server: sidOf(2) });
  expect(session.scenarioOf(acted.branch).toggles).toBe(toggles);
  expect(session.branch(acted.branch).fork?.parent.id).toBe(branch);
  session.runAgain();
  expect(ends()).toEqual(before);

  const link = await encodeShare(session.share({ branch, cursor: 300 }, null));
  const decoded = await decodeShare(link);
  if (!decoded.ok) throw new Error('no link');
  const other = sessionOf(firstLook);
  const opened = other.openShare(decoded.value, [{ scenario: zk4646.scenario, interventions: [] }]);
  if (!opened.ok) throw new Error('not opened');
  expect(opened.value.mismatch).toBeNull();
  const [beside] = opened.value.beside;
  other.ensureAhead({ branch: beside ?? 0, cursor: 0 }, 300);
  expect(other.digest({ branch: beside ?? 0, cursor: 300 })).toBe(before[0]);
});
