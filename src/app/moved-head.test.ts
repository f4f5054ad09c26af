import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import type { StageFacts } from '../sim/facts.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { select } from '../sim/select.ts';
import { movedHead } from './moved-head.ts';

/** Where something is behind something else on its connection. */
function queued(): {
  readonly moment: Moment;
  readonly facts: StageFacts;
  readonly first: number;
  readonly second: number;
} {
  const live = zooKeeperMachine.resume(startOf(leaderKilled, null));
  for (let i = 0; i < 400; i++) {
    zooKeeperMachine.step(live, false);
    const facts = select(live);
    for (const [second, message] of facts.messages.entries()) {
      const first = facts.messages.findIndex(
        (one) =>
          one.seq < message.seq &&
          one.from === message.from &&
          one.to === message.to &&
          one.port === message.port &&
          one.arrivesAt > facts.now,
      );
      if (first >= 0 && message.arrivesAt > (facts.messages[first]?.arrivesAt ?? 0)) {
        return { moment: live, facts, first, second };
      }
    }
  }
  throw new Error('no queue');
}

it('a head goes as far back as now, or as what is ahead of it', () => {
  const { facts, first, second } = queued();
  const [one, other] = [facts.messages[first], facts.messages[second]];
  if (one === undefined || other === undefined) throw new Error('gone');
  expect(movedHead(facts, one, facts.now - 50)).toMatchObject({ at: facts.now, stop: 'now' });
  expect(movedHead(facts, other, facts.now - 50)).toMatchObject({ at: one.arrivesAt, stop: 'queue' });
});

it('what it says is what the engine does', () => {
  for (const wanted of [-1000, 0, 1, 37]) {
    const { moment, facts, second } = queued();
    const message = facts.messages[second];
    if (message === undefined) throw new Error('gone');
    const { at, by, action } = movedHead(facts, message, message.arrivesAt + wanted);
    expect(action === null).toBe(by === 0);
    if (action === null) continue;
    expect(zooKeeperMachine.refusal(moment, action)).toBeNull();
    const live = zooKeeperMachine.resume(moment);
    zooKeeperMachine.act(live, action, 0, false);
    expect(select(live).messages.find(({ seq }) => seq === message.seq)?.arrivesAt).toBe(at);
  }
});
