/** Four numbers called epoch, always together and in this order, each with its medium. */
import type { ReactNode } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { epochOf, zxidText as hexText } from '../../zookeeper/ids.ts';
import { useZxidText } from '../lab.ts';
import { Defined } from '../glossary/Defined.tsx';
import { useLabWords } from '../lab-words.ts';
import type { ServerChange } from '../stage/changes.ts';
import { Changed } from './Changed.tsx';
import { useLastChange } from './use-last-change.ts';
import styles from './EpochLedger.module.css';

interface EpochLedgerProps {
  readonly server: ServerFacts;
  readonly change: ServerChange | null;
}

export function EpochLedger({ server, change }: EpochLedgerProps) {
  const { epochs: words } = useLabWords();
  const zxidText = useZxidText();
  const was = change?.was ?? {};
  const [epoch, rest] = split(zxidText(server.lastZxid));
  const jump = useLastChange(server.sid);
  const oldZxid = was.lastZxid === undefined ? null : zxidText(was.lastZxid);
  return (
    <dl className={styles.four}>
      <Cell
        name={words.logicalClock}
        light={`epoch-${server.sid}-logicalClock`}
        value={String(server.logicalClock ?? words.lost)}
        medium="memory"
        was={was.logicalClock === undefined ? null : String(was.logicalClock ?? '–')}
        onBack={() => jump((one) => one.logicalClock)}
      >
        {server.logicalClock ?? words.lost}
      </Cell>
      <Cell
        name={words.acceptedEpoch}
        light={`epoch-${server.sid}-acceptedEpoch`}
        value={String(server.acceptedEpoch)}
        medium="disk"
        was={was.acceptedEpoch === undefined ? null : String(was.acceptedEpoch)}
        onBack={() => jump((one) => one.acceptedEpoch)}
      >
        {server.acceptedEpoch}
      </Cell>
      <Cell
        name={words.currentEpoch}
        light={`epoch-${server.sid}-currentEpoch`}
        value={String(server.currentEpoch)}
        medium="disk"
        was={was.currentEpoch === undefined ? null : String(was.currentEpoch)}
        onBack={() => jump((one) => one.currentEpoch)}
      >
        {server.currentEpoch}
      </Cell>
      <Cell
        name={words.lastZxid}
        light={`epoch-${server.sid}-lastZxid`}
        value={zxidText(server.lastZxid)}
        medium={server.lastZxidOnDisk ? 'disk' : 'memory'}
        was={oldZxid}
        onBack={() => jump((one) => one.lastZxid)}
        hint={`${epochOf(server.lastZxid)} · ${hexText(server.lastZxid)}`}
      >
        {epoch}
        <span className={styles.counter}>{rest}</span>
      </Cell>
    </dl>
  );
}

interface CellProps {
  readonly name: string;
  /** As it is written. */
  readonly value: string;
  readonly medium: 'memory' | 'disk';
  readonly was: string | null;
  readonly hint?: string;
  /** To where it last changed. */
  readonly onBack: () => void;
  /** What a lesson calls it. */
  readonly light: string;
  readonly children: ReactNode;
}

function Cell({ name, value, medium, was, hint, onBack, light, children }: CellProps) {
  const { epochs: words } = useLabWords();
  const shown = (
    <button
      type="button"
      className={styles.back}
      aria-label={words.back(value, name)}
      title={words.back(value, name)}
      onClick={onBack}
    >
      {children}
    </button>
  );
  return (
    <div title={hint} data-light={light}>
      <dt>
        <Defined text={name} reach="pointer" />
      </dt>
      <dd className={styles.value}>{was === null ? shown : <Changed was={was}>{shown}</Changed>}</dd>
      <dd className={styles.medium}>
        <Icon name={medium === 'memory' ? 'chip' : 'cylinder'} size={12} />
        {words[medium]}
      </dd>
    </div>
  );
}

/** The epoch and the counter of `2·4`; hex stays whole. */
function split(text: string): readonly [string, string] {
  const dot = text.indexOf('·');
  return dot < 0 ? [text, ''] : [text.slice(0, dot), text.slice(dot)];
}
