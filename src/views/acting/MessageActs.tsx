/** What can be done to one message under way: it is dropped, delayed or hurried, or it is said why not. */
import { useId, useState } from 'react';
import { DELAY_MILLIS, type MessageDeed, messageAction, refOfMessage } from '../../app/message-deeds.ts';
import type { MessageFacts } from '../../sim/facts.ts';
import { PressButton } from '../../widgets/PressButton.tsx';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './MessageActs.module.css';
import { useActingWords } from './acting-words.ts';

const DEEDS: readonly MessageDeed[] = ['drop', 'delay', 'hurry'];
const MILLIS_MAX = 1_000_000_000;

export function MessageActs({ message }: { readonly message: MessageFacts }) {
  const { session, store } = useLab();
  const { refusals } = useLabWords();
  const words = useActingWords().message;
  const facts = useFacts();
  const place = usePlace();
  const [by, setBy] = useState(String(DELAY_MILLIS));
  const id = useId();
  const millis = Number(by);
  const isSpan = Number.isInteger(millis) && millis >= 1 && millis <= MILLIS_MAX;
  const ref = refOfMessage(facts, message);
  const deeds = DEEDS.map((deed) => {
    const action = messageAction(deed, ref, isSpan ? millis : DELAY_MILLIS);
    return { deed, action, refusal: session.refusal(place, action) };
  });
  return (
    <Section title={words.title}>
      <div className={styles.acts} role="group" aria-label={words.title} aria-describedby={id}>
        {deeds.map(({ deed, action, refusal }) => (
          <PressButton
            key={deed}
            name={words.deeds[deed]}
            usable={refusal === null && (deed === 'drop' || isSpan)}
            onPress={() => void store.getState().act(action)}
          >
            {words.deeds[deed]}
          </PressButton>
        ))}
        <label className={styles.by}>
          {words.by}
          <input
            type="number"
            min={1}
            step={1}
            value={by}
            aria-invalid={!isSpan}
            onChange={(event) => setBy(event.target.value)}
          />
        </label>
      </div>
      <div id={id} className={styles.says}>
        {deeds.map(({ deed, refusal }) =>
          refusal === null ? null : <p key={deed}>{words.not(words.deeds[deed], refusals[refusal] ?? refusal)}</p>,
        )}
        <p>{words.hints.queue}</p>
        <p>{words.not(words.deeds.drop, words.hints.drop)}</p>
      </div>
    </Section>
  );
}
