import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { BUGS } from '../../scenario/builtin/bugs/bugs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { courseOf, epochSpans } from './course.ts';
import { stripsOfRun } from './turning-points.ts';

async function ran(scenario: Scenario, until: number) {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(scenario);
  lab.session.ensureUntil(0, until, 20_000);
  return lab;
}

it('every epoch lasts from where its leader begins to serve to where it stops believing', async () => {
  const { session } = await ran(leaderKilled, 10_000);
  const run = session.branch(0);
  const spans = epochSpans(courseOf(run), stripsOfRun(run, session.sids));
  expect(spans.map(({ node, epoch, to }) => [node, epoch, to])).toEqual([
    [2, 1, 2000],
    [1, 2, null],
  ]);
  for (const { from } of spans) expect(run.entryAt(run.cursorAtTime(from) - 1).at).toBe(from);
});

it('a fork knows what its parent knows of the time before, and only what is new is looked at', async () => {
  const { session, store } = await ran(leaderKilled, 10_000);
  const root = courseOf(session.branch(0));
  expect(courseOf(session.branch(0))).toBe(root);
  store.getState().seek(session.branch(0).cursorAtTime(1500));
  store.getState().act({ do: 'kill', server: session.sids[2] as never });
  const { branch } = store.getState();
  session.ensureUntil(branch, 5000, 5000);
  const { servings } = courseOf(session.branch(branch));
  expect(servings[0]).toBe(root.servings[0]);
  expect(servings[1]?.at).not.toBe(root.servings[1]?.at);
});

it('a broken property is where the audit named it', async () => {
  const bug = BUGS.find(({ shows }) => shows.kind === 'violates');
  if (bug === undefined) throw new Error('there are bugs');
  const { session } = await ran(bug.scenario, bug.untilMillis);
  const run = session.branch(0);
  const { breaches } = courseOf(run);
  expect(breaches.length).toBeGreaterThan(0);
  for (const { index, properties } of breaches) {
    expect(run.entryAt(index).violations.map(({ property }) => property)).toEqual(properties);
  }
});
