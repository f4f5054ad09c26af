// Plays every challenge: what can be done is done at par, what cannot is tried and fails, and nothing is done by itself.
import { describe, expect, it } from 'vitest';
import { type Grade, endOf, gradeOf } from '../app/challenge.ts';
import { type Place, Session } from '../app/session.ts';
import { decodeShare, encodeShare } from '../app/lesson-links.ts';
import { startWhole } from '../app/whole-engine.ts';
import type { Way } from '../lessons/lesson.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { type Challenge, type SetChallenge, parOf } from './challenge.ts';
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

const isPossible = ({ challenge }: SetChallenge): boolean => challenge.solution !== null;
const named = (sets: readonly SetChallenge[]) => sets.map((one) => [one.challenge.id, one] as const);

describe.each(named(CHALLENGES))('challenge %s', (_, { challenge, words }) => {
  it('is not done by itself', () => {
    const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, challenge.scene);
    for (let look = 0; look < LOOKS; look++) {
      session.ensureAhead({ branch: 0, cursor: 0 }, look * LOOK_EVENTS);
      const cursor = Math.min(look * LOOK_EVENTS, session.branch(0).length);
      expect(gradeOf(session, { branch: 0, cursor }, challenge)).toMatchObject({ deeds: 0, isDone: false });
    }
  });

  it('says as many conditions as it has, in two languages that differ', () => {
    for (const { goal } of Object.values(words)) expect(goal.length).toBe(challenge.goal.length);
    const [english, chinese] = [words.en, words.zh].map(({ title, task, goal, why }) => [title, task, why, ...goal]);
    expect(english?.filter((text, at) => text === chinese?.[at] || text.trim() === '')).toEqual([]);
    expect(challenge.cites.filter((section) => !/^\d+(\.\d+)?$/.test(section))).toEqual([]);
    expect(challenge.cites.length).toBeGreaterThan(0);
  });
});

describe.each(named(CHALLENGES.filter(isPossible)))('challenge %s', (_, { challenge }) => {
  it('is done at par, by deeds that its rules allow, and not before the last', async () => {
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
    // A link to it proves it to whoever opens it.
    const link = await encodeShare(session.share(place, null));
    const shared = await decodeShare(link);
    if (!shared.ok) throw new Error(JSON.stringify(shared.error));
    const other = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, challenge.scene);
    const opened = other.openShare(shared.value);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.mismatch).toBeNull();
    expect(gradeOf(other, opened.value.place, challenge)).toEqual(grade);

    const { fork } = session.branch(place.branch);
    if (fork === null) throw new Error('nothing was done');
    const before = gradeOf(session, { branch: fork.parent.id, cursor: fork.cursor }, challenge);
    expect(before.isDone).toBe(false);
  });
});

describe.each(named(CHALLENGES.filter((one) => !isPossible(one))))('challenge %s', (_, { challenge }) => {
  it('fails however near one comes, and no part of it is out of reach', () => {
    const grades = (challenge.attempts ?? []).map((ways) => played(challenge, ways).grade);
    expect(grades.length).toBeGreaterThan(0);
    for (const grade of grades) {
      expect(grade).toMatchObject({ against: null, isChanged: false, isDone: false });
      expect(grade.holds).toContain(true);
    }
  });
});

it('challenges are told apart by name and by the scene that a run begins with', () => {
  expect(CHALLENGES.length).toBeGreaterThanOrEqual(12);
  for (const one of CHALLENGES) {
    expect(challengeCalled(one.challenge.id)).toBe(one);
    expect(challengeOf(one.challenge.scene)).toBe(one);
  }
});
