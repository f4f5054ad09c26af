/** As part of somebody's page: a line of caption, one view, transport and timeline; the rest is a link away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { connectEmbed } from '../../app/embed.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import type { StageView } from '../../app/store.ts';
import { StageSwitch } from '../frame/StageSwitch.tsx';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { later } from '../later.ts';
import { LessonStory } from '../lesson/LessonStory.tsx';
import { useWordsOf } from '../lesson/lesson-words.ts';
import { useLitOfStep } from '../lesson/lit-now.ts';
import { useLessonState } from '../lesson/use-player.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { Logs } from '../logs/Logs.tsx';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { LastSentence, PausedAfter } from '../story/Caption.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Transport } from '../timeline/Transport.tsx';
import { useMedia } from '../use-media.ts';
import { StepCard, useHasStepCard } from './StepCard.tsx';
import styles from './EmbedPage.module.css';

const VIEWS: readonly StageView[] = ['topology', 'spaceTime'];

const useSpaceTime = later(() => import('../spacetime/SpaceTime.tsx'));

export function EmbedPage() {
  const lab = useLab();
  const spaceTime = useSpaceTime();
  const view = useLabState((state) => state.stageView);
  const playing = useLabState((state) => state.playing);
  const words = useLabWords();
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const isLow = useMedia('(max-height: 539px)');
  const isSmall = useMedia('(max-width: 899px), (max-height: 599px)');
  const isTiny = useMedia('(max-width: 599px), (max-height: 419px)');
  const isWide = useMedia('(min-width: 940px) and (min-height: 420px)');
  const look = useLabState((state) => state.look);
  const hasCard = useHasStepCard();
  // In a tiny frame below the words of the step, where the rest is scrolled to.
  const card = !hasCard || isTiny ? undefined : isWide ? 'beside' : 'beneath';
  const lightsLogs = useLitOfStep().some(({ light }) => light === 'cell') && inLesson;
  // In a low frame only where the step points at them.
  const hasLogs = card !== 'beneath' && (!isLow || (lightsLogs && !isTiny));
  // Five servers need all of what a card, or the logs of a low frame, leave of the stage.
  const isShared = card !== undefined || (isLow && hasLogs);
  const hasSwitch = !isTiny && (!isShared || lab.session.sids.length < 5);
  useEffect(() => connectEmbed(lab, window, allowedHost()), [lab]);
  return (
    <div className={styles.page} data-low={isLow} data-logs={hasLogs} data-lesson={inLesson} data-card-at={card}>
      <header className={styles.band}>
        {inLesson ? (
          <LessonTitle />
        ) : (
          <h1 aria-live={playing ? 'off' : 'polite'}>
            <LastSentence />
          </h1>
        )}
        <OpenLink />
      </header>
      {inLesson && (
        <section className={styles.lesson} aria-label={words.rails.story} tabIndex={-1} data-keeps="story">
          <LessonStory
            alone
            below={
              isTiny &&
              (hasCard || lightsLogs) && (
                <div className={styles.below}>
                  {hasCard && <StepCard />}
                  {lightsLogs && <LogsAmong />}
                </div>
              )
            }
          />
        </section>
      )}
      <main className={styles.stage} tabIndex={-1} data-keeps="main" data-part="views" data-view={view}>
        {hasSwitch && <StageSwitch views={VIEWS} />}
        {view === 'spaceTime' && spaceTime !== null ? (
          <spaceTime.SpaceTime phone={isSmall} />
        ) : (
          <Stage
            scale={isSmall || card === 'beside' ? 'phone' : 'lab'}
            renderMenu={(menu) => <ServerMenu {...menu} />}
          />
        )}
      </main>
      {card !== undefined && (
        <aside className={styles.card} aria-label={words.rails.inspector} tabIndex={-1} data-keeps="inspector">
          {/* A look of its own is long: the log that the step points at stands above it. */}
          {card === 'beneath' && lightsLogs && look !== 'inside' && <LogsAmong />}
          <StepCard />
          {card === 'beneath' && lightsLogs && look === 'inside' && <LogsAmong />}
        </aside>
      )}
      {hasLogs && (
        <div className={styles.logs}>
          <Logs phone={isSmall} />
        </div>
      )}
      <footer className={styles.time}>
        <Transport paused={<PausedAfter />} />
        <Timeline phone={isLow || isTiny} />
      </footer>
    </div>
  );
}

/** Among what the step looks into: as high as its servers need. */
function LogsAmong() {
  const lab = useLab();
  return (
    <div className={styles.among} style={{ height: 50 + lab.session.sids.length * 16 }}>
      <Logs phone />
    </div>
  );
}

/** Of the whole lesson: its steps have headings of their own. */
function LessonTitle() {
  const taught = useLessonState((state) => state.taught);
  return <p className={styles.title}>{taught !== null && <TitleOf taught={taught} />}</p>;
}

function TitleOf({ taught }: { readonly taught: TaughtLesson }) {
  return useWordsOf(taught).title;
}

/** `&host=https://example.org` in the address names the one page that may drive this. */
function allowedHost(): string | null {
  return new URLSearchParams(window.location.search).get('host');
}

/** To the whole page, at this very place. */
function OpenLink() {
  const { address } = useLab();
  const words = useScreenWords();
  const place = usePlace();
  const selection = useLabState((state) => state.selection);
  const playing = useLabState((state) => state.playing);
  const [href, setHref] = useState(() => whole(window.location.hash));
  const latest = useRef(0);
  const follow = useCallback(async (): Promise<void> => {
    const own = ++latest.current;
    const fragment = await address.link();
    if (own === latest.current) setHref(whole(fragment));
  }, [address]);
  useEffect(() => {
    // A link takes a digest of everything: not at every event that passes by, but once somebody is about to use it.
    if (!playing) void follow();
    // What the link is made of is read off the store: these say when it is another.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [follow, place, selection, playing]);
  return (
    <a
      className={styles.open}
      href={href}
      target="_blank"
      rel="noopener"
      onPointerEnter={() => void follow()}
      onPointerDown={() => void follow()}
      onFocus={() => void follow()}
    >
      {words.open}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}

function whole(fragment: string): string {
  const url = new URL(fragment, window.location.href);
  for (const name of ['embed', 'host']) url.searchParams.delete(name);
  return url.href;
}
