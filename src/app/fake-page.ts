/** A browser of a few lines, for the tests of this folder: frames and time pass when a test says so. */
import * as keeper from './kept-run.ts';
import * as codec from './lesson-links.ts';
import * as keyboard from './keyboard.ts';
import type { BrowserPage } from './page.ts';
import { startWhole } from './whole-engine.ts';

export interface FakePage extends BrowserPage {
  /** Lets `count` frames pass, `millis` apart, as long as any are asked for. Returns how many were. */
  readonly frames: (count: number, millis: number) => number;
  readonly hide: (hidden: boolean) => void;
  readonly reduceMotion: () => void;
  /** Runs what waits for later. */
  readonly settle: () => Promise<void>;
  readonly type: (fragment: string) => void;
  /** What is stored for the next visit. */
  readonly stored: () => string | null;
}

export function fakePage(fragment = '', stored: string | null = null, run: string | null = null): FakePage {
  let hash = fragment;
  let last = stored;
  let keptRun = run;
  let millis = 1000;
  let hidden = false;
  let reduced = false;
  let frame: ((millis: number) => void) | null = null;
  const waiting: (() => Promise<void>)[] = [];
  return {
    clock: {
      request: (callback) => {
        frame = callback;
        return 1;
      },
      cancel: () => {
        frame = null;
      },
      isHidden: () => hidden,
      isMotionReduced: () => reduced,
    },
    bar: {
      read: () => hash,
      replace: (text) => {
        hash = text;
      },
      recall: () => last,
      remember: (text) => {
        last = text;
      },
      recallRun: () => keptRun,
      rememberRun: (text) => {
        keptRun = text;
      },
      later: (callback) => waiting.push(callback),
    },
    codec: Promise.resolve(codec),
    keeper: Promise.resolve(keeper),
    startWhole: Promise.resolve(startWhole),
    keyboard: Promise.resolve(keyboard),
    screen: 'lab',
    frames: (count, gap) => {
      for (let i = 0; i < count; i++) {
        const callback = frame;
        if (callback === null) return i;
        frame = null;
        millis += gap;
        callback(millis);
      }
      return count;
    },
    hide: (isHidden) => {
      hidden = isHidden;
    },
    reduceMotion: () => {
      reduced = true;
    },
    settle: async () => {
      await Promise.all(waiting.splice(0).map((callback) => callback()));
    },
    type: (text) => {
      hash = text;
    },
    stored: () => last,
  };
}
