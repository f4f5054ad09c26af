/** What the scenario does and what the visitor did, to be changed at will, with undo; what lies ahead is pale. */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Plan, changePlan, planOf } from '../../app/plan.ts';
import { type StepContent, exchanged, withContent, withStep, withoutStep } from '../../app/plan-edits.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { MenuList } from '../../widgets/MenuList.tsx';
import { PressButton } from '../../widgets/PressButton.tsx';
import { Section } from '../../widgets/Section.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import type { PlanWords } from '../../locales/translation.ts';
import { StepSheet } from '../plan/StepSheet.tsx';
import { deedIcon } from './acts.ts';
import { deedText } from './action-text.ts';
import { type Step, stepsOf } from './steps.ts';
import styles from './Steps.module.css';

/** A form that is open: what it begins with, and the plan that comes of what it ends with. */
interface Editing {
  readonly title: string;
  readonly content: StepContent;
  readonly planWith: (content: StepContent) => Plan;
}

export function Steps() {
  const lab = useLab();
  const { session, store } = lab;
  const words = usePlanWords();
  const facts = useFacts();
  const place = usePlace();
  const target = useLabState((state) => state.target);
  const list = useRef<HTMLOListElement>(null);
  const [each, setEach] = useState(false);
  const [menu, setMenu] = useState<{ readonly key: string; readonly top: number } | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { branch } = place;
  const timeline = session.branch(branch);
  // What a branch follows from never changes, and a script may be long.
  const plan = useMemo(() => planOf(session, timeline.id), [session, timeline]);
  const steps = useMemo(() => stepsOf(plan, { each }), [plan, each]);
  const parts = useMemo(() => partsOf(steps), [steps]);
  const passed = steps.filter((step) => step.at <= facts.now).length;
  useEffect(() => {
    const items = list.current?.children;
    const current = items?.[Math.max(0, passed - 1)];
    if (current instanceof HTMLElement && list.current !== null) {
      list.current.scrollTop = current.offsetTop - list.current.offsetTop - 48;
    }
  }, [passed]);

  const goTo = useCallback(
    ({ cursor, at }: Step): void => {
      if (cursor !== null) return store.getState().seek(cursor);
      session.ensureUntil(branch, at, 20_000);
      store.getState().seekTime(at);
    },
    [session, store, branch],
  );
  const toggleMenu = useCallback(({ key }: Step, row: HTMLElement | null): void => {
    const top = (row?.offsetTop ?? 0) - (list.current?.scrollTop ?? 0);
    setMenu((shown) => (shown?.key === key ? null : { key, top }));
  }, []);

  const open = steps.findIndex(({ key }) => key === menu?.key);
  const { sids } = session;
  const context = { sids, target, clients: facts.clients.map(({ name }) => name) };
  return (
    <Section
      title={words.story.steps}
      meta={
        <span className={styles.tools}>
          <button
            type="button"
            aria-label={words.plan.steps.add}
            title={words.plan.steps.add}
            onClick={() =>
              edit({
                title: words.plan.form.add,
                content: {
                  at: facts.now,
                  actions: [{ do: 'kill', server: target ?? (sids[0] as (typeof sids)[number]) }],
                },
                planWith: (content) => withStep(plan, content),
              })
            }
          >
            <Icon name="zoomIn" />
          </button>
          <PressButton
            name={words.story.undo}
            usable={store.getState().canUndo()}
            onPress={() => store.getState().undo()}
          >
            <Icon name={ICONS.undo} />
          </PressButton>
          <PressButton
            name={words.story.redo}
            usable={store.getState().canRedo()}
            onPress={() => store.getState().redo()}
          >
            <Icon name={ICONS.redo} />
          </PressButton>
        </span>
      }
    >
      {steps.length === 0 && <p className={styles.none}>{words.story.noSteps}</p>}
      <div className={styles.frame}>
        <ol className={styles.steps} ref={list} onScroll={() => setMenu(null)}>
          {parts.map((part, index) => (
            <StepRows
              key={part[0]?.key}
              steps={part}
              words={words}
              passed={Math.max(0, Math.min(passed - index * PART, part.length))}
              last={Math.floor((passed - 1) / PART) === index ? (passed - 1) % PART : -1}
              open={part.some(({ key }) => key === menu?.key) ? (menu?.key ?? null) : null}
              onGo={goTo}
              onMore={toggleMenu}
            />
          ))}
        </ol>
        {menu !== null && open !== -1 && (
          <MenuList
            title={words.plan.steps.menu}
            style={{ top: menu.top + 26, right: 0 }}
            choices={choicesOf(open)}
            onClose={(how) => {
              setMenu(null);
              const button = list.current?.children[open]?.querySelector<HTMLElement>('[aria-haspopup]');
              if (how !== 'left') button?.focus();
            }}
          />
        )}
      </div>
      {editing !== null && (
        <StepSheet
          title={editing.title}
          content={editing.content}
          context={context}
          onSave={(content) => changePlan(lab, editing.planWith(content))}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );

  function choicesOf(index: number) {
    const { steps: names, form } = words.plan;
    const step = steps[index] as Step;
    const [before, after] = [steps[index - 1], steps[index + 1]];
    const canExchange = (other: Step | undefined): boolean =>
      other !== undefined && (other.at !== step.at || other.ref.of === step.ref.of);
    const exchange = (other: Step | undefined) => {
      if (other !== undefined) changePlan(lab, exchanged(plan, step.ref, other.ref));
    };
    return [
      { key: 'goTo', label: names.goTo, onChoose: () => goTo(step) },
      {
        key: 'edit',
        label: names.edit,
        onChoose: () =>
          edit({ title: form.edit, content: step, planWith: (content) => withContent(plan, step.ref, content) }),
      },
      {
        key: 'duplicate',
        label: names.duplicate,
        onChoose: () =>
          edit({
            title: form.duplicate,
            content: { at: Math.max(facts.now, step.at), actions: step.actions },
            planWith: (content) => withStep(plan, content),
          }),
      },
      { key: 'earlier', label: names.earlier, disabled: !canExchange(before), onChoose: () => exchange(before) },
      { key: 'later', label: names.later, disabled: !canExchange(after), onChoose: () => exchange(after) },
      ...(step.starting.length > 1 || each
        ? [{ key: 'each', label: each ? names.together : names.each, onChoose: () => setEach(!each) }]
        : []),
      { key: 'delete', label: names.delete, onChoose: () => changePlan(lab, withoutStep(plan, step.ref)) },
    ];
  }

  function edit(one: Editing): void {
    store.getState().pause();
    setEditing(one);
  }
}

/** Of the steps that are looked at together. */
const PART = 40;

function partsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  return Array.from({ length: Math.ceil(steps.length / PART) }, (_, k) => steps.slice(k * PART, (k + 1) * PART));
}

interface StepRowsProps {
  readonly steps: readonly Step[];
  readonly words: PlanWords;
  /** How many of them have been done. */
  readonly passed: number;
  /** The place of the last of all that has been done; -1 where it is none of these. */
  readonly last: number;
  /** The key of the one whose menu is open. */
  readonly open: string | null;
  readonly onGo: StepRowProps['onGo'];
  readonly onMore: StepRowProps['onMore'];
}

/** Some rows: of a long script most stay as they are, and need not be looked at one by one. */
const StepRows = memo(function StepRows({ steps, words, passed, last, open, onGo, onMore }: StepRowsProps) {
  return steps.map((step, index) => (
    <StepRow
      key={step.key}
      step={step}
      words={words}
      isAhead={index >= passed}
      isLast={index === last}
      isOpen={step.key === open}
      onGo={onGo}
      onMore={onMore}
    />
  ));
});

interface StepRowProps {
  readonly step: Step;
  readonly words: PlanWords;
  readonly isAhead: boolean;
  /** The last that has been done. */
  readonly isLast: boolean;
  /** Its menu is. */
  readonly isOpen: boolean;
  readonly onGo: (step: Step) => void;
  readonly onMore: (step: Step, row: HTMLElement | null) => void;
}

const StepRow = memo(function StepRow({ step, words, isAhead, isLast, isOpen, onGo, onMore }: StepRowProps) {
  return (
    <li data-ahead={isAhead} data-own={step.own} aria-current={isLast ? 'step' : undefined}>
      <Icon name={deedIcon(step.actions)} />
      <button type="button" className={styles.name} onClick={() => onGo(step)}>
        {nameOf(step, words)}
      </button>
      <time title={step.cursor === null ? undefined : words.plan.steps.event(step.cursor)}>
        {words.formats.time(step.at)}
      </time>
      <button
        type="button"
        className={styles.more}
        aria-label={words.plan.steps.more(nameOf(step, words))}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={(event) => onMore(step, event.currentTarget.parentElement)}
      >
        <Icon name={ICONS.more} />
      </button>
    </li>
  );
});

function nameOf({ starting, actions }: Step, words: PlanWords): string {
  return starting.length > 1 ? words.done.startAll(starting) : deedText(actions, words);
}
