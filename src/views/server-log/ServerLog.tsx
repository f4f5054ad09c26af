/** What the selected server has written to its log, in ZooKeeper's own lines. A line leads to its event, and back. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { VList, type VListHandle } from 'virtua';
import { hidesFuture } from '../../app/store.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { logReleaseOf } from '../../zookeeper/operator/log-lines.ts';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useSize } from '../use-size.ts';
import { type LogSource, lineAt, readLines, readOn, textOf, writtenAt } from './lines.ts';
import { useServerLogWords } from './server-log-words.ts';
import styles from './ServerLog.module.css';

/** About what a line takes, until it is measured. */
const LINE = 67;

/** Read between two pictures: a few milliseconds' worth. */
const PART_EVENTS = 400;

export function ServerLog({ server }: { readonly server: ServerFacts }) {
  const { session, store } = useLab();
  const words = useServerLogWords();
  const place = usePlace();
  const source = useSource();
  const { sid } = server;
  const length = session.branch(place.branch).length;
  const read = useRead(source, length);
  // `read` tells when there is more.
  const all = useMemo(() => (read.events >= 0 ? readLines(source.run, sid) : []), [source, sid, read]);
  const written = writtenAt(all, place.cursor);
  // What is to be predicted is not to be read here.
  const hides = useLabState(hidesFuture);
  const lines = useMemo(() => (hides ? all.slice(0, written) : all), [all, hides, written]);
  const now = written - 1;
  const frame = useRef<HTMLDivElement>(null);
  const { height } = useSize(frame);
  const list = useRef<VListHandle>(null);
  useEffect(() => {
    if (height > 0) list.current?.scrollToIndex(Math.max(0, now), { align: 'center' });
  }, [now, height]);
  const [told, setTold] = useState('');
  const { seek } = store.getState();
  const goTo = (position: number): void => {
    const line = lines[position];
    if (line !== undefined) seek(line.index + 1);
  };
  const key = (event: KeyboardEvent): void => {
    const to = { ArrowDown: now + 1, ArrowUp: lineBefore(), Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(to);
  };
  /** Lines of one event come together: the one before is another event's. */
  const lineBefore = (): number => lines.findLastIndex(({ index }) => index < (lines[now]?.index ?? 0));
  const whole = (): string => textOf(source, lines.slice(0, written));
  return (
    <Section title={words.title(source.release)} meta={words.lines(written)} flush grow>
      <div className={styles.tools}>
        <button type="button" disabled={written === 0} onClick={() => void copy(whole()).then(tellCopied)}>
          {words.copy}
        </button>
        <button type="button" disabled={written === 0} onClick={() => save(whole(), `zookeeper-S${sid}.log`)}>
          {words.save}
        </button>
        <span role="status">{told === '' ? words.upToHere : told}</span>
      </div>
      {lines.length === 0 && <p className={styles.none}>{read.done ? words.none(sid) : words.reading}</p>}
      <div className={styles.frame} ref={frame}>
        <VList
          ref={list}
          data={lines}
          itemSize={LINE}
          className={styles.list}
          role="listbox"
          // An event may have written several lines.
          aria-multiselectable="true"
          tabIndex={0}
          aria-label={words.list(sid)}
          aria-activedescendant={now >= 0 ? `line-${now}` : undefined}
          onKeyDown={key}
        >
          {(ref, position) => {
            const shown = lineAt(source, ref);
            const text = shown?.text ?? '';
            // Time, server, level, thread and class; then what it says.
            const head = /^.*?@\d+\] - /.exec(text)?.[0] ?? '';
            return (
              <div
                key={`${ref.index}.${ref.nth}`}
                id={`line-${position}`}
                role="option"
                tabIndex={-1}
                aria-selected={ref.index === lines[now]?.index}
                aria-setsize={lines.length}
                aria-posinset={position + 1}
                className={styles.line}
                data-level={shown?.line.level}
                data-next={position > now}
                onClick={() => goTo(position)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') goTo(position);
                }}
              >
                <span>{head}</span>
                {text.slice(head.length)}
              </div>
            );
          }}
        </VList>
      </div>
    </Section>
  );

  function tellCopied(done: boolean): void {
    setTold(done ? words.copied(written) : words.notCopied);
  }
}

function useSource(): LogSource {
  const { session } = useLab();
  const place = usePlace();
  const facts = useFacts();
  const run = session.branch(place.branch);
  const { profile } = useLabState(() => session.scenario);
  const { tickMillis } = facts;
  const serverCount = facts.servers.length;
  return useMemo(
    () => ({
      run,
      moment: session.momentAt({ branch: run.id, cursor: 0 }),
      release: logReleaseOf(profile),
      ensemble: { tickMillis, serverCount },
    }),
    [session, run, profile, tickMillis, serverCount],
  );
}

interface Read {
  readonly events: number;
  readonly done: boolean;
}

/** Reads the run's log, a part between two pictures. What it gives changes whenever there is more. */
function useRead(source: LogSource, length: number): Read {
  const [read, setRead] = useState<Read>({ events: 0, done: false });
  useEffect(() => {
    let timer = 0;
    const part = (): void => {
      const done = readOn(source, PART_EVENTS);
      setRead({ events: length, done });
      if (!done) timer = window.setTimeout(part);
    };
    part();
    return () => window.clearTimeout(timer);
  }, [source, length]);
  return read;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
