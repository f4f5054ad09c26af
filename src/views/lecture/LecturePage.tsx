/** Lecturer mode, for a projector: caption, one view, logs, transport and timeline; the inspector on demand. */
import type { StageView } from '../../app/store.ts';
import { StageSwitch } from '../frame/StageSwitch.tsx';
import { ChallengeCard } from '../challenge/ChallengeCard.tsx';
import { useShownChallenge } from '../challenge/shown-challenge.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { later } from '../later.ts';
import { MisconceptionCard } from '../misconception/MisconceptionCard.tsx';
import { useMisconception } from '../misconception/use-misconception.ts';
import { LessonStory } from '../lesson/LessonStory.tsx';
import { usePlayer } from '../lesson/use-player.ts';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Transport } from '../timeline/Transport.tsx';
import { BlankScreen } from './BlankScreen.tsx';
import { CaptionBand } from './CaptionBand.tsx';
import { LectureLogs } from './LectureLogs.tsx';
import { useEffect } from 'react';
import { useLectureRoot } from './lecture-root.ts';
import styles from './LecturePage.module.css';
// Tokens on the root element: no class of this component.
// oxlint-disable-next-line import/no-unassigned-import
import './lecture.css';

/** Both beside each other need more room than there is. */
const VIEWS: readonly StageView[] = ['topology', 'spaceTime'];

const useOverlay = later(() => import('../overlay/Overlay.tsx'));
const useSpaceTime = later(() => import('../spacetime/SpaceTime.tsx'));

export function LecturePage() {
  const words = useLabWords();
  const compared = useLabState((state) => state.compared);
  const spaceTime = useSpaceTime();
  const overlay = useOverlay();
  const view = useLabState((state) => state.stageView);
  const inspects = useLabState((state) => state.panels.inspector);
  const blank = useLabState((state) => state.blank);
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const refutes = useMisconception() !== null;
  const hasTask = useShownChallenge() !== null;
  const isTold = inLesson || refutes || hasTask;
  const player = usePlayer();
  useLectureRoot();
  useEffect(() => player.inspect(), [player]);
  return (
    <div className={styles.page} data-lesson={isTold} data-inspects={inspects}>
      <CaptionBand />
      <main className={styles.stage} tabIndex={-1} data-keeps="main" data-part="views" data-view={view}>
        <StageSwitch views={VIEWS} />
        {compared !== null && overlay !== null ? (
          <div className={`${styles.enlarged} desk`}>
            <overlay.Overlay other={compared} alone />
          </div>
        ) : view === 'spaceTime' && spaceTime !== null ? (
          <div className={`${styles.enlarged} desk`}>
            <spaceTime.SpaceTime />
          </div>
        ) : (
          <Stage scale={isTold && inspects ? 'phone' : 'lecture'} renderMenu={(menu) => <ServerMenu {...menu} />} />
        )}
      </main>
      {/* A diagram of time needs the room of both. */}
      {view !== 'spaceTime' && compared === null && (
        <div className={styles.logs}>
          <LectureLogs />
        </div>
      )}
      {isTold && (
        <aside className={styles.lesson} aria-label={words.rails.story} tabIndex={-1} data-keeps="story">
          <div className={`${styles.enlargedLook} desk`}>
            {inLesson ? <LessonStory /> : refutes ? <MisconceptionCard /> : <ChallengeCard />}
          </div>
        </aside>
      )}
      {inspects && (
        <aside className={styles.look} aria-label={words.rails.inspector} tabIndex={-1} data-keeps="inspector">
          <div className={`${styles.enlargedLook} desk`}>
            <Inspector />
          </div>
        </aside>
      )}
      <footer className={styles.time}>
        <Transport />
        <Timeline large />
      </footer>
      {blank && <BlankScreen />}
    </div>
  );
}
