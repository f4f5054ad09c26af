/** Compares the names of log files or snapshots. */
import { type Difference, differences, isRecord } from './difference.ts';

/**
 * Where a small snapCount may have rolled the log, when it did is random. Then only the `settled` names count, those of
 * files that something else called for; undefined says that nothing was rolled and every name counts.
 */
export function compareFiles(
  path: string,
  recorded: unknown,
  simulated: unknown,
  settled: readonly string[] | undefined,
): readonly Difference[] {
  if (settled === undefined) return differences(path, recorded, simulated);
  if (isRecord(recorded)) return differences(`${path}/first`, recorded['first'], settled[0]);
  const missing = settled.filter((name) => !Array.isArray(recorded) || !recorded.includes(name));
  return missing.length === 0 ? [] : [{ path, recorded, simulated: missing }];
}
