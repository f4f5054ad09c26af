/** Over the logs: a terminal for each client, what an operator asks, and clients to be connected. */
import { useEffect, useState } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { type Tab, openTab, setTall, useConsoleState } from './console-state.ts';
import { useConsoleWords } from './console-words.ts';
import { RECIPES } from './examples.ts';
import { followRecipe } from './follow-recipe.ts';
import { NewClient } from './NewClient.tsx';
import { Operator } from './Operator.tsx';
import { Terminal } from './Terminal.tsx';
import { useRelease } from './use-release.ts';
import styles from './Consoles.module.css';

/** `phone`: as a card, which has its own height and way out. */
export function Consoles({ phone = false }: { readonly phone?: boolean }) {
  const lab = useLab();
  const { store } = lab;
  const words = useConsoleWords();
  const { clients } = useFacts();
  const release = useRelease();
  const selection = useLabState((state) => state.selection);
  // Its keys are the lesson's: whoever wants to type goes there.
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const wanted = useConsoleState((state) => state.tab);
  const tall = useConsoleState((state) => state.tall);
  const [stopped, setStopped] = useState(false);
  const selected = selection?.kind === 'client' ? selection.name : null;
  useEffect(() => {
    if (selected !== null) openTab({ kind: 'client', name: selected });
  }, [selected]);
  // Where the client does not exist yet, or not any more, the first one there is.
  const client = clients.find(({ name }) => wanted?.kind === 'client' && name === wanted.name) ?? clients[0] ?? null;
  const tab: Tab =
    wanted !== null && wanted.kind !== 'client'
      ? wanted
      : client === null
        ? { kind: 'new' }
        : { kind: 'client', name: client.name };
  const tabId = tab.kind === 'client' ? `console-${client?.node}` : `console-${tab.kind}`;

  return (
    <section
      className={styles.consoles}
      data-tall={tall}
      data-phone={phone}
      aria-label={words.title}
      data-keeps="consoles"
      tabIndex={-1}
    >
      <header className={styles.head}>
        {!phone && <h2>{words.title}</h2>}
        <div className={styles.tabs} role="tablist" aria-label={words.tabs}>
          {clients.map(({ name, node }) => (
            <TabButton key={node} id={`console-${node}`} label={name} tab={{ kind: 'client', name }} current={tabId} />
          ))}
          <TabButton id="console-operator" label={words.operator.tab} tab={{ kind: 'operator' }} current={tabId} />
          <TabButton id="console-new" label={words.newClient} tab={{ kind: 'new' }} current={tabId} />
        </div>
        <span className={styles.tools}>
          <Menu
            title={words.examplesTitle}
            buttonClass={styles.tool}
            place={phone ? 'belowRight' : 'above'}
            button={words.examples}
            choices={RECIPES.map((recipe) => ({
              key: recipe.id,
              label: words.recipes[recipe.id],
              hint: words.recipeHints[recipe.id],
              onChoose: () => {
                const followed = followRecipe(lab, recipe, release);
                setStopped(!followed.finished);
                const [first] = followed.names;
                if (first !== undefined) openTab({ kind: 'client', name: first });
              },
            }))}
          />
          {!phone && (
            <>
              <button type="button" className={styles.tool} aria-pressed={tall} onClick={() => setTall(!tall)}>
                {words.taller}
              </button>
              <button
                type="button"
                className={styles.icon}
                aria-label={words.close}
                onClick={() => store.getState().togglePanel('consoles')}
              >
                <Icon name="close" />
              </button>
            </>
          )}
        </span>
      </header>
      {stopped && (
        <p className={styles.problem} role="status">
          {words.stopped}
        </p>
      )}
      <div className={styles.body} role="tabpanel" id="console-panel" aria-labelledby={tabId}>
        {tab.kind === 'new' && <NewClient />}
        {tab.kind === 'operator' && <Operator />}
        {tab.kind === 'client' && client !== null && (
          <Terminal key={client.name} client={client} focused={!phone && !inLesson} />
        )}
      </div>
    </section>
  );
}

interface TabButtonProps {
  readonly id: string;
  readonly label: string;
  readonly tab: Tab;
  readonly current: string;
}

function TabButton({ id, label, tab, current }: TabButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={id}
      aria-selected={id === current}
      aria-controls="console-panel"
      onClick={() => openTab(tab)}
    >
      {label}
    </button>
  );
}
