/** What a lesson says is read by a class whole: a presenter's remote cannot scroll. */
import type { Page } from 'playwright/test';
import { LESSONS } from '../src/lessons/lessons.ts';
import type { Step } from '../src/lessons/lesson.ts';
import type { StepWords } from '../src/lessons/words.ts';
import { LANGUAGES, type Language } from '../src/locales/language.ts';
import { textWidth } from '../src/views/stage/text-width.ts';
import { expect, test } from './fixture.ts';

// Ways to events are not watched.
test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } });

/** So many of the longest are looked at, of questions and of what stands alone. */
const LONGEST = 3;
/** What a line has room for, in the size of its letters, and what lines are counted for the rest. */
const [LINE, FONT] = [261, 13];
const [LINES_OF_TABLE, LINES_OF_HEADING] = [4, 2];

interface Place {
  readonly id: string;
  readonly step: number;
  readonly lines: number;
}

function linesOf(text: string, room = LINE): number {
  return text.split('\n\n').reduce((sum, one) => sum + Math.ceil(textWidth(one, FONT) / room), 0);
}

/** About so many lines are above the fold where a step opens: words, table, question and answers. */
function lengthOf({ predict, show }: Step, { title, says, ask = '', choices = {} }: StepWords): number {
  const named = predict?.choices.filter((one) => one.named === true) ?? [];
  const answers =
    predict === undefined
      ? 0
      : named.length > 0
        ? named.reduce((sum, { id }) => sum + linesOf(choices[id] ?? '', LINE - 40) + 1, 0)
        : 2;
  return (
    LINES_OF_HEADING * linesOf(title, LINE / 2) +
    linesOf(says) +
    (show?.votes === true ? LINES_OF_TABLE : 0) +
    linesOf(ask, LINE - 40) +
    answers
  );
}

/** The longest that ask, and the longest that do not. */
function longest(language: Language): readonly Place[] {
  const all = LESSONS.flatMap(({ lesson, words }) =>
    lesson.steps.flatMap((step, index): readonly (Place & { readonly asks: boolean })[] => {
      const said = words[language].steps[step.id];
      return said === undefined
        ? []
        : [{ id: lesson.id, step: index + 1, lines: lengthOf(step, said), asks: step.predict !== undefined }];
    }),
  );
  return [true, false].flatMap((asks) =>
    all
      .filter((one) => one.asks === asks)
      .toSorted((a, b) => b.lines - a.lines)
      .slice(0, LONGEST),
  );
}

/** Pixels of the words that are behind the question, or below the edge. */
async function hiddenOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const story = document.querySelector('[data-keeps=story]');
    const words = story?.querySelector('[data-part=lesson] > section');
    const end = story?.querySelector('[data-part=ask]')?.getBoundingClientRect().top;
    if (story === null || words === null || words === undefined) return Infinity;
    return Math.round(words.getBoundingClientRect().bottom - (end ?? story.getBoundingClientRect().bottom));
  });
}

for (const { language } of LANGUAGES) {
  test(`the longest steps of all lessons are read without scrolling (${language})`, async ({ page }) => {
    for (const { id, step } of longest(language)) {
      await page.goto('about:blank');
      await page.goto(`./?lecture&lang=${language}#lesson=${id}&step=${step}`);
      await expect(page.locator('[data-part=lesson] [aria-current=step]')).toBeVisible();
      await expect(page.locator('[data-part=lesson] [role=status]')).toHaveCount(0);
      expect.soft(await hiddenOf(page), `${id}, step ${step}`).toBeLessThanOrEqual(0);
    }
  });
}
