import { expect, it } from 'vitest';
import { INVARIANTS } from './registry.ts';
import type { Invariant, PropertyGroup } from './invariant.ts';

const files = import.meta.glob<Record<string, Invariant>>('./invariants/*.ts', { eager: true });

/** `agreement.ts`, by the property that it defines. */
const fileOf = new Map(
  Object.entries(files).flatMap(([path, exported]) =>
    Object.values(exported).map((property) => [property, path.replace('./invariants/', '')] as const),
  ),
);

it('every file of invariants defines one property, and none is forgotten', () => {
  for (const exported of Object.values(files)) expect(Object.keys(exported)).toHaveLength(1);
  expect(new Set(fileOf.keys())).toEqual(new Set(INVARIANTS));
});

it('no two have one id or one name, and each says its piece in one sentence', () => {
  for (const key of ['id', 'name'] as const) {
    expect(new Set(INVARIANTS.map((property) => property[key])).size).toBe(INVARIANTS.length);
  }
  for (const { statement, name, source } of INVARIANTS) {
    expect(statement).toMatch(/^[A-Z][^.]*\.$/);
    expect([name.length > 0, name.length <= 40, source.length > 0]).toEqual([true, true, true]);
  }
});

const HEADINGS: Readonly<Record<PropertyGroup, string>> = {
  zab: 'What the specifications demand',
  action: 'What must not happen inside an action',
  implementation: 'What servers owe',
  client: 'What clients are promised',
};

const INTRODUCTION = `# What must always hold

The audit watches a run from outside, event by event, and names the property that breaks, the servers and the values. It
sees what no server sees, and no server sees it. Each property is a file in \`src/audit/invariants/\`; this list is made
from them by \`npm run unit -- --update\`.
`;

it('docs/invariants.md lists them all', async () => {
  const sections = Object.entries(HEADINGS).map(([group, heading]) => {
    const lines = INVARIANTS.filter((property) => property.group === group).map((property) => {
      const { id, name, statement, source } = property;
      const file = fileOf.get(property) ?? '';
      return `- **${id}** (${name}): ${statement}\n  [${file}](../src/audit/invariants/${file}); ${source}.`;
    });
    return `\n## ${heading}\n\n${lines.join('\n')}\n`;
  });
  await expect(`${INTRODUCTION}${sections.join('')}`).toMatchFileSnapshot('../../docs/invariants.md');
});
