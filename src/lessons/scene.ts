/** Scenarios for lessons in few words: what is not said is ordinary. */
import type { GivenDisk } from '../scenario/given-disk.ts';
import type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { understandBy } from '../zookeeper/client/shell.ts';
import { zkCli } from '../zookeeper/client/zkcli.ts';
import { DEFAULT_TIMING, type Timing } from '../zookeeper/config/ensemble.ts';
import { type Epoch, sidOf, zxidFrom, zxidText } from '../zookeeper/ids.ts';

// A script may type lines.
understandBy(zkCli);

interface SceneParts {
  /** `which-vote-wins-rounds`: of the lesson it belongs to. */
  readonly id: string;
  /** What the menu of runs calls it. */
  readonly title: string;
  readonly servers: number;
  /** Of the servers that did not begin with nothing. */
  readonly disks?: Readonly<Record<number, GivenDisk>>;
  /** The servers that do not vote. */
  readonly observers?: readonly number[];
  readonly timing?: Partial<Timing>;
  readonly network?: Partial<Scenario['network']>;
  readonly diskMillis?: number;
  readonly profile?: Scenario['profile'];
  readonly toggles?: Scenario['toggles'];
  readonly seed?: number;
  readonly script: readonly (readonly ScriptStep[])[];
}

export function lessonScene(parts: SceneParts): Scenario {
  const { id, title, servers, disks = {}, observers = [], timing, network, script } = parts;
  return {
    version: 1,
    id,
    title,
    seed: parts.seed ?? 1,
    profile: parts.profile ?? '3.9',
    toggles: parts.toggles ?? {},
    servers: Array.from({ length: servers }, (_, i): ScenarioServer => {
      const disk = disks[i + 1];
      return {
        sid: sidOf(i + 1),
        ...(observers.includes(i + 1) && { observer: true }),
        ...(disk !== undefined && { disk }),
      };
    }),
    timing: { ...DEFAULT_TIMING, ...timing },
    network: { latencyMillis: 12, jitterMillis: 4, links: [], ...network },
    diskMillis: parts.diskMillis ?? 2,
    script: script.flat().toSorted((a, b) => a.at - b.at),
  };
}

/**
 * A disk with so many transactions of each epoch, as `{ 1: 3, 2: 7 }`: 1·1 to 1·3, then 2·1 to 2·7, each the create of
 * a znode. Both epoch files hold `epoch`.
 */
export function diskWith(epoch: number, counts: Readonly<Record<number, number>>): GivenDisk {
  const txns = Object.entries(counts).flatMap(([of, count]) =>
    Array.from({ length: count }, (_, i) => ({
      zxid: zxidText(zxidFrom(Number(of), i + 1)),
      operation: {
        op: 'create',
        path: `/e${of}-${i + 1}`,
        data: '',
        dataLength: 0,
        ephemeral: false,
        sequential: false,
      } as const,
    })),
  );
  return { acceptedEpoch: epoch as Epoch, currentEpoch: epoch as Epoch, txns };
}

/** A zxid as lessons' data name it: `0x200000007` for 2·7. */
export function zxid(epoch: number, counter: number): string {
  return zxidText(zxidFrom(epoch, counter));
}
