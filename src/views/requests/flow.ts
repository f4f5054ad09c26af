/** A server's request processors as they are drawn, with what the last event put into each queue or took out of it. */
import type { QueuedRequest, RequestPipeline, Stage } from '../../zookeeper/peer/request-pipeline.ts';

export interface Flow {
  readonly requests: readonly FlowStage[];
  readonly log: readonly FlowStage[];
}

export interface FlowStage {
  readonly processor: Stage['processor'];
  readonly queues: readonly FlowQueue[];
}

export interface FlowQueue {
  readonly name: Stage['queues'][number]['name'];
  readonly waiting: readonly {
    readonly key: string;
    readonly request: QueuedRequest;
    /** The last event put it here. */
    readonly isNew: boolean;
  }[];
  /** What the last event took out. */
  readonly gone: readonly QueuedRequest[];
}

/** `before`: what waited before the last event; null when nothing is to be compared. */
export function flowOf(now: RequestPipeline, before: RequestPipeline | null): Flow {
  const chain = (which: 'requests' | 'log'): readonly FlowStage[] =>
    now[which].map(({ processor, queues }) => ({
      processor,
      queues: queues.map(({ name, requests }): FlowQueue => {
        const old = queueIn(before, which, processor, name);
        const [was, is] = [old.map(keyOf), requests.map(keyOf)];
        return {
          name,
          waiting: requests.map((request, index) => ({
            key: is[index] ?? '',
            request,
            isNew: before !== null && !was.includes(keyOf(request)),
          })),
          gone: old.filter((request) => !is.includes(keyOf(request))),
        };
      }),
    }));
  return { requests: chain('requests'), log: chain('log') };
}

function queueIn(
  pipeline: RequestPipeline | null,
  which: 'requests' | 'log',
  processor: string,
  name: string,
): readonly QueuedRequest[] {
  const stage = pipeline?.[which].find((one) => one.processor === processor);
  return stage?.queues.find((queue) => queue.name === name)?.requests ?? [];
}

/** A session's calls are numbered; what has become a transaction has a zxid too. */
function keyOf({ sessionId, cxid, zxid, type }: QueuedRequest): string {
  return `${zxid ?? '-'} ${sessionId ?? '-'} ${cxid} ${type}`;
}
