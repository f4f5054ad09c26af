import { expect, it } from 'vitest';
import { decodeShare, encodeShare } from './lesson-links.ts';

// oxfmt-ignore
it.each([
  // link                                             problem
  ['#challenge=no-such',                              'unknownChallenge'],
  ['#misconception=no-such',                          'unknownMisconception'],
  ['#dictionary=1',                                   'foreign'],
  ['#lesson=no-such&step=1',                          'unknownLesson'],
  ['#lesson=which-vote-wins&step=',                   'damaged'],
  ['#lesson=which-vote-wins&step=0',                  'damaged'],
  ['#lesson=which-vote-wins&step=2x',                 'damaged'],
  ['#scenario=no-such&lesson=which-vote-wins&step=1', 'unknownScenario'],
  ['#step=1',                                         'foreign'],
])('%s is refused: %s', async (link, reason) => {
  expect(await decodeShare(link)).toMatchObject({ ok: false, error: { reason } });
});

it.each([
  '#lesson=which-vote-wins&step=3',
  '#scenario=first-look&at=12&lesson=which-vote-wins&step=1',
  '#scenario=first-look',
  '#misconception=votes-by-zxid',
])('%s comes back as it was', async (link) => {
  const decoded = await decodeShare(link);
  expect(decoded.ok && (await encodeShare(decoded.value))).toBe(link);
});

it('a link that names no step leads to the first', async () => {
  expect(await decodeShare('#lesson=one-by-one')).toEqual(await decodeShare('#lesson=one-by-one&step=1'));
  expect(await decodeShare('#lesson=one-by-one')).toMatchObject({ ok: true });
});

it.each([
  ['#lesson=two-leaders&step=9', false],
  ['#scenario=first-look&at=12&lesson=two-leaders&step=9', true],
])('%s leads to the last step there is, and tells so', async (text, free) => {
  const decoded = await decodeShare(text);
  expect(decoded).toMatchObject({
    value: { lesson: { id: 'two-leaders', step: 5, free, beyond: { asked: 9, steps: 6, text } } },
  });
  const last = decoded.ok && (await encodeShare(decoded.value));
  expect(last).toBe(text.replace('step=9', 'step=6'));
  expect(await decodeShare(text.replace('9', '6'))).not.toHaveProperty('value.lesson.beyond');
});

it('a place beside the moment of a misconception has a link of its own', async () => {
  const decoded = await decodeShare('#misconception=votes-by-zxid');
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const { value } = decoded;
  expect(await encodeShare({ ...value, cursor: value.cursor + 1 })).toMatch(/^#r=1\./);
  expect(await encodeShare({ ...value, selection: null })).toMatch(/^#r=1\./);
  expect(await encodeShare({ ...value, scenario: { ...value.scenario, seed: 7 } })).toMatch(/^#r=1\./);
});

it.each(['#misconceptions', '#dictionary'])('%s opens over the run that everybody knows', async (link) => {
  expect(await decodeShare(link)).toEqual(await decodeShare('#scenario=first-look'));
});
