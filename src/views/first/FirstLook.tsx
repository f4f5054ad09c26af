/** The first ten seconds: three servers, one caption, the votes column by column, and two ways on. */
import { useMemo } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { useFacts, useLab, useLabState, usePlace, useWords } from '../lab.ts';
import type { Ring } from '../stage/changes.ts';
import type { StageScale } from '../stage/layout.ts';
import { Stage } from '../stage/Stage.tsx';
import { firstCaption } from './caption.ts';
import { VoteTable } from './VoteTable.tsx';
import { firstVotes } from './votes.ts';
import styles from './FirstLook.module.css';

export function FirstLook({ scale }: { readonly scale: StageScale }) {
  const { session, store, tour } = useLab();
  const words = useWords();
  const facts = useFacts();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  const { step, again } = tour.factsAt(place);
  const timeline = session.branch(place.branch);
  const votes = useMemo(
    () => firstVotes(timeline, timeline.start, place.cursor, facts),
    [timeline, place.cursor, facts],
  );
  const caption = firstCaption(step, again, votes, facts, words);
  const leader = facts.servers.find((server) => server.state === 'LEADING' && server.status === 'up');
  const isServing = step === 'serving';

  // The ring that elected the leader stays closed while it prepares to serve.
  const elected = votes.elected ?? votes.agreed;
  const rings = useMemo(() => {
    const kept = new Map<number, Ring>();
    if (elected !== null) {
      kept.set(elected.leader, {
        what: 'votes',
        zxid: null,
        counted: elected.agreeing,
        closed: true,
      });
    }
    return kept;
  }, [elected]);

  return (
    <div className={styles.first} data-scale={scale}>
      <section className={styles.caption}>
        <p className={styles.was}>{caption.isOpening ? '\u00a0' : words.first.opening}</p>
        <div aria-live="polite" className={styles.says}>
          <h1>{caption.title}</h1>
          <p className={styles.why}>{caption.why}</p>
        </div>
        <VoteTable votes={votes} />
        <p className={styles.rule}>{words.first.rule}</p>
        <p className={styles.go}>
          {!again && (
            <button
              type="button"
              className={styles.main}
              data-shown={isServing}
              disabled={!isServing}
              onClick={tour.killLeader}
            >
              <Icon name="close" />
              {words.first.killLeader}
            </button>
          )}
          <button
            type="button"
            className={again ? styles.main : styles.link}
            data-shown={isServing || !playing}
            disabled={!isServing && playing}
            onClick={() => store.getState().endFirstLook()}
          >
            {words.first.playFreely}
          </button>
        </p>
      </section>
      <div className={styles.stage}>
        <Stage scale={scale} pulse={isServing ? (leader?.sid ?? null) : null} keptRings={rings} />
      </div>
    </div>
  );
}
