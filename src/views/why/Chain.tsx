/** A chain of causes, newest first, one sentence each; each leads to its place. Where some are folded the line is dotted. */
import { Icon } from '../../widgets/Icon.tsx';
import { useLab } from '../lab.ts';
import { actionIcon } from '../story/acts.ts';
import type { Cause } from './causes.ts';
import { causeText } from './sentences.ts';
import type { Shown } from './shorten.ts';
import type { Told } from './why-words.ts';
import styles from './Chain.module.css';

interface ChainProps {
  readonly shown: readonly Shown[];
  readonly told: Pick<Told, 'words' | 'why' | 'who'>;
  /** The newest is what has just happened. */
  readonly isNow?: boolean;
  readonly onUnfold: () => void;
}

export function Chain({ shown, told, isNow = false, onUnfold }: ChainProps) {
  const isFolded = shown.some((one) => 'hidden' in one);
  const count = shown.reduce((sum, one) => sum + ('hidden' in one ? one.hidden.length : 1), 0);
  return (
    <>
      <ol className={styles.why} aria-label={told.why.chain}>
        {shown.map((one, order) =>
          'cause' in one ? (
            <Row key={one.cause.index} cause={one.cause} told={told} isNow={isNow && order === 0} />
          ) : (
            <li key={`before ${one.hidden[0]?.index}`} className={styles.more} aria-hidden="true" />
          ),
        )}
      </ol>
      {isFolded && (
        <button type="button" className={styles.all} onClick={onUnfold}>
          {told.why.all(count)}
        </button>
      )}
    </>
  );
}

interface RowProps extends Pick<ChainProps, 'told'> {
  readonly cause: Cause;
  readonly isNow: boolean;
}

function Row({ cause, told, isNow }: RowProps) {
  const { store } = useLab();
  const { index, entry } = cause;
  const text = causeText(cause, told);
  return (
    <li>
      {entry.action !== null ? (
        <Icon name={actionIcon(entry.action)} />
      ) : entry.kind === 'fired' || entry.kind === 'timedOut' ? (
        <span className={styles.wait} data-now={isNow}>
          <Icon name="clock" size={14} />
        </span>
      ) : (
        <span className={styles.dot} data-now={isNow} />
      )}
      <button type="button" onClick={() => store.getState().seek(index + 1)} aria-label={told.why.go(text)}>
        {text}
      </button>
      <time>{told.words.formats.time(entry.at)}</time>
    </li>
  );
}
