/** All challenges, the easier ones first. */
import type { Scenario } from '../scenario/scenario.ts';
import type { SetChallenge } from './challenge.ts';
import { burnEpochs } from './burn-epochs.ts';
import { cutALog } from './cut-a-log.ts';
import { expiredAlive } from './expired-alive.ts';
import { forceSnap } from './force-snap.ts';
import { olderLeads } from './older-leads.ts';
import { s1Leads } from './s1-leads.ts';
import { staleAnswer } from './stale-answer.ts';
import { stalled } from './stalled.ts';
import { threeOfFive } from './three-of-five.ts';
import { threeOfSeven } from './three-of-seven.ts';
import { twoLeading } from './two-leading.ts';
import { twoOfFour } from './two-of-four.ts';
import { unknownNotFailed } from './unknown-not-failed.ts';

export const CHALLENGES: readonly SetChallenge[] = [
  s1Leads,
  twoLeading,
  cutALog,
  staleAnswer,
  unknownNotFailed,
  expiredAlive,
  stalled,
  forceSnap,
  burnEpochs,
  threeOfSeven,
  threeOfFive,
  twoOfFour,
  olderLeads,
];

/** The challenge of that name, or null. */
export function challengeCalled(id: string): SetChallenge | null {
  return CHALLENGES.find(({ challenge }) => challenge.id === id) ?? null;
}

/** The challenge that a run is an attempt at, or null: it begins with its scene. */
export function challengeOf({ id }: Pick<Scenario, 'id'>): SetChallenge | null {
  return CHALLENGES.find(({ challenge }) => challenge.scene.id === id) ?? null;
}
