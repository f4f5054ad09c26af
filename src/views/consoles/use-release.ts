/** The release that the clients and servers of the run imitate. */
import { useMemo } from 'react';
import type { CliRelease } from '../../sim/console.ts';
import { behaviourOf, releaseOf } from '../../zookeeper/config/behaviour.ts';
import { useLab, useLabState } from '../lab.ts';

export function useRelease(): CliRelease {
  const { session } = useLab();
  // The session tells another scenario when another run is opened.
  const { profile, toggles } = useLabState(() => session.scenario);
  return useMemo(() => {
    return { version: releaseOf(profile), eventZxid: behaviourOf(profile, toggles).watchEventZxid };
  }, [profile, toggles]);
}
