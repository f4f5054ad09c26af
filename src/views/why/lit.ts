/** What an answer speaks of, so that every view can mark it: events, servers, ways between nodes, transactions. */
import type { Asked } from '../../app/question.ts';
import type { Entry } from '../../sim/entry.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import type { Answer } from './answer.ts';
import type { Run } from './causes.ts';

export interface LitEvent {
  readonly index: number;
  readonly at: number;
  /** -1 for what was done to no single node. */
  readonly node: number;
}

export interface Lit {
  /** In order of time. */
  readonly events: readonly LitEvent[];
  readonly indices: ReadonlySet<number>;
  readonly nodes: ReadonlySet<number>;
  /** What was sent or called, each way once. */
  readonly ways: readonly { readonly from: number; readonly to: number }[];
  readonly zxids: ReadonlySet<Zxid>;
}

export function litBy({ causes, reasons, headIndex }: Answer, { question }: Asked, run: Run): Lit {
  const found = [
    ...causes.map(({ index }) => index),
    ...reasons.flatMap(({ index, others = [] }) => [index, ...others]),
    headIndex,
  ];
  const indices = new Set(found.filter((index): index is number => index !== null));
  const entries = [...indices].toSorted((a, b) => a - b).map((index) => ({ index, entry: run.entryAt(index) }));
  const ways = new Map<string, Lit['ways'][number]>();
  const nodes = new Set<number>();
  const zxids = new Set<Zxid>('zxid' in question ? [question.zxid] : []);
  for (const { entry } of entries) {
    if (entry.node >= 0) nodes.add(entry.node);
    const way = wayOf(entry);
    if (way !== null) ways.set(`${way.from} ${way.to}`, way);
    const { packet } = entry;
    if (packet !== null && (packet.type === 'PROPOSAL' || packet.type === 'COMMIT')) zxids.add(packet.zxid);
  }
  const events = entries.map(({ index, entry: { at, node } }) => ({ index, at, node }));
  return { events, indices, nodes, ways: [...ways.values()], zxids };
}

/** The way on which something came to where the event was. */
function wayOf({ kind, node, other }: Entry): Lit['ways'][number] | null {
  const hasCome = kind === 'received' || kind === 'opened' || kind === 'accepted';
  return hasCome && other >= 0 && node >= 0 ? { from: other, to: node } : null;
}
