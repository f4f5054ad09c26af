import { expect, it } from 'vitest';
import { fragmentWith, wordIn } from './looked-up.ts';

// oxfmt-ignore
it.each([
  ['#glossary=zxid',                 'zxid'],
  ['#scenario=x&at=3&glossary=vote', 'vote'],
  ['#glossary=%E9%80%89%E7%A5%A8',   '选票'],
  ['#glossary=%E9',                  '%E9'],
  ['#scenario=x',                    null],
  ['#lesson=glossary',               null],
  ['',                               null],
])('the word in %s is %s', (fragment, word) => {
  expect(wordIn(fragment)).toBe(word);
});

// oxfmt-ignore
it.each([
  ['',                        'zxid', '#glossary=zxid'],
  ['#',                       'zxid', '#glossary=zxid'],
  ['#scenario=x',             'zxid', '#scenario=x&glossary=zxid'],
  ['#glossary=vote',          'zxid', '#glossary=zxid'],
  ['#lesson=a&glossary=vote', null,   '#lesson=a'],
  ['#glossary=vote',          null,   ''],
])('%s with %s is %s', (fragment, word, expected) => {
  expect(fragmentWith(fragment, word)).toBe(expected);
});
