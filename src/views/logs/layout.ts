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

const LEFT = 64;
const FOLD = 44;
const GAP = 6;
const COLUMN_MAX = 60;
const COLUMN_MIN = 40;
/** With one line of legend. */
const HEAD = 50;
export const LEGEND_LINE = 16;
const FOOT = 28;

/** Whether it is more than the trace of what was here. */
export function isHeld({ state }: LogCell): boolean {
  return state !== 'truncated' && state !== 'replaced';
}

export function logsLayout(
  size: { readonly width: number; readonly height: number },
  servers: readonly ServerFacts[],
  remarksWidth: number,
  legendLines = 1,
): LogsLayout {
  const head = HEAD + LEGEND_LINE * Math.max(0, legendLines - 1);
  const zxids = [...new Set(servers.flatMap((server) => server.log.map((cell) => cell.zxid)))].toSorted(
    (a, b) => a - b,
  );
  const isFolded = servers.some((server) => server.logFolded > 0);
  const room = Math.max(COLUMN_MIN, size.width - LEFT - remarksWidth);
  const fitting = Math.max(1, Math.floor((room - (isFolded ? FOLD : 0)) / COLUMN_MIN));
  const needsFold = isFolded || zxids.length > fitting;
  const shown = zxids.slice(-Math.max(1, needsFold ? Math.floor((room - FOLD) / COLUMN_MIN) : fitting));
  const left = LEFT + (needsFold ? FOLD : 0);
  const pitch = Math.min(COLUMN_MAX, Math.max(COLUMN_MIN, (room - (left - LEFT)) / Math.max(1, shown.length)));
  const columns = shown.map((zxid, index): LogColumn => ({
    zxid,
    x: left + index * pitch,
    width: pitch - GAP,
    onDisk: servers
      .filter(
        ({ learnerType, log }) =>
          learnerType === 'PARTICIPANT' && log.some((cell) => cell.zxid === zxid && cell.onDisk),
      )
      .map((server) => server.sid),
    committed: servers.some((server) => server.log.some((cell) => cell.zxid === zxid && cell.committed)),
    even: epochOf(zxid) % 2 === 0,
  }));
  const byZxid = new Map(columns.map((column) => [column.zxid, column]));
  const rowHeight = Math.max(14, Math.min(22, (size.height - head - FOOT) / Math.max(1, servers.length)));
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
    fold: needsFold ? { x: LEFT, width: FOLD - GAP } : null,
    headerY: head - 7,
    footerY: head + servers.length * rowHeight + 14,
    remarksX: left + columns.length * pitch + 12,
  };
}
