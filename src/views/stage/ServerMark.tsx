/** One server on the stage: role by ring, mark and text; the staircase of phases below; its quorum ring around. */
import { type KeyboardEvent, type PointerEvent, memo, useRef } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { Ring } from './changes.ts';
import type { Place } from './layout.ts';
import { PhaseArc } from './PhaseArc.tsx';
import { QuorumRing } from './QuorumRing.tsx';
import { textWidth } from './text-width.ts';
import { RoleMark, roleOf } from './RoleMark.tsx';
import styles from './ServerMark.module.css';

interface ServerMarkProps {
  readonly server: ServerFacts;
  readonly place: Place;
  readonly voters: readonly Sid[];
  readonly ring: Ring | null;
  readonly joined: ReadonlySet<Sid> | null;
  readonly name: string;
  readonly label: string;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly roleChanged: boolean;
  readonly pulse: boolean;
  readonly onSelect: (sid: Sid) => void;
  readonly onMenu: (sid: Sid) => void;
}

const LONG_PRESS_MILLIS = 500;

export const ServerMark = memo(function ServerMark(props: ServerMarkProps) {
  const { server, place, ring, selected } = props;
  const pressed = useRef<{ timer: number; x: number; y: number; long: boolean } | null>(null);
  const role = roleOf(server);
  const r = place.radius;
  const k = r / 30;

  const letGo = () => {
    if (pressed.current !== null) window.clearTimeout(pressed.current.timer);
  };
  const press = (event: PointerEvent) => {
    // A press on a server is never the beginning of a line drawn across links.
    event.stopPropagation();
    const state = { timer: 0, x: event.clientX, y: event.clientY, long: false };
    pressed.current = state;
    if (event.pointerType === 'mouse') return;
    state.timer = window.setTimeout(() => {
      state.long = true;
      props.onMenu(server.sid);
    }, LONG_PRESS_MILLIS);
  };
  const move = (event: PointerEvent) => {
    const start = pressed.current;
    if (start !== null && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 10) letGo();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      return props.onMenu(server.sid);
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' && selected) props.onMenu(server.sid);
    else props.onSelect(server.sid);
  };

  return (
    <g
      className={styles.server}
      data-role={role}
      data-dim={props.dimmed}
      transform={`translate(${place.at.x} ${place.at.y})`}
      role="button"
      tabIndex={0}
      aria-label={props.label}
      aria-pressed={selected}
      aria-haspopup="menu"
      data-sid={server.sid}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onTouchEnd={(event) => {
        // Lifted, the finger would tap what has come under it.
        if (pressed.current?.long === true) event.preventDefault();
      }}
      onClick={() => {
        if (pressed.current?.long !== true) props.onSelect(server.sid);
        pressed.current = null;
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        if (pressed.current?.long !== true) props.onMenu(server.sid);
      }}
      onKeyDown={key}
    >
      <circle className={styles.hit} data-light={`server-${server.sid}`} r={r + 22 * k} />
      {props.pulse && <circle className={styles.pulse} r={r * 2.15} />}
      {role === 'OBSERVING' ? (
        <rect className={styles.role} x={-r} y={-r} width={2 * r} height={2 * r} rx={r * 0.4} />
      ) : (
        <circle className={styles.role} r={r} />
      )}
      {role === 'LEADING' && <circle className={styles.inner} r={r - 5 * k} />}
      <g transform={`translate(0 ${-11 * k}) scale(${k > 1 ? Math.max(1.5, k) : k})`}>
        <RoleMark role={role} />
      </g>
      <text
        className={styles.sid}
        y={11.5 * k}
        style={{ fontSize: `max(var(--sid, 0px), ${Math.min(18 * k, (1.55 * r * 18) / textWidth(props.name, 18))}px)` }}
      >
        {props.name}
      </text>
      {server.status !== 'down' && <PhaseArc radius={r + 7 * k} phase={server.zabState} scale={k} />}
      {ring !== null && (
        <QuorumRing radius={r + 12 * k} width={6 * k} ring={ring} voters={props.voters} joined={props.joined} />
      )}
      {props.roleChanged && <circle className={styles.changed} r={r + 3 * k} />}
      {selected && <path className={styles.bracket} d={brackets(r + 26 * k, 11 * k)} />}
      <circle className={styles.focus} r={r + 4} />
    </g>
  );
});

function brackets(half: number, arm: number): string {
  const [h, i] = [half, half - arm];
  return `M${-h} ${-i}V${-h}H${-i}M${i} ${-h}H${h}V${-i}M${h} ${i}V${h}H${i}M${-i} ${h}H${-h}V${i}`;
}
