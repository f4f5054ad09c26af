import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { fingerprintLines } from './determinism.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** `fingerprintLines`, run by Node. */
    fingerprintsInNode: (from: number, count: number) => Promise<readonly string[]>;
  }
}

const SEEDS = 500;

it('500 random scenarios with faults give equal digests here and in Node, however one walks through them', async () => {
  const inNode = await commands.fingerprintsInNode(1, SEEDS);
  expect(inNode).toHaveLength(SEEDS);
  const here = fingerprintLines(1, SEEDS);
  expect(here).toEqual(inNode);
  for (const line of here) {
    const [, , , before, after] = line.split(' ');
    expect(before).toBe(after);
  }
}, 120_000);
