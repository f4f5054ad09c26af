/** What can be done now: to all, or to the selected server. In the past it opens a branch. */
import { cutGroups } from '../../app/commands.ts';
import { GROUPS, partitionOf } from '../../app/grouping.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { PressButton } from '../../widgets/PressButton.tsx';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useActingWords } from '../acting/acting-words.ts';
import { presetChoices } from '../plan/preset-choices.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import { toggleIslands } from '../stage/islands.ts';
import { openSheet, setOption, useOptions } from '../options.ts';
import { ACT_ICON, type ServerAct, actionsFor, doAll, isPossible } from './acts.ts';
import styles from './Acts.module.css';

/** The server to act on stays the same until another is selected. */
function useTarget(): ServerFacts | null {
  const { servers } = useFacts();
  const target = useLabState((state) => state.target);
  return servers.find(({ sid }) => sid === target) ?? servers[0] ?? null;
}

export function Acts() {
  const lab = useLab();
  const words = usePlanWords();
  const facts = useFacts();
  const server = useTarget();
  const drawing = useOptions((options) => options.drawing);
  const grouping = useLabState((state) => state.grouping);
  const acting = useActingWords();
  const islands = useOptions((options) => options.islands);
  const moved = useOptions((options) => options.moved);
  const isMoved = Object.keys(moved).length > 0;
  const place = usePlace();
  const name = server === null ? '' : words.server(server.sid);
  // A server that is down can be restarted, a frozen one thawed: the same place offers what fits.
  const acts: readonly ServerAct[] = [
    'kill',
    'stop',
    'restart',
    server?.status === 'frozen' ? 'thaw' : 'freeze',
    'write',
    'slowDisk',
  ];
  return (
    <Section
      title={name === '' ? words.story.doSomething : words.story.doTo(name)}
      meta={words.story.at(facts.now, { opensBranch: place.cursor < lab.session.branch(place.branch).length })}
    >
      <div className={styles.acts}>
        <button
          type="button"
          aria-pressed={drawing}
          title={words.acts.hints.cut}
          onClick={() => setOption({ drawing: !drawing })}
        >
          <Icon name="cut" />
          {words.acts.cut}
        </button>
        <PressButton
          name={words.acts.heal}
          usable={isPossible(lab, [{ do: 'healAll' }])}
          onPress={() => doAll(lab, [{ do: 'healAll' }])}
        >
          <Icon name="heal" />
          {words.acts.heal}
        </PressButton>
        {acts.map((act) => {
          const actions = server === null ? [] : actionsFor(lab, act, server.sid, facts);
          return (
            <PressButton
              key={act}
              name={`${words.acts[act]} ${name}`}
              usable={isPossible(lab, actions)}
              onPress={() => doAll(lab, actions)}
            >
              <Icon name={ACT_ICON[act]} />
              {words.acts[act]}
            </PressButton>
          );
        })}
      </div>
      <div className={styles.more}>
        <Menu
          title={words.plan.presets.title}
          buttonClass={styles.tool}
          button={
            <>
              {words.plan.presets.button}
              <Icon name="chevronDown" />
            </>
          }
          choices={presetChoices(lab, facts, words)}
        />
        <button
          type="button"
          className={styles.tool}
          title={words.plan.ensembleHint}
          onClick={() => openSheet('ensemble')}
        >
          {words.plan.ensemble}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={islands !== null}
          title={acting.islands.hint}
          onClick={() => toggleIslands(lab)}
        >
          {acting.islands.button}
        </button>
        {/* Where next, for whoever has tried what there is to try. */}
        <button
          type="button"
          className={`${styles.tool} ${styles.lessons}`}
          onClick={() => lab.store.getState().togglePanel('lessons')}
        >
          {words.head.lessons}
        </button>
        {islands === null && isMoved && (
          <button type="button" className={styles.tool} onClick={() => setOption({ moved: {} })}>
            {acting.islands.back}
          </button>
        )}
      </div>
      {drawing && <p className={styles.hint}>{words.acts.drawCut}</p>}
      {grouping !== null && (
        <div className={styles.groups} role="status">
          {grouping.servers.map((sid, index) => (
            <span key={sid} className={styles.chip} data-next={index === grouping.next}>
              {words.server(sid)} <b>{grouping.groups[index] ?? '·'}</b>
            </span>
          ))}
          <span className={styles.hint}>{islands === null ? words.story.groupHint(GROUPS) : acting.islands.doing}</span>
          <button type="button" disabled={partitionOf(grouping) === null} onClick={() => cutGroups(lab)}>
            {words.story.cutGroups}
          </button>
        </div>
      )}
    </Section>
  );
}
