/** Recordings of a race: who wins is open, but somebody does, and everybody else ends up the same way. */
import { type Difference, differences, isRecord } from './difference.ts';
import type { Played } from './play.ts';
import type { Facts, Outcome, Recording } from './recording.ts';

export function isRace({ shows }: Recording): boolean {
  return /\brace\b/i.test(shows);
}

/** Compares what no winner changes, from phase number `from` on: how many lead and follow, and the epochs that everybody reached. */
export function compareRace(recording: Recording, played: Played, from: number): readonly Difference[] {
  return recording.phases.flatMap(({ name, outcome }, i) => {
    const phase = played.phases[i];
    if (i < from || phase === undefined) return [];
    return [
      ...differences(`/${name}/leader`, leaderCount(outcome.leader), leaderCount(phase.leader)),
      ...differences(`/${name}/modes`, modeCounts(outcome.servers), modeCounts(phase.servers)),
      ...Object.keys(outcome.servers).flatMap((sid) =>
        ['process', 'currentEpoch', 'acceptedEpoch'].flatMap((key) =>
          differences(`/${name}/servers/${sid}/${key}`, outcome.servers[sid]?.[key], phase.servers[sid]?.[key]),
        ),
      ),
    ];
  });
}

function leaderCount(leader: Outcome['leader']): string {
  const count = leader === null ? 0 : typeof leader === 'number' ? 1 : leader.length;
  return `${count} of them`;
}

function modeCounts(servers: Readonly<Record<string, Facts>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const facts of Object.values(servers)) {
    const mode = isRecord(facts) ? String(facts['mode'] ?? facts['process']) : 'unknown';
    counts[mode] = (counts[mode] ?? 0) + 1;
  }
  return counts;
}
