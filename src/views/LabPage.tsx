/** The laboratory on a wide screen: story, stage with logs, inspector. */
import { Header } from './frame/Header.tsx';
import { PageFrame } from './frame/PageFrame.tsx';
import { Rail } from './frame/Rail.tsx';
import { StageBar } from './frame/StageBar.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { useWords } from './lab.ts';
import { Logs } from './logs/Logs.tsx';
import { ServerMenu } from './stage/ServerMenu.tsx';
import { Stage } from './stage/Stage.tsx';
import { useLastSentence } from './story/Caption.tsx';
import { Story } from './story/Story.tsx';
import { useRoomyPanels } from './roomy-panels.ts';
import styles from './LabPage.module.css';

export function LabPage() {
  const words = useWords();
  const last = useLastSentence();
  const panels = useRoomyPanels();
  return (
    <PageFrame
      header={<Header />}
      unfolded={panels}
      last={last}
      story={
        panels.story ? (
          <aside className={styles.story} aria-label={words.rails.story} tabIndex={-1} data-keeps="story">
            <Story />
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
      <StageBar />
      <Stage scale="lab" renderMenu={(menu) => <ServerMenu {...menu} />} />
      <div className={styles.logs}>
        <Logs />
      </div>
    </PageFrame>
  );
}
