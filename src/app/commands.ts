/**
 * Everything that can be done from the keyboard, in one table: it feeds the keys (`keyboard.ts`) and the
 * sheet behind `?`. The label of a command is the catalogue's `commands.<id>`.
 */
import { select } from '../sim/select.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { toggleBookmark } from './bookmarks.ts';
import { startNaming } from './branch-names.ts';
import { compareAs, comparedAs } from './compared-as.ts';
import { isDenied, whyNotOf, whyOf } from './ask.ts';
import { freezeOrThaw, freshPath, restart, write, writeTarget } from './deeds.ts';
import { type Group, partitionOf, place } from './grouping.ts';
import { stepInside } from './inside.ts';
import { jump } from './jumps.ts';
import type { Lab } from './lab.ts';
import { playerOf } from './lesson-player.ts';
import { cursorOfLastChange, mainValues } from './last-change.ts';
import { type MessageDeed, messageAction, refOfMessage } from './message-deeds.ts';
import { eventAt } from './session.ts';
import { openSpeaker } from './speaker.ts';
import type { Direction, LabState } from './store.ts';

export type CommandGroup = 'time' | 'faults' | 'panels';

export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** In the notation of tinykeys; any of them. `$mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  /** Goes on while the key is held down. */
  readonly repeats?: true;
  /** Where absent, always. A key belongs to the first command of the table that is available. */
  readonly available?: (state: LabState) => boolean;
  /** `key`: as the browser names what was pressed. */
  readonly run: (lab: Lab, key: string) => void;
}

export type CommandId =
  | 'lessonBack'
  | 'lessonForward'
  | 'lessonAnswer'
  | 'togglePlay'
  | 'stepBack'
  | 'stepForward'
  | 'changeBack'
  | 'changeForward'
  | 'commitBack'
  | 'commitForward'
  | 'epochBack'
  | 'epochForward'
  | 'bookmark'
  | 'bookmarks'
  | 'insideBack'
  | 'insideForward'
  | 'remotePlay'
  | 'cause'
  | 'effect'
  | 'toStart'
  | 'toEnd'
  | 'slower'
  | 'faster'
  | 'kill'
  | 'restart'
  | 'freeze'
  | 'dropMessage'
  | 'delayMessage'
  | 'hurryMessage'
  | 'nextEvent'
  | 'group'
  | 'groupA'
  | 'groupB'
  | 'groupC'
  | 'cutGroups'
  | 'heal'
  | 'write'
  | 'undo'
  | 'redo'
  | 'help'
  | 'escape'
  | 'viewTopology'
  | 'viewSpaceTime'
  | 'viewSplit'
  | 'branchNext'
  | 'branchPrevious'
  | 'compare'
  | 'overlay'
  | 'nameBranch'
  | 'lastChange'
  | 'stops'
  | 'files'
  | 'peerBack'
  | 'peerForward'
  | 'why'
  | 'whyNot'
  | 'foldStory'
  | 'foldInspector'
  | 'consoles'
  | 'lecture'
  | 'blank'
  | 'speaker'
  | 'palette'
  | 'search'
  | 'lessons';

export const COMMANDS: readonly Command[] = [
  // Before what their keys do elsewhere.
  {
    id: 'lessonBack',
    group: 'time',
    keys: ['ArrowLeft', 'PageUp'],
    available: isLesson,
    run: (lab) => playerOf(lab).back(),
  },
  {
    id: 'lessonForward',
    group: 'time',
    keys: ['ArrowRight', 'PageDown'],
    available: isLesson,
    run: (lab) => playerOf(lab).next(),
  },
  { id: 'lessonAnswer', group: 'panels', keys: ['1', '2', '3', '4', '5'], available: isAsked, run: chooseAnswer },
  { id: 'togglePlay', group: 'time', keys: ['Space'], run: (lab) => state(lab).togglePlay() },
  // A remote's key for beginning a presentation.
  {
    id: 'remotePlay',
    group: 'time',
    keys: ['F5', 'Shift+F5'],
    available: isLecture,
    run: (lab) => state(lab).togglePlay(),
  },
  // A remote's key for a blank screen is one of these: before what they do elsewhere.
  {
    id: 'blank',
    group: 'panels',
    keys: ['.', 'b'],
    available: (shown) => isLecture(shown) && !isGrouping(shown),
    run: (lab) => state(lab).setBlank(true),
  },
  { id: 'stepBack', group: 'time', keys: ['ArrowLeft', 'PageUp'], repeats: true, run: (lab) => state(lab).step(-1) },
  {
    id: 'stepForward',
    group: 'time',
    keys: ['ArrowRight', 'PageDown'],
    repeats: true,
    run: (lab) => state(lab).step(1),
  },
  {
    id: 'changeBack',
    group: 'time',
    keys: ['Shift+ArrowLeft'],
    repeats: true,
    run: (lab) => state(lab).stepToChange(-1),
  },
  {
    id: 'changeForward',
    group: 'time',
    keys: ['Shift+ArrowRight'],
    repeats: true,
    run: (lab) => state(lab).stepToChange(1),
  },
  { id: 'commitForward', group: 'time', keys: ['t'], repeats: true, run: (lab) => jump(lab, 'commit', 1) },
  { id: 'commitBack', group: 'time', keys: ['Shift+t'], repeats: true, run: (lab) => jump(lab, 'commit', -1) },
  { id: 'epochForward', group: 'time', keys: ['e'], repeats: true, run: (lab) => jump(lab, 'epoch', 1) },
  { id: 'epochBack', group: 'time', keys: ['Shift+e'], repeats: true, run: (lab) => jump(lab, 'epoch', -1) },
  { id: 'insideBack', group: 'time', keys: ['Shift+<', '<'], repeats: true, run: (lab) => stepInside(lab, -1) },
  { id: 'insideForward', group: 'time', keys: ['Shift+>', '>'], repeats: true, run: (lab) => stepInside(lab, 1) },
  { id: 'cause', group: 'time', keys: ['['], run: goToCause },
  { id: 'effect', group: 'time', keys: [']'], run: goToEffect },
  { id: 'lastChange', group: 'time', keys: ['Shift+B'], available: hasServer, run: goToLastChange },
  { id: 'peerBack', group: 'time', keys: [','], repeats: true, run: (lab) => goAlongServer(lab, -1) },
  { id: 'peerForward', group: 'time', keys: ['.'], repeats: true, run: (lab) => goAlongServer(lab, 1) },
  { id: 'bookmark', group: 'time', keys: ['m'], run: toggleBookmark },
  { id: 'bookmarks', group: 'time', keys: ['Shift+m'], run: (lab) => state(lab).togglePanel('bookmarks') },
  { id: 'toStart', group: 'time', keys: ['Home'], run: (lab) => state(lab).toStart() },
  { id: 'toEnd', group: 'time', keys: ['End'], run: (lab) => state(lab).toEnd() },
  { id: 'branchNext', group: 'time', keys: ['j'], run: (lab) => state(lab).stepBranch(1) },
  { id: 'branchPrevious', group: 'time', keys: ['k'], run: (lab) => state(lab).stepBranch(-1) },
  { id: 'nameBranch', group: 'time', keys: ['F2'], available: canAsk, run: startNaming },
  { id: 'slower', group: 'time', keys: ['-'], repeats: true, run: (lab) => state(lab).changeSpeed(-1) },
  { id: 'faster', group: 'time', keys: ['='], repeats: true, run: (lab) => state(lab).changeSpeed(1) },
  { id: 'kill', group: 'faults', keys: ['Delete', 'Backspace'], available: hasServer, run: kill },
  { id: 'restart', group: 'faults', keys: ['r'], available: hasServer, run: restartSelected },
  { id: 'freeze', group: 'faults', keys: ['f'], available: hasServer, run: freezeSelected },
  { id: 'dropMessage', group: 'faults', keys: ['x'], available: hasMessage, run: (lab) => doToMessage(lab, 'drop') },
  { id: 'delayMessage', group: 'faults', keys: ['d'], available: hasMessage, run: (lab) => doToMessage(lab, 'delay') },
  {
    id: 'hurryMessage',
    group: 'faults',
    keys: ['Shift+D'],
    available: hasMessage,
    run: (lab) => doToMessage(lab, 'hurry'),
  },
  { id: 'group', group: 'faults', keys: ['g'], run: (lab) => state(lab).startGrouping() },
  { id: 'groupA', group: 'faults', keys: ['a'], available: isGrouping, run: (lab) => putInto(lab, 'A') },
  { id: 'groupB', group: 'faults', keys: ['b'], available: isGrouping, run: (lab) => putInto(lab, 'B') },
  { id: 'groupC', group: 'faults', keys: ['c'], available: isGrouping, run: (lab) => putInto(lab, 'C') },
  // After the groups, to which its key belongs while they are made.
  { id: 'stops', group: 'time', keys: ['b'], run: (lab) => state(lab).togglePanel('stops') },
  { id: 'nextEvent', group: 'time', keys: ['o'], available: isLab, run: (lab) => state(lab).togglePanel('next') },
  { id: 'cutGroups', group: 'faults', keys: ['Enter'], available: isGrouping, run: cutGroups },
  { id: 'heal', group: 'faults', keys: ['h'], run: (lab) => void state(lab).act({ do: 'healAll' }) },
  { id: 'write', group: 'faults', keys: ['n'], run: writeSomewhere },
  { id: 'undo', group: 'faults', keys: ['$mod+z'], run: (lab) => state(lab).undo() },
  { id: 'redo', group: 'faults', keys: ['$mod+Shift+z'], run: (lab) => state(lab).redo() },
  {
    id: 'viewTopology',
    group: 'panels',
    keys: ['1'],
    available: isPastFirstLook,
    run: (lab) => state(lab).setStageView('topology'),
  },
  {
    id: 'viewSpaceTime',
    group: 'panels',
    keys: ['2'],
    available: isPastFirstLook,
    run: (lab) => state(lab).setStageView('spaceTime'),
  },
  { id: 'viewSplit', group: 'panels', keys: ['3'], available: isLab, run: (lab) => state(lab).setStageView('split') },
  {
    id: 'compare',
    group: 'panels',
    keys: ['c'],
    available: canAsk,
    run: (lab) => state(lab).compare(state(lab).stageView === 'compare' ? null : undefined),
  },
  { id: 'overlay', group: 'panels', keys: ['Shift+C'], available: canAsk, run: overlayBranches },
  { id: 'why', group: 'panels', keys: ['y'], available: canAsk, run: askWhy },
  { id: 'whyNot', group: 'panels', keys: ['Shift+Y'], available: canAsk, run: askWhyNot },
  { id: 'foldStory', group: 'panels', keys: ['q'], run: (lab) => state(lab).togglePanel('story') },
  { id: 'foldInspector', group: 'panels', keys: ['i'], run: (lab) => state(lab).togglePanel('inspector') },
  { id: 'consoles', group: 'panels', keys: ['`'], available: isLab, run: (lab) => state(lab).togglePanel('consoles') },
  { id: 'search', group: 'panels', keys: ['/'], available: isLab, run: (lab) => state(lab).search() },
  { id: 'lessons', group: 'panels', keys: ['l'], available: isLab, run: (lab) => state(lab).togglePanel('lessons') },
  {
    id: 'lecture',
    group: 'panels',
    keys: ['p'],
    available: ({ screen }) => screen !== 'embed',
    run: (lab) => state(lab).setScreen(isLecture(state(lab)) ? 'lab' : 'lecture'),
  },
  {
    id: 'speaker',
    group: 'panels',
    keys: ['Shift+p'],
    available: ({ screen }) => screen !== 'embed',
    run: (lab) => openSpeaker(lab),
  },
  {
    id: 'files',
    group: 'panels',
    keys: ['$mod+o'],
    available: isPastFirstLook,
    run: (lab) => state(lab).togglePanel('files'),
  },
  {
    id: 'palette',
    group: 'panels',
    keys: ['$mod+k', ':', 'Shift+:'],
    run: (lab) => state(lab).togglePanel('palette'),
  },
  { id: 'help', group: 'panels', keys: ['Shift+?', '?'], run: (lab) => state(lab).togglePanel('help') },
  { id: 'escape', group: 'panels', keys: ['Escape'], run: escape },
];

function state({ store }: Lab): LabState {
  return store.getState();
}

/** The first look has a stage of its own. */
function isPastFirstLook({ firstLook }: LabState): boolean {
  return !firstLook;
}

/** A step of a lesson is on show, and not a try of one's own. */
function isLesson({ lesson }: LabState): boolean {
  return lesson !== null && !lesson.free;
}

function isAsked({ lesson }: LabState): boolean {
  return lesson?.asks === true && !lesson.free;
}

/** The n-th choice of the question, by the key that was pressed. */
function chooseAnswer(lab: Lab, key: string): void {
  const player = playerOf(lab);
  const { course, step } = player.state.getState();
  const choice = course?.step(step).predict?.choices[Number(key) - 1];
  if (choice !== undefined) player.choose(choice.id);
}

/** Where there is room for more than one view. */
function isLab({ firstLook, screen }: LabState): boolean {
  return !firstLook && screen === 'lab';
}

/** Begins with both in one diagram; from then on there and back. */
function overlayBranches(lab: Lab): void {
  const isComparing = state(lab).stageView === 'compare';
  compareAs(isComparing && comparedAs.getState().as === 'overlaid' ? 'beside' : 'overlaid');
  if (!isComparing) state(lab).compare();
}

/** On a page of one's own: it has an inspector for answers, and branches are its visitor's. */
function canAsk({ firstLook, screen }: LabState): boolean {
  return !firstLook && screen !== 'embed';
}

function isLecture({ screen }: LabState): boolean {
  return screen === 'lecture';
}

function isGrouping({ grouping }: LabState): boolean {
  return grouping !== null;
}

function selectedServer({ selection }: LabState): Sid | null {
  return selection?.kind === 'server' ? selection.sid : null;
}

function hasServer(shown: LabState): boolean {
  return selectedServer(shown) !== null;
}

function hasMessage({ selection }: LabState): boolean {
  return selection?.kind === 'message';
}

/** One that is not under way here any more stays as it was. */
function doToMessage(lab: Lab, deed: MessageDeed): void {
  const shown = state(lab);
  const { selection } = shown;
  const facts = lab.session.facts(select, shown);
  const message = facts.messages.find(({ seq }) => selection?.kind === 'message' && seq === selection.seq);
  if (message !== undefined) shown.act(messageAction(deed, refOfMessage(facts, message)));
}

function kill(lab: Lab): void {
  const server = selectedServer(state(lab));
  if (server !== null) state(lab).act({ do: 'kill', server });
}

function restartSelected(lab: Lab): void {
  const server = selectedServer(state(lab));
  if (server !== null) state(lab).act(...restart(lab.session.momentAt(state(lab)), server));
}

function freezeSelected(lab: Lab): void {
  const server = selectedServer(state(lab));
  if (server !== null) state(lab).act(freezeOrThaw(lab.session.momentAt(state(lab)), server));
}

function writeSomewhere(lab: Lab): void {
  const shown = state(lab);
  const moment = lab.session.momentAt(shown);
  const server = writeTarget(moment, lab.session.sids, selectedServer(shown));
  if (server !== null) shown.act(...write(moment, server, freshPath(lab.session, shown.branch)));
}

/** The next server is selected, so that it is seen which; the last one to be placed closes the partition. */
function putInto(lab: Lab, group: Group): void {
  const { grouping, setGrouping } = state(lab);
  if (grouping === null) return;
  const placed = place(grouping, group);
  const next = placed.servers[placed.next];
  setGrouping(placed);
  if (next === undefined) cutGroups(lab);
  else state(lab).select({ kind: 'server', sid: next });
}

/** Ends what is being put together, with a cut where there is more than one group. */
export function cutGroups(lab: Lab): void {
  const { grouping, setGrouping, act } = state(lab);
  const partition = grouping === null ? null : partitionOf(grouping);
  setGrouping(null);
  if (partition !== null) act(partition);
}

/** To just after the event that caused the last one. */
function goToCause(lab: Lab): void {
  const { branch, cursor, seek } = state(lab);
  if (cursor > 0) seek(lab.session.branch(branch).valueAt('by', cursor - 1) + 1);
}

/** To just after the first event that the last one caused. */
function goToEffect(lab: Lab): void {
  const { branch, cursor, length, seek } = state(lab);
  const timeline = lab.session.branch(branch);
  if (cursor === 0) return;
  for (let index = cursor; index < length; index++) {
    if (timeline.valueAt('by', index) === cursor - 1) return seek(index + 1);
  }
}

/** To where the selected server last changed. */
function goToLastChange(lab: Lab): void {
  const shown = state(lab);
  const sid = selectedServer(shown);
  const found = sid === null ? null : cursorOfLastChange(lab.session, shown, sid, mainValues);
  if (found === null) shown.tell({ kind: 'alwaysSo' });
  else shown.seek(found);
}

/** To just after the next event, or the previous, at the selected server; else at the one where the last event was. */
function goAlongServer(lab: Lab, direction: Direction): void {
  const shown = state(lab);
  const { branch, cursor } = shown;
  const sid = selectedServer(shown);
  const run = lab.session.branch(branch);
  const node = sid === null ? (cursor === 0 ? 0 : run.valueAt('node', cursor - 1)) : lab.session.sids.indexOf(sid);
  const found = lab.session.cursorOfEventAt(shown, node, direction);
  if (found === null) shown.tell({ kind: 'noChange' });
  else shown.seek(found);
}

/** Of what is selected, else of the last event; again, and it closes. */
export function askWhy({ session, store }: Lab): void {
  const { selection, ask, branch, cursor, notes, asked } = store.getState();
  const question = whyOf(selection, session.facts(select, { branch, cursor }), eventAt({ branch, cursor, notes }));
  if (asked !== null && !isDenied(asked.question)) ask(null);
  else if (question === null) store.getState().tell({ kind: 'alwaysSo' });
  else ask(question);
}

/** The same of what is not so. */
export function askWhyNot({ session, store }: Lab): void {
  const { selection, ask, branch, cursor, notes, asked } = store.getState();
  const at = selection?.kind === 'event' ? selection.index : eventAt({ branch, cursor, notes });
  const node = at < 0 || at >= session.branch(branch).length ? -1 : session.branch(branch).valueAt('node', at);
  if (asked !== null && isDenied(asked.question)) ask(null);
  else ask(whyNotOf(selection, session.facts(select, { branch, cursor }), node));
}

/** Leaves the innermost thing that can be left. */
function escape(lab: Lab): void {
  const { panels, togglePanel, grouping, setGrouping, notice, tell, query, setQuery, asked, ask } = state(lab);
  if (panels.help) togglePanel('help');
  else if (panels.stops) togglePanel('stops');
  else if (panels.files) togglePanel('files');
  else if (panels.lessons) togglePanel('lessons');
  else if (panels.bugs) togglePanel('bugs');
  else if (panels.next) togglePanel('next');
  else if (panels.bookmarks) togglePanel('bookmarks');
  else if (panels.naming) togglePanel('naming');
  else if (panels.palette) togglePanel('palette');
  else if (grouping !== null) setGrouping(null);
  else if (notice !== null) tell(null);
  else if (query !== null) setQuery(null);
  else if (asked !== null) ask(null);
  else if (panels.consoles) togglePanel('consoles');
  else state(lab).select(null);
}
