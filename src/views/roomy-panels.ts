/**
 * Which panels are open. A narrow window has room for one of them beside the stage, the one opened last. What was
 * folded for want of room alone unfolds when there is room.
 */
import { useLayoutEffect, useRef } from 'react';
import type { LabState } from '../app/store.ts';
import { useLab, useLabState } from './lab.ts';
import { useMedia } from './use-media.ts';

type SidePanel = 'story' | 'inspector';
const SIDES: readonly SidePanel[] = ['inspector', 'story'];

export function useRoomyPanels(): LabState['panels'] {
  const { store } = useLab();
  const panels = useLabState((state) => state.panels);
  const isNarrow = useMedia('(max-width: 1180px)');
  const room = isNarrow ? 1 : 2;
  const before = useRef({ panels, room: 2 });
  const folded = useRef<ReadonlySet<SidePanel>>(new Set());
  useLayoutEffect(() => {
    const { togglePanel } = store.getState();
    const fold = (excess: readonly SidePanel[]): void => {
      folded.current = new Set([...folded.current, ...excess]);
      excess.forEach(togglePanel);
    };
    const was = before.current;
    before.current = { panels, room };
    const open = SIDES.filter((side) => panels[side]);
    if (room === 2) {
      const back = SIDES.filter((side) => folded.current.has(side) && !panels[side]);
      folded.current = new Set();
      back.forEach(togglePanel);
    } else if (room < was.room) {
      fold(open.slice(0, Math.max(0, open.length - room)));
    } else if (open.length === 2) {
      // One was just opened: it takes the other's place.
      fold([was.panels.inspector ? 'inspector' : 'story']);
    }
  }, [store, panels, room]);
  return panels;
}
