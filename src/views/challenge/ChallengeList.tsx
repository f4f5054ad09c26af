/** All challenges, with what has been settled. */
import type { SetChallenge } from '../../challenges/challenge.ts';
import { CHALLENGES } from '../../challenges/challenges.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useLab } from '../lab.ts';
import { useChallengesWords, useWordsOf } from './challenge-words.ts';
import { useSettled } from './use-settled.ts';
import styles from './ChallengeList.module.css';

export function ChallengeList() {
  const words = useChallengesWords();
  return (
    <section>
      <h3>{words.title}</h3>
      <p className={styles.intro}>{words.intro}</p>
      <ul className={styles.list}>
        {CHALLENGES.map((set) => (
          <Line key={set.challenge.id} set={set} />
        ))}
      </ul>
    </section>
  );
}

function Line({ set }: { readonly set: SetChallenge }) {
  const { store } = useLab();
  const words = useChallengesWords();
  const { title } = useWordsOf(set);
  const settled = useSettled()[set.challenge.id];
  const open = (): void => {
    const { panels, togglePanel, openScenario } = store.getState();
    if (panels.lessons) togglePanel('lessons');
    openScenario(set.challenge.scene);
    if (!store.getState().panels.story) store.getState().togglePanel('story');
  };
  return (
    <li>
      <button type="button" className={styles.line} onClick={open}>
        {title}
        {settled !== undefined && (
          <span className={styles.state}>
            <Icon name="tick" /> {settled === null ? words.impossible : words.solved(settled)}
          </span>
        )}
      </button>
    </li>
  );
}
