/** Five servers, S3 leads. Clockwise from the top of the stage stand S1, S2, S3, S4, S5. */
import type { Locator } from 'playwright/test';
import { expect, test } from './fixture.ts';
import type { LabPage } from './lab-page.ts';

const CUT = 'Cut S1 S2 S5 ‖ S3 S4';

test.beforeEach(async ({ lab }) => {
  await lab.openScenario('five-servers');
  await lab.runUntil(lab.serversThat(/FOLLOWING: follows S3, epoch 1/), 4);
});

test('a line drawn across the links cuts them; the leader on the small side steps down; the heal brings all back', async ({
  page,
  lab,
}) => {
  const [s2, s3, stage] = await Promise.all([boxOf(lab.server(2)), boxOf(lab.server(3)), boxOf(lab.stage)]);
  const height = (s2.y + s2.height + s3.y) / 2;
  await page.mouse.move(stage.x + 24, height);
  await page.mouse.down();
  await page.mouse.move(stage.x + stage.width / 2, height, { steps: 4 });
  await page.mouse.move(stage.x + stage.width - 24, height, { steps: 4 });
  // What it will cut is said before it is done.
  await expect(page.getByText(CUT)).toBeVisible();
  await page.mouse.up();
  await expect(lab.step(CUT)).toBeVisible();

  await watchTheSmallSideFail(lab);
  await lab.button('Heal').click();
  await watchAllFollowAgain(lab);
});

test('the same by keyboard, in groups', async ({ page, lab }) => {
  await page.keyboard.press('g');
  for (const group of ['a', 'a', 'b', 'b', 'a']) await page.keyboard.press(group);
  await expect(lab.step(CUT)).toBeVisible();
  await watchTheSmallSideFail(lab);
  await page.keyboard.press('h');
  await watchAllFollowAgain(lab);
});

async function watchTheSmallSideFail(lab: LabPage): Promise<void> {
  await lab.runUntil(lab.serversThat(/^S[34], LOOKING/), 2);
  await lab.runUntil(lab.serversThat(/^S[12], FOLLOWING: follows S5, epoch 2/), 2);
  await expect(lab.serversThat(/^S5, LEADING: leads epoch 2/)).toBeVisible();
  await expect(lab.serversThat(/^S[34], LOOKING/)).toHaveCount(2);
}

async function watchAllFollowAgain(lab: LabPage): Promise<void> {
  await expect(lab.step('Heal all links')).toBeVisible();
  await lab.runUntil(lab.serversThat(/FOLLOWING: follows S5, epoch 2/), 4);
  await expect(lab.serversThat(/LEADING/)).toHaveCount(1);
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return box;
}
