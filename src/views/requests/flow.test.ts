import { expect, it } from 'vitest';
import { startOf } from '../../scenario/start.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { selectPipelines } from '../../sim/select-pipelines.ts';
import type { RequestPipeline } from '../../zookeeper/peer/request-pipeline.ts';
import { type Flow, flowOf } from './flow.ts';

/** `toFlush +create`: what each event of the run put in (+) and took out (-) at the leader, events without any left out. */
function movements(of: (flow: Flow) => Flow['requests']): readonly string[] {
  const live = zooKeeperMachine.resume(startOf(partition, null));
  const told: string[] = [];
  let before: readonly (RequestPipeline | null)[] = [];
  while (live.world.now < 1400) {
    zooKeeperMachine.step(live, false);
    const now = selectPipelines(live);
    const node = now.findIndex((one) => one?.role === 'leader');
    const pipeline = now[node];
    const old = before[node];
    if (pipeline !== null && pipeline !== undefined && old !== null && old !== undefined) {
      const moves = of(flowOf(pipeline, old)).flatMap(({ queues }) =>
        queues.flatMap(({ name, waiting, gone }) => [
          ...waiting.filter(({ isNew }) => isNew).map(({ request }) => `${name} +${request.type}`),
          ...gone.map(({ type }) => `${name} -${type}`),
        ]),
      );
      if (moves.length > 0) told.push(moves.join(', '));
    }
    before = now;
  }
  return told;
}

it('a write of a client is proposed, waits for its quorum, and is gone when that is there', () => {
  const moves = movements(({ requests }) => requests);
  const first = moves.findIndex((move) => /outstandingProposals \+create\b/.test(move));
  expect(first).toBeGreaterThan(0);
  expect(moves.slice(first).some((move) => /outstandingProposals -create\b/.test(move))).toBe(true);
});

it('beside that it goes to the disk, whatever the quorum says', () => {
  const moves = movements(({ log }) => log);
  expect(moves.some((move) => move.includes('toFlush +create'))).toBe(true);
  expect(moves.some((move) => move.includes('toFlush -create'))).toBe(true);
});
