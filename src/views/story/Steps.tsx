/** What the scenario does and what the visitor did, with undo; what lies ahead is pale. */
import { useEffect, useRef } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { PressButton } from '../../widgets/PressButton.tsx';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, usePlace, useWords } from '../lab.ts';
import { deedIcon } from './acts.ts';
import { deedText } from './action-text.ts';
import { stepsOf } from './steps.ts';
import styles from './Steps.module.css';

export function Steps() {
  const { session, store } = useLab();
  const words = useWords();
  const facts = useFacts();
  const place = usePlace();
  const list = useRef<HTMLOListElement>(null);
  const timeline = session.branch(place.branch);
  const interventions = session
    .interventions(place.branch)
    .map((one) => ({ ...one, at: timeline.timeAt(one.after + 1) }));
  const steps = stepsOf(session.scenario.script, interventions);
  const passed = steps.filter((step) => step.at <= facts.now).length;
  useEffect(() => {
    const items = list.current?.children;
    const current = items?.[Math.max(0, passed - 1)];
    if (current instanceof HTMLElement && list.current !== null) {
      list.current.scrollTop = current.offsetTop - list.current.offsetTop - 48;
    }
  }, [passed]);
  return (
    <Section
      title={words.story.steps}
      meta={
        <span className={styles.tools}>
          <PressButton name={words.story.undo} usable={session.canUndo(place)} onPress={() => store.getState().undo()}>
            <Icon name="undo" />
          </PressButton>
          <PressButton name={words.story.redo} usable={session.canRedo} onPress={() => store.getState().redo()}>
            <Icon name="redo" />
          </PressButton>
        </span>
      }
    >
      {steps.length === 0 && <p className={styles.none}>{words.story.noSteps}</p>}
      <ol className={styles.steps} ref={list}>
        {steps.map((step) => (
          <li key={step.key} data-ahead={step.at > facts.now} data-own={step.own}>
            <Icon name={deedIcon(step.actions)} />
            <button type="button" onClick={() => goTo(step.cursor, step.at)}>
              {step.starting.length > 1 ? words.done.startAll(step.starting) : deedText(step.actions, words)}
            </button>
            <time>{words.formats.time(step.at)}</time>
          </li>
        ))}
      </ol>
    </Section>
  );

  function goTo(cursor: number | null, at: number): void {
    if (cursor !== null) return store.getState().seek(cursor);
    session.ensureUntil(place.branch, at, 20_000);
    store.getState().seekTime(at);
  }
}
