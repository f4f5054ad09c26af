/** The notes of a challenge: the task, a way that does it or that it cannot be done, and why. */
import type { SetChallenge } from '../../challenges/challenge.ts';
import { parOf } from '../../challenges/challenge.ts';
import { useWordsOf } from '../challenge/challenge-words.ts';
import { useLabWords } from '../lab-words.ts';
import { actionText } from '../story/action-text.ts';
import { useSpeakerWords } from './speaker-words.ts';
import styles from './SpeakerPage.module.css';

export function ChallengeNotes({ set }: { readonly set: SetChallenge }) {
  const { challenge } = set;
  const words = useSpeakerWords();
  const labWords = useLabWords();
  const { title, task, goal, why } = useWordsOf(set);
  const par = parOf(challenge);
  const deeds = (challenge.solution ?? []).flatMap(({ acts = [] }, step) =>
    acts.map((act, index) => ({ key: `${step} ${index}`, text: actionText(act, labWords) })),
  );
  return (
    <section>
      <h3>{words.challenge}</h3>
      <h2>{title}</h2>
      <p>{task}</p>
      <ul className={styles.goal}>
        {goal.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className={styles.answer}>
        <h3>{words.answer}</h3>
        <p>
          <b>{par === null ? words.cannot : words.way(par)}</b>
        </p>
        {deeds.length > 0 && (
          <ol className={styles.deeds}>
            {deeds.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ol>
        )}
        <p>{why}</p>
      </div>
    </section>
  );
}
