/** On a phone: caption, stage, one card at a time, timeline, and Back and Next for thumbs. */
import { useState } from 'react';
import type { Asked } from '../../app/question.ts';
import type { Look, StageView } from '../../app/store.ts';
import type { MessageFacts } from '../../sim/facts.ts';
import { ChallengeCard } from '../challenge/ChallengeCard.tsx';
import { useShownChallenge } from '../challenge/shown-challenge.ts';
import { FirstLook } from '../first/FirstLook.tsx';
import { Brand } from '../frame/Brand.tsx';
import { ScenarioMenu } from '../frame/ScenarioMenu.tsx';
import { StageSwitch } from '../frame/StageSwitch.tsx';
import { EpochLedger } from '../inspector/EpochLedger.tsx';
import { LookPanel } from '../inspector/LookPanel.tsx';
import { MessageCard } from '../inspector/MessageCard.tsx';
import { LATER_PANELS, shownLook } from '../inspector/panels.tsx';
import { QuorumWaits } from '../inspector/QuorumWaits.tsx';
import { Ballot } from '../inspector/sections.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { whyNotOfServer } from '../../app/ask.ts';
import { AnswerPanel } from '../why/AnswerPanel.tsx';
import { AskButton } from '../why/AskButton.tsx';
import { SelectedAsks } from '../why/SelectedAsks.tsx';
import { Why } from '../why/Why.tsx';
import { useChanges, useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { later } from '../later.ts';
import { LessonBar } from '../lesson/LessonBar.tsx';
import { MisconceptionCard } from '../misconception/MisconceptionCard.tsx';
import { useMisconception } from '../misconception/use-misconception.ts';
import { LessonStory } from '../lesson/LessonStory.tsx';
import { useLessonsWords } from '../lesson/lesson-words.ts';
import { useLessonCard } from '../lesson/use-lesson-card.ts';
import { usePlayer } from '../lesson/use-player.ts';
import { useOptions } from '../options.ts';
import { Logs } from '../logs/Logs.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { roleOf } from '../stage/RoleMark.tsx';
import { ServerMenu } from '../stage/ServerMenu.tsx';
import { Stage } from '../stage/Stage.tsx';
import { useLastSentence } from '../story/Caption.tsx';
import { statusOf } from '../story/status.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { Icon } from '../../widgets/Icon.tsx';
import { TabBar, panelOf } from '../../widgets/TabBar.tsx';
import { CuttingBar } from './CuttingBar.tsx';
import { BranchesSheet } from './BranchesSheet.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import { useSwipe } from './swipe.ts';
import styles from './PhonePage.module.css';

/** Of the phone alone; the inspector's later panels come after them. */
const CARDS = ['votes', 'transactions', 'why', 'consoles'] as const;
type OwnCard = (typeof CARDS)[number];
type Card = OwnCard | Exclude<Look, 'inside'>;

/** Both beside each other need more room than there is. */
const PHONE_VIEWS: readonly StageView[] = ['topology', 'spaceTime'];

const useConsoles = later(() => import('../consoles/Consoles.tsx'));
const useSync = later(() => import('../sync/SyncDecision.tsx'));
const useOverlay = later(() => import('../overlay/Overlay.tsx'));
const useSpaceTime = later(() => import('../spacetime/SpaceTime.tsx'));

export function PhonePage() {
  const view = useLabState((state) => state.stageView);
  const compared = useLabState((state) => state.compared);
  const spaceTime = useSpaceTime();
  const overlay = useOverlay();
  const consoles = useConsoles();
  const words = useLabWords();
  const firstLook = useLabState((state) => state.firstLook);
  const playing = useLabState((state) => state.playing);
  const last = useLastSentence();
  const facts = useFacts();
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const { store } = useLab();
  const refutes = useMisconception() !== null;
  const isGrouping = useLabState(({ grouping }) => grouping !== null);
  const cutting = useOptions((options) => options.drawing) || isGrouping;
  const lessonCard = useLessonCard();
  const [chosen, setChosen] = useState<{ readonly card: OwnCard; readonly of: string }>({ card: 'votes', of: '' });
  // What was chosen in another step is over.
  const led = lessonCard !== null && lessonCard.of !== chosen.of ? lessonCard.card : null;
  const look = shownLook(useLabState((state) => state.look));
  const asked = useLabState((state) => state.asked);
  /** The answer that was left for another card. */
  const [left, setLeft] = useState<Asked | null>(null);
  const isAnswering = asked !== null && asked !== left;
  // Wherever something was asked, here is the answer.
  const card: Card = isAnswering ? 'why' : (led ?? (look === 'inside' ? chosen.card : look));
  // Typing takes room.
  const [raised, setRaised] = useState<readonly Card[]>(['consoles']);
  const set = useShownChallenge();
  /** The challenge whose task is folded away. */
  const [folded, setFolded] = useState<object | null>(null);
  const message = useSelectedMessage();
  // What was asked for, or is looked at, takes the place of the task.
  const hasTask = set !== null && set !== folded && !isAnswering && message === undefined;
  const hasCard = (lessonCard === null || lessonCard.card !== null) && !hasTask;
  // But in a lesson, where nobody needs to type, the stage stays.
  const asks = lessonCard?.asks === true;
  const tall = hasCard && !asks && raised.includes(card) !== (inLesson && card === 'consoles');
  const isOwn = (one: Card): one is OwnCard => CARDS.some((each) => each === one);
  const nameOf = (one: Card): string =>
    one === 'log' ? words.cards.serverLog : isOwn(one) ? words.cards[one] : words.inspector.tabs[one];
  const choose = (one: Card): void => {
    // Another card is asked for: the message's makes room.
    if (message !== undefined) store.getState().select(null);
    setLeft(asked);
    const of = lessonCard?.of ?? '';
    setChosen((before) => ({ card: isOwn(one) ? one : before.card, of }));
    store.getState().setLook(isOwn(one) ? 'inside' : one);
  };
  const cards: readonly Card[] = [...CARDS, ...LATER_PANELS.map((panel) => panel.look)];
  const swipe = useSwipe((direction) => {
    const beside = cards[cards.indexOf(card) + direction];
    if (beside !== undefined) choose(beside);
  });
  const unfold = (open: boolean): void => {
    setFolded(open ? null : set);
    // It comes back over whatever had its place.
    if (!open) return;
    setLeft(asked);
    if (message !== undefined) store.getState().select(null);
  };
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
            <LessonBar />
            {cutting && <CuttingBar />}
            {set !== null && !cutting && <ChallengeCard fold={{ open: hasTask, onFold: (open) => unfold(open) }} />}
            {cutting ? null : inLesson ? (
              <LessonStory phone />
            ) : refutes ? (
              <MisconceptionCard phone />
            ) : hasTask ? null : (
              <div className={styles.caption}>
                <h1 aria-live={playing ? 'off' : 'polite'}>{last}</h1>
                <p>{words.row(statusOf(facts, words))}</p>
              </div>
            )}
            <div
              className={styles.stage}
              data-part="views"
              data-view={view}
              data-lesson={inLesson || refutes || hasTask}
              data-asks={asks && hasCard}
              hidden={tall}
            >
              {!inLesson && !refutes && (
                <div className={styles.views}>
                  <StageSwitch views={PHONE_VIEWS} />
                </div>
              )}
              {compared !== null && overlay !== null ? (
                <overlay.Overlay other={compared} phone alone />
              ) : view === 'topology' || spaceTime === null ? (
                <Stage scale="phone" renderMenu={(menu) => <ServerMenu {...menu} />} />
              ) : (
                <spaceTime.SpaceTime phone />
              )}
            </div>
            {hasCard && (
              <section
                className={styles.card}
                data-tall={tall}
                data-lesson={inLesson || refutes}
                data-asks={asks}
                aria-label={words.cards.title}
              >
                <button
                  type="button"
                  className={styles.grab}
                  aria-label={tall ? words.cards.lower : words.cards.raise}
                  aria-expanded={tall}
                  onClick={() =>
                    setRaised(raised.includes(card) ? raised.filter((one) => one !== card) : [...raised, card])
                  }
                />
                <TabBar
                  of="card"
                  label={words.cards.title}
                  className={styles.tabs}
                  tabs={cards.map((id) => ({ id, name: nameOf(id) }))}
                  current={card}
                  onChoose={choose}
                />
                <div className={styles.body} {...panelOf('card', card)} {...swipe} data-card={card}>
                  {isOwn(card) && card !== 'consoles' && !isAnswering && message !== undefined && (
                    <MessageCard message={message} />
                  )}
                  {card === 'votes' && message === undefined && <Votes />}
                  {card === 'transactions' && message === undefined && <Logs phone />}
                  {card === 'why' && asked !== null && <AnswerPanel large />}
                  {card === 'why' && asked === null && message === undefined && <WhyCard />}
                  {card === 'consoles' && consoles !== null && <consoles.Consoles phone />}
                  {!isOwn(card) && <LookPanel look={card} phone />}
                </div>
              </section>
            )}
          </>
        )}
      </main>
      <footer className={styles.foot}>
        <div className={styles.mini}>
          <Timeline phone />
        </div>
        <Thumbs />
      </footer>
      <BranchesSheet />
    </div>
  );
}

/** Null for one that is not under way here; undefined where none is selected. */
function useSelectedMessage(): MessageFacts | null | undefined {
  const selection = useLabState((state) => state.selection);
  const { messages } = useFacts();
  return selection?.kind === 'message' ? (messages.find(({ seq }) => seq === selection.seq) ?? null) : undefined;
}

function WhyCard() {
  const facts = useFacts();
  const server = useShownServer();
  const selected = useLabState(({ selection }) => selection?.kind);
  return (
    <>
      <SelectedAsks className={styles.asks} />
      {server !== null && selected !== 'client' && selected !== 'link' && (
        <div className={styles.asks}>
          <AskButton question={{ ask: 'role', sid: server.sid }} whole />
          <AskButton question={whyNotOfServer(server, facts)} whole />
        </div>
      )}
      <Why />
    </>
  );
}

function Votes() {
  const words = useLabWords();
  const sync = useSync();
  const changes = useChanges();
  const server = useShownServer();
  if (server === null) return <p>{words.inspector.none}</p>;
  const change = changes.get(server.sid) ?? null;
  return (
    <>
      <h2 className={styles.who}>
        {words.server(server.sid)} <small>{roleOf(server)}</small>
      </h2>
      <Ballot server={server} change={change} large />
      {server.waits.length > 0 && <QuorumWaits server={server} change={change} />}
      {sync !== null && (
        <div className={styles.sync}>
          <sync.SyncDecision key={server.sid} server={server} />
        </div>
      )}
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
  const player = usePlayer();
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const lessons = useLessonsWords();
  return (
    <div className={styles.thumbs} role="group" aria-label={words.time.transport}>
      <button
        type="button"
        aria-label={inLesson ? lessons.back : words.time.back}
        onClick={() => (inLesson ? player.back() : step(-1))}
      >
        <Icon name="back" size={24} />
        {inLesson ? lessons.back : words.time.backShort}
      </button>
      <button
        type="button"
        className={styles.play}
        aria-label={playing ? words.time.pause : words.time.play}
        onClick={togglePlay}
      >
        <Icon name={playing ? 'pause' : 'play'} size={24} />
      </button>
      <button
        type="button"
        aria-label={inLesson ? lessons.next : words.time.forward}
        onClick={() => (inLesson ? player.next() : step(1))}
      >
        {inLesson ? lessons.next : words.time.forwardShort}
        <Icon name="forward" size={24} />
      </button>
    </div>
  );
}
