/** The left panel: what is going on in words, what can be done, what was done, and every event. */
import { Acts } from './Acts.tsx';
import { Caption } from './Caption.tsx';
import { EventList } from './EventList.tsx';
import { Steps } from './Steps.tsx';
import styles from './Story.module.css';

export function Story() {
  return (
    <div className={styles.story} data-part="story">
      <Caption />
      <Acts />
      <Steps />
      <EventList />
    </div>
  );
}
