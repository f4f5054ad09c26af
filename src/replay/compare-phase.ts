/** Compares what was true at the end of a phase, and what happened in it. */
import { foldLog } from './bulk.ts';
import { compareElections, pairsOf } from './compare-elections.ts';
import { compareFiles } from './compare-files.ts';
import { type Difference, differences, isRecord, listDifference } from './difference.ts';
import { dataText } from './operation.ts';
import type { PlayedPhase } from './observe.ts';
import type { Facts, LogLine, RecordedPhase } from './recording.ts';

export interface PhaseContext {
  readonly path: string;
  /** What the recording's tree and logs are, 'unchanged' resolved. */
  readonly trees: Readonly<Record<string, Facts>>;
  readonly logs: Readonly<Record<string, readonly LogLine[]>>;
  /** Servers that joined a leader the other admissible way: their vote holds the old epoch or the new one. */
  readonly freePeerEpochs: ReadonlyMap<number, boolean>;
  readonly snapCount: number;
}

export function comparePhase(
  { path, trees, logs, freePeerEpochs, snapCount }: PhaseContext,
  recorded: RecordedPhase,
  played: PlayedPhase,
): readonly Difference[] {
  return [
    ...compareSteps(`${path}/steps`, recorded, played),
    ...differences(`${path}/leader`, recorded.outcome.leader, played.leader),
    ...Object.keys({ ...recorded.outcome.servers, ...played.servers }).flatMap((sid) =>
      compareServer(`${path}/servers/${sid}`, recorded.outcome.servers[sid] ?? {}, played.servers[sid] ?? {}, {
        isPeerEpochFree: freePeerEpochs.get(Number(sid)) === true,
        mayRoll: (played.logs[sid]?.length ?? 0) > snapCount / 2,
        settled: played.settledFiles[sid],
      }),
    ),
    ...Object.keys({ ...trees, ...played.trees }).flatMap((sid) =>
      compareTree(`${path}/znodesOnDisk/${sid}`, trees[sid], played.trees[sid]),
    ),
    ...Object.keys({ ...logs, ...played.logs }).flatMap((sid) =>
      compareLog(`${path}/logsOnDisk/${sid}`, logs[sid], played.logs[sid]),
    ),
    ...compareElections(`${path}/elections`, recorded.elections, played.elections, played.joined),
    ...pairsOf(recorded.syncs, played.syncs, ({ learner }) => learner).flatMap(({ who, index, theirs, ours }) =>
      differences(`${path}/syncs/${who}/${index}`, theirs, ours),
    ),
  ];
}

/** What clients got: every value the recording holds, and no error where it holds none. */
function compareSteps(path: string, recorded: RecordedPhase, played: PlayedPhase): readonly Difference[] {
  return recorded.steps.flatMap((step, i) => {
    if (!('result' in step) || !isRecord(step.result)) return [];
    const facts = played.steps[i] ?? {};
    const at = `${path}/${i} ${step.op} ${step.client}`;
    const keys = new Set([...Object.keys(step.result), ...('err' in facts ? ['err'] : [])]);
    return [...keys].flatMap((key) => {
      const value = isRecord(step.result) ? step.result[key] : undefined;
      return differences(`${at}/${key}`, key === 'data' ? dataText(String(value)) : value, facts[key]);
    });
  });
}

interface ServerRules {
  readonly isPeerEpochFree: boolean;
  readonly mayRoll: boolean;
  readonly settled: PlayedPhase['settledFiles'][string] | undefined;
}

function compareServer(path: string, recorded: Facts, simulated: Facts, rules: ServerRules): readonly Difference[] {
  const { logFiles, snapshots, ...others } = recorded;
  const { logFiles: logFiles2, snapshots: snapshots2, ...others2 } = simulated;
  const { mayRoll, settled } = rules;
  return [
    ...differences(path, others, others2).filter(
      (found) => !(rules.isPeerEpochFree && found.path.endsWith('/vote/peerEpoch')),
    ),
    ...compareFiles(`${path}/logFiles`, logFiles, logFiles2, mayRoll ? settled?.logFiles : undefined),
    ...compareFiles(`${path}/snapshots`, snapshots, snapshots2, mayRoll ? settled?.snapshots : undefined),
  ];
}

/** Of more than 60 nodes a recording gives the count, the first and the last ones. */
function compareTree(path: string, recorded: Facts | undefined, simulated: Facts | undefined): readonly Difference[] {
  if (recorded === undefined || simulated === undefined) return [{ path, recorded, simulated }];
  const shown = Object.keys(recorded).filter((key) => key.startsWith('/'));
  const isWhole = shown.length === Object.keys(recorded).length;
  const compared = isWhole ? Object.keys({ ...recorded, ...simulated }) : shown;
  const found = compared.flatMap((node) =>
    differences(`${path}/${node}`, withDataText(recorded[node]), simulated[node]),
  );
  const count = recorded['count'];
  if (isWhole || typeof count !== 'number') return found;
  return [...found, ...differences(`${path}/count`, count, Object.keys(simulated).length)];
}

function compareLog(
  path: string,
  recorded: readonly LogLine[] | undefined,
  simulated: PlayedPhase['logs'][string] | undefined,
): readonly Difference[] {
  if (recorded === undefined || simulated === undefined) return [{ path, recorded, simulated }];
  return listDifference(path, recorded, foldLog(recorded, simulated));
}

function withDataText(node: unknown): unknown {
  return isRecord(node) && typeof node['data'] === 'string' ? { ...node, data: dataText(node['data']) } : node;
}
