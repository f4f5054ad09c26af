import { describe, expect, it } from 'vitest';
import { Session } from '../../app/session.ts';
import { auditor } from '../../audit/audit.ts';
import { en } from '../../locales/en.ts';
import { enLab } from '../../locales/en-lab.ts';
import { BUILTIN_SCENARIOS } from '../../scenario/builtin.ts';
import { startOf } from '../../scenario/start.ts';
import { FLAG_PHASE, FLAG_VOTE } from '../../sim/flags.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { firstVotes } from '../first/votes.ts';
import { causesOf } from '../why/causes.ts';
import { beliefOf } from '../stage/belief.ts';
import { changesBetween } from '../stage/changes.ts';
import { sentence, tell } from './narrate.ts';
import { lessPings, positionOf, withEvent } from './shown-events.ts';
import { statusOf } from './status.ts';
import { whoIn } from './who.ts';

const EVENTS = 700;
const words = { ...en, ...enLab };

function play(index: number): Session {
  const scenario = BUILTIN_SCENARIOS[index];
  if (scenario === undefined) throw new Error(`no scenario ${index}`);
  const engine = {
    machine: zooKeeperMachine,
    withScript,
    start: (one: typeof scenario) => startOf(one, auditor),
    turningPoints: FLAG_PHASE | FLAG_VOTE,
  };
  const session = new Session(engine, scenario);
  session.ensureAhead({ branch: 0, cursor: 0 }, EVENTS);
  return session;
}

describe.each(BUILTIN_SCENARIOS.map(({ id }, index) => [id, index] as const))('%s', (_, index) => {
  const session = play(index);
  const run = session.branch(0);

  it('has one plain sentence for every event', () => {
    for (let at = 0; at < run.length; at++) {
      const who = whoIn(session.facts(select, { branch: 0, cursor: at + 1 }), en);
      const text = sentence(tell(run.entryAt(at), who, words), words);
      expect(text, `event ${at}`).toMatch(/^[\p{L}].{4,160}\.$/u);
      expect(text, `event ${at}`).not.toMatch(/undefined|NaN|null|object|#-?\d/);
    }
  });

  it('names whoever an event is about also where it has not been made yet', () => {
    const who = whoIn(session.facts(select, { branch: 0, cursor: 0 }), en, run);
    for (let at = 0; at < run.length; at++) {
      const later = whoIn(session.facts(select, { branch: 0, cursor: at + 1 }), en);
      const { node } = run.entryAt(at);
      expect(who(node), `event ${at}`).toEqual(later(node));
    }
  });

  it('has words for what each server believes and how the cluster stands', () => {
    for (let cursor = 0; cursor <= run.length; cursor++) {
      const facts = session.facts(select, { branch: 0, cursor });
      for (const server of facts.servers) {
        const { line, fact } = beliefOf(server, null, { disputed: false }, en);
        expect(`${line} ${fact}`, `cursor ${cursor}`).toMatch(/^\w.*[^ ]$/);
      }
      expect(statusOf(facts, en).join(), `cursor ${cursor}`).not.toMatch(/undefined|null/);
    }
  });

  it('leads every chain of causes back to something done from outside', () => {
    for (let at = 0; at < run.length; at += 7) {
      const chain = causesOf(run, at, session.sids);
      expect(chain[0]?.index).toBe(at);
      expect(chain.at(-1)?.entry.action, `event ${at}`).not.toBeNull();
      expect(chain.map(({ index: link }) => link)).toEqual(
        chain.map(({ index: link }) => link).toSorted((a, b) => b - a),
      );
    }
  });
});

describe('the first look', () => {
  const session = play(0);
  const run = session.branch(0);

  it('shows three votes, S3’s the greatest, the others beaten on the leader’s id', () => {
    const facts = session.facts(select, { branch: 0, cursor: EVENTS });
    const { votes, agreed, elected } = firstVotes(run, 0, EVENTS, facts);
    expect(votes.map(({ sid, by }) => [sid, by])).toEqual([
      [3, null],
      [2, 'leader'],
      [1, 'leader'],
    ]);
    expect(votes.map(({ beatenAt }) => beatenAt === null)).toEqual([true, false, false]);
    expect([agreed?.leader, elected?.leader]).toEqual([3, 3]);
  });

  it('changes are what differs between two moments, and nothing between equal ones', () => {
    for (let cursor = 1; cursor < 120; cursor++) {
      const [before, after] = [cursor - 1, cursor].map((at) => session.facts(select, { branch: 0, cursor: at }));
      if (before === undefined || after === undefined) throw new Error('no facts');
      for (const [sid, { was }] of changesBetween(before.servers, after.servers)) {
        const server = after.servers.find((one) => one.sid === sid);
        expect('state' in was && server?.state === was.state).toBe(false);
      }
      expect(changesBetween(after.servers, after.servers).size).toBe(0);
    }
  });

  it('the event list leaves out pings and half ticks, and nothing else', () => {
    const shown = lessPings(run, { tickMillis: 2000, serverCount: 5 });
    const left = Array.from({ length: run.length }, (_, at) => at).filter((at) => !shown.includes(at));
    expect(left.length).toBeGreaterThan(20);
    for (const at of left) {
      const { packet, timer } = run.entryAt(at);
      expect([packet?.type, timer], `event ${at}`).toSatisfy(
        ([type, name]: unknown[]) => type === 'PING' || type === 'CLIENTPING' || name === 'halfTick',
      );
    }
  });

  it('the event list has a row for the last event, whatever it is', () => {
    const shown = lessPings(run, { tickMillis: 2000, serverCount: 5 });
    for (let at = -1; at < run.length; at += 3) {
      const rows = withEvent(shown, at);
      expect(rows[positionOf(rows, at)]).toBe(at < 0 ? undefined : at);
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      expect(rows.length - shown.length).toBe(at < 0 || shown.includes(at) ? 0 : 1);
    }
  });
});
