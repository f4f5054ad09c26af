/** What is written about the parts of a cut cluster, and where. */
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { QuorumVerifier } from '../../zookeeper/config/ensemble.ts';
import { isQuorum, isVoter } from '../../zookeeper/election/quorum-verifier.ts';
import { islands } from './cut-line.ts';
import { type Cuts, type SideText, sideTexts } from './side-texts.ts';

export interface Cut extends Cuts {
  readonly verifier: QuorumVerifier;
  /** Of `runningIn`. */
  readonly running: string;
  readonly words: Catalogue;
}

/** The servers that run, by sid: a text, so that the same servers are the same. */
export function runningIn(servers: readonly ServerFacts[]): string {
  return servers.flatMap(({ sid, status }) => (status === 'up' ? [sid] : [])).join(' ');
}

/** Whoever is down or frozen neither votes nor acks; a part where nobody runs says so by its servers. */
export function cutTexts({ verifier, running, words, ...cuts }: Cut): readonly SideText[] {
  const { layout, pairs } = cuts;
  const groups = islands(
    layout.places.map(({ sid }) => sid),
    pairs,
  );
  if (groups.length < 2) return [];
  const up = new Set(running.split(' '));
  const sides = groups.flatMap((sids) => {
    const here = sids.filter((sid) => up.has(String(sid)));
    if (here.length === 0) return [];
    const voting = here.filter((sid) => isVoter(verifier, sid));
    const says = isQuorum(verifier, voting) ? words.belief.sideCan : words.belief.sideCannot;
    return [{ sids, text: says(voting.length, verifier.voters.length) }];
  });
  return sideTexts(cuts, sides);
}
