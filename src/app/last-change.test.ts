import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { select } from '../sim/select.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { cursorOfLastChange, mainValues } from './last-change.ts';
import { Session } from './session.ts';

function ran() {
  const session = new Session(
    { machine: zooKeeperMachine, start: (from) => startOf(from, null), withScript },
    leaderKilled,
  );
  session.ensureAhead({ branch: 0, cursor: 0 }, 400);
  const serverAt = (cursor: number) => {
    const server = session.facts(select, { branch: 0, cursor }).servers[1];
    if (server === undefined) throw new Error('there is an S2');
    return server;
  };
  return { session, serverAt };
}

it('goes back from change to change of one value, and ends where it never changed before', () => {
  const { session, serverAt } = ran();
  const epochs: number[] = [];
  for (let cursor: number | null = 400; cursor !== null;) {
    cursor = cursorOfLastChange(session, { branch: 0, cursor }, sidOf(2), (server) => server.currentEpoch);
    if (cursor === null) break;
    expect(serverAt(cursor).currentEpoch).not.toBe(serverAt(cursor - 1).currentEpoch);
    epochs.push(serverAt(cursor).currentEpoch);
  }
  expect(epochs).toEqual([2, 1]);
});

it('without a value named, it goes to whatever changed last', () => {
  const { session, serverAt } = ran();
  const cursor = cursorOfLastChange(session, { branch: 0, cursor: 400 }, sidOf(2), mainValues) ?? 0;
  expect(mainValues(serverAt(cursor))).not.toBe(mainValues(serverAt(cursor - 1)));
  for (let later = cursor; later < 399; later++) {
    expect(mainValues(serverAt(later + 1))).toBe(mainValues(serverAt(cursor)));
  }
});
