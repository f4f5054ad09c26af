/** Run until something happens, once; or stop at it whenever the run plays. */
import { useEffect, useState } from 'react';
import { type Stop, connectStops, isSameStop, runUntil } from '../../app/stops.ts';
import { MARK_NAMES } from '../../sim/marks.ts';
import { ensure } from '../../base/assert.ts';
import type { Occurrence } from '../../sim/occurrence.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import planStyles from '../plan/Form.module.css';
import { OccurrenceForm } from './OccurrenceForm.tsx';
import styles from './StopsSheet.module.css';

export function StopsSheet() {
  const lab = useLab();
  const open = useLabState((state) => state.panels.stops);
  useEffect(() => connectStops(lab), [lab]);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const lab = useLab();
  const words = useLabWords();
  const { stopsSheet } = words;
  const { servers } = useFacts();
  const stops = useLabState((state) => state.stops);
  const target = useLabState((state) => state.target);
  const sids = servers.map(({ sid }) => sid);
  const [own, setOwn] = useState<Occurrence>({
    event: 'becomes',
    server: target ?? ensure(servers[0], 'a server').sid,
    state: 'LEADING',
  });
  const { setStops, togglePanel } = lab.store.getState();
  const close = () => togglePanel('stops');
  const run = (stop: Stop) => {
    close();
    runUntil(lab, stop);
  };
  const isKept = (stop: Stop) => stops.some((one) => isSameStop(one, stop));
  const toggle = (stop: Stop) =>
    setStops(isKept(stop) ? stops.filter((one) => !isSameStop(one, stop)) : [...stops, stop]);
  const anywhere = MARK_NAMES.map((mark): Stop => ({ event: 'anywhere', mark }));
  const others = stops.filter((stop) => stop.event !== 'anywhere');
  const row = (stop: Stop) => (
    <li key={JSON.stringify(stop)}>
      <span>{words.stops.text(stop)}</span>
      <label>
        <input
          type="checkbox"
          aria-label={stopsSheet.keepNamed(words.stops.text(stop))}
          checked={isKept(stop)}
          onChange={() => toggle(stop)}
        />
        {stopsSheet.keep}
      </label>
      <button type="button" aria-label={stopsSheet.runNamed(words.stops.text(stop))} onClick={() => run(stop)}>
        {stopsSheet.run}
      </button>
    </li>
  );
  return (
    <Sheet title={stopsSheet.title} closeName={words.keys.close} onClose={close}>
      <ul className={styles.stops}>{[...anywhere, ...others].map(row)}</ul>
      <h3 className={styles.heading}>{stopsSheet.atServer}</h3>
      <form
        className={planStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          run(own);
        }}
      >
        <OccurrenceForm value={own} sids={sids} onChange={setOwn} />
        <div className={styles.ends}>
          <button type="button" disabled={isKept(own)} onClick={() => toggle(own)}>
            {stopsSheet.add}
          </button>
          <button type="submit" data-main="true">
            {stopsSheet.run}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
