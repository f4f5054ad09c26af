/** Beside a server: what it believes, one fact, chips, and a wait that shrinks. */
import { memo } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { type Belief, shownTimer } from './belief.ts';
import type { ServerChange } from './changes.ts';
import { ChipRow } from './Chip.tsx';
import { changedChip, standingChips } from './label-chips.ts';
import type { Place, StageScale } from './layout.ts';
import { TimerArc } from './TimerArc.tsx';
import styles from './ServerLabel.module.css';

interface ServerLabelProps {
  readonly server: ServerFacts;
  readonly place: Place;
  readonly scale: StageScale;
  readonly belief: Belief;
  readonly change: ServerChange | null;
  readonly voters: number;
  readonly now: number;
  readonly dimmed: boolean;
  readonly words: Catalogue;
  readonly zxidText: (zxid: Zxid) => string;
}

export const ServerLabel = memo(function ServerLabel(props: ServerLabelProps) {
  const { server, place, scale, belief, change, words } = props;
  const { anchor, at } = place.label;
  const chips = scale === 'lab' ? standingChips(server, change, props.zxidText) : [];
  const changed = changedChip(server, change, props.voters, words);
  const timer = scale === 'lab' ? shownTimer(server, props.now) : null;
  const step = scale === 'first' ? 22 : 16;
  const facts = scale === 'phone' || belief.fact === '' ? [] : [belief.fact];
  const below = facts.length * step;
  const changedY = below + (chips.length > 0 ? 33 : scale === 'first' ? 16 : 8);
  return (
    <g
      className={styles.label}
      data-scale={scale}
      data-dim={props.dimmed}
      transform={`translate(${at.x} ${at.y})`}
      aria-hidden="true"
    >
      <text className={styles.belief} textAnchor={anchor}>
        {scale === 'first' ? `${words.server(server.sid)} ${belief.line}` : belief.line}
      </text>
      {facts.map((fact) => (
        <text key="fact" className={styles.fact} textAnchor={anchor} y={step}>
          {fact}
        </text>
      ))}
      <ChipRow chips={chips} anchor={anchor} y={below + 8} />
      {changed !== null && <ChipRow chips={[changed]} anchor={anchor} y={changedY} />}
      {timer !== null && (
        <g transform={`translate(0 ${(changed === null ? below + 8 : changedY) + 38})`}>
          <TimerArc timer={timer} anchor={anchor} words={words} />
        </g>
      )}
    </g>
  );
});
