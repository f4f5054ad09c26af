/** What each part of a cut cluster can still do. */
import { memo, useMemo } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { QuorumVerifier } from '../../zookeeper/config/ensemble.ts';
import { isQuorum, isVoter } from '../../zookeeper/election/quorum-verifier.ts';
import { type CutLine, type PairLink, islands } from './cuts.ts';
import type { StageLayout } from './layout.ts';
import { sideTexts } from './side-texts.ts';
import styles from './CutWords.module.css';

interface CutWordsProps {
  readonly layout: StageLayout;
  readonly pairs: readonly PairLink[];
  readonly line: CutLine | null;
  readonly verifier: QuorumVerifier;
  readonly words: Catalogue;
}

export const CutWords = memo(function CutWords({ layout, pairs, line, verifier, words }: CutWordsProps) {
  const texts = useMemo(() => {
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
    return sideTexts(layout, sides, line);
  }, [layout, pairs, line, verifier, words]);
  return (
    <g aria-hidden="true">
      {texts.map(({ text, at }) => (
        <text key={`${at.x} ${at.y}`} className={styles.words} x={at.x} y={at.y + 4}>
          {text}
        </text>
      ))}
    </g>
  );
});
