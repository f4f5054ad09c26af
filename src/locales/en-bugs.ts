/** English for the list of ZooKeeper's bugs. */
import type { Sid } from '../zookeeper/ids.ts';
import type { LeaderLossReason, StepDownReason } from '../zookeeper/notes.ts';
import { server } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

const lossReasons: Readonly<Partial<Record<LeaderLossReason, string>>> = {
  leaderUnknown: 'nobody knows the server that it elected',
  commitWithoutProposal: 'a COMMIT comes for no proposal',
};
const stepDownReasons: Readonly<Partial<Record<StepDownReason, string>>> = {
  epochTimeout: 'no quorum joins its epoch in time',
};

export const enBugs = {
  title: 'Bugs of ZooKeeper',
  about:
    'Each is a run that shows it, with servers that behave as a release that has it. Side by side with the mend you see where the two part.',
  search: 'Number, title, release or property',
  found: (count: number) => plural(count, { one: '# bug', other: '# bugs' }),
  /** `toggles`: what was older than the oldest release there is. */
  release: (release: string, toggles: readonly string[]) =>
    toggles.length === 0 ? `here as ${release}` : `here as ${release}, but for ${toggles.join(', ')}`,
  mendedIn: (releases: readonly string[]) => `mended in ${releases.join(', ')}`,
  bySetting: (releases: readonly string[]) => `mended in ${releases.join(', ')}, where it is set so`,
  notMended: 'mended in no release',
  reconstructed: 'reconstructed',
  reconstructedMeans:
    'Reconstructed: this course of events is our own, made from the report’s title and the code. The others follow a test, a published trace, or the report’s discussion.',
  sideBySide: 'Beside the mend',
  sideBySideOf: (jira: string) => `Beside the mend: ${jira}`,
  shows: {
    violates: (property: string) => `breaks “${property}”`,
    exits: (sid: Sid, code: number) => `the process of ${server(sid)} ends itself with ${code}`,
    losesLeader: (sid: Sid, reason: LeaderLossReason) =>
      `${server(sid)} gives its leader up: ${lossReasons[reason] ?? reason}`,
    stepsDown: (sid: Sid, reason: StepDownReason) => `${server(sid)} steps down: ${stepDownReasons[reason] ?? reason}`,
    looks: (sid: Sid) => `${server(sid)} finds no leader, though there is one`,
    leaderless: 'nobody comes to lead',
  },
};

export type BugsCatalogue = Translatable<typeof enBugs>;
