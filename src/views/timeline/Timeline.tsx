/** The whole run at a glance: a strip per server, faults as intervals, the playhead, branches. A slider to scrub. */
import { hidesFuture } from '../../app/store.ts';
import { type KeyboardEvent, type PointerEvent, memo, useCallback, useMemo, useRef } from 'react';
import { sharedLength } from '../../history/shared-length.ts';
import { FrameCanvas } from '../FrameCanvas.tsx';
import type { Ink } from '../ink.ts';
import { useFacts, useLab, useLabState, usePlace, useWords } from '../lab.ts';
import { useSize } from '../use-size.ts';
import { type TimelineLayout, niceEnd, timeAtX, timelineLayout, xAt } from './layout.ts';
import { paintPlayhead, playheadX } from './paint-playhead.ts';
import { StripMarks } from './StripMarks.tsx';
import { seenUntil, stripsOfRun, turningPoints } from './turning-points.ts';
import { useActedParts } from './use-acted-parts.ts';
import styles from './Timeline.module.css';

/** How far a scrub may run on at once. */
const SCRUB_EVENTS_MAX = 5000;
/** Steps of Page keys. */
const PAGE = 20;

interface TimelineProps {
  readonly phone?: boolean;
  /** For a class. */
  readonly large?: boolean;
}

export function Timeline({ phone = false, large = false }: TimelineProps) {
  const { session, store } = useLab();
  const words = useWords();
  const parts = useActedParts();
  const facts = useFacts();
  const place = usePlace();
  // A run that goes on while it stands still; while it plays the place moves along.
  useLabState((state) => (state.playing ? null : state.length));
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const timeline = session.branch(place.branch);
  const { length } = timeline;

  // The right edge lies beyond what has been seen and what the scenario still plans.
  const planned = session.scenarioOf(place.branch).script.at(-1)?.at ?? 0;
  const next = timeline.timeAt(Math.min(place.cursor + 1, length));
  const end = niceEnd(Math.max(seenUntil(timeline, Math.max(facts.now, next)), planned) * 1.1);
  const layout = useMemo(
    () => timelineLayout({ width, height, servers: facts.servers.length, end, names: !phone, large }),
    [width, height, facts.servers.length, end, phone, large],
  );
  const strips = stripsOfRun(timeline, session.sids);
  const compared = useLabState((state) => state.compared);
  const beside = compared === null ? null : session.branch(compared);
  const runUntil = timeline.timeAt(length);
  const asks = useLabState(({ lesson }) => lesson?.asks === true);
  const hides = useLabState(hidesFuture);

  const scrub = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const time = timeAtX(layout, x);
    session.ensureUntil(place.branch, time, SCRUB_EVENTS_MAX);
    store.getState().seekTime(time);
  };
  const key = (event: KeyboardEvent) => {
    // To a class these are the keys of a remote.
    if (large && event.key.startsWith('Page')) return;
    const { step, stepToChange, toStart, toEnd, seek, cursor } = store.getState();
    const direction = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 1;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'ArrowUp':
      case 'ArrowDown':
        if (event.shiftKey) stepToChange(direction);
        else step(direction);
        break;
      case 'PageUp':
        seek(cursor - PAGE);
        break;
      case 'PageDown':
        seek(cursor + PAGE);
        break;
      case 'Home':
        toStart();
        break;
      case 'End':
        toEnd();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.timeline} ref={frame}>
      <div
        className={styles.slider}
        role="slider"
        tabIndex={0}
        aria-label={words.time.title}
        aria-valuemin={0}
        aria-valuemax={length}
        aria-valuenow={place.cursor}
        aria-valuetext={words.time.value(facts.now, place.cursor)}
        onKeyDown={key}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          store.getState().setScrubbing(true);
          scrub(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
        }}
        onLostPointerCapture={() => store.getState().setScrubbing(false)}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {!phone && <Axis layout={layout} />}
            <NotRun layout={layout} from={runUntil} />
            {!phone &&
              parts?.faultMarks({
                layout,
                faults: strips.faults,
                writes: strips.writes,
                turns: turningPoints(timeline),
              })}
            <StripMarks layout={layout} strips={strips} servers={facts.servers} runUntil={runUntil} names={!phone} />
            {parts?.litMarks({ layout, servers: facts.servers })}
            {!phone && parts?.courseMarks({ layout, strips, servers: facts.servers, runUntil })}
            {hides && (
              <>
                <rect
                  className={styles.hidden}
                  x={xAt(layout, facts.now)}
                  width={Math.max(0, width - xAt(layout, facts.now))}
                  y={phone ? 0 : layout.faultsY - 2}
                  height={height}
                />
                <NotRun layout={layout} from={facts.now} />
              </>
            )}
            {beside !== null &&
              parts?.ghostStrips({
                layout,
                strips: stripsOfRun(beside, session.sids),
                servers: facts.servers,
                from: timeline.timeAt(sharedLength(timeline, beside)),
                runUntil: Math.min(end, beside.timeAt(beside.length)),
              })}
          </svg>
        )}
        {width > 0 && <Playhead layout={layout} />}
      </div>
      {width > 0 && !phone && !large && !asks && parts?.branchMarks(layout)}
      {width > 0 && !phone && parts?.overMarks(layout)}
    </div>
  );
}

const Axis = memo(function Axis({ layout }: { readonly layout: TimelineLayout }) {
  const words = useWords();
  const step = layout.ticks[1] ?? layout.end;
  return layout.ticks.map((tick, index) => (
    <g key={tick}>
      <path className={styles.axis} d={`M${xAt(layout, tick)} ${layout.faultsY - 2}V${layout.branchesY}`} />
      <text
        className={styles.tick}
        x={xAt(layout, tick)}
        y={layout.axis - 5}
        textAnchor={index === 0 ? 'start' : 'middle'}
      >
        {index === 0 ? words.time.seconds('0') : words.formats.tick(tick, step)}
      </text>
    </g>
  ));
});

function NotRun({ layout, from }: { readonly layout: TimelineLayout; readonly from: number }) {
  const words = useWords();
  const x = xAt(layout, from);
  if (layout.right - x < 2) return null;
  const y = (layout.rows[0] ?? 20) - 13 * layout.scale;
  const height = (layout.rows.at(-1) ?? 40) - y;
  return (
    <g>
      <rect className={styles.notRun} x={x} y={y} width={layout.right - x} height={height} fill="url(#hatch)" />
      {layout.right - x > 160 && (
        <text className={styles.notRunText} x={(x + layout.right) / 2} y={y + height / 2 + 4}>
          {words.time.notRun}
        </text>
      )}
    </g>
  );
}

/** The playhead, and the veil over everything after it. */
function Playhead({ layout }: { readonly layout: TimelineLayout }) {
  const paint = useCallback(
    (context: CanvasRenderingContext2D, ink: Ink, now: number) => paintPlayhead(context, layout, ink, now),
    [layout],
  );
  const pictureAt = useCallback((now: number) => playheadX(layout, now), [layout]);
  return <FrameCanvas width={layout.width} height={layout.height} paint={paint} pictureAt={pictureAt} />;
}
