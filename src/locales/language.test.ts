import { expect, it } from 'vitest';
import { addressIn, languageFor } from './language.ts';

// oxfmt-ignore
it.each([
  // query          chosen  preferred            language
  ['',              null,   ['en-US'],           'en'],
  ['',              null,   ['zh-CN', 'en'],     'zh'],
  ['',              null,   ['zh-Hans-SG'],      'zh'],
  ['',              null,   ['de-CH', 'zh'],     'zh'],
  ['',              null,   ['en', 'zh-CN'],     'en'],
  ['',              null,   ['de'],              'en'],
  ['',              null,   [],                  'en'],
  ['',              'en',   ['zh-CN'],           'en'],
  ['',              'zh',   ['en-GB'],           'zh'],
  ['',              'xx',   ['zh-CN'],           'zh'],
  ['?lang=zh',      'en',   ['en-US'],           'zh'],
  ['?lang=en',      'zh',   ['zh-CN'],           'en'],
  ['?lang=xx',      null,   ['zh-CN'],           'zh'],
  ['?embed&lang=zh', null,  ['en'],              'zh'],
] as const)('an address with “%s”, chosen before: %s, the browser prefers %j: %s', (query, chosen, preferred, language) => {
  expect(languageFor({ query, chosen, preferred })).toBe(language);
});

it.each([
  ['zh', 'https://x.org/z/#scenario=partition', 'https://x.org/z/?lang=zh#scenario=partition'],
  ['zh', 'https://x.org/?embed=1&lang=en#r=1.ab', 'https://x.org/?embed=1&lang=zh#r=1.ab'],
  ['en', 'https://x.org/?lang=zh#r=1.ab', 'https://x.org/#r=1.ab'],
  ['en', 'https://x.org/#r=1.ab', 'https://x.org/#r=1.ab'],
] as const)('in %s, %s is copied as %s', (language, address, copied) => {
  expect(addressIn(language, address)).toBe(copied);
});
