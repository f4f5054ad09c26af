/** Over everything after the playhead, while a lesson asks what comes: nothing here may tell. */
import { useLab } from '../lab.ts';
import { AXIS_HEIGHT } from './lanes.ts';
import type { SpaceScene } from './use-scene.ts';
import { spaceViewOf, useSpaceView } from './view-state.ts';
import { xIn } from './window.ts';
import styles from './Veil.module.css';

interface VeilProps {
  readonly scene: SpaceScene;
  readonly cursor: number;
}

export function Veil({ scene, cursor }: VeilProps) {
  const view = spaceViewOf(useLab());
  const window = useSpaceView(view, (state) => state.window);
  if (window === null) return null;
  const { left, right } = scene.lanes;
  const head = scene.placeOfCursor(cursor, scene.run.timeAt(cursor));
  const x = Math.max(left, xIn(window, left, right, head) + 1);
  return <i className={styles.veil} data-part="veil" style={{ left: x, top: AXIS_HEIGHT }} />;
}
