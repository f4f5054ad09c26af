/**
 * What the page shows of a session, and nothing that can be derived from it: where the visitor is, what is
 * selected, which panels are open. Actions call the session and move the cursor.
 */
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Translation } from '../locales/translation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Selection } from '../scenario/selection.ts';
import type { SharedLesson } from '../scenario/share.ts';
import type { Action } from '../sim/action.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { branchBeside, placeOnNextBranch } from './branches.ts';
import { type Grouping, aimAt, emptyGrouping } from './grouping.ts';
import type { Notice } from './notice.ts';
import type { Asked, Question } from './question.ts';
import { type Marks, type Place, type Session, NO_MARKS } from './session.ts';
import type { Stop } from './stops.ts';
import { clampSpeed, speedStep } from './speed.ts';

export type { Selection } from '../scenario/selection.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Panel =
  | 'story'
  | 'inspector'
  | 'help'
  | 'consoles'
  | 'stops'
  | 'files'
  | 'lessons'
  | 'bugs'
  | 'next'
  | 'bookmarks'
  | 'naming'
  | 'palette';
/** Panels that lie over the page: one at a time. */
const NO_SHEET = {
  help: false,
  stops: false,
  files: false,
  lessons: false,
  bugs: false,
  next: false,
  bookmarks: false,
  naming: false,
  palette: false,
} as const satisfies Partial<Record<Panel, false>>;
export type Direction = 1 | -1;
/** What the page is for: to work with, to show to a class, to be part of somebody's page. */
export type Screen = 'lab' | 'lecture' | 'embed';
/** What the inspector shows of what is selected. */
export type Look = 'inside' | 'algorithm' | 'requests' | 'data' | 'log' | 'audit' | 'links';
/** What the stage shows; `compare`: this branch and another, side by side. */
export type StageView = 'topology' | 'spaceTime' | 'split' | 'compare';

/** Events kept run ahead of the cursor, so that the near future can be drawn. */
export const AHEAD_EVENTS = 200;
const SPEED_AT_FIRST = 0.1;

export interface ShownLesson extends SharedLesson {
  readonly asks: boolean;
}

/**
 * Whether what comes is not to be seen: a lesson asks for it, at this step or at a later one. Who tries things alone sees
 * it, unless that was begun at a question.
 */
export function hidesFuture({ lesson }: Pick<LabState, 'lesson'>): boolean {
  return lesson !== null && (lesson.asks || !lesson.free);
}

export interface LabState extends Place, Marks {
  /** Raised whenever another scenario or link is opened: branch ids mean something new then. */
  readonly run: number;
  readonly notes: number;
  /** Events run so far on the branch; raised as the session runs ahead. */
  readonly length: number;
  readonly playing: boolean;
  /** The cursor follows a pointer that is held down: what takes longer to show may wait until it rests. */
  readonly scrubbing: boolean;
  /** Virtual milliseconds per millisecond. */
  readonly speed: number;
  /** The first look sets the speed; until the visitor does. */
  readonly paced: boolean;
  /** Whether playback slows down by itself where something worth seeing happens, and whether it does now. */
  readonly slows: boolean;
  readonly slowed: boolean;
  readonly selection: Selection | null;
  /** The server that was selected last: what the buttons act on, selected or not. */
  readonly target: Sid | null;
  /** Open or folded. */
  readonly panels: Readonly<Record<Panel, boolean>>;
  readonly stageView: StageView;
  /** What is looked for among the events; null while nothing is. */
  readonly query: string | null;
  /** Raised whenever the search is asked for anew: its field takes the focus. */
  readonly searches: number;
  readonly look: Look;
  /** The branch beside the one on show, while the stage compares; else null. */
  readonly compared: number | null;
  /** What was asked for a reason, until it is closed or another branch is shown. */
  readonly asked: Asked | null;
  readonly theme: Theme;
  /** The words of the chosen language; null for English. */
  readonly translation: Translation | null;
  readonly screen: Screen;
  /** Nothing is shown, so that a class looks at who speaks. */
  readonly blank: boolean;
  readonly notice: Notice | null;
  /** Breakpoints: playback stops where one of them is met. */
  readonly stops: readonly Stop[];
  /** The partition being put together from the keyboard (G), or null. */
  readonly grouping: Grouping | null;
  /** The guided first look is on: panels fold away, playback paces itself. */
  readonly firstLook: boolean;
  /** The step of a lesson that is on show, and whether it waits for an answer; null outside lessons. */
  readonly lesson: ShownLesson | null;
  /** Anything may be run: until then the first look alone. */
  readonly whole: boolean;

  /** Plays or pauses. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly togglePlay: () => void;
  /** One event forward or back; pauses. */
  readonly step: (direction: Direction) => void;
  /** To just after the next, or the previous, change of a phase or vote; pauses. Without one it stays and says so. */
  readonly stepToChange: (direction: Direction) => void;
  readonly toStart: () => void;
  /** To where nothing changes any more by itself; from there on it stays and says so. Pauses. */
  readonly toEnd: () => void;
  /** To the moment after `cursor` events of the branch; pauses. */
  readonly seek: (cursor: number) => void;
  /** To the last event at or before a virtual time; pauses. */
  readonly seekTime: (millis: number) => void;
  readonly setScrubbing: (scrubbing: boolean) => void;
  /** To a place on any branch; pauses. */
  readonly goTo: (place: Place) => void;
  /** Moves without pausing: for playback alone. */
  readonly passTo: (place: Place) => void;
  readonly setSpeed: (speed: number) => void;
  readonly changeSpeed: (direction: Direction) => void;
  /** Where a partition is being put together, a selected server is the next to be placed. */
  readonly select: (selection: Selection | null) => void;
  /**
   * Does one action after the other here, as one deed, and moves to just after them. Where one is refused, that becomes
   * a notice and none is done. Returns whether they were.
   */
  readonly act: (...actions: readonly Action[]) => boolean;
  /** A deed that can be taken back until something is done to the run, or another branch is shown. */
  readonly mark: (change: Partial<Marks>) => void;
  /** Of the last deed. */
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Opens a scenario at its start, paused. The run on show is laid aside. */
  readonly openScenario: (scenario: Scenario) => void;
  /** Takes up a run laid aside, where it was left. */
  readonly takeUp: (index: number) => void;
  /** What has just been opened in the session by other means is shown from `place`, paused. */
  readonly show: (place: Place, selection: Selection | null, marks?: Marks) => void;
  readonly togglePanel: (panel: Panel) => void;
  /** Opens the search among the events, and the panel it is in. */
  readonly search: () => void;
  readonly setQuery: (query: string | null) => void;
  readonly setLook: (look: Look) => void;
  /** What needs the width folds the story away; leaving it unfolds the story. */
  readonly setStageView: (view: StageView) => void;
  /** Sets this branch beside another, by itself the one it left; null, or where there is no other, ends that. */
  readonly compare: (other?: number | null) => void;
  /** To the next branch, or the previous, in the order they were opened: to where it parts from this one. */
  readonly stepBranch: (direction: Direction) => void;
  readonly setTheme: (theme: Theme) => void;
  /** To a class one view is shown at a time, and the inspector on demand; none of them is the first look. */
  readonly setScreen: (screen: Screen) => void;
  /** A blank screen pauses. */
  readonly setBlank: (blank: boolean) => void;
  readonly tell: (notice: Notice | null) => void;
  /** Asks about the place on show, and pauses there; null closes the answer. */
  readonly ask: (question: Question | null) => void;
  readonly setStops: (stops: readonly Stop[]) => void;
  readonly startGrouping: () => void;
  readonly setGrouping: (grouping: Grouping | null) => void;
  /** "Play freely": panels unfold, nothing paces the run any more. */
  readonly endFirstLook: () => void;
}

export type LabStore = StoreApi<LabState>;

/** `waited`: whole milliseconds that the picture stands after the last event; an action then happens there. */
export function createLabStore<M, E>(session: Session<M, E>, waited: () => number = () => 0): LabStore {
  /** A place with the future run that is to be drawn, kept within what there is. */
  const at = ({ branch, cursor, notes = 0 }: Place): Pick<LabState, 'branch' | 'cursor' | 'notes' | 'length'> => {
    const length = session.ensureAhead({ branch, cursor }, AHEAD_EVENTS);
    return { branch, cursor: Math.max(0, Math.min(cursor, length)), notes: cursor < length ? notes : 0, length };
  };
  return createStore<LabState>()((set, get) => {
    /** Changes of the marks that can be taken back, and done again, by what was before them and after. */
    let marked: Marks[] = [];
    let unmarked: Marks[] = [];
    /** Whether the laboratory had its inspector open when it was left for another screen. */
    let inspectedInLab = true;
    const marks = (): Marks => {
      const { bookmarks, branchNames } = get();
      return { bookmarks, branchNames };
    };
    const moved = (place: Place): ReturnType<typeof at> & Pick<LabState, 'asked'> => {
      const isElsewhere = place.branch !== get().branch;
      if (isElsewhere) [marked, unmarked] = [[], []];
      // An answer is about one branch.
      return { ...at(place), asked: isElsewhere ? null : get().asked };
    };
    const passTo = (place: Place): void => set(moved(place));
    const goTo = (place: Place): void => set({ ...moved(place), playing: false });
    const seek = (cursor: number): void => goTo({ branch: get().branch, cursor });

    return {
      ...at({ branch: 0, cursor: 0 }),
      run: 0,
      playing: false,
      scrubbing: false,
      speed: SPEED_AT_FIRST,
      paced: false,
      slows: true,
      slowed: false,
      selection: null,
      target: null,
      panels: {
        story: true,
        inspector: true,
        consoles: false,
        ...NO_SHEET,
      },
      stageView: 'topology',
      query: null,
      searches: 0,
      look: 'inside',
      compared: null,
      asked: null,
      theme: 'system',
      translation: null,
      screen: 'lab',
      blank: false,
      notice: null,
      stops: [],
      ...NO_MARKS,
      grouping: null,
      firstLook: false,
      lesson: null,
      whole: false,

      // Only from between two events does time go on.
      play: () => set({ playing: true, notes: 0 }),
      pause: () => set({ playing: false }),
      togglePlay: () => (get().playing ? get().pause() : get().play()),
      step: (direction) => seek(get().cursor + direction),
      stepToChange: (direction) => {
        const cursor = direction === 1 ? session.cursorOfChangeAfter(get()) : session.cursorOfChangeBefore(get());
        if (cursor === null) set({ playing: false, notice: { kind: 'noChange' } });
        else seek(cursor);
      },
      toStart: () => seek(0),
      toEnd: () => {
        const end = session.cursorOfEnd(get().branch);
        if (end <= get().cursor) set({ playing: false, notice: { kind: 'noChange' } });
        else seek(end);
      },
      seek,
      seekTime: (millis) => seek(session.branch(get().branch).cursorAtTime(millis)),
      setScrubbing: (scrubbing) => set({ scrubbing }),
      goTo,
      passTo,
      setSpeed: (speed) => set({ speed: clampSpeed(speed), paced: false }),
      changeSpeed: (direction) => set({ speed: speedStep(get().speed, direction), paced: false }),
      select: (selection) =>
        set({
          selection,
          target: selection?.kind === 'server' ? selection.sid : get().target,
          // A message shows nothing but what it carries.
          look: selection?.kind === 'message' ? 'inside' : get().look,
          grouping: aimed(get().grouping, selection),
        }),
      act: (...actions) => {
        const { branch, cursor, notes } = get();
        // What a handler has begun it ends: nobody can come between.
        const acted = session.act({ branch, cursor: notes > 0 ? cursor + 1 : cursor }, actions, waited());
        if (acted.ok) passTo(acted.value);
        else set({ notice: { kind: 'refused', ...acted.error } });
        return acted.ok;
      },
      mark: (change) => {
        marked.push(marks());
        unmarked = [];
        set(change);
      },
      undo: () => {
        const before = marked.pop();
        if (before === undefined) return goTo(session.undo(get()) ?? get());
        unmarked.push(marks());
        set(before);
      },
      redo: () => {
        const after = unmarked.pop();
        if (after === undefined) return goTo(session.redo() ?? get());
        marked.push(marks());
        set(after);
      },
      canUndo: () => marked.length > 0 || session.canUndo(get()),
      canRedo: () => unmarked.length > 0 || session.canRedo,
      openScenario: (scenario) => {
        const { branch, cursor, show } = get();
        session.shelve({ branch, cursor }, marks());
        show(session.open(scenario), null);
      },
      takeUp: (index) => {
        const { branch, cursor, show } = get();
        const run = session.takeUp(index, { branch, cursor }, marks());
        show(run.place, null, run.marks);
      },
      show: (place, selection, own = NO_MARKS) => {
        [marked, unmarked] = [[], []];
        set({
          ...own,
          ...at(place),
          run: get().run + 1,
          // The first look paces itself; what is opened from it has a visitor's pace.
          speed: get().paced ? SPEED_AT_FIRST : get().speed,
          paced: false,
          playing: false,
          selection,
          target: selection?.kind === 'server' ? selection.sid : null,
          asked: null,
          grouping: null,
          notice: null,
          firstLook: false,
          lesson: null,
          ...withView(get(), get().stageView === 'compare' ? 'topology' : get().stageView),
        });
      },
      search: () => {
        const { query, searches, panels } = get();
        set({ query: query ?? '', searches: searches + 1, panels: { ...panels, story: true } });
      },
      setQuery: (query) => set({ query }),
      togglePanel: (panel) => {
        const { panels } = get();
        set({ panels: { ...panels, ...(panel in NO_SHEET && NO_SHEET), [panel]: !panels[panel] } });
      },
      setLook: (look) => set({ look }),
      setStageView: (stageView) => {
        if (stageView === 'compare') get().compare();
        else set(withView(get(), stageView));
      },
      compare: (other = branchBeside(session, get().branch)) => {
        if (other !== null) set({ ...withView(get(), 'compare'), compared: other });
        else if (get().stageView === 'compare') set(withView(get(), 'topology'));
        else set({ notice: { kind: 'noBranch' } });
      },
      stepBranch: (direction) => {
        const place = placeOnNextBranch(session, get().branch, direction);
        if (place === null) set({ playing: false, notice: { kind: 'noBranch' } });
        else goTo(place);
      },
      ask: (question) => {
        const { branch, cursor, panels } = get();
        const { asked: before } = get();
        const unfolds = before?.unfolds ?? !panels.inspector;
        const asked = question === null ? null : { question, place: { branch, cursor }, unfolds };
        const inspector = asked !== null || (panels.inspector && before?.unfolds !== true);
        set({ asked, panels: { ...panels, inspector }, ...(asked !== null && { playing: false }) });
      },
      setTheme: (theme) => set({ theme }),
      setScreen: (screen) => {
        get().endFirstLook();
        const { stageView, panels, screen: before } = get();
        if (before === 'lab') inspectedInLab = panels.inspector;
        set({
          ...(stageView === 'split' || stageView === 'compare' ? withView(get(), 'topology') : {}),
          panels: { ...panels, inspector: screen === 'lab' && inspectedInLab },
          screen,
          blank: false,
        });
      },
      setBlank: (blank) => set({ blank, playing: false }),
      setStops: (stops) => set({ stops }),
      tell: (notice) => set({ notice }),
      startGrouping: () => set({ grouping: aimed(emptyGrouping(session.sids), get().selection) }),
      setGrouping: (grouping) => set({ grouping }),
      endFirstLook: () => {
        const { paced, speed } = get();
        set({ firstLook: false, paced: false, speed: paced ? SPEED_AT_FIRST : speed });
      },
    };
  });
}

/** Two diagrams need the room of the story; one gives it back. */
function withView(
  { panels, stageView: before }: LabState,
  stageView: StageView,
): Pick<LabState, 'stageView' | 'compared' | 'panels'> {
  const isWide = (view: StageView): boolean => view === 'split' || view === 'compare';
  const story = isWide(stageView) ? false : isWide(before) || panels.story;
  return { stageView, compared: null, panels: { ...panels, story } };
}

function aimed(grouping: Grouping | null, selection: Selection | null): Grouping | null {
  return grouping !== null && selection?.kind === 'server' ? aimAt(grouping, selection.sid) : grouping;
}
