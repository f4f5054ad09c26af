/** What is written about the parts of a cut cluster, and where. */
import type { Catalogue } from '../../locales/en.ts';
import type { QuorumVerifier } from '../../zookeeper/config/ensemble.ts';
import { isQuorum, isVoter } from '../../zookeeper/election/quorum-verifier.ts';
import { islands } from './cut-line.ts';
import { type Cuts, type SideText, sideTexts } from './side-texts.ts';

export interface Cut extends Cuts {
  readonly verifier: QuorumVerifier;
  readonly words: Catalogue;
}

export function cutTexts({ verifier, words, ...cuts }: Cut): readonly SideText[] {
  const { layout, pairs } = cuts;
  const groups = islands(
    layout.places.map(({ sid }) => sid),
    pairs,
  );
  if (groups.length < 2) return [];
  const sides = groups.map((sids) => {
    const count = sids.filter((sid) => isVoter(verifier, sid)).length;
    const says = isQuorum(verifier, sids) ? words.belief.sideCan : words.belief.sideCannot;
    return { sids, text: says(count, verifier.voters.length) };
  });
  return sideTexts(cuts, sides);
}
