/** How long the log thread looks for more to flush together (SyncRequestProcessor.getRemainingDelay, flushDelay). */
import type { Turn } from '../peer/turn.ts';

/** 0: not at all. It looks for a third of the delay (maxWriteQueuePollTime), and never past its end. */
export function flushWait({ peer, config, now }: Turn): number {
  const { flushDelayMillis, maxBatchSize } = config.service;
  const { queue, lastFlushAt = now } = peer.log;
  if (peer.leaving || (maxBatchSize > 0 && queue.length >= maxBatchSize)) return 0;
  return Math.max(0, Math.min(Math.floor(flushDelayMillis / 3), flushDelayMillis - (now - lastFlushAt)));
}
