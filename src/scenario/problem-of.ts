/** What the validator says, as a fact about a file. Apart from `decode.ts`, whose types are published without the validator's. */
import type * as v from 'valibot';
import type { Problem } from './decode.ts';

export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = pathText((issue.path ?? []).map(({ key }) => key));
  const expected = (issue.expected ?? issue.type).replaceAll(/["()]/g, '');
  if (issue.expected === 'never') return { path, kind: 'unknownKey', expected: '', received: issue.received };
  if (issue.received === 'undefined') return { path, kind: 'missing', expected, received: '' };
  return { path, kind: 'wrongValue', expected, received: issue.received };
}

function pathText(keys: readonly unknown[]): string {
  return `$${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;
}
