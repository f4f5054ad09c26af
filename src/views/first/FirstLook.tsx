/** The first ten seconds: three servers, one caption, the votes column by column, and two ways on. */
import { useMemo, useState } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { PaceContext, useFacts, useFrame, useLab, useLabState, usePlace, useWords } from '../lab.ts';
import type { Ring } from '../stage/changes.ts';
import type { StageScale } from '../stage/layout.ts';
import { Stage } from '../stage/Stage.tsx';
import { firstCaption } from './caption.ts';
import { VoteTable } from './VoteTable.tsx';
import { type FirstVotes, firstVotes } from './votes.ts';
import styles from './FirstLook.module.css';

/** Its words go with what moves. */
export function FirstLook(props: { readonly scale: StageScale }) {
  return (
    <PaceContext value="watched">
      <Lesson {...props} />
    </PaceContext>
  );
}

function Lesson({ scale }: { readonly scale: StageScale }) {
  const { store, tour } = useLab();
  const words = useWords();
  const facts = useFacts();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  // What starts servers alone kills none.
  const isWhole = useLabState((state) => state.whole);
  const { step, again, since } = tour.factsAt(place);
  const votes = useFirstVotes(since);
  // The conclusion comes after what it is drawn from; to whoever pauses, all is shown at once.
  const isRead = useReached(votes.readAt) || !playing;
  const shown = isRead ? votes : { ...votes, agreed: null };
  const caption = firstCaption(step, { again }, shown, facts, words);
  const leader = facts.servers.find((server) => server.state === 'LEADING' && server.status === 'up');
  const isServing = step === 'serving';

  // What closed last stays on show: the votes while the leader prepares to serve, then the acks of NEWLEADER.
  const elected = votes.elected ?? votes.agreed;
  const { established } = votes;
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
    if (established !== null) {
      kept.set(established.leader, {
        what: 'newLeaderAck',
        zxid: null,
        counted: established.acks,
        closed: true,
      });
    }
    return kept;
  }, [elected, established]);

  return (
    <div className={styles.first} data-scale={scale}>
      <section className={styles.caption}>
        <p className={styles.was}>{caption.isOpening ? '\u00a0' : words.first.opening}</p>
        <div aria-live="polite" className={styles.says}>
          <h1>{caption.title}</h1>
          <p className={styles.why}>{caption.why}</p>
        </div>
        <VoteTable votes={shown} />
        <p className={styles.rule}>{words.first.rule}</p>
        <p className={styles.go}>
          {!again && (
            <button
              type="button"
              className={styles.main}
              data-shown={isServing}
              disabled={!isServing || !isWhole}
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

function useFirstVotes(since: number): FirstVotes {
  const { session } = useLab();
  const facts = useFacts();
  const { branch, cursor } = usePlace();
  return useMemo(
    () => firstVotes(session.branch(branch), since, cursor, facts),
    [session, branch, since, cursor, facts],
  );
}

/** Whether virtual time has come to `at`, also between events. */
function useReached(at: number | null): boolean {
  const [reached, setReached] = useState(false);
  useFrame((now) => setReached(at !== null && now >= at));
  return reached;
}
