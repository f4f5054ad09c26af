import { expect, it } from 'vitest';
import { sha1Base64 } from './sha1.ts';

it.each([
  // text, and base64 of its SHA-1 (FIPS 180 examples, and the password of ZooKeeper's own manual)
  ['', '2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
  ['abc', 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0='],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', 'hJg+RBw70m66rkqh+VEp5eVGcPE='],
  ['super:admin', 'xQJmxLMiHGwaqBvst5y6rkB6HQs='],
  ['zoë:päßwörd', 'iim1O0ahWwTlbLIslBnva/oNqZU='],
])('sha1 of "%s"', (text, expected) => {
  expect(sha1Base64(text)).toBe(expected);
});
