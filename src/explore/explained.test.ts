import { describe, expect, it } from 'vitest';
import type { Sid } from '../zookeeper/ids.ts';
import { isExplained, mayKeepFromRest } from './explained.ts';
import type { HazardName } from './hazards.ts';

const hazard = (name: HazardName, server: number, event: number) => ({ name, server: server as Sid, event });
const violation = (property: string, server: number, event: number) => ({ property, servers: [server as Sid], event });

describe('a defect explains what it may break, from its event on, and nothing else', () => {
  // oxfmt-ignore
  it.each<[HazardName, property: string, by: number, at: number, explained: boolean]>([
    // S1 runs into it at event 5     breaks                   whose  when
    ['ZOOKEEPER-2846',                'TotalOrder',            3,     5,     true],
    ['ZOOKEEPER-2846',                'TotalOrder',            3,     4,     false],
    ['ZOOKEEPER-2846',                'CommitQuorum',          3,     9,     false],
    ['ZOOKEEPER-2846',                'Leadership1',           1,     9,     false],
    ['ZOOKEEPER-2846',                'DurableAck',            1,     9,     false],
    ['ZOOKEEPER-1549',                'VoteSoundness',         1,     9,     false],
    ['observer promoted in sync',     'DurableAck',            1,     9,     true],
    ['observer promoted in sync',     'SingleServingLeader',   1,     9,     false],
    ['ZOOKEEPER-2354',                'EpochLogOrder',         1,     5,     true],
    ['ZOOKEEPER-2354',                'EpochLogOrder',         1,     6,     false], // it refuses each time anew
    ['ZOOKEEPER-2354',                'EpochLogOrder',         2,     5,     false],
    ['ZOOKEEPER-2354',                'ReplicaConvergence',    1,     5,     false],
    ['reconfig not counted in sync',  'proposalInconsistent',  1,     5,     true],
    ['reconfig not counted in sync',  'proposalInconsistent',  1,     6,     false],
    ['unfinished reconfig',           'Rejoin',                1,     5,     true],
    ['unfinished reconfig',           'ReplicaConvergence',    1,     5,     false],
    ['uncommitted reconfig in force', 'CommitQuorum',          1,     5,     false],
    ['proposal stranded by reconfig', 'WriteCommits',          1,     5,     true],
    ['proposal stranded by reconfig', 'CommitQuorum',          1,     5,     false],
  ])('%s: %s of S%d at event %d: %s', (name, property, by, at, explained) => {
    expect(isExplained(violation(property, by, at), [hazard(name, 1, 5)])).toBe(explained);
  });

  it.each<[HazardName | null, boolean]>([
    [null, false],
    ['ZOOKEEPER-2354', true],
    ['unfinished reconfig', true],
    // The sync begins anew.
    ['reconfig not counted in sync', false],
  ])('that a run does not come to rest: %s: %s', (name, keeps) => {
    expect(mayKeepFromRest(name === null ? [] : [hazard(name, 1, 5)])).toBe(keeps);
  });
});
