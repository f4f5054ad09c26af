/** What must always hold, property by property: whether it does so far, and where it broke. */
import { hidesFuture } from '../../app/store.ts';
import { Section } from '../../widgets/Section.tsx';
import { Changed } from '../inspector/Changed.tsx';
import type { PanelProps } from '../inspector/panels.tsx';
import { usePanelWords } from '../inspector/panel-words.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { GROUPS, type Judged, judgedAt } from './judged.ts';
import styles from './AuditPanel.module.css';

export function AuditPanel({ phone = false }: PanelProps) {
  const { session } = useLab();
  const { audit: words } = usePanelWords();
  const place = usePlace();
  // More may have been run since the place was shown.
  useLabState((state) => state.length);
  // While a lesson asks what comes, that is not told.
  const hides = useLabState(hidesFuture);
  const judged = judgedAt(session, place)?.map((one) => (hides ? { ...one, later: null } : one)) ?? null;
  if (judged === null) return <p className={styles.note}>{words.unwatched}</p>;
  const broken = judged.filter(({ standing }) => standing.kind === 'broken');
  const later = judged.filter((one) => one.later !== null);
  return (
    <div className={styles.audit} data-phone={phone}>
      <div className={styles.head}>
        <p role="status">
          <b>{broken.length === 0 ? words.all(judged.length) : words.some(broken.length, judged.length)}</b>
          {later.length > 0 && <> {words.later(later.length)}</>}
        </p>
        <p className={styles.about}>{words.about}</p>
      </div>
      {broken.length > 0 && (
        <Section title={words.broken}>
          <ul className={styles.list}>
            {broken.map((one) => (
              <PropertyRow key={one.property.id} {...one} open />
            ))}
          </ul>
        </Section>
      )}
      {GROUPS.map((group) => {
        const all = judged.filter(({ property }) => property.group === group);
        const rest = all.filter(({ standing }) => standing.kind !== 'broken');
        const holding = rest.filter(({ standing }) => standing.kind === 'holds');
        const count = { holding: holding.length, unchecked: rest.length - holding.length, count: all.length };
        return (
          <Section key={group} title={words.groups[group]} meta={words.count(count)}>
            <ul className={styles.list}>
              {rest.map((one) => (
                <PropertyRow key={one.property.id} {...one} />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

function PropertyRow({ property, standing, isFresh, later, open = false }: Judged & { readonly open?: boolean }) {
  const { store } = useLab();
  const { audit: words } = usePanelWords();
  const { name, statement } = words.property(property);
  const breach = standing.kind === 'broken' ? standing.first : later;
  const kind = later === null ? standing.kind : 'breaksLater';
  const event = breach === null ? '' : words.firstAt(breach.event, breach.at);
  const state = words.states[kind];
  return (
    <li data-standing={kind}>
      <details open={open}>
        <summary>
          <Mark kind={kind} />
          <span className={styles.name}>{name}</span>
          <span className={styles.state}>{isFresh ? <Changed was={words.states.holds}>{state}</Changed> : state}</span>
        </summary>
        <p>{statement}</p>
        {breach !== null && (
          <p className={styles.how}>
            <button
              type="button"
              aria-label={words.goes(event, name)}
              onClick={() => store.getState().seek(breach.event + 1)}
            >
              {event}
            </button>{' '}
            {words.breach(breach.servers, words.fact(breach.fact), standing.kind === 'broken' ? standing.count : 1)}
          </p>
        )}
        <p className={styles.source}>{words.source(property.source)}</p>
      </details>
    </li>
  );
}

/** A tick, a cross, an empty circle, or a dash: never colour alone. */
function Mark({ kind }: { readonly kind: Judged['standing']['kind'] | 'breaksLater' }) {
  return (
    <svg className={styles.mark} data-standing={kind} width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      {kind === 'holds' && <path d="M-4 0.5 L-1.2 3.3 L4 -3" />}
      {kind === 'broken' && <path d="M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5" />}
      {kind === 'breaksLater' && <circle r="3.5" strokeDasharray="2 1.7" />}
      {kind === 'notApplicable' && <path d="M-3 0 L3 0" />}
    </svg>
  );
}
