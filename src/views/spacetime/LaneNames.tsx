/** Names of lanes at their left: buttons that select a server, as on the stage. */
import { memo } from 'react';
import { RoleMark, roleOf } from '../stage/RoleMark.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import type { SpaceScene } from './use-scene.ts';
import styles from './LaneNames.module.css';

/** Pixels of a name with the space around it, and of its letters alone. */
const LINE = 28;
const LETTERS = 13;

interface LaneNamesProps {
  readonly scene: Pick<SpaceScene, 'lanes'>;
  readonly who: (node: number) => string;
}

export const LaneNames = memo(function LaneNames({ scene, who }: LaneNamesProps) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const selection = useLabState((state) => state.selection);
  const { lanes, left } = scene.lanes;
  const gaps = lanes.slice(1).map((lane, i) => lane.y - (lanes[i]?.y ?? 0));
  const pitch = Math.min(LINE, ...gaps);
  // Where lanes lie close, every so many have a name.
  const every = Math.ceil(LETTERS / pitch);
  return (
    <div className={styles.names} style={{ width: left }}>
      {lanes.map((lane, index) => {
        const { sid } = lane;
        const server = facts.servers.find((one) => one.node === lane.node);
        if (sid === null) {
          return (
            <span key={lane.node} className={styles.client} style={{ top: lane.y }}>
              {who(lane.node)}
            </span>
          );
        }
        const isSelected = selection?.kind === 'server' && selection.sid === sid;
        return (
          <button
            key={lane.node}
            type="button"
            className={styles.server}
            data-close={every > 1}
            style={{ top: lane.y, height: pitch }}
            aria-pressed={isSelected}
            aria-label={words.spaceTime.lane(
              words.row([words.server(sid), server === undefined ? words.compare.absent : roleOf(server)]),
            )}
            onClick={() => store.getState().select(isSelected ? null : { kind: 'server', sid })}
          >
            {server !== undefined && (pitch >= LETTERS || server.state === 'LEADING') && (
              <svg
                width={Math.min(15, pitch)}
                height={Math.min(15, pitch)}
                viewBox="-9 -9 18 18"
                data-role={roleOf(server)}
                aria-hidden="true"
              >
                <RoleMark role={roleOf(server)} />
              </svg>
            )}
            <b>{index % every === 0 && words.server(sid)}</b>
          </button>
        );
      })}
    </div>
  );
});
