/**
 * The leader's broom (ContainerManager): containers whose last child is gone and TTL nodes whose time is over are deleted,
 * by transactions like any others, so many a minute at most. It looks once an interval, counted from when it began to
 * lead, and while there is nothing of the kind it sleeps.
 */
import { type DataNode, type DataTree, namesIn, nodeAt } from '../database/data-tree.ts';
import type { Service } from '../config/service.ts';
import type { SessionId } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { propose } from './propose.ts';

/** Nobody's: the request is the leader's own. */
const NO_SESSION = '0x0' as SessionId;
const MINUTE = 60_000;

/** To be called after every proposal: the first container or TTL node wakes the manager. */
export function watchContainers(turn: Turn): void {
  const leader = turn.leader();
  const { containers, ttls } = leader.pendingTree;
  if (leader.containerCheckAt !== null || containers.size + ttls.size === 0) return;
  const { containerCheckIntervalMillis: interval } = turn.config.service;
  armCheck(turn, interval - ((turn.now - leader.servingSince) % interval));
}

/** The next of what was found is deleted, or a new look is taken (checkContainers). */
export function containerCheckFired(turn: Turn): void {
  const leader = turn.leader();
  leader.containerCheckAt = null;
  const found = leader.containerCandidates;
  const candidates =
    found.length > 0 ? found : containerCandidates(turn.peer.database.tree, turn.wallClock, turn.config.service);
  const [path, ...rest] = candidates;
  leader.containerCandidates = rest;
  if (path !== undefined) {
    if (turn.noting) turn.note({ kind: 'containerReaped', path });
    propose(turn, { sessionId: NO_SESSION, cxid: 0, operation: { op: 'deleteContainer', path }, authInfo: [] });
  }
  if (rest.length > 0) armCheck(turn, Math.floor(MINUTE / turn.config.service.containerMaxPerMinute));
  else watchContainers(turn);
}

function armCheck(turn: Turn, after: number): void {
  turn.leader().containerCheckAt = turn.now + after;
  turn.arm('containerCheck', after);
}

/**
 * What may go, containers first (getCandidates). A container that never had a child stays, so that it is not deleted
 * before its first one comes, unless the configuration limits that time.
 */
export function containerCandidates(
  tree: DataTree,
  now: number,
  { containerMaxNeverUsedIntervalMillis: neverUsedMax }: Service,
): readonly string[] {
  const emptied = (paths: readonly string[], isDue: (node: DataNode) => boolean): readonly string[] =>
    paths.filter((path) => {
      const node = nodeAt(tree, path);
      return node !== null && node.children.size === 0 && isDue(node);
    });
  return [
    ...emptied(
      namesIn(tree.containers),
      ({ cversion, mtime }) => cversion > 0 || (neverUsedMax > 0 && now - mtime > neverUsedMax),
    ),
    ...emptied(namesIn(tree.ttls), ({ extended, mtime }) => typeof extended === 'number' && now - mtime > extended),
  ];
}
