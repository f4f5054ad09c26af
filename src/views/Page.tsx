/** The whole page: header, story, stage with logs, inspector, timeline; on a phone cards instead of panels. */
import { useLab, useLabState, useWords } from './lab.ts';
import { FirstLook } from './first/FirstLook.tsx';
import { Header } from './frame/Header.tsx';
import { KeysSheet } from './frame/KeysSheet.tsx';
import { Notices } from './frame/Notices.tsx';
import { Patterns } from './frame/Patterns.tsx';
import { Rail } from './frame/Rail.tsx';
import { StageBar } from './frame/StageBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Logs } from './logs/Logs.tsx';
import { PhonePage } from './phone/PhonePage.tsx';
import { Stage } from './stage/Stage.tsx';
import { Story } from './story/Story.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { Transport } from './timeline/Transport.tsx';
import { useMedia } from './use-media.ts';
import styles from './Page.module.css';

export function Page() {
  const isPhone = useMedia('(max-width: 720px)');
  return (
    <>
      <Patterns />
      {isPhone ? <PhonePage /> : <WidePage />}
      <Notices />
      <KeysSheet />
    </>
  );
}

function WidePage() {
  const { store } = useLab();
  const words = useWords();
  const firstLook = useLabState((state) => state.firstLook);
  const panels = useLabState((state) => state.panels);
  const story = panels.story && !firstLook;
  const inspector = panels.inspector && !firstLook;
  const unfold = firstLook ? { onUnfold: () => store.getState().endFirstLook() } : {};
  return (
    <div className={styles.page} data-story={story} data-inspector={inspector}>
      <Header quiet={firstLook} />
      {story ? (
        <aside className={styles.story} aria-label={words.rails.story}>
          <Story />
        </aside>
      ) : (
        <Rail panel="story" {...unfold} />
      )}
      <main className={styles.stage}>
        {firstLook ? (
          <FirstLook scale="first" />
        ) : (
          <>
            <StageBar />
            <Stage scale="lab" />
            <div className={styles.logs}>
              <Logs />
            </div>
          </>
        )}
      </main>
      {inspector ? (
        <aside className={styles.look} aria-label={words.rails.inspector}>
          <Inspector />
        </aside>
      ) : (
        <Rail panel="inspector" {...unfold} />
      )}
      <footer className={styles.time}>
        <Transport />
        <Timeline />
      </footer>
    </div>
  );
}
