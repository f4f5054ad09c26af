/** Which server is looked into, its neighbours, and the phase it is in. */
import type { ReactNode } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Defined } from '../glossary/Defined.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import { PhaseStairs } from './PhaseStairs.tsx';
import { useLastNode } from './shown-server.ts';
import styles from './Inspector.module.css';

interface ServerHeadProps {
  readonly server: ServerFacts;
  /** What can be asked about it. */
  readonly asks?: ReactNode;
}

export function ServerHead({ server, asks }: ServerHeadProps) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const at = facts.servers.indexOf(server);
  const go = (step: number) => {
    const next = facts.servers[(at + step + facts.servers.length) % facts.servers.length];
    if (next !== undefined) store.getState().select({ kind: 'server', sid: next.sid });
  };
  // It goes from server to server, while what can be done stays with one: that is said, lest they be taken for the same.
  const isFree = useLabState(({ selection }) => selection?.kind !== 'server');
  const node = useLastNode();
  const { cursor, singled } = usePlace();
  // While many events pass by it stays where it was; what happens at a client shows the server that it is at.
  const isFollowing = isFree && cursor === singled && node === server.node;
  const role = roleOf(server);
  const about = server.learnerType === 'PARTICIPANT' ? words.inspector.voter : words.inspector.observer;
  return (
    <section className={styles.head}>
      <div className={styles.id}>
        <h2>{words.server(server.sid)}</h2>
        <span>
          <Defined text={role} reach="pointer" />
        </span>
        <span className={styles.about}>
          {words.row([about(server.sid), ...(isFollowing ? [words.inspector.lastHere] : [])])}
        </span>
        <span className={styles.nav}>
          <button type="button" aria-label={words.inspector.previous} onClick={() => go(-1)}>
            <Icon name="chevronLeft" />
          </button>
          <button type="button" aria-label={words.inspector.next} onClick={() => go(1)}>
            <Icon name="chevronRight" />
          </button>
        </span>
      </div>
      {asks}
      <PhaseStairs phase={server.zabState} />
    </section>
  );
}
