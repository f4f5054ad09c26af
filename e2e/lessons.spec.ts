import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import type { LabPage } from './lab-page.ts';

const LAST = 'That was “Which vote wins?”.';

function heading(lab: LabPage, name: string) {
  return lab.page.getByRole('heading', { level: 1, name, exact: true });
}

/** On to the end of a way that is being watched. */
async function arrive(lab: LabPage, key = 'ArrowRight'): Promise<void> {
  await expect(lab.page.getByRole('button', { name: 'To the end of the way' })).toBeVisible();
  await lab.page.keyboard.press(key);
  await expect(lab.page.getByRole('button', { name: 'To the end of the way' })).toBeHidden();
}

test('a lesson is found, answered wrong and right, and finished with the keyboard alone', async ({ page, lab }) => {
  test.slow();
  await lab.openScenario('first-look');
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(heading(lab, 'Three cards on the table')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(heading(lab, 'Same epoch, same log')).toBeVisible();
  const choices = page.getByRole('group', { name: 'Who will be elected?' });
  await page.keyboard.press('1');
  await expect(choices.getByRole('button', { name: 'S1' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  // Wrong: the branch is run first, then what happens really.
  await page.keyboard.press('ArrowRight');
  await arrive(lab);
  await expect(page.getByText('You said: S1.')).toBeVisible();
  await expect(lab.server(3)).toHaveAccessibleName(/DOWN/);
  await expect(lab.server(2)).toHaveAccessibleName(/LEADING/);
  await page.keyboard.press('PageDown');
  await arrive(lab, 'PageDown');
  await expect(page.getByText('The run says: S3.')).toBeVisible();
  await expect(lab.server(3)).toHaveAccessibleName(/LEADING/);

  // Back to the question, and right.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('3');
  await page.keyboard.press('ArrowRight');
  await arrive(lab);
  await expect(page.getByText('That is what the run does.')).toBeVisible();

  // Without motion there is no way to be watched.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [title, answer] of [
    ['The longest log, the older epoch', '3'],
    ['Column by column', null],
    ['The round comes before all', '2'],
    ['S3 catches up', null],
    ['Now it counts', null],
    ['Order five votes yourself', '4'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(heading(lab, title)).toBeVisible();
    if (answer === null) continue;
    await page.keyboard.press(answer);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('That is what the run does.')).toBeVisible();
  }
  await page.keyboard.press('ArrowRight');
  await expect(heading(lab, LAST)).toBeVisible();
  await expectAccessible(page);
});

for (const [id, title] of [
  ['one-by-one', 'Start them one by one'],
  ['un-acked-write', 'What happened to my un-acked write?'],
] as const) {
  test(`${id} is finished with the keyboard alone`, async ({ page, lab }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open(`#lesson=${id}&step=1`);
    await lab.finishLesson(title);
    await expectAccessible(page);
  });
}

test('a step has a link, a reload keeps it, and a try of one’s own leads back', async ({ page, lab }) => {
  await lab.open('#lesson=un-acked-write&step=3');
  await expect(heading(lab, 'Second future: one more has it')).toBeVisible();
  await expect(lab.server(3)).toHaveAccessibleName(/DOWN/);
  expect(await lab.link()).toMatch(/#lesson=un-acked-write&step=3$/);
  await page.reload();
  await expect(heading(lab, 'Second future: one more has it')).toBeVisible();
  const cursor = await lab.cursor();

  await lab.button('Try it yourself').click();
  await expect(page.getByText('You are on your own, from the lesson')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await lab.expectCursor(cursor + 1);
  expect(await lab.link()).toMatch(/#r=1\..+&lesson=un-acked-write&step=3$/);
  await lab.button('Back to the lesson').click();
  await expect(heading(lab, 'Second future: one more has it')).toBeVisible();
  await lab.expectCursor(cursor);

  await lab.open('about:blank');
  await lab.open('#lesson=un-acked-write');
  await expect(page.getByText('1 of').first()).toBeVisible();
  expect(await lab.link()).toMatch(/#lesson=un-acked-write&step=1$/);

  await lab.open('about:blank');
  await lab.open('#lesson=no-such-lesson&step=1');
  await expect(lab.notices).toContainText('it names a lesson that is not here');
});

test('while it asks, nothing shows what comes: not the diagram, not to who tries it', async ({ page, lab }) => {
  await lab.open('#lesson=which-vote-wins&step=2');
  await expect(heading(lab, 'Same epoch, same log')).toBeVisible();
  await lab.button('Try it yourself').click();
  const events = page.getByRole('listbox', { name: 'Events' });
  await expect(events.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('2');
  await lab.spaceTime.focus();
  const veil = page.locator('[data-part=veil]');
  await expect(veil).toBeVisible();
  // From the last arrow that has come on there is none to go to.
  await page.keyboard.press('0');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowDown');
  const cursor = await lab.cursor();
  await page.keyboard.press('Enter');
  await lab.painted();
  expect(await lab.cursor()).toBeLessThanOrEqual(cursor);
  await lab.button('Back to the lesson').click();
  await page.keyboard.press('3');
  await page.keyboard.press('ArrowRight');
  await expect(veil).toHaveCount(0);
});

test('the last step of a lesson may lead on to a list', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('#lesson=zab-and-raft&step=6');
  await expect(heading(lab, 'Entries of an older leader')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Zab, Raft, Paxos: a dictionary' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading(lab, 'Entries of an older leader')).toBeVisible();
});

test('while it asks, a server’s log ends where the playhead is', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('#lesson=election-log&step=5');
  await expect(heading(lab, 'A server comes late')).toBeVisible();
  const log = page.getByRole('listbox', { name: 'Log of S2' });
  await expect(log.getByText('Have quorum of supporters')).toBeVisible();
  await expect(log.locator('[data-next=true]')).toHaveCount(0);
  await page.keyboard.press('3');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('That is what the run does.')).toBeVisible();
  await lab.button('Try it yourself').click();
  await expect(page.getByRole('listbox', { name: 'Log of S3' }).locator('[data-next=true]')).not.toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a lesson is finished with thumbs', async ({ page, lab }) => {
    await lab.open('#lesson=which-vote-wins&step=1');
    await expect(heading(lab, 'Three cards on the table')).toBeVisible();
    await expectAccessible(page);
    const next = page.getByRole('group', { name: 'Transport' }).getByRole('button', { name: 'Next' });
    await next.tap();
    await page.getByRole('group', { name: 'Who will be elected?' }).getByRole('button', { name: 'S3' }).tap();
    await expectAccessible(page);
    // A tap on a server answers as well.
    await lab.server(2).tap();
    await expect(
      page.getByRole('group', { name: 'Who will be elected?' }).getByRole('button', { name: 'S2' }),
    ).toHaveAttribute('aria-pressed', 'true');
    await expect(async () => {
      await next.tap();
      await lab.painted();
      expect(await heading(lab, LAST).count()).toBe(1);
    }).toPass({ intervals: [1] });
  });
});

test('progress goes to another browser as a file, is brought together there, and is forgotten', async ({
  page,
  lab,
}) => {
  await lab.open('#lesson=which-vote-wins&step=3');
  await expect(page.locator('[data-part=lesson]')).toBeVisible();
  await page.keyboard.press('l');
  const part = page.getByRole('region', { name: 'Your progress' });
  const download = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Save my progress' }).click();
  const file = await (await download).path();
  await part.getByRole('button', { name: 'Forget my progress' }).click();
  await part.getByRole('button', { name: 'Forget them' }).click();
  await expect(part.getByRole('status')).toHaveText('Forgotten.');
  await expect(part.getByRole('button', { name: 'Save my progress' })).toHaveCount(0);
  const seen = page.getByRole('dialog').getByRole('button', { name: /Which vote wins\?.*3 of 8 steps seen/ });
  await expect(seen).toHaveCount(0);

  const picker = part.locator('input[type=file]');
  await picker.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"servers": []}') });
  await expect(part.getByRole('status')).toContainText('That file holds no progress of Zabscope.');
  await picker.setInputFiles(file);
  await expect(part.getByRole('status')).toContainText('nothing of either is lost');
  await expect(seen).toBeVisible();
});
