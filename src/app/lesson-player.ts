/**
 * Leads a visitor through a lesson: shows the run of each step where it is, watches the way to it, takes answers and runs
 * the wrong ones as branches. What it shows is the lab's own; the lab knows of it which step of which lesson is on show.
 */
import { type StoreApi, createStore } from 'zustand/vanilla';
import { type Show, type Step, WATCHED_SECONDS } from '../lessons/lesson.ts';
import type { TaughtLesson } from '../lessons/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Course, type CourseProblem, type Part } from './course.ts';
import type { Lab } from './lab.ts';
import {
  type Kept,
  type LessonProgress,
  type Progress,
  keepProgress,
  recallProgress,
  withProgress,
} from './lesson-progress.ts';
import type { Place } from './session.ts';
import { applyShow } from './show.ts';
import type { LabState } from './store.ts';

/** Where in a step somebody is: it shows something, asks, runs a wrong answer, or has told the right one. */
export type Phase = 'shows' | 'asks' | 'wrong' | 'told';

export interface LessonState {
  readonly taught: TaughtLesson | null;
  readonly course: Course | null;
  readonly step: number;
  readonly phase: Phase;
  /** The choice that was made in this step. */
  readonly choice: string | null;
  /** Where the step is; null where the run does not have it. */
  readonly place: Place | null;
  /** The way there is being watched. */
  readonly going: boolean;
  readonly problem: CourseProblem | null;
  /** The last step is done. */
  readonly finished: boolean;
  readonly progress: Progress;
}

/** Asked for at once, and waited for by nobody who has no lesson open. */
const lessons = import('../lessons/lessons.ts');

/** A browser that keeps nothing. */
const NOWHERE: Kept = { getItem: () => null, setItem: () => undefined };

const players = new WeakMap<Lab, LessonPlayer>();

/** The one player of a lab: made when it is first asked for. */
export function playerOf(lab: Lab): LessonPlayer {
  let player = players.get(lab);
  if (player === undefined) {
    player = new LessonPlayer(lab, () => ('localStorage' in globalThis ? globalThis.localStorage : NOWHERE));
    players.set(lab, player);
  }
  return player;
}

export class LessonPlayer {
  readonly state: StoreApi<LessonState>;
  readonly #lab: Lab;
  readonly #kept: () => Kept;
  /** The lab changes because this moves it. */
  #moving = false;

  constructor(lab: Lab, kept: () => Kept) {
    this.#lab = lab;
    this.#kept = kept;
    this.state = createStore<LessonState>()(() => ({ ...OUTSIDE, progress: recallProgress(kept) }));
    lab.store.subscribe((state, before) => {
      if (!this.#moving) this.#follow(state, before);
    });
    lab.playback.addGate((branch, from, to) => {
      const { going, place } = this.state.getState();
      const isPassed = going && place?.branch === branch && from < place.cursor && to >= place.cursor;
      return isPassed ? place.cursor : null;
    });
    void this.#find(lab.store.getState());
  }

  /** Opens a lesson at a step, counted from 0. */
  readonly open = (taught: TaughtLesson, step = 0): void => {
    this.state.setState({ ...OUTSIDE, taught, course: this.#courseOf(taught), progress: this.#progress });
    this.goTo(step);
  };

  /** To a step, without watching the way. */
  readonly goTo = (step: number): void => this.#enter(step, phaseOf(this.#step(step)), null, false);

  /** Shows a step as it stands in one of its phases, for a look: it does not count as seen. */
  readonly visit = ({ step, phase, choice }: Pick<LessonState, 'step' | 'phase' | 'choice'>): void =>
    this.#show(step, phase, choice, false);

  /** To the end of the way; from there on to the answer, or the next step. */
  readonly next = (): void => {
    const { going, place, step, phase, choice, course } = this.state.getState();
    if (course === null) return;
    if (going && place !== null) return this.#arrive(place);
    if (phase === 'asks' && choice !== null) return this.#run(choice);
    if (phase === 'asks' || phase === 'wrong') return this.#enter(step, 'told', choice, true);
    if (step + 1 < course.lesson.steps.length) return this.#enter(step + 1, phaseOf(this.#step(step + 1)), null, true);
    this.state.setState({ finished: true });
    this.#learn({ done: true });
  };

  /** To the question again, or to the step before. */
  readonly back = (): void => {
    const { step, phase, choice, finished } = this.state.getState();
    if (finished) this.state.setState({ finished: false });
    else if (phase === 'told' || phase === 'wrong') this.#enter(step, 'asks', choice, false);
    else if (step > 0) this.goTo(step - 1);
  };

  /** Answers the question on show; not yet run. */
  readonly choose = (choice: string): void => {
    if (this.state.getState().phase !== 'asks') return;
    this.state.setState({ choice, going: false });
    this.#lab.store.getState().pause();
  };

  /** The place of the step, after a look elsewhere. */
  readonly comeBack = (): void => {
    const { step, phase, choice } = this.state.getState();
    this.#enter(step, phase, choice, false);
  };

  /** Opens the inspector if the step on show looks into a server: on a screen that begins with it folded. */
  readonly inspect = (): void => {
    const { course, step, phase, choice } = this.state.getState();
    const { lesson, panels, togglePanel } = this.#lab.store.getState();
    if (course === null || lesson?.free !== false || panels.inspector) return;
    const { server = null } = shownAt(course, step, partOf(phase, choice));
    if (server !== null) togglePanel('inspector');
  };

  /** Leaves the visitor alone with the run of this step, to come back whenever they like. */
  readonly tryIt = (): void => {
    const { store } = this.#lab;
    const { lesson, panels } = store.getState();
    if (lesson === null) return;
    this.state.setState({ going: false });
    // What is asked stays a question: what comes is seen by whoever goes there, and not before.
    this.#move(() => store.setState({ lesson: { ...lesson, free: true }, playing: false }));
    if (!panels.story) store.getState().togglePanel('story');
  };

  /** Ends the lesson where it is. */
  readonly leave = (): void => {
    this.#lab.store.setState({ lesson: null });
  };

  /** Brought from elsewhere, or forgotten. */
  readonly setProgress = (progress: Progress): void => {
    this.state.setState({ progress });
    keepProgress(this.#kept, progress);
  };

  get #progress(): Progress {
    return this.state.getState().progress;
  }

  #courseOf({ lesson }: TaughtLesson): Course {
    return new Course(lesson, this.#lab.session, this.#openScene);
  }

  /** A scene that was on show before is taken up as it was left. */
  readonly #openScene = (scenario: Scenario): void => {
    const { session, store } = this.#lab;
    const shelved = session.shelf.findIndex((run) => run.scenario === scenario);
    this.#move(() => {
      if (shelved < 0) store.getState().openScenario(scenario);
      else store.getState().takeUp(shelved);
    });
  };

  /** What somebody else does to the lab: a link opens a lesson, or something else is opened. */
  #follow(state: LabState, before: LabState): void {
    if (state.lesson !== before.lesson) return void this.#find(state);
    const { phase, course, step, going, place } = this.state.getState();
    if (going && (state.branch !== place?.branch || state.cursor >= place.cursor))
      this.state.setState({ going: false });
    if (phase !== 'asks' || state.lesson?.free !== false || state.selection === before.selection) return;
    const { predict } = course?.step(step) ?? {};
    if (predict?.onStage !== true || state.selection?.kind !== 'server') return;
    const { sid } = state.selection;
    const meant = predict.choices.find(({ is }) => Array.isArray(is) && is.length === 1 && is[0] === sid);
    if (meant !== undefined) this.choose(meant.id);
  }

  async #find({ lesson }: LabState): Promise<void> {
    if (lesson === null) return this.state.setState({ ...OUTSIDE, progress: this.#progress });
    const { lessonCalled } = await lessons;
    const taught = lessonCalled(lesson.id);
    // What is shown may have changed meanwhile.
    if (taught === null || this.#lab.store.getState().lesson !== lesson) return;
    this.state.setState({
      ...OUTSIDE,
      taught,
      course: this.#courseOf(taught),
      step: lesson.step,
      progress: this.#progress,
    });
    const { beyond, ...known } = lesson;
    if (beyond !== undefined) this.#lab.store.getState().tell({ kind: 'noSuchStep', ...beyond });
    if (!lesson.free) return this.goTo(lesson.step);
    const phase = phaseOf(this.#step(lesson.step));
    this.state.setState({ phase });
    this.#move(() => this.#lab.store.setState({ lesson: { ...known, asks: phase === 'asks' } }));
  }

  #step(index: number): Step | null {
    return this.state.getState().course?.lesson.steps[index] ?? null;
  }

  #run(choice: string): void {
    const { course, step } = this.state.getState();
    const { id } = this.#step(step) ?? {};
    if (course === null || id === undefined) return;
    this.#learn({ answers: { [id]: choice } });
    this.#enter(step, course.rightChoice(step)?.id === choice ? 'told' : 'wrong', choice, true);
  }

  #enter(step: number, phase: Phase, choice: string | null, watched: boolean): void {
    this.#show(step, phase, choice, watched);
    if (this.state.getState().course !== null) this.#learn({ step });
  }

  #show(step: number, phase: Phase, choice: string | null, watched: boolean): void {
    const { course } = this.state.getState();
    if (course === null) return;
    const { store, playback } = this.#lab;
    const part = partOf(phase, choice);
    course.enter(step);
    const begin = course.beginOf(step, part);
    const place = course.placeOf(step, part);
    this.state.setState({
      step,
      phase,
      choice,
      finished: false,
      place: place.ok ? place.value : null,
      problem: place.ok ? null : place.error,
      going: false,
    });
    this.#move(() => {
      const { id } = course.lesson;
      store.setState({ lesson: { id, step, free: false, asks: phase === 'asks' } });
      applyShow(this.#lab.store, shownAt(course, step, part));
      if (!place.ok || !begin.ok) return;
      const { seconds = WATCHED_SECONDS } = course.standAt(step, part);
      const run = this.#lab.session.branch(place.value.branch);
      const span = run.timeAt(place.value.cursor) - run.timeAt(begin.value.cursor);
      if (!watched || seconds === 0 || span === 0 || playback.leaps) return store.getState().goTo(place.value);
      store.getState().goTo({ branch: place.value.branch, cursor: begin.value.cursor });
      store.getState().setSpeed(span / (seconds * 1000));
      this.state.setState({ going: true });
      store.getState().play();
    });
  }

  #arrive(place: Place): void {
    this.state.setState({ going: false });
    this.#move(() => this.#lab.store.getState().goTo(place));
  }

  #learn(news: Partial<LessonProgress>): void {
    const { taught, progress } = this.state.getState();
    if (taught === null) return;
    this.setProgress(withProgress(progress, taught.lesson.id, news));
  }

  #move(move: () => void): void {
    const before = this.#moving;
    this.#moving = true;
    move();
    this.#moving = before;
  }
}

const OUTSIDE: Omit<LessonState, 'progress'> = {
  taught: null,
  course: null,
  step: 0,
  phase: 'shows',
  choice: null,
  place: null,
  going: false,
  problem: null,
  finished: false,
};

function phaseOf(step: Step | null): Phase {
  return step?.predict === undefined ? 'shows' : 'asks';
}

/** The part of a step that a phase of it shows. */
export function partOf(phase: Phase, choice: string | null): Part {
  if (phase === 'wrong' && choice !== null) return { wrong: choice };
  return phase === 'told' ? 'answer' : 'step';
}

/** What the steps up to here have asked for, the last of them last. */
function shownAt(course: Course, step: number, part: Part): Show {
  const asked: readonly (Show | undefined)[] = [
    ...course.lesson.steps.slice(0, step + 1).map(({ show }) => show),
    course.standAt(step, part).show,
  ];
  return Object.assign({}, ...asked) as Show;
}
