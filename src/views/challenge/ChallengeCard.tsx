/** Over the story of a run that is an attempt at a challenge: the task, how far it is, and the verdict. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Grade, endOf, gradeOf } from '../../app/challenge.ts';
import type { Place } from '../../app/session.ts';
import type { SetChallenge } from '../../challenges/challenge.ts';
import { parOf } from '../../challenges/challenge.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { DefinedParagraphs } from '../glossary/Defined.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { actionText } from '../story/action-text.ts';
import { useChallengesWords, useWordsOf } from './challenge-words.ts';
import { useShownChallenge } from './shown-challenge.ts';
import { settle } from './use-settled.ts';
import { copyLink } from '../share/copy-link.ts';
import styles from './ChallengeCard.module.css';

/** Where there is little room: folded, the card is a line that says how far the task is. */
export interface Fold {
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
}

export function ChallengeCard({ fold = null }: { readonly fold?: Fold | null }) {
  const set = useShownChallenge();
  return set === null ? null : <Card key={set.challenge.id} set={set} fold={fold} />;
}

/** What the page itself has shown of the answer. */
type Given = 'nothing' | 'claimed' | { readonly attempt: number };

function Card({ set, fold }: { readonly set: SetChallenge; readonly fold: Fold | null }) {
  const { challenge } = set;
  const lab = useLab();
  const words = useChallengesWords();
  const labWords = useLabWords();
  const { title, task, goal, why } = useWordsOf(set);
  const [given, setGiven] = useState<Given>('nothing');
  const grade = useGrade(set);
  const par = parOf(challenge);
  const isOwn = typeof given === 'string';
  const isDone = grade.isDone;
  const { id } = challenge;

  useEffect(() => {
    if (isDone && isOwn) settle(id, grade.deeds);
  }, [isDone, isOwn, id, grade.deeds]);

  // Whoever has done it hears so; whatever the page around does meanwhile is no reason.
  const unfold = useRef(fold?.onFold);
  useEffect(() => {
    unfold.current = fold?.onFold;
  });
  useEffect(() => {
    if (isDone) unfold.current?.(true);
  }, [isDone]);

  const claim = (): void => {
    setGiven('claimed');
    if (par === null) settle(id, null);
  };
  const show = (): void => {
    const ways = challenge.solution === null ? (challenge.attempts ?? []) : [challenge.solution];
    const attempt = typeof given === 'string' ? 0 : (given.attempt + 1) % ways.length;
    const way = ways[attempt];
    if (way === undefined) return;
    const { session, store } = lab;
    store.getState().goTo(endOf(session, challenge, session.scenario, way, () => undefined));
    setGiven({ attempt });
  };
  const isFolded = fold?.open === false;
  // Unfolded it stands where the caption stood.
  const Title = isFolded ? 'h2' : 'h1';
  const Part = fold === null ? 'h3' : 'h2';
  return (
    <section
      className={styles.card}
      data-part="challenge"
      data-phone={fold !== null}
      data-folded={isFolded}
      aria-label={`${words.crumb}: ${title}`}
    >
      {fold === null ? (
        <>
          <p className={styles.crumb}>{words.crumb}</p>
          <h2>{title}</h2>
        </>
      ) : (
        <Title>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={fold.open}
            onClick={() => fold.onFold(!fold.open)}
          >
            <span>
              <small>{words.crumb}</small>
              {title}
            </span>
            <span className={styles.far}>
              {isDone ? <Icon name="tick" /> : null}
              {words.far(grade.holds.filter(Boolean).length, goal.length)}
              <Icon name="chevronDown" />
            </span>
          </button>
        </Title>
      )}
      {!isFolded && (
        <div className={styles.body}>
          <DefinedParagraphs text={task} />
          <Part className={styles.part}>{words.goal}</Part>
          <ul>
            {goal.map((text, index) => {
              const held = grade.holds[index] === true;
              return (
                <li key={text} data-held={held}>
                  <span aria-hidden="true">{held ? '✓' : '○'}</span>
                  {text}
                  <span className="sr">, {held ? words.holds : words.holdsNot}</span>
                </li>
              );
            })}
          </ul>
          <div role="status">
            {grade.against !== null && (
              <p className={styles.against}>{words.against(actionText(grade.against, labWords))}</p>
            )}
            {grade.isChanged && <p className={styles.against}>{words.changed}</p>}
            {isDone && isOwn && par !== null && <p className={styles.verdict}>{words.done(grade.deeds, par)}</p>}
            {given !== 'nothing' && !isDone && (
              <p className={styles.verdict}>{par === null ? words.isRight : words.isWrong(par)}</p>
            )}
            {(isDone || given !== 'nothing') && <DefinedParagraphs text={why} />}
          </div>
          <p className={styles.ways}>
            {isDone && isOwn ? (
              <button type="button" onClick={() => void copyLink(lab)}>
                {words.proof}
              </button>
            ) : (
              <span>{words.sofar(grade.deeds)}</span>
            )}
            {given === 'nothing' && !isDone && (
              <button type="button" onClick={claim}>
                {words.claim}
              </button>
            )}
            {given !== 'nothing' && (par === null || !isDone) && (
              <button type="button" onClick={show}>
                {par !== null
                  ? words.showWay
                  : isOwn || (challenge.attempts?.length ?? 0) < 2
                    ? words.showFailure
                    : words.showAnother}
              </button>
            )}
            <button type="button" onClick={() => lab.store.getState().togglePanel('lessons')}>
              {words.list}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

/** How far the run is at the place on show; while it plays, as far as it was when it began. */
function useGrade({ challenge }: SetChallenge): Grade {
  const { session, store } = useLab();
  const shown = useLabState(({ playing, branch, cursor }) => (playing ? null : `${branch} ${cursor}`));
  const [graded, setGraded] = useState(() => placeOf(store.getState()));
  if (shown !== null && shown !== `${graded.branch} ${graded.cursor}`) setGraded(placeOf(store.getState()));
  return useMemo(() => gradeOf(session, graded, challenge), [session, graded, challenge]);
}

function placeOf({ branch, cursor }: Place): Place {
  return { branch, cursor };
}
