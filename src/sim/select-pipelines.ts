/** What waits in the request processors of every server. */
import { type RequestPipeline, requestPipeline } from '../zookeeper/peer/request-pipeline.ts';
import type { Moment } from './moment.ts';

/** By node; null for clients, and for servers that serve nobody. */
export function selectPipelines({ world }: Moment): readonly (RequestPipeline | null)[] {
  return world.nodes.map(({ state }) => (state?.kind === 'server' ? requestPipeline(state) : null));
}
