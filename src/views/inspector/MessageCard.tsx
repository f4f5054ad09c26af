/** A selected message: where it is on its way, and what it carries. */
import type { MessageFacts } from '../../sim/facts.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Section } from '../../widgets/Section.tsx';
import { Defined } from '../glossary/Defined.tsx';
import { useFacts, useFrame, useLab, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useRef } from 'react';
import { MessageActs } from '../acting/MessageActs.tsx';
import { shapePath } from '../stage/shapes.ts';
import { whoIn } from '../story/who.ts';
import { AskButton } from '../why/AskButton.tsx';
import styles from './MessageCard.module.css';

const WAY = 332;

export function MessageCard({ message }: { readonly message: MessageFacts | null }) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const zxidText = useZxidText();
  const mark = useRef<SVGGElement>(null);
  const trail = useRef<SVGLineElement>(null);
  useFrame((now) => {
    if (message === null) return;
    const whole = Math.max(1, message.arrivesAt - message.sentAt);
    const share = message.held === null ? Math.max(0, Math.min(1, (now - message.sentAt) / whole)) : 0.5;
    mark.current?.setAttribute('transform', `translate(${(share * WAY).toFixed(1)} 0)`);
    trail.current?.setAttribute('x2', (share * WAY).toFixed(1));
  });
  if (message === null) return <p className={styles.gone}>{words.message.gone}</p>;
  const who = whoIn(facts, words);
  const about = message.type !== 'NOTIFICATION' && message.zxid !== null ? zxidText(message.zxid) : '';
  const { vote } = message;
  const fields: readonly (readonly [string, string | number | null])[] = [
    [words.ballot.leader, vote?.leader ?? null],
    [words.ballot.zxid, message.zxid === null ? null : zxidText(message.zxid)],
    [words.ballot.peerEpoch, vote?.peerEpoch ?? null],
    [words.message.round, vote?.electionEpoch ?? null],
    [words.message.state, message.senderState],
    [words.message.epoch, message.epoch],
  ];
  return (
    <>
      <section className={styles.head} data-family={message.family}>
        <button
          type="button"
          className={styles.close}
          aria-label={words.message.close}
          onClick={() => store.getState().select(null)}
        >
          <Icon name="close" />
        </button>
        <h2>
          <Defined text={words.message.title(message.type, about)} />
        </h2>
        <p>{words.message.way(who(message.from).name, who(message.to).name)}</p>
        <svg className={styles.way} width="100%" height="36" viewBox={`-8 -18 ${WAY + 16} 36`} aria-hidden="true">
          <line className={styles.line} x2={WAY} />
          <line className={styles.trail} ref={trail} />
          <circle className={styles.end} r="4" />
          <circle className={styles.end} cx={WAY} r="4" />
          <g ref={mark}>
            <path className={styles.glyph} d={shapePath(message.family, 10)} />
            <text className={styles.letter} y="3.8">
              {message.letter}
            </text>
          </g>
        </svg>
        <p className={styles.times}>
          <span>{words.message.sent(message.sentAt)}</span>
          <span>
            {message.held === 'cut'
              ? words.message.heldCut
              : message.held === 'frozen'
                ? words.message.heldFrozen
                : words.message.arrives(message.arrivesAt)}
          </span>
        </p>
        <div className={styles.asks}>
          <AskButton question={{ ask: 'message', seq: message.seq }} />
          <AskButton question={{ ask: 'notArrived', seq: message.seq }} whole />
        </div>
      </section>
      <MessageActs message={message} />
      <Section title={words.message.fields}>
        <dl className={styles.fields}>
          {fields.map(([name, value]) =>
            value === null ? null : (
              <div key={name}>
                <dt>
                  <Defined text={name} reach="pointer" />
                </dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </Section>
    </>
  );
}
