/** What every message is, written beside it. */
import { useClock } from '../lab.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import type { Flight } from './flights.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import { messageNames } from './message-names.ts';
import styles from './MessageNames.module.css';

interface MessageNamesProps {
  readonly flights: readonly Flight[];
  /** What is cut, if anything: its words are there already. */
  readonly cut: Cut;
}

export function MessageNames({ flights, cut }: MessageNamesProps) {
  const clock = useClock();
  const screens = useScreenWords();
  const { layout } = cut;
  const names = messageNames(flights, { layout, line: cut.line, texts: cutTexts(cut) }, clock.now(), ({ message }) =>
    screens.message(message),
  );
  return (
    <svg width={layout.width} height={layout.height} className={styles.names} aria-hidden="true">
      {names.map(({ key, text, at }) => (
        <text key={key} data-part="message-name" x={at.x} y={at.y}>
          {text}
        </text>
      ))}
    </svg>
  );
}
