/**
 * Links, those into lessons included:
 *
 *   #lesson=which-vote-wins&step=3          a step, found by its event: the run may take another course in another version
 *   #lesson=which-vote-wins                 its first step
 *   #r=1.…&lesson=which-vote-wins&step=3    what somebody tried by themselves, having left the lesson at that step
 */
import { type Result, err, ok } from '../base/result.ts';
import * as link from '../scenario/link.ts';
import type { Share, ShareProblem } from '../scenario/share.ts';

const FIELDS = /(?:^|&)lesson=([^&]*)(?:&step=([^&]*))?$/;

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
