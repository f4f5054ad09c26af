/**
 * Links, those to what is found in a run and not counted included:
 *
 *   #lesson=which-vote-wins&step=3          a step, found by its event: the run may take another course in another version
 *   #lesson=which-vote-wins                 its first step
 *   #lesson=which-vote-wins&step=99         its last step, and that it has no more
 *   #challenge=two-leading                  a challenge, at its beginning
 *   #misconception=votes-by-zxid            the moment that refutes one, found the same way
 *   #misconceptions, #dictionary            a list, over the run that everybody knows
 *   #r=1.…&lesson=which-vote-wins&step=3    what somebody tried by themselves, having left the lesson at that step
 */
import { digestOf } from '../base/digest.ts';
import { type Result, err, ok } from '../base/result.ts';
import { idOfScene } from '../misconceptions/misconception.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import * as link from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { selectionText } from '../scenario/selection.ts';
import type { Share, ShareProblem, SharedLesson } from '../scenario/share.ts';

const FIELDS = /(?:^|&)lesson=([^&]*)(?:&step=([^&]*))?$/;

const CHALLENGE = /^challenge=(.*)$/;
const MISCONCEPTION = /^misconception=(.*)$/;

/** Sheets that have an address of their own. */
export const SHEET_LINKS = ['misconceptions', 'dictionary'] as const;

/** The fragment, with its `#`. */
export async function encodeShare(share: Share): Promise<string> {
  const { lesson, ...rest } = share;
  if (lesson === undefined) return (await momentLink(rest)) ?? link.encodeShare(rest);
  const fields = `lesson=${lesson.id}&step=${lesson.step + 1}`;
  return lesson.free ? `${await link.encodeShare(rest)}&${fields}` : `#${fields}`;
}

/** What a fragment, with or without its `#`, stands for. */
export async function decodeShare(fragment: string): Promise<Result<Share, ShareProblem>> {
  const text = fragment.replace(/^#/, '');
  const found = FIELDS.exec(text);
  const [challenge, misconception] = [CHALLENGE.exec(text), MISCONCEPTION.exec(text)];
  if (challenge !== null) return decodeChallenge(challenge[1] ?? '');
  if (misconception !== null) return decodeMisconception(misconception[1] ?? '');
  if (SHEET_LINKS.some((sheet) => sheet === text)) return ok(atStart(firstLook));
  if (found === null)
    return text.startsWith('lesson=') ? err({ reason: 'damaged', part: 'step' }) : link.decodeShare(text);
  const [fields, id = '', step = '1'] = found;
  // Most links lead elsewhere and need none of them.
  const { lessonCalled } = await import('../lessons/lessons.ts');
  const called = lessonCalled(id);
  if (called === null) return err({ reason: 'unknownLesson', id });
  const { lesson } = called;
  if (!/^[1-9]\d?$/.test(step)) return err({ reason: 'damaged', part: 'step' });
  const [asked, steps] = [Number(step), lesson.steps.length];
  const rest = text.slice(0, text.length - fields.length);
  const shared: SharedLesson = {
    id,
    step: Math.min(asked, steps) - 1,
    free: rest !== '',
    ...(asked > steps && { beyond: { asked, steps, text: `#${text}` } }),
  };
  if (rest !== '') {
    const own = await link.decodeShare(rest);
    return own.ok ? ok({ ...own.value, lesson: shared }) : own;
  }
  const [scenario] = Object.values(lesson.scenes);
  if (scenario === undefined) return err({ reason: 'damaged', part: id });
  return ok({ ...atStart(scenario), lesson: shared });
}

function atStart(scenario: Scenario): Share {
  return { scenario, interventions: [], cursor: 0, selection: null, digest: null };
}

async function decodeChallenge(id: string): Promise<Result<Share, ShareProblem>> {
  const { challengeCalled } = await import('../challenges/challenges.ts');
  const set = challengeCalled(id);
  return set === null ? err({ reason: 'unknownChallenge', id }) : ok(atStart(set.challenge.scene));
}

async function decodeMisconception(id: string): Promise<Result<Share, ShareProblem>> {
  const share = await shareOfMoment(id);
  return share === null ? err({ reason: 'unknownMisconception', id }) : ok(share);
}

/** The short link of the moment that refutes a misconception; null for any other place. */
async function momentLink({
  scenario,
  interventions,
  cursor,
  selection,
  bookmarks = [],
}: Share): Promise<string | null> {
  const id = idOfScene(scenario.id);
  if (id === null || interventions.length > 0 || bookmarks.length > 0) return null;
  const share = await shareOfMoment(id);
  if (share === null || share.cursor !== cursor || digestOf(share.scenario) !== digestOf(scenario)) return null;
  const isSelected = selection !== null && share.selection !== null;
  return isSelected && selectionText(selection) === selectionText(share.selection) ? `#misconception=${id}` : null;
}

/** Null for one that is not there, or whose run never comes to it. */
async function shareOfMoment(id: string): Promise<Share | null> {
  const { misconceptionCalled } = await import('../misconceptions/misconceptions.ts');
  const { momentOf } = await import('./misconception.ts');
  const set = misconceptionCalled(id);
  if (set === null) return null;
  const { scene, show } = set.misconception;
  const cursor = momentOf(set.misconception);
  const { server = null } = show;
  const selection = server === null ? null : ({ kind: 'server', sid: server } as const);
  return cursor === null ? null : { ...atStart(scene), cursor, selection };
}
