/** Over everything after the playhead, while a lesson asks what comes: nothing here may tell. */
import type { StoreApi } from 'zustand/vanilla';
import { AXIS_HEIGHT, type LaneLayout } from './lanes.ts';
import { type SpaceView, useSpaceView } from './view-state.ts';
import { xIn } from './window.ts';
import styles from './Veil.module.css';

interface VeilProps {
  readonly lanes: LaneLayout;
  readonly view: StoreApi<SpaceView>;
  /** Where the playhead stands, in units of the axis. */
  readonly head: number;
}

export function Veil({ lanes: { left, right }, view, head }: VeilProps) {
  const window = useSpaceView(view, (state) => state.window);
  if (window === null) return null;
  const x = Math.max(left, xIn(window, left, right, head) + 1);
  return <i className={styles.veil} data-part="veil" style={{ left: x, top: AXIS_HEIGHT }} />;
}
