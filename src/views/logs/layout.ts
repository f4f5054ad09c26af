/**
 * Transaction logs side by side: a column for every zxid that any server has, so that what one has and another
 * lacks stands out; a row for every server. When there is not enough room the oldest columns fold into one.
 */
import type { LogCell, ServerFacts } from '../../sim/facts.ts';
import { type Sid, type Zxid, epochOf } from '../../zookeeper/ids.ts';

export interface LogColumn {
  readonly zxid: Zxid;
  readonly x: number;
  readonly width: number;
  /** Voters that have it on disk. */
  readonly onDisk: readonly Sid[];
  /** A quorum has committed it. */
  readonly committed: boolean;
  /** Even epochs are hatched in the header. */
  readonly even: boolean;
}

export interface LogRow {
  readonly sid: Sid;
  readonly y: number;
  readonly cells: readonly { readonly cell: LogCell; readonly column: LogColumn }[];
  /** How many of its transactions lie in the folded column. */
  readonly folded: number;
}

export interface LogsLayout {
  readonly columns: readonly LogColumn[];
  readonly rows: readonly LogRow[];
  readonly rowHeight: number;
  /** Where the folded column stands; null when nothing is folded. */
  readonly fold: { readonly x: number; readonly width: number } | null;
  readonly headerY: number;
  readonly footerY: number;
  /** Where remarks begin. */
  readonly remarksX: number;
}

export const LEGEND_LINE = 16;

export interface LogsMetrics {
  readonly left: number;
  readonly fold: number;
  readonly gap: number;
  readonly columnMax: number;
  readonly columnMin: number;
  /** With one line of legend. */
  readonly head: number;
  readonly foot: number;
  readonly rowMin: number;
  readonly rowMax: number;
}

const SMALL: LogsMetrics = {
  left: 64,
  fold: 44,
  gap: 6,
  columnMax: 60,
  columnMin: 40,
  head: 50,
  foot: 28,
  rowMin: 14,
  rowMax: 22,
};

/** In a phone's card beside a lesson: the row below five servers is seen whole. */
const LOW: LogsMetrics = { ...SMALL, head: 46, foot: 22, rowMin: 11 };
const LOW_BELOW = 150;

/** What the logs of a phone's card, or of the page, are measured by. */
export function metricsAt(height: number): LogsMetrics {
  return height < LOW_BELOW ? LOW : SMALL;
}

/** Whether it is more than the trace of what was here. */
export function isHeld({ state }: LogCell): boolean {
  return state !== 'truncated' && state !== 'replaced';
}

export function logsLayout(
  size: { readonly width: number; readonly height: number },
  servers: readonly ServerFacts[],
  remarksWidth: number,
  legendLines = 1,
  metrics = SMALL,
): LogsLayout {
  const { columnMin, columnMax, fold, gap } = metrics;
  const head = metrics.head + LEGEND_LINE * Math.max(0, legendLines - 1);
  const zxids = [...new Set(servers.flatMap((server) => server.log.map((cell) => cell.zxid)))].toSorted(
    (a, b) => a - b,
  );
  const isFolded = servers.some((server) => server.logFolded > 0);
  const room = Math.max(columnMin, size.width - metrics.left - remarksWidth);
  const fitting = Math.max(1, Math.floor((room - (isFolded ? fold : 0)) / columnMin));
  const needsFold = isFolded || zxids.length > fitting;
  const shown = zxids.slice(-Math.max(1, needsFold ? Math.floor((room - fold) / columnMin) : fitting));
  const left = metrics.left + (needsFold ? fold : 0);
  const pitch = Math.min(columnMax, Math.max(columnMin, (room - (left - metrics.left)) / Math.max(1, shown.length)));
  const { onDisk, committed } = standing(servers);
  const columns = shown.map((zxid, index): LogColumn => ({
    zxid,
    x: left + index * pitch,
    width: pitch - gap,
    onDisk: onDisk.get(zxid) ?? [],
    committed: committed.has(zxid),
    even: epochOf(zxid) % 2 === 0,
  }));
  const byZxid = new Map(columns.map((column) => [column.zxid, column]));
  const rowHeight = Math.max(
    metrics.rowMin,
    Math.min(metrics.rowMax, (size.height - head - metrics.foot) / Math.max(1, servers.length)),
  );
  const first = shown[0];
  const rows = servers.map((server, index): LogRow => ({
    sid: server.sid,
    y: head + index * rowHeight,
    cells: server.log.flatMap((cell) => {
      const column = byZxid.get(cell.zxid);
      return column === undefined ? [] : [{ cell, column }];
    }),
    folded:
      server.logFolded +
      (first === undefined ? 0 : server.log.filter((cell) => cell.zxid < first && isHeld(cell)).length),
  }));
  return {
    columns,
    rows,
    rowHeight,
    fold: needsFold ? { x: metrics.left, width: fold - gap } : null,
    headerY: head - 7,
    footerY: head + servers.length * rowHeight + 14,
    remarksX: left + columns.length * pitch + 12,
  };
}

/** Voters that have each transaction on disk, and those that are committed: looked at once, however many there are. */
function standing(servers: readonly ServerFacts[]) {
  const onDisk = new Map<Zxid, Sid[]>();
  const committed = new Set<Zxid>();
  for (const { sid, learnerType, log } of servers) {
    for (const cell of log) {
      if (cell.committed) committed.add(cell.zxid);
      if (!cell.onDisk || learnerType !== 'PARTICIPANT') continue;
      const sids = onDisk.get(cell.zxid);
      if (sids === undefined) onDisk.set(cell.zxid, [sid]);
      else sids.push(sid);
    }
  }
  return { onDisk, committed };
}
