/**
 * Links, those into lessons included:
 *
 *   #lesson=which-vote-wins&step=3          a step, found by its event: the run may take another course in another version
 *   #lesson=which-vote-wins                 its first step
 *   #challenge=two-leading                  a challenge, at its beginning
 *   #r=1.…&lesson=which-vote-wins&step=3    what somebody tried by themselves, having left the lesson at that step
 */
import { type Result, err, ok } from '../base/result.ts';
import * as link from '../scenario/link.ts';
import type { Share, ShareProblem } from '../scenario/share.ts';

const FIELDS = /(?:^|&)lesson=([^&]*)(?:&step=([^&]*))?$/;

const CHALLENGE = /^challenge=(.*)$/;

/** The fragment, with its `#`. */
export async function encodeShare(share: Share): Promise<string> {
  const { lesson, ...rest } = share;
  if (lesson === undefined) return link.encodeShare(rest);
  const fields = `lesson=${lesson.id}&step=${lesson.step + 1}`;
  return lesson.free ? `${await link.encodeShare(rest)}&${fields}` : `#${fields}`;
}

/** What a fragment, with or without its `#`, stands for. */
export async function decodeShare(fragment: string): Promise<Result<Share, ShareProblem>> {
  const text = fragment.replace(/^#/, '');
  const found = FIELDS.exec(text);
  const challenge = CHALLENGE.exec(text);
  if (challenge !== null) return decodeChallenge(challenge[1] ?? '');
  if (found === null)
    return text.startsWith('lesson=') ? err({ reason: 'damaged', part: 'step' }) : link.decodeShare(text);
  const [fields, id = '', step = '1'] = found;
  // Most links lead elsewhere and need none of them.
  const { lessonCalled } = await import('../lessons/lessons.ts');
  const called = lessonCalled(id);
  if (called === null) return err({ reason: 'unknownLesson', id });
  const { lesson } = called;
  if (!/^[1-9]\d?$/.test(step) || Number(step) > lesson.steps.length) return err({ reason: 'damaged', part: 'step' });
  const rest = text.slice(0, text.length - fields.length);
  const shared = { id, step: Number(step) - 1, free: rest !== '' };
  if (rest !== '') {
    const own = await link.decodeShare(rest);
    return own.ok ? ok({ ...own.value, lesson: shared }) : own;
  }
  const [scenario] = Object.values(lesson.scenes);
  if (scenario === undefined) return err({ reason: 'damaged', part: id });
  return ok({ scenario, interventions: [], cursor: 0, selection: null, digest: null, lesson: shared });
}

async function decodeChallenge(id: string): Promise<Result<Share, ShareProblem>> {
  const { challengeCalled } = await import('../challenges/challenges.ts');
  const set = challengeCalled(id);
  if (set === null) return err({ reason: 'unknownChallenge', id });
  const { scene: scenario } = set.challenge;
  return ok({ scenario, interventions: [], cursor: 0, selection: null, digest: null });
}
