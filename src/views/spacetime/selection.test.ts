import { expect, it } from 'vitest';
import { auditor } from '../../audit/audit.ts';
import { Session } from '../../app/session.ts';
import { fiveServers } from '../../scenario/builtin/five-servers.ts';
import { startOf } from '../../scenario/start.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { arrowsOf } from './arrows.ts';
import { arrowOfMessage, messageOfArrow } from './selection.ts';

const start = (from: typeof fiveServers) => startOf(from, auditor);

it('a message under way and its arrow name each other, however many are alike', () => {
  const session = new Session({ machine: zooKeeperMachine, withScript, start }, fiveServers);
  session.ensureAhead({ branch: 0, cursor: 400 }, 0);
  const run = session.branch(0);
  const arrows = arrowsOf(run, null);
  let checked = 0;
  for (let cursor = 1; cursor < 300; cursor += 3) {
    const { messages } = session.facts(select, { branch: 0, cursor });
    for (const message of messages.filter(({ type }) => type !== 'INITIAL')) {
      const i = arrowOfMessage(arrows, run, message, messages, cursor);
      if (i < 0) continue;
      checked += 1;
      expect(messageOfArrow(arrows, run, i, messages, cursor)).toBe(message);
      const { packet, at } = run.entryAt(arrows.index[i] ?? -1);
      expect([packet?.type, at]).toEqual([message.type, message.arrivesAt]);
    }
  }
  expect(checked).toBeGreaterThan(100);
});
