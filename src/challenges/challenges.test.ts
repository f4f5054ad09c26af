// Plays every challenge: what can be done is done at par, what cannot is tried and fails, and nothing is done by itself.
import { describe, expect, it } from 'vitest';
import { type Grade, endOf, gradeOf } from '../app/challenge.ts';
import { type Place, Session } from '../app/session.ts';
import { startWhole } from '../app/whole-engine.ts';
import type { Way } from '../lessons/lesson.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { type Challenge, parOf } from './challenge.ts';
import { CHALLENGES, challengeCalled, challengeOf } from './challenges.ts';

function played(
  challenge: Challenge,
  ways: readonly Way[],
): { readonly grade: Grade; readonly place: Place; readonly session: Session } {
  const { scene } = challenge;
  const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, scene);
  const place = endOf(session, challenge, scene, ways, (scenario) => void session.open(scenario));
  return { session, place, grade: gradeOf(session, place, challenge) };
}

/** How often an untouched run is graded, and how far apart. */
const LOOKS = 12;
const LOOK_EVENTS = 100;

describe.each(CHALLENGES.map((one) => [one.challenge.id, one] as const))('challenge %s', (_, { challenge, words }) => {
  it('is not done by itself', () => {
    const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, challenge.scene);
    for (let look = 0; look < LOOKS; look++) {
      session.ensureAhead({ branch: 0, cursor: 0 }, look * LOOK_EVENTS);
      const cursor = Math.min(look * LOOK_EVENTS, session.branch(0).length);
      expect(gradeOf(session, { branch: 0, cursor }, challenge)).toMatchObject({ deeds: 0, isDone: false });
    }
  });

  if (challenge.solution !== null) {
    it('is done at par, by deeds that its rules allow, and not before the last', () => {
      const ways = challenge.solution ?? [];
      const { grade, session, place } = played(challenge, ways);
      expect(grade).toEqual({
        holds: challenge.goal.map(() => true),
        deeds: parOf(challenge),
        against: null,
        isChanged: false,
        isDone: true,
      });
      for (const { acts } of ways) expect(acts?.length ?? 1).toBe(1);
      const { fork } = session.branch(place.branch);
      if (fork === null) throw new Error('nothing was done');
      const before = gradeOf(session, { branch: fork.parent.id, cursor: fork.cursor }, challenge);
      expect(before.isDone).toBe(false);
    });
  } else {
    it('fails however near one comes, and no part of it is out of reach', () => {
      const grades = (challenge.attempts ?? []).map((ways) => played(challenge, ways).grade);
      expect(grades.length).toBeGreaterThan(0);
      for (const grade of grades) {
        expect(grade).toMatchObject({ against: null, isChanged: false, isDone: false });
        expect(grade.holds).toContain(true);
      }
    });
  }

  it('says as many conditions as it has, in two languages that differ', () => {
    for (const { goal } of Object.values(words)) expect(goal.length).toBe(challenge.goal.length);
    const [english, chinese] = [words.en, words.zh].map(({ title, task, goal, why }) => [title, task, why, ...goal]);
    expect(english?.filter((text, at) => text === chinese?.[at] || text.trim() === '')).toEqual([]);
    expect(challenge.cites.filter((section) => !/^\d+(\.\d+)?$/.test(section))).toEqual([]);
    expect(challenge.cites.length).toBeGreaterThan(0);
  });
});

it('challenges are told apart by name and by the scene that a run begins with', () => {
  expect(CHALLENGES.length).toBeGreaterThanOrEqual(12);
  for (const one of CHALLENGES) {
    expect(challengeCalled(one.challenge.id)).toBe(one);
    expect(challengeOf(one.challenge.scene)).toBe(one);
  }
});
