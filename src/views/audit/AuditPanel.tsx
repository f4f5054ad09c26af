/** What must always hold, property by property: whether it does so far, and where it broke. */
import { INVARIANTS } from '../../audit/registry.ts';
import { factSentence } from '../../locales/en-facts.ts';
import { Section } from '../../widgets/Section.tsx';
import { Changed } from '../inspector/Changed.tsx';
import type { PanelProps } from '../inspector/panels.tsx';
import { usePanelWords } from '../inspector/panel-words.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { type Standing, breachesOf, standingAt } from './breaches.ts';
import styles from './AuditPanel.module.css';

const GROUPS = ['zab', 'action', 'implementation', 'client'] as const;

type Property = (typeof INVARIANTS)[number];

interface Judged {
  readonly property: Property;
  readonly standing: Standing;
}

export function AuditPanel({ phone = false }: PanelProps) {
  const { session } = useLab();
  const { audit: words } = usePanelWords();
  const place = usePlace();
  // More may have been run since the place was shown.
  useLabState((state) => state.length);
  if (session.momentAt(place).audit === null) return <p className={styles.note}>{words.unwatched}</p>;
  const breaches = breachesOf(session.branch(place.branch));
  const judged = INVARIANTS.map((property): Judged => ({
    property,
    standing: standingAt(breaches.get(property.id), place.cursor),
  }));
  const broken = judged.filter(({ standing }) => standing.kind === 'broken');
  const later = judged.filter(({ standing }) => standing.kind === 'breaksLater');
  return (
    <div className={styles.audit} data-phone={phone}>
      <div className={styles.head}>
        <p role="status">
          <b>{broken.length === 0 ? words.all(judged.length) : words.some(broken.length, judged.length)}</b>
          {later.length > 0 && ` ${words.later(later.length)}`}
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
        return (
          <Section key={group} title={words.groups[group]} meta={words.count(rest.length, all.length)}>
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

function PropertyRow({ property, standing, open = false }: Judged & { readonly open?: boolean }) {
  const { store } = useLab();
  const { audit: words } = usePanelWords();
  const { name, statement, source } = property;
  const isFresh = standing.kind === 'broken' && standing.last?.index === standing.first.index;
  const event = standing.kind === 'holds' ? '' : words.firstAt(standing.first.index, standing.first.at);
  const state = words.states[standing.kind];
  return (
    <li data-standing={standing.kind}>
      <details open={open}>
        <summary>
          <Mark standing={standing.kind} />
          <span className={styles.name}>{name}</span>
          <span className={styles.state}>{isFresh ? <Changed was={words.states.holds}>{state}</Changed> : state}</span>
        </summary>
        <p>{statement}</p>
        {standing.kind !== 'holds' && (
          <p className={styles.how}>
            <button
              type="button"
              aria-label={words.goes(event, name)}
              onClick={() => store.getState().seek(standing.first.index + 1)}
            >
              {event}
            </button>{' '}
            {words.at(standing.first.violation.servers)}: {factSentence(standing.first.violation.fact)}
            {standing.kind === 'broken' && standing.count > 1 ? `, ${words.again(standing.count)}.` : '.'}
          </p>
        )}
        <p className={styles.source}>{words.source(source)}</p>
      </details>
    </li>
  );
}

/** A tick, a cross, or an empty circle: never colour alone. */
function Mark({ standing }: { readonly standing: Standing['kind'] }) {
  return (
    <svg
      className={styles.mark}
      data-standing={standing}
      width="14"
      height="14"
      viewBox="-7 -7 14 14"
      aria-hidden="true"
    >
      {standing === 'holds' && <path d="M-4 0.5 L-1.2 3.3 L4 -3" />}
      {standing === 'broken' && <path d="M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5" />}
      {standing === 'breaksLater' && <circle r="3.5" strokeDasharray="2 1.7" />}
    </svg>
  );
}
