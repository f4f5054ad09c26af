/** On a phone: caption, stage, one card at a time, timeline, and Back and Next for thumbs. */
import { useState } from 'react';
import type { StageView } from '../../app/store.ts';
import { BallotBox } from '../election/BallotBox.tsx';
import { FirstLook } from '../first/FirstLook.tsx';
import { Brand } from '../frame/Brand.tsx';
import { ScenarioMenu } from '../frame/ScenarioMenu.tsx';
import { StageSwitch } from '../frame/StageSwitch.tsx';
import { EpochLedger } from '../inspector/EpochLedger.tsx';
import { useShownServer } from '../inspector/Inspector.tsx';
import { QuorumWaits } from '../inspector/QuorumWaits.tsx';
import { Why } from '../inspector/Why.tsx';
import { useChanges, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { later } from '../later.ts';
import { Logs } from '../logs/Logs.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { roleOf } from '../stage/RoleMark.tsx';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { useLastSentence } from '../story/Caption.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Icon } from '../../widgets/Icon.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import styles from './PhonePage.module.css';

const CARDS = ['votes', 'log', 'why', 'consoles'] as const;
type Card = (typeof CARDS)[number];

/** Both beside each other need more room than there is. */
const PHONE_VIEWS: readonly StageView[] = ['topology', 'spaceTime'];

const useConsoles = later(() => import('../consoles/Consoles.tsx'));
const useSpaceTime = later(() => import('../spacetime/SpaceTime.tsx'));

export function PhonePage() {
  const view = useLabState((state) => state.stageView);
  const spaceTime = useSpaceTime();
  const consoles = useConsoles();
  const words = useLabWords();
  const firstLook = useLabState((state) => state.firstLook);
  const playing = useLabState((state) => state.playing);
  const last = useLastSentence();
  const [card, setCard] = useState<Card>('votes');
  // Typing takes room.
  const [raised, setRaised] = useState<readonly Card[]>(['consoles']);
  const tall = raised.includes(card);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Brand short />
        <ScenarioMenu />
        <span className={styles.right}>
          <ShareButton words={false} />
          <PhoneMenu />
        </span>
      </header>
      <main className={styles.main} tabIndex={-1} data-keeps="main">
        {firstLook ? (
          <FirstLook scale="phone" />
        ) : (
          <>
            <h1 className={styles.caption} aria-live={playing ? 'off' : 'polite'}>
              {last}
            </h1>
            <div className={styles.stage} hidden={tall}>
              <StageSwitch views={PHONE_VIEWS} />
              {view === 'topology' || spaceTime === null ? (
                <Stage scale="phone" renderMenu={(menu) => <ServerMenu {...menu} />} />
              ) : (
                <spaceTime.SpaceTime phone />
              )}
            </div>
            <section className={styles.card} data-tall={tall} aria-label={words.cards.title}>
              <button
                type="button"
                className={styles.grab}
                aria-label={tall ? words.cards.lower : words.cards.raise}
                aria-expanded={tall}
                onClick={() => setRaised(tall ? raised.filter((one) => one !== card) : [...raised, card])}
              />
              <div className={styles.tabs} role="tablist" aria-label={words.cards.title}>
                {CARDS.map((one) => (
                  <button
                    key={one}
                    type="button"
                    role="tab"
                    id={`tab-${one}`}
                    aria-selected={one === card}
                    aria-controls="card"
                    onClick={() => setCard(one)}
                  >
                    {words.cards[one]}
                  </button>
                ))}
              </div>
              <div
                className={styles.body}
                role="tabpanel"
                tabIndex={0}
                id="card"
                aria-labelledby={`tab-${card}`}
                data-card={card}
              >
                {card === 'votes' && <Votes />}
                {card === 'log' && <Logs phone />}
                {card === 'why' && <Why />}
                {card === 'consoles' && consoles !== null && <consoles.Consoles phone />}
              </div>
            </section>
          </>
        )}
      </main>
      <footer className={styles.foot}>
        <div className={styles.mini}>
          <Timeline phone />
        </div>
        <Thumbs />
      </footer>
    </div>
  );
}

function Votes() {
  const words = useLabWords();
  const changes = useChanges();
  const server = useShownServer();
  if (server === null) return <p>{words.inspector.none}</p>;
  const change = changes.get(server.sid) ?? null;
  return (
    <>
      <h2 className={styles.who}>
        {words.server(server.sid)} <small>{roleOf(server)}</small>
      </h2>
      <BallotBox server={server} change={change} large />
      {server.waits.length > 0 && <QuorumWaits server={server} change={change} />}
      <div className={styles.ledger}>
        <EpochLedger server={server} change={change} />
      </div>
    </>
  );
}

function Thumbs() {
  const { store } = useLab();
  const words = useLabWords();
  const playing = useLabState((state) => state.playing);
  const { step, togglePlay } = store.getState();
  return (
    <div className={styles.thumbs} role="group" aria-label={words.time.transport}>
      <button type="button" aria-label={words.time.back} onClick={() => step(-1)}>
        <Icon name="back" size={24} />
        {words.time.backShort}
      </button>
      <button
        type="button"
        className={styles.play}
        aria-label={playing ? words.time.pause : words.time.play}
        onClick={togglePlay}
      >
        <Icon name={playing ? 'pause' : 'play'} size={24} />
      </button>
      <button type="button" aria-label={words.time.forward} onClick={() => step(1)}>
        {words.time.forwardShort}
        <Icon name="forward" size={24} />
      </button>
    </div>
  );
}
