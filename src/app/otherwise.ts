/** In what the servers of a branch behave otherwise than those of the branch that it hangs from. */
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { behaviourOf } from '../zookeeper/config/profiles.ts';
import type { Session } from './session.ts';

/** By toggle, how it stands in the branch; null where both behave the same. */
export function otherwiseOf(session: Session, branch: number): Partial<Behaviour> | null {
  const { fork } = session.branch(branch);
  if (fork === null) return null;
  const [own, before] = [session.scenarioOf(branch), session.scenarioOf(fork.parent.id)];
  if (own.toggles === before.toggles) return null;
  const [mine, its] = [behaviourOf(own.profile, own.toggles), behaviourOf(before.profile, before.toggles)];
  // Keys of a record of toggles are toggles.
  const names = Object.keys(mine) as (keyof Behaviour)[];
  return Object.fromEntries(names.flatMap((name) => (mine[name] === its[name] ? [] : [[name, mine[name]]])));
}
