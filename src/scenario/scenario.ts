/** A scenario: everything a run follows from. Plain JSON; the published shape of files and links. */
import type { ScriptStep } from '../sim/moment.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import type { Timing } from '../zookeeper/config/ensemble.ts';
import type { Service } from '../zookeeper/config/service.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { GivenDisk } from './given-disk.ts';

export interface ScenarioServer {
  readonly sid: Sid;
  /** Does not vote. */
  readonly observer?: boolean;
  /** Unknown to the others, who are started without it; its own file names them and itself. A reconfig may let it join. */
  readonly unlisted?: boolean;
  /** What its own file lists, itself among them, where that is not what the others' files list. Not together with groups. */
  readonly knows?: readonly Sid[];
  /** Of its vote, where there are groups; 1 unless said. Without any weight it votes and cannot be elected. */
  readonly weight?: number;
  /** Limits of its own, where a server is configured differently. */
  readonly timing?: Partial<Timing>;
  /** What it does otherwise than the others: an ensemble amid an upgrade, or an oracle that knows them apart. */
  readonly toggles?: Partial<Behaviour>;
  /** What it was left with by an earlier life. Absent: a new server's, empty. */
  readonly disk?: GivenDisk;
}

export interface Scenario {
  readonly version: 1;
  /** Short name: part of links for built-in scenarios. */
  readonly id: string;
  readonly title: string;
  readonly seed: number;
  readonly profile: Profile;
  readonly toggles: Partial<Behaviour>;
  /** What servers offer their clients, where it differs from the defaults. */
  readonly service?: Partial<Service>;
  readonly servers: readonly ScenarioServer[];
  /** Hierarchical quorums: every voter is in one group. Without groups, every voter counts the same. */
  readonly groups?: readonly (readonly Sid[])[];
  /** Clients may change the ensemble while it runs (reconfigEnabled). */
  readonly reconfigEnabled?: boolean;
  readonly timing: Timing;
  readonly network: {
    readonly latencyMillis: number;
    readonly jitterMillis: number;
    /** One-way latencies that differ, both directions of the pair. */
    readonly links: readonly { readonly between: readonly [Sid, Sid]; readonly latencyMillis: number }[];
  };
  readonly diskMillis: number;
  /** In order of time. */
  readonly script: readonly ScriptStep[];
}
