/**
 * The answer that is open: the question, the answer in a sentence, what led to it or what each server lacks, what
 * comes next. It takes the focus when it opens and gives it back when it closes.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { relatedTo } from '../../app/ask.ts';
import type { Asked } from '../../app/question.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, usePlace } from '../lab.ts';
import type { Reason } from './answer.ts';
import { AskButton } from './AskButton.tsx';
import { Chain } from './Chain.tsx';
import { causeText, shownChain } from './sentences.ts';
import { SENTENCES_MAX } from './shorten.ts';
import { type OpenAnswer, useOpenAnswer } from './use-answer.ts';
import { saidText } from './why-words.ts';
import styles from './AnswerPanel.module.css';

/** `large`: in a card of its own, for thumbs. */
export function AnswerPanel({ large = false }: { readonly large?: boolean }) {
  const open = useOpenAnswer();
  return open === null ? null : <Panel open={open} large={large} />;
}

function Panel({ open, large }: { readonly open: OpenAnswer; readonly large: boolean }) {
  const { store } = useLab();
  const { cursor } = usePlace();
  const { asked, answer, told, title } = open;
  const { words, why, facts } = told;
  const part = useRef<HTMLElement>(null);
  /** The answer that was asked for in full. */
  const [whole, setWhole] = useState<Asked | null>(null);
  useFocusIn(part);

  const chain = shownChain(answer, whole === asked);
  const room = SENTENCES_MAX - (answer.head === null ? 0 : 1) - (answer.next === null ? 0 : 1);
  const reasons = whole === asked ? answer.reasons : answer.reasons.slice(0, room);
  const related = relatedTo(asked.question, facts);
  const go = (index: number): void => store.getState().seek(index + 1);
  return (
    <section
      className={styles.answer}
      data-large={large}
      ref={part}
      tabIndex={-1}
      aria-labelledby="answer-title"
      data-keeps="answer"
    >
      <header>
        <Title key={`${asked.place.cursor} ${JSON.stringify(asked.question)}`} text={title} />
        <button
          type="button"
          className={styles.close}
          aria-label={why.close}
          onClick={() => store.getState().ask(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className={styles.at}>
        {cursor === asked.place.cursor ? (
          why.about(facts.now)
        ) : (
          <button type="button" onClick={() => store.getState().seek(asked.place.cursor)}>
            {why.back(facts.now)}
          </button>
        )}
      </p>
      {answer.head !== null && <p className={styles.head}>{saidText(answer.head, why)}</p>}
      {chain.length > 0 && <Chain shown={chain} told={told} onUnfold={() => setWhole(asked)} />}
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label={why.each}>
          {reasons.map((reason) => (
            <ReasonRow key={saidText(reason.said, why)} reason={reason} open={open} onGo={go} />
          ))}
        </ul>
      )}
      {reasons.length < answer.reasons.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(asked)}>
          {why.moreReasons(answer.reasons.length - reasons.length)}
        </button>
      )}
      {answer.next !== null && (
        <p className={styles.next}>
          {why.next}{' '}
          <button type="button" onClick={() => go(answer.next?.index ?? 0)}>
            {causeText(answer.next, told)}
          </button>{' '}
          <time>{words.formats.time(answer.next.entry.at)}</time>
        </p>
      )}
      {answer.head === null && chain.length === 0 && <p className={styles.head}>{why.nothing}</p>}
      {related.length > 0 && (
        <div className={styles.related} role="group" aria-label={why.related}>
          {related.map((question) => (
            <AskButton key={JSON.stringify(question)} question={question} whole />
          ))}
        </div>
      )}
    </section>
  );
}

/** Every new question takes the focus. */
function Title({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 id="answer-title" tabIndex={-1} ref={heading}>
      {text}
    </h2>
  );
}

interface ReasonRowProps {
  readonly reason: Reason;
  readonly open: OpenAnswer;
  readonly onGo: (index: number) => void;
}

function ReasonRow({ reason: { said, index }, open: { told }, onGo }: ReasonRowProps) {
  const { words, why, run } = told;
  const text = saidText(said, why);
  if (index === null) return <li>{text}</li>;
  return (
    <li>
      <button type="button" aria-label={why.go(text)} onClick={() => onGo(index)}>
        {text}
      </button>
      <time>{words.formats.time(run.entryAt(index).at)}</time>
    </li>
  );
}

/** The focus goes back to where it was, if it is inside when the part goes away. */
function useFocusIn(part: { readonly current: HTMLElement | null }): void {
  // While rendering: once it is there, the title has the focus.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const element = part.current;
    return () => {
      const isInside = element?.contains(document.activeElement) === true || document.activeElement === document.body;
      const canTake = before instanceof HTMLElement || before instanceof SVGElement;
      if (isInside && canTake && before.isConnected) before.focus();
    };
  }, [part, before]);
}
