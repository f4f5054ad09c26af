/**
 * The page as a visitor knows it: what is written on it and how it is called. Every journey goes through here, so
 * that a renamed button is renamed in one place.
 */
import { type Locator, type Page, expect } from 'playwright/test';

export class LabPage {
  readonly page: Page;
  readonly header: Locator;
  readonly notices: Locator;
  readonly transport: Locator;
  readonly timeline: Locator;
  readonly stage: Locator;
  /** Messages in flight, as drawn: no part of what is read aloud. */
  readonly messages: Locator;
  /** The picture of the messages. */
  readonly moving: Locator;
  readonly spaceTime: Locator;
  readonly inspector: Locator;
  /** What the scenario does and what the visitor did. */
  readonly steps: Locator;

  constructor(page: Page) {
    this.page = page;
    this.header = page.getByRole('banner');
    this.notices = page.getByRole('status', { name: 'Notices' });
    this.transport = page.getByRole('group', { name: 'Transport' });
    this.timeline = page.getByRole('slider', { name: 'Timeline' });
    this.stage = page.getByRole('group', { name: 'Servers and the messages between them' });
    this.messages = page.locator('[data-part=shape]');
    this.moving = page.locator('main canvas');
    this.spaceTime = page.getByRole('listbox', { name: 'Space-time diagram' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.steps = page.getByRole('complementary', { name: 'Story' }).getByRole('list').getByRole('listitem');
  }

  /** Without a link: the first look, or the last place. Both need the page to be there before a key reaches it. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`);
    await expect(this.timeline).toBeVisible();
  }

  /** A built-in scenario at its start, paused, with all panels. */
  async openScenario(id: string): Promise<void> {
    await this.open(`#scenario=${id}`);
    await expect(this.timeline).toHaveAttribute('aria-valuenow', '0');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** A server on the stage. Its name tells its role and what it believes. */
  server(sid: number): Locator {
    return this.stage.getByRole('button', { name: new RegExp(`^S${sid},`) });
  }

  /** Servers by what they say of themselves, as `S2, FOLLOWING: follows S3 …`. */
  serversThat(belief: RegExp): Locator {
    return this.stage.getByRole('button', { name: belief });
  }

  step(name: string): Locator {
    return this.steps.getByRole('button', { name, exact: true });
  }

  async cursor(): Promise<number> {
    return Number(await this.timeline.getAttribute('aria-valuenow'));
  }

  async expectCursor(cursor: number): Promise<void> {
    await expect(this.timeline).toHaveAttribute('aria-valuenow', String(cursor));
  }

  async expectPaused(): Promise<void> {
    await expect(this.transport.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  }

  async expectPlaying(): Promise<void> {
    await expect(this.transport.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  }

  /**
   * Jumps on until something shows: to the end of what has been run, again and again, which is quicker than to
   * watch; or by another key, where that would leap over it.
   */
  async runUntil(shown: Locator, count = 1, key = 'End'): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await this.painted();
      expect(await shown.count()).toBe(count);
    }).toPass({ intervals: [1] });
  }

  /** Through the open lesson of that title, by the first answer of every question, right or wrong. */
  async finishLesson(title: string): Promise<void> {
    await expect(this.page.getByRole('list', { name: title })).toBeVisible();
    await expect(async () => {
      await this.page.keyboard.press('1');
      await this.page.keyboard.press('ArrowRight');
      await this.painted();
      expect(await this.page.getByRole('heading', { name: `That was “${title}”.` }).count()).toBe(1);
    }).toPass({ intervals: [1] });
  }

  /** What a key has done is on the page one frame later. */
  async painted(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }

  /** The link to the place on show, selection and digest included, as the Share button copies it. */
  async link(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.button(/^Share/).click();
    const copied = (): Promise<string> => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).not.toBe('');
    return copied();
  }
}
