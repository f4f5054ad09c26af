/** Over the story of somebody who tries things by themselves: the way back to the lesson. */
import { useLabState } from '../lab.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import { useLessonsWords, useWordsOf } from './lesson-words.ts';
import { useLessonState, usePlayer } from './use-player.ts';
import styles from './LessonBar.module.css';

export function LessonBar() {
  const free = useLabState(({ lesson }) => lesson?.free === true);
  const taught = useLessonState((state) => state.taught);
  return free && taught !== null ? <Bar taught={taught} /> : null;
}

function Bar({ taught }: { readonly taught: TaughtLesson }) {
  const player = usePlayer();
  const words = useLessonsWords();
  const { title } = useWordsOf(taught);
  return (
    <div className={styles.bar}>
      <p>{words.trying(title)}</p>
      <button type="button" onClick={player.comeBack}>
        {words.backToLesson}
      </button>
    </div>
  );
}
