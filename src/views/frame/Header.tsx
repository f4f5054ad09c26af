/** Name, scenario, how the cluster stands; share, language, theme, help. */
import type { ReactNode } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { useFacts, useLab, useWords } from '../lab.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { statusOf } from '../story/status.ts';
import { Brand } from './Brand.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './Header.module.css';

interface HeaderProps {
  readonly quiet?: boolean;
  /** One more button, as the others look. */
  readonly renderMore?: (buttonClass: string | undefined) => ReactNode;
}

export function Header({ quiet = false, renderMore }: HeaderProps) {
  const { store } = useLab();
  const words = useWords();
  return (
    <header className={styles.head}>
      <Brand />
      <span className={styles.bar} />
      <ScenarioMenu />
      {!quiet && (
        <>
          <span className={styles.bar} />
          <Status />
        </>
      )}
      <div className={styles.right}>
        <ShareButton words={!quiet} />
        {!quiet && (
          <button
            type="button"
            className={styles.tool}
            aria-label={words.head.files}
            title={words.head.files}
            onClick={() => store.getState().togglePanel('files')}
          >
            <Icon name="file" />
          </button>
        )}
        {renderMore?.(styles.tool)}
        <LanguageMenu buttonClass={styles.tool} />
        <ThemeMenu buttonClass={styles.tool} />
        <button
          type="button"
          className={styles.tool}
          aria-label={words.head.keys}
          title={words.head.keys}
          onClick={() => store.getState().togglePanel('help')}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

function Status() {
  const words = useWords();
  const facts = useFacts();
  return (
    <div className={styles.status}>
      {statusOf(facts, words).map((phrase) => (
        <span key={phrase}>{phrase}</span>
      ))}
    </div>
  );
}
