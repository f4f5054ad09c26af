/** Which card a phone shows below the stage in a lesson, or where a misconception is refuted: there is room for what that is about alone. */
import type { Look } from '../../app/store.ts';
import { type LessonState, partOf } from '../../app/lesson-player.ts';
import { useLabState } from '../lab.ts';
import { useMisconception } from '../misconception/use-misconception.ts';
import { useLessonState } from './use-player.ts';

export type LessonCard = 'votes' | 'transactions' | 'consoles' | Exclude<Look, 'inside'>;

export interface CardOfStep {
  /** Null: the stage has the room. */
  readonly card: LessonCard | null;
  /** Differs wherever the step, or a part of it, is another. */
  readonly of: string;
}

/** Null where nothing is pointed at. */
export function useLessonCard(): CardOfStep | null {
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const look = useLabState((state) => state.look);
  const consoles = useLabState((state) => state.panels.consoles);
  const inspects = useLabState((state) => state.panels.inspector);
  const of = useLessonState(({ step, phase, taught }) => `${taught?.lesson.id} ${step} ${phase}`);
  const asks = useLessonState(({ phase }) => phase === 'asks');
  const misconception = useMisconception();
  const hasCells = useLessonState(lightsCells);
  if (!inLesson && misconception?.isThere === true) {
    const { id, lights, show } = misconception.set.misconception;
    if (show.consoles === true) return { card: 'consoles', of: id };
    if (lights.some(({ light }) => light === 'cell')) return { card: 'transactions', of: id };
    return { card: look === 'inside' ? 'votes' : look, of: id };
  }
  if (!inLesson) return null;
  if (asks) return { card: null, of };
  if (hasCells) return { card: 'transactions', of };
  if (consoles) return { card: 'consoles', of };
  return { card: inspects ? (look === 'inside' ? 'votes' : look) : null, of };
}

function lightsCells({ course, step, phase, choice }: LessonState): boolean {
  const lights = course?.standAt(step, partOf(phase, choice)).lights ?? [];
  return lights.some(({ light }) => light === 'cell');
}
