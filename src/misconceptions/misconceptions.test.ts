// Plays the run of every misconception: it comes to a moment that refutes the claim, and what the words point at is there.
import { describe, expect, it } from 'vitest';
import { missingOf } from '../app/lit.ts';
import { momentIn, momentOf, saidAt } from '../app/misconception.ts';
import { Session } from '../app/session.ts';
import { startWhole } from '../app/whole-engine.ts';
import { isInspected, lookOf } from '../lessons/light.ts';
import { lessonCalled } from '../lessons/lessons.ts';
import { namesIn } from '../lessons/words.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { TOPICS } from './misconception.ts';
import { MISCONCEPTIONS, misconceptionCalled, misconceptionOf } from './misconceptions.ts';

describe.each(MISCONCEPTIONS.map((one) => [one.misconception.id, one] as const))('misconception %s', (_, set) => {
  const { misconception, words } = set;
  const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, misconception.scene);
  const cursor = momentIn(session, misconception);

  it('is refuted by its run, at one moment and the same every time', () => {
    expect(cursor).not.toBeNull();
    expect(momentOf(misconception)).toBe(cursor);
    // Something must have happened that speaks against it: it does not hold from the start.
    expect(misconception.refuted.length).toBeGreaterThan(0);
    expect(cursor).toBeGreaterThan(misconception.scene.script.length);
  });

  it('points at what is there', () => {
    const { lights, show } = misconception;
    expect(missingOf(session, { branch: 0, cursor: cursor ?? 0 }, lights)).toEqual([]);
    const sids: readonly number[] = session.sids;
    expect(show.server === null || sids.includes(show.server ?? 0)).toBe(true);
    const inspected = lights.filter(isInspected).map((light) => ('server' in light ? light.server : null));
    expect(inspected.filter((sid) => sid !== show.server)).toEqual([]);
    expect(lights.map(lookOf).filter((look) => look !== null && look !== (show.look ?? 'inside'))).toEqual([]);
    expect(lights.length).toBeGreaterThan(0);
  });

  it('says in two languages that differ what the run says', () => {
    const { values } = misconception;
    for (const { said, truth, see } of Object.values(words)) {
      // What is said of all runs names nothing of this one.
      expect([...namesIn(said), ...namesIn(truth)]).toEqual([]);
      expect([...new Set(namesIn(see))].toSorted()).toEqual(Object.keys(values).toSorted());
      for (const name of namesIn(see)) {
        const question = values[name];
        expect(question === undefined ? null : saidAt(session, cursor ?? 0, question)).not.toBeNull();
      }
    }
    const [english, chinese] = [words.en, words.zh].map(({ said, truth, see }) => [said, truth, see]);
    expect(english?.filter((text, at) => text === chinese?.[at] || text.trim() === '')).toEqual([]);
    expect(chinese?.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    for (const { truth } of Object.values(words))
      expect(truth.match(/[.。](?=\s|$|[\u4e00-\u9fff])/g)?.length).toBeLessThanOrEqual(3);
  });

  it('tells where that is written, and taught', () => {
    expect(misconception.cites.filter((section) => !/^\d+(\.\d+)?$/.test(section))).toEqual([]);
    expect(misconception.cites.length).toBeGreaterThan(0);
    expect(misconception.code.filter((name) => !/^[A-Z]\w+(\.\w+)?$/.test(name))).toEqual([]);
    expect(misconception.code.length).toBeGreaterThan(0);
    const { lesson } = misconception;
    expect(lesson === undefined || lessonCalled(lesson) !== null).toBe(true);
  });
});

it('misconceptions are told apart by name and by the scene that a run begins with, and stand by their topics', () => {
  expect(new Set(MISCONCEPTIONS.map(({ misconception }) => misconception.id)).size).toBe(MISCONCEPTIONS.length);
  for (const one of MISCONCEPTIONS) {
    expect(misconceptionCalled(one.misconception.id)).toBe(one);
    expect(misconceptionOf(one.misconception.scene)).toBe(one);
  }
  const topics = MISCONCEPTIONS.map(({ misconception }) => TOPICS.indexOf(misconception.topic));
  expect(topics).toEqual(topics.toSorted((a, b) => a - b));
  expect(new Set(topics).size).toBe(TOPICS.length);
});
