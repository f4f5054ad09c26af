/** The transaction logs of all servers, aligned by zxid; states are told apart by fill and edge, never by hue. */
import { type ReactNode, useMemo, useRef } from 'react';
import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { type Sid, type Zxid, zxidText as hexText } from '../../zookeeper/ids.ts';
import { useChanges, useFacts, useLab, useLabState, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useSize } from '../use-size.ts';
import { AskButton } from '../why/AskButton.tsx';
import { useLit } from '../why/use-answer.ts';
import { LogCellMark } from './LogCellMark.tsx';
import { CommittedMark } from './CommittedMark.tsx';
import { legendLines, legendOf } from './legend.ts';
import { LogLegend } from './LogLegend.tsx';
import { LEGEND_LINE, logsLayout, metricsAt } from './layout.ts';
import { remarkOn } from './remark.ts';
import styles from './Logs.module.css';

/** Of the buttons about a chosen column. */
const ASKS_WIDTH = 180;
/** Where what stands beside the title ends. */
const BESIDE = 220;
/** Room for the title, left of the legend. */
const TITLE = 232;

/** `beside`: what stands beside the title. */
export function Logs({ phone = false, beside }: { readonly phone?: boolean; readonly beside?: ReactNode }) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const changes = useChanges();
  const zxidText = useZxidText();
  const selection = useLabState((state) => state.selection);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { layout, legend } = useMemo(() => {
    const remarks = phone ? 0 : 168;
    const metrics = metricsAt(phone ? size.height : Infinity);
    const oneLine = logsLayout(size, facts.servers, remarks, 1, metrics);
    const lines = legendLines(legendOf(oneLine), size.width - (phone ? 32 : TITLE), words);
    return {
      layout: lines.length > 1 ? logsLayout(size, facts.servers, remarks, lines.length, metrics) : oneLine,
      legend: lines,
    };
  }, [size, facts.servers, phone, words]);
  const lit = useLit();
  const chosen = selection?.kind === 'txn' ? layout.columns.find(({ zxid }) => zxid === selection.zxid) : undefined;
  const selectedSid = selection?.kind === 'server' ? selection.sid : null;
  const selectServer = (sid: Sid) => store.getState().select({ kind: 'server', sid });
  const selectTxn = (zxid: Zxid) => store.getState().select({ kind: 'txn', zxid });
  /** Beside its column, clear of the buttons in the corner and of the edge. */
  const asksX = (x: number): number =>
    Math.max(beside === undefined ? 0 : BESIDE, Math.min(x + 8, size.width - ASKS_WIDTH));
  const right = layout.columns.at(-1);
  const highest = layout.columns.findLast((column) => column.committed);
  return (
    <section className={styles.logs} aria-label={words.logs.title} ref={frame}>
      {beside !== undefined && <div className={styles.beside}>{beside}</div>}
      {chosen !== undefined && (
        <div className={styles.asks} style={{ left: asksX(chosen.x + chosen.width), top: layout.headerY - 18 }}>
          <span>{zxidText(chosen.zxid)}</span>
          <AskButton question={{ ask: 'txn', zxid: chosen.zxid }} />
          {!chosen.committed && <AskButton question={{ ask: 'notCommitted', zxid: chosen.zxid }} />}
        </div>
      )}
      <svg width={size.width} height={size.height} role="group" aria-label={words.logs.title}>
        {!phone && (
          <text className={styles.title} x={16} y={21}>
            {words.logs.title}
          </text>
        )}
        <LogLegend lines={legend} right={phone ? null : size.width - 16} lineHeight={LEGEND_LINE} words={words} />
        {/* By their places: as transactions move on, what is drawn stays and only what it says changes. */}
        {layout.columns.map((column) => (
          <g key={column.x} className={styles.column} onClick={() => selectTxn(column.zxid)}>
            <title>
              {words.logs.column(zxidText(column.zxid), column.onDisk.length, facts.voters.length, column.committed)}
            </title>
            {column.even && (
              <rect
                className={styles.hatch}
                x={column.x - 3}
                y={layout.headerY - 12}
                width={column.width + 6}
                height={15}
                fill="url(#hatch)"
              />
            )}
            {lit?.zxids.has(column.zxid) === true && (
              <path
                className={styles.lit}
                data-part="lit-txn"
                d="M0-4.5 4.5 0 0 4.5-4.5 0z"
                transform={`translate(${column.x + column.width / 2} ${layout.headerY - 17})`}
              />
            )}
            {selection?.kind === 'txn' && selection.zxid === column.zxid && (
              <rect
                className={styles.selectedTxn}
                x={column.x - 2}
                y={layout.headerY + 4}
                width={column.width + 4}
                height={layout.rows.length * layout.rowHeight}
              />
            )}
            <text className={styles.zxid} x={column.x + column.width / 2} y={layout.headerY}>
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
        {layout.columns.length === 0 && (
          <text className={styles.empty} x={64} y={layout.headerY}>
            {words.logs.empty}
          </text>
        )}
        {layout.rows.map((row) => {
          const server = facts.servers.find((one) => one.sid === row.sid);
          const remark = server === undefined ? '' : remarkOn(server, facts, words, zxidText);
          return (
            <g key={row.sid} className={styles.row} onClick={() => selectServer(row.sid)}>
              <rect
                className={row.sid === selectedSid ? styles.selected : styles.hit}
                y={row.y - 1}
                width={size.width}
                height={layout.rowHeight}
              />
              {row.sid === selectedSid && (
                <rect className={styles.bar} y={row.y - 1} width={3} height={layout.rowHeight} />
              )}
              <text className={styles.name} x={16} y={row.y + layout.rowHeight / 2 + 3.5}>
                {words.server(row.sid)}
              </text>
              {layout.fold !== null && row.folded > 0 && (
                <g>
                  <title>{words.logs.foldedName(row.folded)}</title>
                  <rect
                    className={styles.fold}
                    x={layout.fold.x}
                    y={row.y + 2}
                    width={layout.fold.width}
                    height={layout.rowHeight - 5}
                  />
                  <text
                    className={styles.foldText}
                    x={layout.fold.x + layout.fold.width / 2}
                    y={row.y + layout.rowHeight / 2 + 3.5}
                  >
                    {words.logs.folded(row.folded)}
                  </text>
                </g>
              )}
              {row.cells.map(({ cell, column }) => (
                <LogCellMark
                  key={column.x}
                  cell={cell}
                  committed={server?.status === 'down' && cell.state === 'flushed' && cell.committed}
                  x={column.x}
                  y={row.y + 2}
                  width={column.width}
                  height={layout.rowHeight - 5}
                  changed={changes.get(row.sid)?.cells.has(cell.zxid) === true}
                  light={`cell-${row.sid}-${hexText(cell.zxid)}`}
                  title={words.logs.cell(zxidText(cell.zxid), words.logs.states[cell.state], cell.committed)}
                />
              ))}
              {!phone && remark !== '' && (
                <text className={styles.remark} x={layout.remarksX} y={row.y + layout.rowHeight / 2 + 3.5}>
                  {remark}
                </text>
              )}
            </g>
          );
        })}
        {right !== undefined && (
          <g>
            <path className={styles.axis} d={`M16 ${layout.footerY - 14.5}H${right.x + right.width}`} />
            <text className={styles.footer} x={16} y={layout.footerY}>
              {words.logs.onDisk}
            </text>
            {layout.columns.map((column) => (
              <text
                key={column.x}
                className={styles.count}
                data-quorum={isQuorum(facts.quorumVerifier, column.onDisk)}
                x={column.x + column.width / 2}
                y={layout.footerY}
              >
                {words.belief.ofVoters(column.onDisk.length, facts.voters.length)}
              </text>
            ))}
          </g>
        )}
      </svg>
    </section>
  );
}
