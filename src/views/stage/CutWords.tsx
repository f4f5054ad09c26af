/** What each part of a cut cluster can still do. */
import { memo, useMemo } from 'react';
import { useLabState } from '../lab.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import styles from './CutWords.module.css';

export const CutWords = memo(function CutWords({ layout, pairs, line, verifier, words }: Cut) {
  const texts = useMemo(
    () => cutTexts({ layout, pairs, line, verifier, words }),
    [layout, pairs, line, verifier, words],
  );
  // It may be what a lesson asks.
  const asks = useLabState(({ lesson }) => lesson?.asks === true);
  if (asks) return null;
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
