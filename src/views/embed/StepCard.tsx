/** What a step of an embedded lesson lights, or looks into, beyond the stage: that one part of the inspector. */
import type { Light } from '../../lessons/lesson.ts';
import { lookOf } from '../../lessons/light.ts';
import { LookPanel } from '../inspector/LookPanel.tsx';
import { BallotSection, EpochsSection, WaitsSection } from '../inspector/sections.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { useChanges, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { later } from '../later.ts';
import { useLitOfStep } from '../lesson/lit-now.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import styles from './StepCard.module.css';

const useSync = later(() => import('../sync/SyncDecision.tsx'));

/** Whether the step on show has a card: on the way to its event as well, so that the stage keeps its size. */
export function useHasStepCard(): boolean {
  const look = useLabState((state) => state.look);
  const inspects = useLabState(({ panels, lesson }) => panels.inspector && lesson?.free === false);
  const lights = useLitOfStep();
  return inspects && (look !== 'inside' || lights.some((light) => lookOf(light) !== null));
}

export function StepCard() {
  const look = useLabState((state) => state.look);
  return look === 'inside' ? <Inside /> : <LookPanel look={look} />;
}

function Inside() {
  const words = useLabWords();
  const sync = useSync();
  const changes = useChanges();
  const server = useShownServer();
  const lights = useLitOfStep();
  if (server === null) return null;
  const change = changes.get(server.sid) ?? null;
  const lit = (kind: Light['light']): boolean => lights.some(({ light }) => light === kind);
  return (
    <>
      <h2 className={styles.who}>
        {words.server(server.sid)} <small>{roleOf(server)}</small>
      </h2>
      {lit('vote') && <BallotSection server={server} change={change} />}
      {lit('wait') && <WaitsSection server={server} change={change} />}
      {lit('sync') && sync !== null && <sync.SyncDecision key={server.sid} server={server} />}
      {lit('epoch') && <EpochsSection server={server} change={change} />}
    </>
  );
}
