/** Every directed link in a table: whether it is cut, how long it takes, what waits; to be cut, healed, slowed. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Action } from '../../sim/action.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { PressButton } from '../../widgets/PressButton.tsx';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import { doAll, isPossible } from '../story/acts.ts';
import { SelectedAsks } from '../why/SelectedAsks.tsx';
import { type LinkCell, countedKinds, linkMatrix } from './matrix.ts';
import styles from './LinksPanel.module.css';

export function LinksPanel() {
  const lab = useLab();
  const { store } = lab;
  const words = usePlanWords();
  const { links } = words.plan;
  const facts = useFacts();
  const selection = useLabState((state) => state.selection);
  const table = useRef<HTMLTableElement>(null);
  const matrix = linkMatrix(facts);
  const cells = matrix.flat().filter((cell) => cell !== null);
  const wanted = selection?.kind === 'link' ? selection : null;
  const shown = cells.find(({ from, to }) => from === wanted?.from && to === wanted.to) ?? null;

  const walk = (event: KeyboardEvent, row: number, column: number) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const [down, right] = step ?? [];
    if (down === undefined || right === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    let [y, x] = [row + down, column + right];
    // Nothing leads from a server to itself.
    if (x === y) [y, x] = [y + down, x + right];
    const target = table.current?.querySelector<HTMLElement>(`[data-cell="${y} ${x}"]`);
    target?.focus();
  };

  return (
    <>
      <Section title={links.title} meta={links.meta}>
        <div className={styles.scroll}>
          <table className={styles.matrix} ref={table}>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  {links.corner}
                </th>
                {facts.servers.map(({ sid }) => (
                  <th key={sid} scope="col">
                    {words.server(sid)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.map((row, y) => (
                <tr key={facts.servers[y]?.sid}>
                  <th scope="row">{words.server(facts.servers[y]?.sid ?? (0 as LinkCell['from']))}</th>
                  {row.map((cell, x) =>
                    cell === null ? (
                      <td key="self" className={styles.self}>
                        <span className="sr">{links.self}</span>
                      </td>
                    ) : (
                      <td key={cell.to}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-cell={`${y} ${x}`}
                          data-cut={cell.cut}
                          data-open={cell.election || cell.quorum}
                          aria-label={nameOf(cell)}
                          aria-pressed={cell === shown}
                          tabIndex={cell === shown || (shown === null && y === 0 && x === 1) ? 0 : -1}
                          onFocus={() => {
                            if (cell !== shown) select(cell);
                          }}
                          onKeyDown={(event) => {
                            if (event.key === 'Enter') {
                              event.preventDefault();
                              event.stopPropagation();
                              doAll(lab, [toggleOf(cell)]);
                            } else walk(event, y, x);
                          }}
                          onDoubleClick={() => doAll(lab, [toggleOf(cell)])}
                          onClick={() => select(cell)}
                        >
                          {cell.cut ? <Icon name="close" size={12} /> : <span>{cell.latencyMillis}</span>}
                          {cell.held > 0 && <small>×{cell.held}</small>}
                        </button>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles.hint}>{links.hint}</p>
      </Section>
      {shown !== null && (
        <OneLink key={`${shown.from} ${shown.to} ${shown.latencyMillis}`} cell={shown} back={backOf(shown)} />
      )}
    </>
  );

  function select({ from, to }: LinkCell): void {
    store.getState().select({ kind: 'link', from, to });
  }

  function backOf({ from, to }: LinkCell): LinkCell | null {
    return cells.find((cell) => cell.from === to && cell.to === from) ?? null;
  }

  function nameOf({ from, to, cut, latencyMillis, held }: LinkCell): string {
    const way = links.way(from, to);
    return cut ? links.cutName(way, held) : links.openName(way, latencyMillis);
  }
}

function toggleOf({ from, to, cut }: LinkCell): Action {
  return { do: cut ? 'heal' : 'cut', from, to };
}

function OneLink({ cell, back }: { readonly cell: LinkCell; readonly back: LinkCell | null }) {
  const lab = useLab();
  const words = usePlanWords();
  const { links } = words.plan;
  const [millis, setMillis] = useState(String(cell.latencyMillis));
  const [both, setBoth] = useState(false);
  const value = Number(millis);
  const isRight = millis.trim() !== '' && Number.isInteger(value) && value >= 0;
  const ways = [cell, ...(back === null ? [] : [back])];
  const bothWays = (kind: 'cut' | 'heal') =>
    ways.filter(({ cut }) => cut === (kind === 'heal')).map(({ from, to }): Action => ({ do: kind, from, to }));
  const connections = [cell.election && links.election, cell.quorum && links.quorum].filter((one) => one !== false);
  return (
    <Section title={links.way(cell.from, cell.to)} meta={cell.cut ? links.isCut : links.isOpen}>
      <SelectedAsks className={styles.asks} />
      <p className={styles.fact}>{connections.length === 0 ? links.noConnection : links.connections(connections)}</p>
      <p className={styles.fact}>
        {cell.underWay.length === 0 ? links.nothing : links.underWay(countedKinds(cell.underWay), cell.held)}
      </p>
      <div className={styles.acts}>
        {ways.map((way) => (
          <PressButton
            key={`${way.from} ${way.to}`}
            name={way.cut ? words.done.heal(way.from, way.to) : words.done.cut(way.from, way.to)}
            usable
            onPress={() => doAll(lab, [toggleOf(way)])}
          >
            {way.cut ? words.done.heal(way.from, way.to) : words.done.cut(way.from, way.to)}
          </PressButton>
        ))}
        {(['cut', 'heal'] as const).map((kind) => (
          <PressButton
            key={kind}
            name={links[kind === 'cut' ? 'cutBoth' : 'healBoth']}
            usable={isPossible(lab, bothWays(kind))}
            onPress={() => doAll(lab, bothWays(kind))}
          >
            {links[kind === 'cut' ? 'cutBoth' : 'healBoth']}
          </PressButton>
        ))}
      </div>
      <form
        className={styles.latency}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRight) return;
          const changed = both ? ways : [cell];
          doAll(
            lab,
            changed.map(({ from, to }) => ({ do: 'latency', from, to, millis: value })),
          );
        }}
      >
        <label>
          {links.latency}
          <input
            type="number"
            min={0}
            step={1}
            aria-invalid={!isRight}
            value={millis}
            onChange={(event) => setMillis(event.target.value)}
          />
        </label>
        <label>
          <input type="checkbox" checked={both} onChange={() => setBoth(!both)} />
          {links.bothWays}
        </label>
        <button type="submit" aria-disabled={!isRight}>
          {links.set}
        </button>
      </form>
    </Section>
  );
}
