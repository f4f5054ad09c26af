import { expect, it } from 'vitest';
import { Branches } from '../history/branches.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from './machine.ts';
import { mermaidOf } from './mermaid.ts';

const run = new Branches(zooKeeperMachine, startOf(leaderKilled, null)).get(0);
run.extend(200);
const entries = Array.from({ length: 200 }, (_, index) => run.entryAt(index));
const text = mermaidOf(
  entries,
  (node) => `S${node + 1}`,
  ({ action }) => `${action?.do}; #1`,
);

it('has a line for every message that arrived, in order, and none for pings', () => {
  const arrows = text.split('\n').filter((line) => line.includes('->>'));
  const arrived = entries.filter(
    ({ kind, packet }) => kind === 'received' && packet?.type !== 'PING' && packet?.type !== 'CLIENTPING',
  );
  expect(arrows).toHaveLength(arrived.length);
  expect(arrows.find((line) => line.includes('LEADERINFO'))).toMatch(/^ {2}S3->>S[12]: LEADERINFO$/);
  expect(arrows.find((line) => line.includes('PROPOSAL'))).toMatch(/: PROPOSAL 1·1$/);
  expect(text).not.toContain('PING');
});

it('declares its participants first, and keeps out what the notation means something by', () => {
  const [head, ...lines] = text.split('\n');
  expect(head).toBe('sequenceDiagram');
  expect(lines.slice(0, 4)).toEqual(['S1', 'S2', 'S3', 'S4'].map((name) => `  participant ${name}`));
  expect(text).toContain('Note over S3: kill   1');
  expect(text).not.toMatch(/[;#]/);
});
