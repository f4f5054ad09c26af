/** What each part of a cut cluster can still do. */
import { memo, useMemo } from 'react';
import { useLabState } from '../lab.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import { SIDE_LINE } from './side-texts.ts';
import styles from './CutWords.module.css';

export const CutWords = memo(function CutWords({ layout, pairs, line, waiting, verifier, running, words }: Cut) {
  const texts = useMemo(
    () => cutTexts({ layout, pairs, line, waiting, verifier, running, words }),
    [layout, pairs, line, waiting, verifier, running, words],
  );
  // It may be what a lesson asks.
  const asks = useLabState(({ lesson }) => lesson?.asks === true);
  if (asks) return null;
  return (
    <g aria-hidden="true">
      {texts.map(({ lines, at }) =>
        lines.map((text, index) => (
          <text
            key={`${at.x} ${at.y} ${index}`}
            className={styles.words}
            x={at.x}
            y={at.y + 4 + (index - (lines.length - 1) / 2) * SIDE_LINE}
          >
            {text}
          </text>
        )),
      )}
    </g>
  );
});
