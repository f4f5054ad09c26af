/** How much of the stage is in full ink: what the last event is about, what the last dozen are about, or all. */
import type { Place, Session } from '../../app/session.ts';
import { eventAt } from '../../app/session.ts';
import type { MessageFacts, StageFacts } from '../../sim/facts.ts';
import type { Selection } from '../../app/store.ts';
import type { Density } from '../options.ts';

/** So many events are recent. */
const RECENT_EVENTS = 12;

export interface Lit {
  /** Servers in full ink; the others are faint. */
  readonly nodes: ReadonlySet<number>;
  /** Whether a message is drawn at all. */
  readonly keeps: (message: MessageFacts) => boolean;
}

interface Seen {
  readonly session: Session;
  readonly place: Place;
  readonly facts: Pick<StageFacts, 'servers'>;
  readonly density: Density;
  readonly selection: Selection | null;
}

/** Null where all is: at 'all', before the first event, and where the event is about everybody. */
export function litBy({ session, place, facts, density, selection }: Seen): Lit | null {
  const last = eventAt(place);
  if (density === 'all' || last < 0) return null;
  const run = session.branch(place.branch);
  const first = density === 'focus' ? last : Math.max(0, last - RECENT_EVENTS + 1);
  const nodes = new Set<number>();
  for (let index = first; index <= last; index++) {
    const node = run.valueAt('node', index);
    if (node === -1) return null;
    nodes.add(node);
    const other = run.valueAt('other', index);
    if (other >= 0) nodes.add(other);
  }
  const chosen =
    selection?.kind === 'server' ? (facts.servers.find(({ sid }) => sid === selection.sid)?.node ?? null) : null;
  const sentBy = run.valueAt('node', last);
  const since = run.timeAt(first + 1);
  if (chosen !== null) nodes.add(chosen);
  return {
    nodes,
    keeps: ({ seq, from, to, sentAt }) =>
      from === chosen ||
      to === chosen ||
      (selection?.kind === 'message' && selection.seq === seq) ||
      (sentAt >= since && (density === 'recent' || from === sentBy)),
  };
}
