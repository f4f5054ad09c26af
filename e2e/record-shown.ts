/**
 * What the first look shows from its first picture on, kept by the page itself: a caption that stands for a second is
 * gone before a busy machine has asked for it.
 */
import type { Page } from 'playwright/test';

/** The page at one time, as far as it can be seen or read aloud. */
export interface Shown {
  readonly caption: string;
  readonly why: string;
  /** How many servers say that they look for a leader. */
  readonly looking: number;
  readonly playing: boolean;
  readonly dialogs: number;
  /** Buttons with words. */
  readonly buttons: readonly string[];
  /** The rows of the table of votes. */
  readonly votes: readonly string[];
}

/** To be called before the page is opened. Returns what has been shown so far, in order, each once as long as it stays. */
export async function recordShown(page: Page): Promise<() => Promise<readonly Shown[]>> {
  await page.addInitScript(record);
  return () => page.evaluate(() => Reflect.get(window, 'shownSoFar') as readonly Shown[]);
}

/** Runs in the page, before its own scripts: looks again whenever something has changed. */
function record(): void {
  const shownSoFar: Shown[] = [];
  Object.defineProperty(window, 'shownSoFar', { value: shownSoFar });
  const all = (selector: string): readonly Element[] =>
    Array.from(document.querySelectorAll(selector)).filter((element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  const textOf = (element: Element | undefined): string =>
    Array.from(element?.querySelectorAll('*') ?? [])
      .filter((part) => part.childElementCount === 0 && part.checkVisibility({ visibilityProperty: true }))
      .map((part) => part.textContent.trim())
      .join(' ');
  const look = (): void => {
    const [heading] = all('h1');
    if (heading === undefined) return;
    const named = (selector: string): readonly string[] =>
      all(selector).map((element) => element.getAttribute('aria-label') ?? '');
    const shown: Shown = {
      caption: heading.textContent,
      why: heading.nextElementSibling?.textContent ?? '',
      looking: named('[role=button]').filter((name) => name.includes(', LOOKING:')).length,
      playing: named('button').includes('Pause'),
      dialogs: all('dialog, [role=dialog]').length,
      buttons: all('main button').map((button) => button.textContent),
      votes: all('main tbody tr').map(textOf),
    };
    if (JSON.stringify(shown) !== JSON.stringify(shownSoFar.at(-1))) shownSoFar.push(shown);
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}
