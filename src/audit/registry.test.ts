import { expect, it } from 'vitest';
import type { Property, PropertyGroup } from './invariant.ts';
import { PROPERTIES } from './registry.ts';

const files = import.meta.glob<Record<string, unknown>>(['./invariants/*.ts', './liveness/*.ts'], {
  eager: true,
});

function isProperty(value: unknown): value is Property {
  return typeof value === 'object' && value !== null && 'statement' in value;
}

/** `invariants/agreement.ts`, by the property that it defines. */
const fileOf: ReadonlyMap<Property, string> = new Map(
  Object.entries(files).flatMap(([path, exported]) =>
    Object.values(exported)
      .filter(isProperty)
      .map((property) => [property, path.replace('./', '')] as const),
  ),
);

it('every file of invariants defines one property, and none is forgotten', () => {
  const invariants = Object.entries(files).filter(([path]) => path.includes('/invariants/'));
  expect(invariants.filter(([, exported]) => Object.keys(exported).length !== 1)).toEqual([]);
  expect(new Set(fileOf.keys())).toEqual(new Set(PROPERTIES));
});

it('no two have one id or one name, and each says its piece in one sentence', () => {
  for (const key of ['id', 'name'] as const) {
    expect(new Set(PROPERTIES.map((property) => property[key])).size).toBe(PROPERTIES.length);
  }
  for (const { statement, name, source } of PROPERTIES) {
    expect(statement).toMatch(/^[A-Z][^.]*\.$/);
    expect([name.length > 0, name.length <= 40, source.length > 0]).toEqual([true, true, true]);
  }
});

const HEADINGS: Readonly<Record<PropertyGroup, string>> = {
  zab: 'What the specifications demand',
  action: 'What must not happen inside an action',
  implementation: 'What servers owe',
  client: 'What clients are promised',
  liveness: 'What must happen in time, while a quorum runs and nothing is done to it',
};

const INTRODUCTION = `# What must always hold

The audit watches a run from outside, event by event, and names the property that breaks, the servers and the values. It
sees what no server sees, and no server sees it. Each property is a file in \`src/audit/invariants/\` or
\`src/audit/liveness/\`; this list is made from them by \`npm run unit -- --update\`.
`;

it('docs/invariants.md lists them all', async () => {
  const sections = Object.entries(HEADINGS).map(([group, heading]) => {
    const lines = PROPERTIES.filter((property) => property.group === group).map((property) => {
      const { id, name, statement, source } = property;
      const file = fileOf.get(property) ?? '';
      return `- **${id}** (${name}): ${statement}\n  [${file.split('/').at(-1)}](../src/audit/${file}); ${source}.`;
    });
    return `\n## ${heading}\n\n${lines.join('\n')}\n`;
  });
  await expect(`${INTRODUCTION}${sections.join('')}`).toMatchFileSnapshot('../../docs/invariants.md');
});
