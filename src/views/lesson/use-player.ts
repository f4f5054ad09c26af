/** The lesson on show, for views. */
import { useStore } from 'zustand';
import { type LessonPlayer, type LessonState, playerOf } from '../../app/lesson-player.ts';
import { useLab } from '../lab.ts';

export function usePlayer(): LessonPlayer {
  return playerOf(useLab());
}

export function useLessonState<T>(pick: (state: LessonState) => T): T {
  return useStore(usePlayer().state, pick);
}
