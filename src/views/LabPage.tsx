/** The laboratory on a wide screen: story, stage with logs, inspector. */
import { ChallengeCard } from './challenge/ChallengeCard.tsx';
import { Header } from './frame/Header.tsx';
import { PageFrame } from './frame/PageFrame.tsx';
import { Rail } from './frame/Rail.tsx';
import { StageBar } from './frame/StageBar.tsx';
import { StageSwitch } from './frame/StageSwitch.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { useLabState } from './lab.ts';
import { useLabWords } from './lab-words.ts';
import { later } from './later.ts';
import { LectureButton } from './lecture/LectureButton.tsx';
import { ConsolesButton } from './consoles/ConsolesButton.tsx';
import { LessonBar } from './lesson/LessonBar.tsx';
import { LessonStory } from './lesson/LessonStory.tsx';
import { Logs } from './logs/Logs.tsx';
import { MisconceptionCard } from './misconception/MisconceptionCard.tsx';
import { ServerMenu } from './stage/ServerMenu.tsx';
import { PaletteButton } from './palette/PaletteButton.tsx';
import { Stage } from './stage/Stage.tsx';
import { LastSentence, PausedAfter } from './story/Caption.tsx';
import { Story } from './story/Story.tsx';
import { useRoomyPanels } from './roomy-panels.ts';
import styles from './LabPage.module.css';

const useCompare = later(async () => ({
  ...(await import('./compare/Compare.tsx')),
  ...(await import('./compare/Difference.tsx')),
}));
const useConsoles = later(() => import('./consoles/Consoles.tsx'));
const useSpaceTime = later(() => import('./spacetime/SpaceTime.tsx'));

export function LabPage() {
  const words = useLabWords();
  const spaceTime = useSpaceTime();
  const view = useLabState((state) => state.stageView);
  const compared = useLabState((state) => state.compared);
  const compare = useCompare();
  const consoles = useConsoles();
  const panels = useRoomyPanels();
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  return (
    <PageFrame
      header={
        <Header
          renderMore={(buttonClass) => (
            <>
              <PaletteButton buttonClass={buttonClass} />
              <LectureButton buttonClass={buttonClass} />
            </>
          )}
        />
      }
      unfolded={panels}
      paused={<PausedAfter />}
      story={
        panels.story ? (
          <aside className={styles.story} aria-label={words.rails.story} tabIndex={-1} data-keeps="story">
            {inLesson ? (
              <LessonStory />
            ) : (
              <>
                <LessonBar />
                <ChallengeCard />
                <MisconceptionCard />
                <Story />
              </>
            )}
          </aside>
        ) : (
          <Rail panel="story" />
        )
      }
      inspector={
        panels.inspector ? (
          <aside className={styles.look} aria-label={words.rails.inspector} tabIndex={-1} data-keeps="inspector">
            <Inspector />
          </aside>
        ) : (
          <Rail panel="inspector" />
        )
      }
    >
      {/* The story's heading, where the story is folded. */}
      {!panels.story && (
        <h1 className="sr">
          <LastSentence />
        </h1>
      )}
      <StageSwitch />
      {view === 'topology' && <StageBar />}
      <div className={styles.views} data-part="views" data-view={view}>
        {compared !== null && compare !== null && <compare.Compare other={compared} />}
        {(view === 'topology' || view === 'split') && (
          // Half of the stage has room for short labels alone.
          <Stage scale={view === 'split' ? 'phone' : 'lab'} renderMenu={(menu) => <ServerMenu {...menu} />} />
        )}
        {(view === 'spaceTime' || view === 'split') && (
          <div className={styles.spaceTime}>{spaceTime?.SpaceTime === undefined ? null : <spaceTime.SpaceTime />}</div>
        )}
      </div>
      <div className={styles.logs}>
        {compared !== null && compare !== null ? (
          <compare.Difference other={compared} />
        ) : (
          <Logs beside={<ConsolesButton />} />
        )}
        {panels.consoles && consoles !== null && <consoles.Consoles />}
      </div>
    </PageFrame>
  );
}
