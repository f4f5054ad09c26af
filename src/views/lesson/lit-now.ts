/** What the step of a lesson, or a misconception that is refuted, lights now. */
import { type LessonState, partOf } from '../../app/lesson-player.ts';
import type { Light } from '../../lessons/lesson.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { useLabState } from '../lab.ts';
import { useMisconception } from '../misconception/use-misconception.ts';
import { useLessonState } from './use-player.ts';

const NONE: readonly Light[] = [];

/** Of a lesson, while it is followed. */
export function useLitNow(): readonly Light[] {
  const lights = useLessonState(litNow);
  const free = useLabState(({ lesson }) => lesson?.free !== false);
  return free ? NONE : lights;
}

/** The path of the znode that is lit at that server; null where none is. */
export function useLitZnode(sid: Sid): string | null {
  const ofStep = useLitNow();
  const refuted = useMisconception();
  const lights = refuted?.isThere === true ? refuted.set.misconception.lights : ofStep;
  for (const light of lights) if (light.light === 'znode' && light.server === sid) return light.path;
  return null;
}

/** The same on the way there, too. */
export function useLitOfStep(): readonly Light[] {
  return useLessonState(litOfStep);
}

/** On the way nothing is lit: what it is about has not come yet. */
function litNow(state: LessonState): readonly Light[] {
  return state.going ? NONE : litOfStep(state);
}

function litOfStep(state: LessonState): readonly Light[] {
  return state.place === null ? NONE : lightsOf(state);
}

/** Of the part of a step on show, wherever the run stands. */
export function lightsOf({ course, step, phase, choice }: LessonState): readonly Light[] {
  return course?.standAt(step, partOf(phase, choice)).lights ?? NONE;
}
