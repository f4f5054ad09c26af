/** Every event in one plain sentence. The row of the last event follows the playhead, and leads it when chosen. */
import { hidesFuture } from '../../app/store.ts';
import { eventAt } from '../../app/session.ts';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { tell } from './narrate.ts';
import { whoIn } from './who.ts';
import { lessPings, positionOf, withEvent } from './shown-events.ts';
import { useOptions } from '../options.ts';
import { SearchField, useSearch } from './SearchField.tsx';
import { foundBeside } from './search.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useSize } from '../use-size.ts';
import { FollowingList } from './FollowingList.tsx';
import { useLit } from '../why/use-answer.ts';
import styles from './EventList.module.css';

const ROW = 24;
/** Beyond the edges, at rest: whoever turns the wheel finds them there. */
const SPARE = 8;

export function EventList({ rowHeight = ROW }: { readonly rowHeight?: number }) {
  const { session, store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const place = usePlace();
  const shown = eventAt(place);
  const run = useLabState((state) => state.run);
  const playing = useLabState((state) => state.playing);
  const length = session.branch(place.branch).length;
  const pings = useOptions((options) => options.pings);
  const all = useMemo(() => (pings ? Array.from({ length }, (_, index) => index) : null), [length, pings]);
  const ensemble = { tickMillis: facts.tickMillis, serverCount: facts.servers.length };
  const worthALine = all ?? lessPings(session.branch(place.branch), ensemble);
  const timeline = session.branch(place.branch);
  const who = whoIn(facts, words, timeline);
  const query = useLabState((state) => state.query);
  const search = useSearch(`${run} ${place.branch} ${pings} ${words.head.language}`, worthALine, (index) => {
    const told = tell(timeline.entryAt(index), who, words);
    return `${told.who?.name ?? ''} ${told.text}`;
  });
  // What has just happened has a row, whatever it is; but a search shows what it found.
  const known = useMemo(
    () => (search === null ? withEvent(worthALine, shown) : search.found),
    [worthALine, shown, search],
  );
  const hides = useLabState(hidesFuture);
  const rows = useMemo(() => (hides ? known.filter((index) => index <= shown) : known), [known, hides, shown]);
  const frame = useRef<HTMLDivElement>(null);
  const { height } = useSize(frame);
  const lit = useLit();
  const now = positionOf(rows, shown);

  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (search === null) store.getState().step(step as 1 | -1);
    else goToFound(step as 1 | -1);
  };
  const choose = ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (row !== null) store.getState().seek(Number(row.dataset['index']) + 1);
  };
  const goToFound = (direction: 1 | -1): void => {
    const index = foundBeside(search?.found ?? [], shown, direction);
    if (index !== null) store.getState().seek(index + 1);
  };

  return (
    <Section
      title={words.story.events}
      meta={
        <>
          {words.time.event(place.cursor)}
          <button
            type="button"
            className={styles.find}
            aria-label={words.stopsSheet.title}
            title={words.stopsSheet.title}
            aria-keyshortcuts="B"
            onClick={() => store.getState().togglePanel('stops')}
          >
            <Icon name={ICONS.flag} />
          </button>
          <button
            type="button"
            className={styles.find}
            aria-label={words.search.name}
            aria-expanded={query !== null}
            aria-keyshortcuts="/"
            onClick={() => (query === null ? store.getState().search() : store.getState().setQuery(null))}
          >
            <Icon name={ICONS.search} />
          </button>
        </>
      }
      flush
      grow
    >
      {query !== null && (
        <SearchField
          query={query}
          found={search === null ? null : search.found.length}
          done={search?.looked === worthALine.length}
          onGo={goToFound}
        />
      )}
      <div className={styles.events} ref={frame}>
        <FollowingList
          count={rows.length}
          now={now}
          rowHeight={rowHeight}
          height={height}
          spare={playing ? 1 : SPARE}
          className={styles.list}
          role="listbox"
          tabIndex={0}
          aria-label={words.story.events}
          aria-activedescendant={now >= 0 ? `event-${now}` : undefined}
          onKeyDown={key}
          onClick={choose}
          renderRow={(position, rowKey) => {
            const index = rows[position] as number;
            const told = tell(timeline.entryAt(index), who, words);
            return (
              <div
                key={rowKey}
                id={`event-${position}`}
                role="option"
                aria-selected={index === shown}
                aria-setsize={rows.length}
                aria-posinset={position + 1}
                className={styles.row}
                data-index={index}
                data-next={position > now}
                data-lit={lit?.indices.has(index) === true}
                style={{ [position === now ? 'minHeight' : 'height']: rowHeight }}
                title={told.text}
              >
                <time>{words.formats.time(timeline.valueAt('at', index))}</time>
                {told.who !== null && <b>{told.who.name}</b>}
                <span data-whole={told.who === null}>{told.text}</span>
              </div>
            );
          }}
        />
      </div>
      {playing && <span className="sr">{words.time.playing}</span>}
    </Section>
  );
}
