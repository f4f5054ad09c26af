/** What is pending, in order; any of it can be made to happen next, where a network could. */
import { useEffect, useRef, useState } from 'react';
import { takeNext } from '../../app/next-event.ts';
import type { Entry } from '../../sim/entry.ts';
import { type PendingFacts, pendingOf } from '../../sim/select-pending.ts';
import { isPing } from '../../zookeeper/packets.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { useActingWords } from './acting-words.ts';
import styles from './NextSheet.module.css';

export function NextSheet() {
  const open = useLabState((state) => state.panels.next);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const lab = useLab();
  const words = useLabWords();
  const { next } = useActingWords();
  const facts = useFacts();
  const place = usePlace();
  const [pings, setPings] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const all = lab.session.facts(pendingOf, place);
  const shown = pings ? all : all.filter(({ packet }) => packet === null || !isPing(packet.type));
  const who = whoIn(facts, words);
  const says = (one: PendingFacts): string => sentence(tell(asEntry(one), who, words), words);
  const why = ({ because }: PendingFacts): string => {
    if (because === null) return '';
    if (because.reason === 'script') return next.not.script;
    if (because.reason === 'refused') return words.refusals[because.refusal] ?? because.refusal;
    const ahead = all.find(({ key }) => key === because.key);
    return next.not[because.reason](ahead === undefined ? '' : says(ahead));
  };
  const close = () => lab.store.getState().togglePanel('next');
  return (
    <Sheet title={next.title} closeName={words.keys.close} onClose={close}>
      <p className={styles.hint}>{shown.length === 0 ? next.nothing : next.hint}</p>
      {all.some(({ packet }) => packet !== null && isPing(packet.type)) && (
        <label className={styles.pings}>
          <input type="checkbox" checked={pings} onChange={() => setPings(!pings)} />
          {next.pings}
        </label>
      )}
      <ol className={styles.list} ref={list}>
        {shown.map((one, index) => {
          const before = shown[index - 1];
          const { actions } = one;
          const delays = actions?.filter((action) => action.do === 'delayMessage').length ?? 0;
          return (
            <li key={one.key} data-blocked={actions === null}>
              <time>{words.formats.time(one.at)}</time>
              <p>
                {says(one)}
                {/* What holds one back mostly holds back all that follow. */}
                {actions === null && (before === undefined || why(before) !== why(one)) && <small>{why(one)}</small>}
                {actions?.length === 0 && <small>{next.first}</small>}
                {delays > 0 && <small>{next.delays(delays)}</small>}
              </p>
              {actions !== null && (
                <button
                  type="button"
                  aria-label={next.chooseNamed(says(one))}
                  onClick={() => {
                    close();
                    takeNext(lab, actions);
                  }}
                >
                  {next.choose}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}

/** What it will be, before anybody has a note of it. */
function asEntry({ at, kind, node, other, packet, timer, write }: PendingFacts): Entry {
  const none = { action: null, notes: [], lost: [], violations: [] };
  return { at, kind, node, other, packet, timer, write, by: -1, since: at, ...none };
}
