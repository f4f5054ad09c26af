/** An answer that opens, read aloud once: the focus is on its question by then. */
import { useOpenAnswer } from './use-answer.ts';
import { sentencesOf } from './sentences.ts';

export function AnswerLive() {
  const open = useOpenAnswer();
  return (
    <p className="sr" aria-live="polite" data-part="answer-live">
      {open === null ? '' : sentencesOf(open.answer, open.told).join(' ')}
    </p>
  );
}
