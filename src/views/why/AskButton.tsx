/** Small, beside what it asks about: "why?" or "why not?", named by the whole question. */
import { isDenied } from '../../app/ask.ts';
import type { Question } from '../../app/question.ts';
import { useLab } from '../lab.ts';
import { useQuestionText } from './use-answer.ts';
import { useWhyWords } from './why-words.ts';
import styles from './AskButton.module.css';

interface AskButtonProps {
  readonly question: Question;
  /** The whole question is written on it. */
  readonly whole?: boolean;
}

export function AskButton({ question, whole = false }: AskButtonProps) {
  const { store } = useLab();
  const words = useWhyWords();
  const text = useQuestionText()(question);
  const short = isDenied(question) ? words.whyNotShort : words.whyShort;
  return (
    <button
      type="button"
      className={styles.ask}
      aria-label={whole ? undefined : words.ask(short, text)}
      title={whole ? undefined : text}
      onClick={() => store.getState().ask(question)}
    >
      {whole ? text : short}
    </button>
  );
}
