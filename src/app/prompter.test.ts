import { expect, it } from 'vitest';
import { ensure } from '../base/assert.ts';
import { LESSONS, lessonCalled } from '../lessons/lessons.ts';
import { Prompter } from './prompter.ts';

const votes = ensure(lessonCalled('which-vote-wins'), 'the lesson').lesson;
const at = (id: string): number => votes.steps.findIndex((step) => step.id === id);

it('knows the right choice of every question before it is run', () => {
  const prompter = new Prompter(votes);
  const right = votes.steps.flatMap(({ predict }, step) =>
    predict === undefined ? [] : [prompter.rightChoice(step)?.id],
  );
  expect(right).toEqual(['s3', 's3', 'ignores', 's4']);
});

it('says what words name, of a step, of its answer and of the branch of a wrong choice', () => {
  const prompter = new Prompter(votes);
  const valueOf = (step: string, part: Parameters<Prompter['valuesAt']>[1], name: string): unknown =>
    prompter.valuesAt(at(step), part)?.get(name)?.value;
  expect(valueOf('older', 'step', 'its')).toBe(2);
  expect(valueOf('older', 'answer', 'leader')).toEqual(expect.anything());
  expect(valueOf('same', { wrong: 's2' }, 'leader')).not.toEqual(valueOf('same', 'answer', 'leader'));
  // Steps back on another scene are the same as on the way there.
  expect(valueOf('five', 'answer', 'leader')).toBeDefined();
  expect(new Prompter(votes).valuesAt(at('older'), 'step')).toEqual(prompter.valuesAt(at('older'), 'step'));
});

it('a lesson can be begun anywhere', () => {
  for (const { lesson } of LESSONS.slice(0, 3)) {
    const last = lesson.steps.length - 1;
    expect(new Prompter(lesson).valuesAt(last, 'step')).not.toBeNull();
  }
});
