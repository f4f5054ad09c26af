/** A recording told with other server ids: the same story as long as their order stays. For tests of what must not depend on ids. */
import { isRecord } from './difference.ts';
import type { Facts, Outcome, Recording } from './recording.ts';
import type { Step } from './step.ts';

export function renamed(recording: Recording, nameOf: (sid: number) => number): Recording {
  const all = (sids: readonly number[]): number[] => sids.map(nameOf);
  const keys = <T>(bySid: Readonly<Record<string, T>>, change: (value: T) => T = (value) => value): Record<string, T> =>
    Object.fromEntries(Object.entries(bySid).map(([sid, value]) => [nameOf(Number(sid)), change(value)]));
  const { config, phases, learnerConnections, stability } = recording;
  return {
    ...recording,
    config: {
      ...config,
      participants: all(config.participants),
      observers: all(config.observers),
      perServer: keys(config.perServer ?? {}),
      zooCfg: renamedZooCfg(config.zooCfg ?? {}, nameOf),
    },
    phases: phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => renamedStep(step, nameOf)),
      outcome: {
        leader: renamedLeader(phase.outcome.leader, nameOf),
        servers: keys(phase.outcome.servers, (facts) => renamedVote(facts, nameOf)),
        znodesOnDisk: renamedGroups(phase.outcome.znodesOnDisk, all),
        logsOnDisk: renamedGroups(phase.outcome.logsOnDisk, all),
      },
      elections: phase.elections.map((election) => ({
        ...election,
        sid: nameOf(election.sid),
        elected: nameOf(Number(election['elected'])),
      })),
      syncs: phase.syncs.map((sync) => ({
        ...sync,
        learner: nameOf(sync.learner),
        leader: nameOf(Number(sync['leader'])),
      })),
    })),
    learnerConnections: learnerConnections.map((connection) => ({
      ...connection,
      learner: nameOf(connection.learner),
      leader: nameOf(connection.leader),
    })),
    stability: { ...stability, differs: stability.differs.map(({ at }) => ({ at: renamedPath(at, nameOf) })) },
  };
}

/** `group.1=1:2`, `weight.1=3`; other lines name no server. */
function renamedZooCfg(zooCfg: Facts, nameOf: (sid: number) => number): Facts {
  const line = ([key, value]: readonly [string, unknown]): readonly [string, unknown] => {
    if (key.startsWith('weight.')) return [`weight.${nameOf(Number(key.slice(7)))}`, value];
    if (!key.startsWith('group.')) return [key, value];
    const sids = String(value).split(':');
    return [key, sids.map((sid) => nameOf(Number(sid))).join(':')];
  };
  return Object.fromEntries(Object.entries(zooCfg).map(line));
}

function renamedStep(step: Step, nameOf: (sid: number) => number): Step {
  switch (step.op) {
    case 'partition':
      return { ...step, groups: step.groups.map((group) => group.map(nameOf)) };
    case 'cut link':
      return { ...step, between: [nameOf(step.between[0]), nameOf(step.between[1])] };
    case 'cut one way':
      return { ...step, frm: nameOf(step.frm), to: nameOf(step.to) };
    default:
      if ('servers' in step) return { ...step, servers: step.servers.map(nameOf) };
      return 'server' in step ? { ...step, server: nameOf(step.server) } : step;
  }
}

function renamedLeader(leader: Outcome['leader'], nameOf: (sid: number) => number): Outcome['leader'] {
  if (leader === null) return null;
  return typeof leader === 'number' ? nameOf(leader) : leader.map(nameOf);
}

function renamedVote(facts: Facts, nameOf: (sid: number) => number): Facts {
  const { vote } = facts;
  // An observer that has heard of nobody votes for no number.
  if (!isRecord(vote) || typeof vote['leader'] !== 'number') return facts;
  return { ...facts, vote: { ...vote, leader: nameOf(vote['leader']) } };
}

function renamedGroups<G extends { readonly servers: readonly number[] }>(
  groups: 'unchanged' | readonly G[],
  all: (sids: readonly number[]) => number[],
): 'unchanged' | readonly G[] {
  return groups === 'unchanged' ? groups : groups.map((group) => ({ ...group, servers: all(group.servers) }));
}

/** `/phase/servers/2/logFiles`, `/phase/elections/1/0/decidedBy`, `/learnerConnections of 3/0/0`. */
function renamedPath(path: string, nameOf: (sid: number) => number): string {
  return path.replace(
    /(\/servers\/|\/elections\/|\/syncs\/|\/learnerConnections of )(\d+)/,
    (_, before: string, sid: string) => `${before}${nameOf(Number(sid))}`,
  );
}
