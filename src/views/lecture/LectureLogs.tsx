/** The transaction logs, few and large, with what the cells mean at the right. */
import { useMemo, useRef } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { type Sid, type Zxid, zxidText as hexText } from '../../zookeeper/ids.ts';
import { useChanges, useFacts, useLab, useLabState, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { CommittedMark } from '../logs/CommittedMark.tsx';
import { type LogsMetrics, logsLayout } from '../logs/layout.ts';
import { legendOf } from '../logs/legend.ts';
import { LogCellMark } from '../logs/LogCellMark.tsx';
import styles from './LectureLogs.module.css';
import logs from '../logs/Logs.module.css';
import { textWidth } from '../stage/text-width.ts';
import { useSize } from '../use-size.ts';
import { sameLogs, spansOf } from './same-logs.ts';
import { useScreenWords } from './screen-words.ts';

const METRICS: LogsMetrics = {
  left: 76,
  fold: 84,
  gap: 10,
  columnMax: 150,
  columnMin: 72,
  head: 36,
  foot: 4,
  rowMin: 17,
  rowMax: 34,
};
/** Beside the inspector: the ends of the logs, without a word on what the cells mean. */
const NARROW: LogsMetrics = { ...METRICS, left: 66, fold: 52, gap: 6 };
const NARROW_BELOW = 400;
/** Of a column beside the inspector: more where a zxid is longer. */
const ZXID_MIN = 48;
const FONT = 18;
const SIGN = 34;
const EDGE = 24;
const LEGEND_PITCH_MAX = 32;
/** Names of servers take no more than this. */
const NAMES_MAX = 320;

export function LectureLogs() {
  const { store } = useLab();
  const words = useLabWords();
  const screens = useScreenWords();
  const facts = useFacts();
  const changes = useChanges();
  const zxidText = useZxidText();
  const selection = useLabState((state) => state.selection);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { layout, legend, legendX, members } = useMemo(() => {
    // A row lower than its letters would lie on the next one.
    const isCrowded = facts.servers.length * FONT > size.height - METRICS.head - METRICS.foot;
    const groups = isCrowded ? sameLogs(facts.servers) : facts.servers.map((server) => [server]);
    const names = groups.map((group) =>
      spansOf(
        group.map(({ sid }) => sid),
        words.server,
      ),
    );
    const named = Math.max(0, ...names.map((name) => textWidth(name, FONT)));
    const isNarrow = size.width < NARROW_BELOW;
    const usual = isNarrow ? { ...NARROW, columnMin: widestZxid(facts.servers, zxidText) + NARROW.gap } : METRICS;
    const metrics = { ...usual, left: Math.max(usual.left, Math.min(NAMES_MAX, EDGE + named + 16)), rowMin: FONT };
    const rows = groups.flatMap(([first]) => first ?? []);
    const all = legendOf(logsLayout(size, rows, 0, 1, metrics)).map((what) => ({
      what,
      text: what === 'committedMark' ? words.logs.committedMark : words.logs.states[what],
    }));
    const rowsOf = new Map(groups.map((group, index) => [group[0]?.sid, { group, name: names[index] ?? '' }]));
    if (isNarrow)
      return { layout: logsLayout(size, rows, 0, 1, metrics), legend: [], legendX: size.width, members: rowsOf };
    const wide = SIGN + 12 + Math.max(0, ...all.map(({ text }) => textWidth(text, FONT))) + EDGE;
    const x = size.width - wide;
    return { layout: logsLayout(size, rows, wide + EDGE, 1, metrics), legend: all, legendX: x, members: rowsOf };
  }, [size, facts.servers, words, zxidText]);
  const selectedSid = selection?.kind === 'server' ? selection.sid : null;
  const selectServer = (sid: Sid) => store.getState().select({ kind: 'server', sid });
  const selectTxn = (zxid: Zxid) => store.getState().select({ kind: 'txn', zxid });
  const highest = layout.columns.findLast((column) => column.committed);
  const cell = layout.rowHeight - 6;
  const pitch = Math.min(LEGEND_PITCH_MAX, (size.height - 8) / Math.max(1, legend.length));
  // Where rows lie close, letters must not touch.
  const nameFont = Math.min(FONT, layout.rowHeight);
  return (
    <section className={`${logs.logs} ${styles.logs}`} aria-label={words.logs.title} ref={frame} data-picture="logs">
      {size.width > 0 && (
        <svg
          width={size.width}
          height={Math.max(size.height, layout.rows.length * layout.rowHeight + METRICS.head + METRICS.foot)}
          role="group"
          aria-label={words.logs.title}
        >
          {layout.columns.length === 0 && (
            <text className={logs.empty} x={METRICS.left} y={layout.headerY}>
              {words.logs.empty}
            </text>
          )}
          {layout.columns.map((column) => (
            <g key={column.zxid} className={logs.column} onClick={() => selectTxn(column.zxid)}>
              <title>
                {words.logs.column(
                  zxidText(column.zxid),
                  onDiskCount(facts.servers, column.zxid),
                  facts.voters.length,
                  column.committed,
                )}
              </title>
              {column.even && (
                <rect
                  className={logs.hatch}
                  x={column.x - 3}
                  y={layout.headerY - 18}
                  width={column.width + 6}
                  height={23}
                  fill="url(#hatch)"
                />
              )}
              {selection?.kind === 'txn' && selection.zxid === column.zxid && (
                <rect
                  className={logs.selectedTxn}
                  x={column.x - 3}
                  y={layout.headerY + 4}
                  width={column.width + 6}
                  height={layout.rows.length * layout.rowHeight}
                />
              )}
              <text className={logs.zxid} x={column.x + column.width / 2} y={layout.headerY - 2}>
                {zxidText(column.zxid)}
              </text>
              {column.committed && (
                <CommittedMark
                  x={column.x - 3}
                  width={column.width + 6}
                  y={layout.headerY + 5}
                  highest={column === highest}
                />
              )}
            </g>
          ))}
          {layout.rows.map((row) => {
            const server = facts.servers.find((one) => one.sid === row.sid);
            const { group = [], name = '' } = members.get(row.sid) ?? {};
            const baseline = row.y + layout.rowHeight / 2 + nameFont * 0.34;
            return (
              <g key={row.sid} className={logs.row} onClick={() => selectServer(row.sid)}>
                <rect
                  className={group.some(({ sid }) => sid === selectedSid) ? logs.selected : logs.hit}
                  y={row.y}
                  width={legendX - EDGE / 2}
                  height={layout.rowHeight}
                />
                <text className={logs.name} x={EDGE} y={baseline} style={{ fontSize: nameFont }}>
                  {name}
                </text>
                {layout.fold !== null && row.folded > 0 && (
                  <g>
                    <title>{screens.foldedName(row.folded)}</title>
                    <rect
                      className={logs.fold}
                      x={layout.fold.x}
                      y={row.y + 3}
                      width={layout.fold.width}
                      height={cell}
                    />
                    <text
                      className={logs.foldText}
                      x={layout.fold.x + layout.fold.width / 2}
                      y={baseline}
                      style={{ fontSize: nameFont }}
                    >
                      {screens.folded(row.folded)}
                    </text>
                  </g>
                )}
                {row.cells.map(({ cell: txn, column }) => (
                  <LogCellMark
                    key={txn.zxid}
                    cell={txn}
                    committed={server?.status === 'down' && txn.state === 'flushed' && txn.committed}
                    x={column.x}
                    y={row.y + 3}
                    width={column.width}
                    height={cell}
                    changed={group.some(({ sid }) => changes.get(sid)?.cells.has(txn.zxid) === true)}
                    light={`cell-${row.sid}-${hexText(txn.zxid)}`}
                    title={words.logs.cell(zxidText(txn.zxid), words.logs.states[txn.state], txn.committed)}
                  />
                ))}
              </g>
            );
          })}
          {legend.map(({ what, text }, index) => {
            const y = 6 + index * pitch;
            return (
              <g key={what} aria-hidden="true">
                {what === 'committedMark' ? (
                  <CommittedMark x={legendX} width={SIGN} y={y + pitch / 2} highest />
                ) : (
                  <LogCellMark
                    cell={{ state: what }}
                    x={legendX}
                    y={y + pitch / 2 - 9}
                    width={SIGN}
                    height={Math.min(18, pitch - 4)}
                  />
                )}
                <text className={logs.remark} x={legendX + SIGN + 12} y={y + pitch / 2 + FONT * 0.34}>
                  {text}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </section>
  );
}

/** Voters that have it on disk. */
function onDiskCount(servers: readonly ServerFacts[], zxid: Zxid): number {
  return servers.filter(
    ({ learnerType, log }) => learnerType === 'PARTICIPANT' && log.some((cell) => cell.zxid === zxid && cell.onDisk),
  ).length;
}

/** Pixels of the longest of them: where columns are narrow, neither lies on the next. */
function widestZxid(servers: readonly ServerFacts[], zxidText: (zxid: Zxid) => string): number {
  const all = servers.flatMap(({ log }) => log.map(({ zxid }) => textWidth(zxidText(zxid), FONT)));
  return Math.max(ZXID_MIN, ...all);
}
