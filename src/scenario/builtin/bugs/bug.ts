/** A bug that ZooKeeper once had, as a scenario that shows it, and the toggles that mend it. */
import type { ScriptStep } from '../../../sim/moment.ts';
import type { Behaviour } from '../../../zookeeper/config/behaviour.ts';
import { DEFAULT_TIMING, type Timing } from '../../../zookeeper/config/ensemble.ts';
import { type Sid, sidOf } from '../../../zookeeper/ids.ts';
import type { LeaderLossReason, StepDownReason } from '../../../zookeeper/notes.ts';
import type { GivenDisk } from '../../given-disk.ts';
import type { Scenario } from '../../scenario.ts';

export interface Bug {
  readonly jira: string;
  /** In the old behaviour. */
  readonly scenario: Scenario;
  /** What the mended releases do otherwise: nothing else differs. */
  readonly mended: Partial<Behaviour>;
  /** The first releases of each line that have the mend; none where no release has. */
  readonly mendedIn: readonly string[];
  /** They have it switched off, until somebody sets it. */
  readonly bySetting?: true;
  /** Only the report's title and the code tell how it comes about; else its test, a published trace or its discussion do. */
  readonly reconstructed?: true;
  /** What can be seen by then in the old behaviour, and not in the mended one. */
  readonly untilMillis: number;
  readonly shows: Symptom;
}

export type Symptom =
  /** A property of the audit breaks. */
  | { readonly kind: 'violates'; readonly property: string }
  /** A server's process has ended itself. */
  | { readonly kind: 'exits'; readonly server: Sid; readonly code: number }
  /** A server gives its leader up for this. */
  | { readonly kind: 'losesLeader'; readonly server: Sid; readonly reason: LeaderLossReason }
  /** A leader gives its lead up for this. */
  | { readonly kind: 'stepsDown'; readonly server: Sid; readonly reason: StepDownReason }
  /** A server still looks for a leader. */
  | { readonly kind: 'looks'; readonly server: Sid }
  /** Nobody serves as leader. */
  | { readonly kind: 'leaderless' };

type BugParts = Pick<Scenario, 'id' | 'title' | 'profile'> & {
  readonly toggles?: Partial<Behaviour>;
  readonly timing?: Partial<Timing>;
  readonly network?: Partial<Scenario['network']>;
  readonly servers?: number;
  /** Of the servers that did not begin with nothing. */
  readonly disks?: Readonly<Record<number, GivenDisk>>;
  readonly script: readonly (readonly ScriptStep[])[];
};

/** Three servers, or so many, with short ticks; steps are put in order of time. */
export function bugScenario({
  id,
  title,
  profile,
  toggles = {},
  timing,
  network,
  servers = 3,
  disks = {},
  script,
}: BugParts): Scenario {
  return {
    version: 1,
    id,
    title,
    seed: 1,
    profile,
    toggles,
    servers: Array.from({ length: servers }, (_, i) => {
      const disk = disks[i + 1];
      return { sid: sidOf(i + 1), ...(disk !== undefined && { disk }) };
    }),
    timing: { ...DEFAULT_TIMING, tickMillis: 500, ...timing },
    network: { latencyMillis: 10, jitterMillis: 0, links: [], ...network },
    diskMillis: 2,
    script: script.flat().toSorted((a, b) => a.at - b.at),
  };
}

/** The same scenario where the bug is mended, and nothing else. */
export function mendedScenario({ scenario, mended }: Bug): Scenario {
  return { ...scenario, toggles: { ...scenario.toggles, ...mended } };
}
