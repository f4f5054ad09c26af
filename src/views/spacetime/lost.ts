/** The messages of a run that nobody read any more, found once: as it grows, only what is new is looked at. */
import type { Session } from '../../app/session.ts';
import { FLAG_LOST } from '../../sim/flags.ts';
import { familyOf, letterOf } from '../../sim/select-messages.ts';
import { isPing } from '../../zookeeper/packets.ts';
import type { Stray } from './layout.ts';

type Run = ReturnType<Session['branch']>;

interface Known {
  readonly scanned: number;
  readonly found: readonly Stray[];
}

const known = new WeakMap<Run, Known>();

/** In the order they were lost; pings are not among them. */
export function lostOf(run: Run): readonly Stray[] {
  const before = known.get(run) ?? { scanned: 0, found: [] };
  if (before.scanned >= run.length) return before.found;
  const found: Stray[] = [];
  for (const { index, flags } of run.marks(before.scanned, run.length)) {
    if ((flags & FLAG_LOST) === 0) continue;
    for (const { from, to, sentAt, at, packet } of run.entryAt(index).lost) {
      const { type } = packet;
      if (type === 'INITIAL' || isPing(type)) continue;
      const letter = letterOf(packet);
      const family = familyOf(type, type === 'ACK' ? packet.zxid : null);
      found.push({ from, to, sort: { type, family, letter }, letter, sentAt, until: at, fate: 'lost', index });
    }
  }
  const all = found.length === 0 ? before.found : [...before.found, ...found];
  known.set(run, { scanned: run.length, found: all });
  return all;
}
