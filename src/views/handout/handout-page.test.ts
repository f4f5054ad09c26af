import { expect, it } from 'vitest';
import { type Handout, type HandoutStep, handoutPage } from './handout-page.ts';

const picture = { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"></svg>', width: 8, height: 4 };
const step: HandoutStep = {
  title: 'A cut',
  place: '1.2 s',
  says: ['S5 is cut off.', 'It believes on.'],
  ask: null,
  pictures: [picture],
  pictureName: 'Picture: A cut',
};
const handout: Handout = {
  language: 'en',
  title: 'Two leaders?',
  intro: '',
  link: { name: 'This run', url: 'https://x.org/#scenario=partition&at=3' },
  predict: 'Before:',
  steps: [step],
  answers: null,
};

it('is one document without a script, and asks for nothing outside', () => {
  const text = handoutPage(handout);
  expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(text).not.toMatch(/<script|<link|<img|@import|url\(/);
  expect(text).toContain('<p>S5 is cut off.</p><p>It believes on.</p>');
  expect(text).toContain('<span>https://x.org/#scenario=partition&amp;at=3</span>');
});

it('a figure stays on its page, on either paper', () => {
  const text = handoutPage(handout);
  expect(text).toMatch(/\.handout figure \{[^}]*break-inside: avoid/);
  // No size is named: the printer's paper decides.
  expect(text).not.toMatch(/@page[^}]*size/);
  // A4 is 297 mm high, Letter 279: a picture and its words are less than either without its margins.
  expect(Number(/max-height: (\d+)mm/.exec(text)?.[1])).toBeLessThan((279 - 2 * 14) / 2);
});

it('whatever was typed is text', () => {
  const text = handoutPage({
    ...handout,
    title: '<img src=x onerror=alert(1)>',
    steps: [{ ...step, title: `"'&<b>` }],
  });
  expect(text).not.toContain('<img');
  expect(text).toContain('&quot;&#39;&amp;&lt;b&gt;');
});

it('pictures beside each other share the width as they share the screen', () => {
  const text = handoutPage({ ...handout, steps: [{ ...step, pictures: [picture, { ...picture, width: 4 }] }] });
  expect(text.match(/flex:\d+/g)).toEqual(['flex:8', 'flex:4']);
  expect(text.match(/role="img" aria-label="Picture: A cut"/g)).toHaveLength(2);
});

it('questions have boxes to tick, and their answers a page of their own, by the number of the step', () => {
  const asked = { ...step, ask: { question: 'Who leads?', choices: ['S1', 'S2'] } };
  const answers = { title: 'Answers', of: [{ number: 2, title: 'A cut', right: 'S2.', says: ['The larger id.'] }] };
  const text = handoutPage({ ...handout, steps: [step, asked], answers });
  expect(text).toContain('<b>Before:</b> Who leads?</p><ul><li>S1</li><li>S2</li></ul>');
  expect(text).toContain('<li value="2"><h3>A cut</h3><p><b>S2.</b></p><p>The larger id.</p></li>');
  expect(handoutPage({ ...handout, answers: { title: 'Answers', of: [] } })).not.toContain('class="answers"');
});
