/** The release that the clients and servers of the run imitate. */
import { useMemo } from 'react';
import type { CliRelease } from '../../sim/console.ts';
import type { Behaviour } from '../../zookeeper/config/behaviour.ts';
import { behaviourOf, releaseOf } from '../../zookeeper/config/profiles.ts';
import { useLab, useLabState } from '../lab.ts';

export function useRelease(): CliRelease & { readonly behaviour: Behaviour } {
  const { session } = useLab();
  // The session tells another scenario when another run is opened.
  const { profile, toggles } = useLabState(() => session.scenario);
  return useMemo(() => {
    const behaviour = behaviourOf(profile, toggles);
    return { version: releaseOf(profile), eventZxid: behaviour.watchEventZxid, behaviour };
  }, [profile, toggles]);
}
