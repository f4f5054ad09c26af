/** Which card a phone shows below the stage in a lesson, or where a misconception is refuted: there is room for what that is about alone. */
import type { Look } from '../../app/store.ts';
import type { LessonState } from '../../app/lesson-player.ts';
import { isInspected } from '../../lessons/light.ts';
import type { Light } from '../../lessons/lesson.ts';
import { useLabState } from '../lab.ts';
import { useMisconception } from '../misconception/use-misconception.ts';
import { lightsOf } from './lit-now.ts';
import { useLessonState } from './use-player.ts';

export type LessonCard = 'votes' | 'transactions' | 'consoles' | Exclude<Look, 'inside'>;

export interface CardOfStep {
  /** Null: the stage has the room. */
  readonly card: LessonCard | null;
  /** A question is asked, whose answers need the room: nothing of the card but what it shows. */
  readonly asks: boolean;
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
  const lit = useLessonState(litCard);
  if (!inLesson && misconception?.isThere === true) {
    const { id, lights, show } = misconception.set.misconception;
    if (show.consoles === true) return { card: 'consoles', asks: false, of: id };
    const shown = cardOf(lights) === 'transactions' ? 'transactions' : look === 'inside' ? 'votes' : look;
    return { card: shown, asks: false, of: id };
  }
  if (!inLesson) return null;
  // What is pointed at is on show, whatever else could be.
  if (lit === 'transactions' || (lit === 'votes' && look === 'inside')) return { card: lit, asks, of };
  if (asks) return { card: null, asks, of };
  if (consoles) return { card: 'consoles', asks, of };
  return { card: inspects ? (look === 'inside' ? 'votes' : look) : null, asks, of };
}

/** The card that has what the part of the step on show lights; null where that is on the stage. */
function litCard(state: LessonState): 'transactions' | 'votes' | null {
  return cardOf(lightsOf(state));
}

/** Where two cards have something, the first that is named wins. */
function cardOf(lights: readonly Light[]): 'transactions' | 'votes' | null {
  const first = lights.find((light) => light.light === 'cell' || isInspected(light));
  return first === undefined ? null : first.light === 'cell' ? 'transactions' : 'votes';
}
