/** How far a visitor has come in the lessons: kept in this browser alone, and handed out as a file. */

export interface Progress {
  readonly version: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export interface LessonProgress {
  /** The furthest step that was seen, counted from 0. */
  readonly step: number;
  /** The last step has been left behind. */
  readonly done: boolean;
  /** By step, the choice that was made first. */
  readonly answers: Readonly<Record<string, string>>;
}

const KEY = 'zabscope.lessons';
const NONE: Progress = { version: 1, lessons: {} };

/** What of the browser's storage this needs. */
export interface Kept {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

/** What was kept; nothing where that is forbidden, or is not ours. */
export function recallProgress(kept: () => Kept): Progress {
  try {
    const text = kept().getItem(KEY);
    const value: unknown = text === null ? null : JSON.parse(text);
    return isProgress(value) ? value : NONE;
  } catch {
    return NONE;
  }
}

export function keepProgress(kept: () => Kept, progress: Progress): void {
  try {
    kept().setItem(KEY, JSON.stringify(progress));
  } catch {
    // Storage is forbidden: it lasts as long as the page.
  }
}

/** With one more step seen, or an answer given: first answers stay, and nothing goes back. */
export function withProgress(progress: Progress, id: string, news: Partial<LessonProgress>): Progress {
  const { step, done, answers } = progress.lessons[id] ?? { step: 0, done: false, answers: {} };
  const lesson: LessonProgress = {
    step: Math.max(step, news.step ?? 0),
    done: done || (news.done ?? false),
    answers: { ...news.answers, ...answers },
  };
  return { ...progress, lessons: { ...progress.lessons, [id]: lesson } };
}

export function isProgress(value: unknown): value is Progress {
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['lessons'])) return false;
  return Object.values(value['lessons']).every(
    (one) =>
      isRecord(one) &&
      Number.isSafeInteger(one['step']) &&
      Number(one['step']) >= 0 &&
      typeof one['done'] === 'boolean' &&
      isRecord(one['answers']) &&
      Object.values(one['answers']).every((answer) => typeof answer === 'string'),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
