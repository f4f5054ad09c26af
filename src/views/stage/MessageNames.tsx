/** What every message is, written beside it. */
import { useMemo } from 'react';
import { useChanges, useClock, useFacts, useLabState, useLastEntry, useZxidText } from '../lab.ts';
import { isBacked } from '../../sim/backing.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { arrivalWay } from './arrival-way.ts';
import { beliefOf } from './belief.ts';
import { hasLabelInCrowd } from './changes.ts';
import { type Flight, endsOf } from './flights.ts';
import { type Cut, cutTexts, runningIn } from './cut-texts.ts';
import { labelBoxOf } from './label-box.ts';
import { placeOf } from './layout.ts';
import { messageNames } from './message-names.ts';
import type { Box } from './obstacles.ts';
import styles from './MessageNames.module.css';

interface MessageNamesProps {
  readonly flights: readonly Flight[];
  /** What is cut, if anything: its words are there already. */
  readonly cut: Omit<Cut, 'running'>;
}

export function MessageNames({ flights, cut }: MessageNamesProps) {
  const clock = useClock();
  const screens = useScreenWords();
  const zxidText = useZxidText();
  const facts = useFacts();
  const changes = useChanges();
  const selected = useLabState(({ selection }) => (selection?.kind === 'server' ? selection.sid : null));
  const { layout, pairs, line, waiting, verifier, words } = cut;
  const running = runningIn(facts.servers);
  const texts = useMemo(
    () => cutTexts({ layout, pairs, line, waiting, verifier, running, words }),
    [layout, pairs, line, waiting, verifier, running, words],
  );
  const ends = endsOf(facts, layout);
  const clients = facts.clients.flatMap(({ node }) => ends.get(node)?.at ?? []);
  const labels = facts.servers.flatMap((server): readonly Box[] => {
    const place = placeOf(layout, server.sid);
    if (place === null || (layout.crowded && !hasLabelInCrowd(server, changes, selected))) return [];
    const change = changes.get(server.sid) ?? null;
    const belief = beliefOf(server, change, { disputed: !isBacked(server, facts) }, words);
    const voters = facts.voters.length;
    return [
      labelBoxOf({ server, place, scale: layout.scale, belief, change, voters, now: facts.now, words, zxidText }),
    ];
  });
  const entry = useLastEntry();
  const arrival = entry?.kind === 'received' ? arrivalWay(facts, layout, entry.other, entry.node) : null;
  const ground = { layout, pairs, line, texts, clients, labels, arrival };
  const written = { text: ({ message }: Flight) => screens.message(message), count: words.stage.count };
  const names = messageNames(flights, ground, clock.now(), written);
  return (
    <svg width={layout.width} height={layout.height} className={styles.names} aria-hidden="true">
      {names.map(({ key, text, at }) => (
        <text key={key} data-part="message-name" x={at.x} y={at.y}>
          {text}
        </text>
      ))}
    </svg>
  );
}
