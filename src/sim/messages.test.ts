// Actions on single messages: lost, held up, let through, and refused with a reason.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Timeline } from '../history/timeline.ts';
import { Branches } from '../history/branches.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Action, MessageRef } from './action.ts';
import type { Entry } from './entry.ts';
import type { MessageFacts } from './facts.ts';
import { zooKeeperMachine } from './machine.ts';
import type { Moment } from './moment.ts';
import { select } from './select.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

type Run = Timeline<Moment, Action, Entry>;

let branches = new Branches(zooKeeperMachine, startOf(leaderKilled, null));
let run = branches.get(0);

beforeAll(() => {
  branches = new Branches(zooKeeperMachine, startOf(leaderKilled, null));
  run = branches.get(0);
  run.extend(900);
});

/** Where `wanted` is first under way, and it. */
function firstUnderWay(of: Run, wanted: (message: MessageFacts) => boolean): { cursor: number; found: MessageFacts } {
  for (let cursor = 0; cursor < of.length; cursor++) {
    const found = select(of.momentAt(cursor)).messages.find(wanted);
    if (found !== undefined) return { cursor, found };
  }
  throw new Error('never under way');
}

/** The leader's proposal of ann's create, on its way to S1. */
function proposal(): { cursor: number; ref: MessageRef; found: MessageFacts } {
  const one = firstUnderWay(run, ({ type, to, sentAt }) => type === 'PROPOSAL' && to === 0 && sentAt > 1150);
  return { ...one, ref: { from: s3, to: s1, packet: 'PROPOSAL', number: one.found.number } };
}

function after(cursor: number, ...actions: readonly Action[]): Run {
  const acted = branches.act(0, cursor, actions);
  if (!acted.ok) throw new Error(acted.error.reason);
  acted.value.extend(300);
  return acted.value;
}

function received(of: Run, from: number, node: number, type: string): readonly number[] {
  return Array.from({ length: of.length - (of.fork?.cursor ?? 0) }, (_, i) => of.entryAt((of.fork?.cursor ?? 0) + i))
    .filter((entry) => entry.node === node && entry.other === from && entry.packet?.type === type)
    .map(({ at }) => at);
}

describe('one message', () => {
  it('dropped, it is told as lost by that very event, and never received', () => {
    const { cursor, ref, found } = proposal();
    const branch = after(cursor, { do: 'dropMessage', ...ref });
    const { lost, at } = branch.entryAt(cursor);
    expect(lost).toMatchObject([{ from: 2, to: 0, sentAt: found.sentAt, at, packet: { type: 'PROPOSAL' } }]);
    expect(select(branch.momentAt(cursor + 1)).messages.some(({ seq }) => seq === found.seq)).toBe(false);
    // The commit behind it comes all the same: that no connection does.
    expect(received(branch, 2, 0, 'PROPOSAL')).toEqual([]);
    expect(received(branch, 2, 0, 'COMMIT').length).toBeGreaterThan(0);
  });

  it('delayed, what its sender says after it on that connection waits behind it', () => {
    const { cursor, ref, found } = proposal();
    const branch = after(cursor, { do: 'delayMessage', ...ref, millis: 300 });
    const at = received(branch, 2, 0, 'PROPOSAL')[0] ?? 0;
    expect(at).toBe(found.arrivesAt + 300);
    expect(received(branch, 2, 0, 'COMMIT')[0]).toBeGreaterThanOrEqual(at);
    // The other follower is a quorum with the leader: nobody waits for S1.
    expect(received(branch, 2, 1, 'COMMIT')[0]).toBeLessThan(at);
  });

  it('hurried, it is what happens next', () => {
    const { cursor, ref, found } = proposal();
    const branch = after(cursor, { do: 'hurryMessage', ...ref });
    const { at, packet, node, since } = branch.entryAt(cursor + 1);
    expect([at, packet?.type, node, since]).toEqual([branch.entryAt(cursor).at, 'PROPOSAL', 0, found.sentAt]);
    expect(zooKeeperMachine.refusal(branch.momentAt(cursor + 1), { do: 'hurryMessage', ...ref })).toBe('messageNext');
  });

  it('of a client, by its name', () => {
    const { cursor, found } = firstUnderWay(run, ({ type }) => type === 'CALL');
    const ref: MessageRef = { from: 'ann', to: s1, packet: 'CALL', number: found.number };
    const branch = after(cursor, { do: 'dropMessage', ...ref });
    expect(branch.entryAt(cursor).lost).toHaveLength(1);
    expect(zooKeeperMachine.refusal(run.momentAt(cursor), { do: 'dropMessage', ...ref, from: 'bob' })).toBe(
      'messageGone',
    );
  });

  it('is refused where there is none of that number and kind, with a reason where it cannot be', () => {
    const { cursor, ref } = proposal();
    const refusal = (action: Action): string | null => zooKeeperMachine.refusal(run.momentAt(cursor), action);
    expect(refusal({ do: 'dropMessage', ...ref })).toBeNull();
    expect(refusal({ do: 'dropMessage', ...ref, packet: 'COMMIT' })).toBe('messageGone');
    expect(refusal({ do: 'dropMessage', ...ref, number: ref.number + 1 })).toBe('messageGone');
    expect(refusal({ do: 'dropMessage', ...ref, from: s2 })).toBe('messageGone');
    const cut = after(cursor, { do: 'cut', from: s3, to: s1 });
    const behindCut = { do: 'hurryMessage', ...ref } as const;
    expect(zooKeeperMachine.refusal(cut.momentAt(cursor + 1), behindCut)).toBe('messageCut');
  });

  it('in a script that comes too late for it changes nothing', () => {
    const { ref, found } = proposal();
    const action: Action = { do: 'dropMessage', ...ref };
    const script = [...leaderKilled.script, { at: found.arrivesAt + 1, action }].toSorted((a, b) => a.at - b.at);
    const late = new Branches(zooKeeperMachine, startOf({ ...leaderKilled, script }, null)).get(0);
    late.extend(run.length);
    const index = Array.from({ length: late.length }, (_, i) => late.entryAt(i)).findIndex(
      (entry) => entry.action?.do === 'dropMessage',
    );
    expect(index).toBeGreaterThan(0);
    expect(late.entryAt(index).lost).toEqual([]);
  });
});
