/** English for what comes after the first picture: the laboratory, the phone, the sheet of keys. */
import type { Epoch, Round, Sid, Zxid } from '../zookeeper/ids.ts';
import { zxidLabel } from '../zookeeper/ids.ts';
import type { DecidingColumn, WriteKind } from '../zookeeper/notes.ts';
import type { ServerState, ZabState } from '../zookeeper/packets.ts';
import { noteSentences } from './en-notes.ts';
import { scenarioProblem } from './en-problems.ts';
import { columnName, phaseName, server, serverRow } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { integer, millis, plural, time } = formatsOf('en');

function onlyIn(branch: string, told: string | null): string {
  return told === null ? `${branch} has nothing of its own.` : `Then only in ${branch}: ${told}`;
}

/** What is waited for: the page's engine has the types, a catalogue needs these fields of them. */
export interface Occurrence {
  readonly event: 'receives' | 'writes' | 'becomes' | 'proposes' | 'counts' | 'commits';
  readonly server: Sid;
  readonly from?: Sid;
  readonly packet?: string;
  readonly write?: WriteKind;
  readonly state?: ServerState;
  readonly zabState?: string;
  readonly acks?: number;
  readonly zxid?: string;
}

function occurs({ event, from, packet, write, state, zabState, acks = 0, zxid }: Occurrence): string {
  const about = zxid === undefined ? '' : ` ${zxid}`;
  switch (event) {
    case 'receives':
      return `receives ${packet}${about}${from === undefined ? '' : ` from ${server(from)}`}`;
    case 'writes':
      return `has ${write} on disk`;
    case 'becomes':
      return `becomes ${[state, zabState].filter((part) => part !== undefined).join(', ')}`;
    case 'counts':
      return `has ${plural(acks, { one: '# ack', other: '# acks' })}${zxid === undefined ? '' : ` of${about}`}`;
    default:
      return `${event}${about === '' ? ' something' : about}`;
  }
}

/** One message, named by its ends: servers, or clients by their names. */
export interface SentMessage {
  readonly from: Sid | string;
  readonly to: Sid | string;
  readonly packet: string;
}

function end(who: Sid | string): string {
  return typeof who === 'string' ? who : server(who);
}

function sent({ from, to, packet }: SentMessage): string {
  return `${messageName(packet)} ${end(from)} → ${end(to)}`;
}

function messageName(type: string): string {
  if (type === 'NOTIFICATION') return 'vote';
  if (type === 'dial') return 'call';
  if (type === 'answer') return 'answer to a call';
  return type === 'end' ? 'end of a connection' : type;
}

const marks = {
  leads: 'a leader begins to serve',
  commits: 'a transaction is committed',
  changesPhase: 'a server changes its phase',
  writesEpoch: 'an epoch is written',
  losesMessage: 'a message is lost',
  violates: 'a property is broken',
};

/** What happens somewhere, at whatever server. */
export type Mark = keyof typeof marks;

export const enLab = {
  /** Names of what can be done. */
  acts: {
    cut: 'Cut',
    heal: 'Heal',
    kill: 'Kill',
    stop: 'Stop',
    restart: 'Restart',
    freeze: 'Freeze',
    thaw: 'Thaw',
    write: 'Write',
    wipe: 'Wipe disk',
    slowDisk: 'Slow disk',
    hints: {
      cut: 'Draw a line across the links on the stage, or put servers into groups',
      kill: 'sockets reset',
      stop: 'graceful',
      freeze: 'sockets stay',
      thaw: 'goes on',
      restart: 'from its disk',
      slowDisk: '+200 ms',
      wipe: 'needs a stop',
      write: 'as a client',
      heal: 'all links',
    },
    drawCut: 'Drawing: drag a line across the links',
    drawLine: 'Draw a line',
    what: (sid: Sid, at: number) => `What shall happen to ${server(sid)} at ${time(at)}?`,
    cutOff: 'Cut off: tap servers into groups',
    cutNow: 'Cut',
    healCut: 'Heal the cut',
    cancel: 'Cancel',
  },

  /** What servers and clients say. */
  notes: noteSentences,

  /** Predicates of events that no note speaks of. */
  event: {
    receives: (type: string, from: string) => `receives ${type} from ${from}`,
    hearsVote: (from: string) => `hears ${from}’s vote`,
    pinged: (from: string) => `hears a PING from ${from}`,
    accepted: (from: string) => `is called by ${from}`,
    opened: (to: string) => `is connected to ${to}`,
    refused: (to: string) => `finds nobody listening at ${to}`,
    closed: (to: string) => `loses a connection to ${to}`,
    unwritten: () => 'has a write refused by its disk',
    crashed: () => 'dies with a write to its disk',
    timedOut: (to: string) => `heard nothing from ${to} for too long`,
    flushed: {
      acceptedEpoch: (epoch: Epoch) => `has acceptedEpoch ${epoch} on disk`,
      currentEpoch: (epoch: Epoch) => `has currentEpoch ${epoch} on disk`,
      txns: (zxids: readonly Zxid[]) => `has ${zxids.map(zxidLabel).join(', ')} on disk`,
      updatingEpoch: (present: boolean) =>
        present ? 'has marked that its epoch is being written' : 'has taken the mark of its epoch away',
      truncate: (to: Zxid) => `has its log cut back to ${zxidLabel(to)} on disk`,
      snapshotStart: () => 'has begun the file of a snapshot',
      purge: () => 'has deleted old files',
      snapshot: () => 'has a snapshot on disk',
    },
    fired: {
      election: 'has waited long enough for votes',
      halfTick: 'is half a tick further',
      quorumWait: 'waited in vain for a quorum',
      leaderConnect: 'tries its leader again',
      observerMasterPing: 'pings the observers that it has taken in',
      newLeaderAck: 'gets to acknowledge NEWLEADER',
      snapshot: 'is a step further with a snapshot for a learner',
      observerDelay: 'looks for a leader after its random pause',
      localSessionExpiry: 'looks for sessions of its own that have run out',
      readOnly: 'has looked for a leader long enough to serve reads alone',
      purge: 'looks for old files to delete',
      containerCheck: 'looks for containers and TTL nodes to delete',
      sessionExpiry: 'looks for sessions that have run out',
      clientPing: 'has been silent for long',
      clientReconnect: 'goes on to another server',
      dial: 'gives up waiting for an answer',
    },
    start: 'Before anything has happened',
    sentence: (who: string, does: string) => `${who} ${does}.`,
  },

  inside: (event: number, notes: number, all: number) =>
    `event ${integer(event)}: ${integer(notes)} of ${integer(all)} in this event`,

  search: {
    name: 'Search among the events',
    placeholder: 'words, as S1 votes',
    found: (count: number, done: boolean) => `${integer(count)} found${done ? '' : ' so far'}`,
    next: 'Next found',
    previous: 'Previous found',
  },

  consoles: {
    name: 'Consoles',
    title: 'Clients to type into, and what an operator asks',
  },

  logs: {
    title: 'Transaction logs',
    states: {
      queued: 'queued',
      written: 'written',
      flushed: 'fsynced',
      committed: 'known committed',
      replayed: 'replayed, not committed',
      applied: 'applied',
      snapshotted: 'snapshotted',
      truncated: 'truncated',
      replaced: 'replaced by SNAP',
    },
    onDisk: 'on disk',
    empty: 'No transactions yet.',
    folded: (count: number) => `+${integer(count)}`,
    foldedName: (count: number) => plural(count, { one: '# earlier transaction', other: '# earlier transactions' }),
    committedMark: 'committed',
    column: (zxid: string, onDisk: number, all: number, committed: boolean) =>
      `${zxid}: ${committed ? 'committed by a quorum' : 'not committed'}, on disk at ${onDisk} of ${all} voters`,
    cell: (zxid: string, state: string, committed: boolean) =>
      `${zxid} ${state}${committed ? ', committed by a quorum' : ''}`,
    acks: (what: readonly string[], more: number) =>
      `acks: ${what.join(', ')}${more === 0 ? '' : ` +${integer(more)}`}`,
    behind: (count: number) => plural(count, { one: '# behind', other: '# behind' }),
    alone: 'only on its disk',
  },

  inspector: {
    none: 'Select a server to look into it.',
    looks: 'What the inspector shows',
    tabs: {
      inside: 'Inside',
      algorithm: 'Algorithm',
      requests: 'Requests',
      data: 'Data',
      log: 'Log',
      audit: 'Audit',
      links: 'Links',
    },
    previous: 'Previous server',
    next: 'Next server',
    voter: (sid: Sid) => `voter, id ${sid}`,
    observer: (sid: Sid) => `observer, id ${sid}`,
    /** Nothing is selected: the server where the last event happened is looked into. */
    lastHere: 'last event here',
    phases: {
      ELECTION: 'Election',
      DISCOVERY: 'Discovery',
      SYNCHRONIZATION: 'Sync',
      BROADCAST: 'Broadcast',
    } satisfies Record<ZabState, string>,
    phaseNow: (phase: ZabState | null) => (phase === null ? 'In no phase' : `Phase: ${phaseName[phase]}`),
    states: { LOOKING: 'LOOKING', FOLLOWING: 'FOLLOWING', LEADING: 'LEADING', OBSERVING: 'OBSERVING' } satisfies Record<
      ServerState,
      string
    >,
    down: 'DOWN',
    frozen: 'FROZEN',
  },

  ballotBox: {
    title: 'Ballot box',
    round: (round: Round) => `round ${round}, compared left to right`,
    from: 'from',
    own: 'own',
    proposal: 'my proposal',
    settled: { FOLLOWING: 'follows', LEADING: 'leads', OBSERVING: 'observes', LOOKING: '' } satisfies Record<
      ServerState,
      string
    >,
    loses: (column: DecidingColumn) => (column === null ? 'loses' : `loses on ${columnName[column]}`),
    beats: (column: DecidingColumn) => (column === null ? 'wins' : `wins on ${columnName[column]}`),
    agrees: 'agrees',
    equalNotCounted: 'equal, not counted',
    outOfElection: 'outofelection: already settled',
    quorum: (sids: readonly Sid[]) => `Quorum: ${serverRow(sids)}`,
    ofConfigured: (count: number) => `of ${count} configured`,
    agree: (count: number, needed: number) =>
      `${plural(count, { one: '# agrees', other: '# agree' })}, ${needed} needed`,
    noVote: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: no vote in this round`,
    others: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: another vote`,
    waits: (value: number) => `waits ${millis(value)} for a better vote`,
    resends: (value: number) => `asks again in ${millis(value)}`,
    settledVote: 'settled vote',
    /** Of a vote that was counted, by the state of its sender then. */
    electedBy: (state: ServerState) =>
      ({ LOOKING: 'agreed', FOLLOWING: 'followed', LEADING: 'led', OBSERVING: 'observed' })[state],
    ring: (count: number, all: number) => `${count} of ${all} configured voters counted`,
  },

  waits: {
    title: 'Waits for a quorum',
    epochProposal: 'epoch proposal',
    epochAck: 'epoch ack',
    newLeaderAck: 'NEWLEADER ack',
    proposal: 'proposal',
    due: (value: number) => `until then ${millis(value)}`,
    needs: (count: number, needed: number) => (count >= needed ? 'a quorum' : `needs ${needed}`),
  },

  epochs: {
    title: 'Four numbers called epoch',
    logicalClock: 'logicalClock',
    acceptedEpoch: 'acceptedEpoch',
    currentEpoch: 'currentEpoch',
    lastZxid: 'last zxid',
    memory: 'memory',
    disk: 'disk',
    lost: '–',
    was: (value: string) => `was ${value}`,
    back: (value: string, name: string) => `${value}: back to the last change of ${name}`,
  },

  why: {
    title: 'Why?',
    none: 'Step to an event to see what led to it.',
    playing: 'Pause to see what led to the last event.',
  },

  message: {
    title: (type: string, about: string) => (about === '' ? type : `${type} ${about}`),
    way: (from: string, to: string) => `${from} to ${to}`,
    sent: (at: number) => `sent ${time(at)}`,
    arrives: (at: number) => `arrives ${time(at)}`,
    heldCut: 'waits at the cut, in order',
    heldFrozen: 'waits in the socket of a frozen process',
    fields: 'Fields',
    round: 'round',
    state: 'state',
    epoch: 'epoch',
    gone: 'This message is not under way at this moment.',
    inFlight: 'In flight',
    to: (who: string) => `to ${who}`,
    from: (who: string) => `from ${who}`,
    voteFor: (sid: Sid) => `for ${server(sid)}`,
    name: messageName,
    held: 'held',
    close: 'Close the message',
  },

  cards: {
    title: 'Cards',
    votes: 'Votes',
    transactions: 'Log',
    why: 'Why',
    /** Where `Log` is that of the transactions. */
    serverLog: 'Server log',
    consoles: 'Consoles',
    raise: 'Pull the card up',
    lower: 'Pull the card down',
  },

  spaceTime: {
    title: 'Space-time diagram',
    describe:
      'A lane for every server, time to the right. Arrow up and down go from message to message, Enter selects, plus and minus zoom, 0 shows the whole run, Page up and down move along. Every event is also a line of the list of events.',
    views: { topology: 'Topology', spaceTime: 'Space-time', split: 'Split', compare: 'Compare' },
    view: 'Stage',
    axis: 'Axis',
    axes: { folded: 'Folded', time: 'Time', steps: 'Steps' },
    axisHints: {
      folded: 'Time, quiet stretches folded',
      time: 'True time',
      steps: 'Event after event, however long each takes',
    },
    zoom: 'Zoom',
    zoomIn: 'Zoom in (+)',
    zoomOut: 'Zoom out (−)',
    fit: 'Show the whole run (0)',
    toPlayhead: 'Show where the run stands',
    lane: (name: string) => `Lane of ${name}`,
    roles: {
      LEADING: 'leads',
      FOLLOWING: 'follows',
      OBSERVING: 'observes',
      LOOKING: 'looking',
    } satisfies Record<ServerState, string>,
    phase: (phase: ZabState, role: string) => (phase === 'BROADCAST' ? role : phaseName[phase]),
    /** The longest first. */
    cutFor: (from: number, to: number | null) =>
      to === null
        ? [`cut since ${time(from)}`, 'cut']
        : [`cut since ${time(from)}, heals at ${time(to)}`, `cut ${time(from)}–${time(to)}`, 'cut'],
    legend: {
      vote: 'vote, for whom',
      discovery: 'discovery',
      sync: 'sync',
      broadcast: 'broadcast',
      client: 'client',
      lost: 'lost',
      held: 'held by a cut',
      commit: 'committed',
      flushed: 'on disk',
    },
    was: (now: string, before: string) => `${now}, was ${before}`,
    sent: (name: string, from: string, to: string, sentAt: number) => `${name}, ${from} to ${to}, sent ${time(sentAt)}`,
    arrived: (what: string, at: number) => `${what}, arrives ${time(at)}`,
    heldUntil: (what: string, healed: number, at: number) =>
      `${what}, held by a cut until ${time(healed)}, arrives ${time(at)}`,
    held: (what: string) => `${what}, held by a cut`,
    underWay: (what: string) => `${what}, under way`,
    lost: (what: string, at: number) => `${what}, lost: nobody read it any more at ${time(at)}`,
    voteFor: (letter: string) => `vote for S${letter}`,
    nothingPointed: 'No message is chosen',
    minimap: 'The whole run; the frame is what the diagram shows',
  },

  compare: {
    here: 'Branch A, on show',
    beside: 'Branch B, beside it',
    choose: 'Branch to compare with',
    goThere: 'Go on in B',
    close: 'Close',
    /** Of a branch whose servers behave otherwise, by the toggles that differ. */
    otherwise: (toggles: readonly (readonly [name: string, value: unknown])[]) =>
      `With ${toggles.map(([name, value]) => `${name} ${value === true ? 'on' : value === false ? 'off' : String(value)}`).join(', ')}`,
    standing: 'How they stand',
    server: 'server',
    differing: (count: number, all: number) => (count === 0 ? 'no difference' : `${count} of ${all} servers differ`),
    aspects: { role: 'role', leader: 'leader', epoch: 'currentEpoch', zxid: 'last zxid' },
    absent: 'not there',
    events: 'What happened',
    counts: (first: number, second: number) => `only in A ${integer(first)}, only in B ${integer(second)}`,
    /** `first`, `second`: what each has first that the other has not, as a sentence. */
    summary: (parting: {
      readonly at: number;
      readonly shared: number;
      readonly first: string | null;
      readonly second: string | null;
    }) => {
      const { at, shared, first, second } = parting;
      const parted = `The same for ${plural(shared, { one: '# event', other: '# events' })}, until ${time(at)}.`;
      return [parted, onlyIn('A', first), onlyIn('B', second)].join(' ');
    },
    shared: (count: number) => plural(count, { one: '# event in common', other: '# events in common' }),
    way: 'How they are compared',
    ways: { beside: 'Side by side', overlaid: 'Overlaid' },
    overlay: {
      title: 'Both branches in one space-time diagram',
      describe: (both: number, first: number, second: number) =>
        `Matched by event, not by the clock: both have ${plural(both, { one: '# event', other: '# events' })}, only A ${integer(first)}, only B ${integer(second)}.`,
      both: (count: number) => `both ${integer(count)}`,
      only: (count: number) => `only here ${integer(count)}`,
      parting: (at: number) => `they part at ${time(at)}`,
      toParting: 'Show where they part',
      inBoth: (what: string, otherAt: number) => `${what}; in B at ${time(otherAt)}`,
      onlyIn: (branch: 'A' | 'B', what: string) => `Only in ${branch}: ${what}`,
      goThere: 'Go there in B',
    },
  },

  stopsSheet: {
    title: 'Run until …',
    run: 'Run there',
    runNamed: (what: string) => `Run there: ${what}`,
    keep: 'always stop',
    keepNamed: (what: string) => `always stop: ${what}`,
    add: 'Always stop here',
    atServer: 'At one server',
    form: {
      server: 'Server',
      event: 'What happens',
      events: {
        becomes: 'becomes',
        receives: 'receives',
        proposes: 'proposes a transaction',
        counts: 'counts acks',
        commits: 'commits a transaction',
        writes: 'has on disk',
      },
      state: 'State',
      packet: 'Packet',
      from: 'From',
      anybody: 'anybody',
      write: 'What',
      acks: 'Acks, its own included',
    },
  },

  files: {
    title: 'Files',
    open: 'Open a scenario, a lesson, or a text with a link',
    drop: 'Or drop the file anywhere on the page.',
    save: 'Save',
    kinds: { scenario: 'Scenario', trace: 'Trace', mermaid: 'Mermaid', svg: 'SVG', png: 'PNG' },
    hints: {
      scenario: 'JSON: the servers, and every step of this branch',
      trace: 'JSON lines: every event that has been run, with what it did and why',
      mermaid: 'a sequence diagram as text, up to here',
      svg: 'that view as a drawing',
      png: 'that view as pixels',
    },
    refused: (name: string) => `${name} cannot be opened. Nothing else has changed.`,
    scenarioProblem,
    notJson: (line: number, detail: string) =>
      `Line ${line} is not JSON (${detail}): mend it there, or open another file.`,
    zooCfg: 'It is a zoo.cfg: paste it into “Ensemble …”, under zoo.cfg, and a run begins with it.',
    problem: (line: number, path: string, what: string, remedy: string) => `Line ${line}: ${path} ${what}: ${remedy}.`,
  },

  commandGroups: { time: 'Time', faults: 'Faults and actions', panels: 'Page' },

  commands: {
    lessonBack: 'In a lesson: one step back',
    lessonForward: 'In a lesson: one step on, or to the end of the way',
    lessonAnswer: 'In a question: choose an answer',
    togglePlay: 'Play or pause',
    stepBack: 'One event back',
    stepForward: 'One event forward',
    changeBack: 'Previous change of a phase or vote',
    changeForward: 'Next change of a phase or vote',
    commitBack: 'Previous commit',
    commitForward: 'Next commit',
    epochBack: 'Previous epoch written',
    epochForward: 'Next epoch written',
    bookmark: 'Bookmark this place, or take its bookmark away',
    bookmarks: 'All bookmarks',
    palette: 'Find anything by its name',
    insideBack: 'One step back inside an event',
    insideForward: 'One step on inside an event',
    remotePlay: 'Play or pause, from a remote (lecturer mode)',
    cause: 'To the event that caused this one',
    effect: 'To the first event this one caused',
    files: 'Files: open one, save this run',
    stops: 'Run until something happens, or always stop at it',
    lastChange: 'Back to the last change of the selected server',
    peerBack: 'Previous event at the same server',
    peerForward: 'Next event at the same server',
    toStart: 'To the start',
    toEnd: 'To the end',
    branchNext: 'Next branch',
    branchPrevious: 'Previous branch',
    nameBranch: 'Name the branch on show',
    slower: 'Slower',
    faster: 'Faster',
    kill: 'Kill the selected server',
    restart: 'Restart the selected server',
    freeze: 'Freeze or thaw the selected server',
    dropMessage: 'Drop the selected message',
    delayMessage: 'Delay the selected message',
    hurryMessage: 'Hurry the selected message',
    nextEvent: 'Choose what happens next',
    group: 'Put servers into groups, one after another',
    groupA: 'The next server into group A',
    groupB: 'The next server into group B',
    groupC: 'The next server into group C',
    cutGroups: 'Cut between the groups',
    heal: 'Heal all links',
    write: 'Write, as a client',
    undo: 'Undo the last action',
    redo: 'Redo it',
    viewTopology: 'Stage: topology',
    viewSpaceTime: 'Stage: space-time diagram',
    viewSplit: 'Stage: both',
    compare: 'Compare with another branch',
    overlay: 'Compare overlaid in one space-time diagram, or side by side',
    why: 'Why is it so: what is selected, or the last event',
    whyNot: 'Why is it not so',
    foldStory: 'Fold the story',
    foldInspector: 'Fold the inspector',
    consoles: 'Consoles of clients, and what an operator asks',
    lessons: 'All lessons',
    lecture: 'Lecturer mode: large, for a projector',
    blank: 'Blank screen (lecturer mode)',
    speaker: 'Speaker’s notes in a window of their own (lecturer mode)',
    search: 'Search among the events',
    help: 'These keys',
    escape: 'Leave, close, select nothing',
  } as Readonly<Record<string, string>>,

  keyCaps: {
    ArrowLeft: '←',
    ArrowRight: '→',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    $mod: 'Ctrl',
    Escape: 'Esc',
    Delete: 'Del',
  } as Readonly<Record<string, string>>,

  keys: {
    title: 'Keys',
    close: 'Close',
    or: 'or',
  },

  story: {
    events: 'Events',
    steps: 'Steps of this scenario',
    noSteps: 'Nothing has been done yet.',
    doTo: (who: string) => `Do something to ${who}`,
    doSomething: 'Do something',
    at: (at: number, { opensBranch }: { readonly opensBranch: boolean }) =>
      `at ${time(at)}${opensBranch ? ', as a branch' : ''}`,
    undo: 'Undo',
    redo: 'Redo',
    groups: 'Groups',
    groupOf: (name: string) => `Group ${name}`,
    cutGroups: 'Cut between the groups',
    groupHint: (letters: readonly string[]) =>
      `${letters.join(', ')}: group of the next server. Enter cuts, Esc leaves.`,
  },

  /** Steps and events that are actions. */
  done: {
    start: (sid: Sid) => `Start ${server(sid)}`,
    startAll: (sids: readonly Sid[]) => `Start ${serverRow(sids)}`,
    kill: (sid: Sid) => `Kill ${server(sid)}`,
    stop: (sid: Sid) => `Stop ${server(sid)}`,
    restart: (sid: Sid) => `Restart ${server(sid)}`,
    freeze: (sid: Sid) => `Freeze ${server(sid)}`,
    thaw: (sid: Sid) => `Thaw ${server(sid)}`,
    wipe: (sid: Sid) => `Wipe the disk of ${server(sid)}`,
    slowDisk: (sid: Sid, value: number) => `Slow the disk of ${server(sid)} to ${millis(value)}`,
    failDisk: (
      sid: Sid,
      { because, write, times }: { because: 'full' | 'error'; write?: WriteKind; times?: number },
    ) => {
      const what = write === undefined ? 'the disk' : `the disk, at ${write},`;
      const how = because === 'full' ? 'Fill' : 'Break';
      return `${how} ${what} of ${server(sid)}${times === undefined ? '' : ` for ${plural(times, { one: '# write', other: '# writes' })}`}`;
    },
    mendDisk: (sid: Sid) => `Mend the disk of ${server(sid)}`,
    killAtFlush: (
      sid: Sid,
      { side, write, nth = 1 }: { side: 'before' | 'after'; write?: WriteKind; nth?: number },
    ) => {
      const which = nth === 1 ? 'the next write' : `write ${integer(nth)} from now`;
      return `Kill ${server(sid)} right ${side} ${which}${write === undefined ? '' : ` of ${write}`} is on disk`;
    },
    loseTail: (sid: Sid, count: number) =>
      `Take the last ${plural(count, { one: 'transaction', other: '# transactions' })} off the disk of ${server(sid)}`,
    setClock: (sid: Sid, value: number) =>
      `Set the clock of ${server(sid)} ${millis(Math.abs(value))} ${value < 0 ? 'back' : 'ahead'}`,
    cut: (from: Sid, to: Sid) => `Cut ${server(from)} → ${server(to)}`,
    cutLinks: (count: number) => plural(count, { one: 'Cut # link', other: 'Cut # links' }),
    heal: (from: Sid, to: Sid) => `Heal ${server(from)} → ${server(to)}`,
    partition: (groups: readonly (readonly Sid[])[]) => `Cut ${groups.map(serverRow).join(' ‖ ')}`,
    healAll: () => 'Heal all links',
    latency: (from: Sid, to: Sid, value: number) => `${server(from)} → ${server(to)} takes ${millis(value)}`,
    loss: (from: Sid, to: Sid, percent: number) =>
      `${server(from)} → ${server(to)} loses ${percent} % of its messages, against the facts`,
    lossOf: (sid: Sid, percent: number) =>
      percent === 0
        ? `The links of ${server(sid)} lose nothing any more`
        : `The links of ${server(sid)} lose ${percent} % of their messages, against the facts`,
    dropMessage: (what: SentMessage) => `Drop ${sent(what)}, against the facts`,
    delayMessage: (what: SentMessage, value: number) => `Delay ${sent(what)} by ${millis(value)}`,
    delayMessages: (count: number) => plural(count, { one: 'Delay # message', other: 'Delay # messages' }),
    hurryMessage: (what: SentMessage, value: number | null) =>
      value === null ? `Hurry ${sent(what)} through` : `Hurry ${sent(what)} by ${millis(value)}`,
    hold: (what: Occurrence, nth: number, then: string) =>
      `When ${server(what.server)} ${occurs(what)}${nth === 1 ? '' : ` for time ${integer(nth)}`}: ${then}`,
    connect: (name: string, sid: Sid) => `Client ${name} connects to ${server(sid)}`,
    killClient: (name: string) => `Kill client ${name}`,
    stranger: (name: string, sid: Sid) => `${name} speaks on the election port of S${sid}`,
    skipZxids: (sid: Sid, counter: number) => `Move the counter of S${sid} on to ${integer(counter)}`,
    resetStats: (sid: Sid, by: string) => `${by} at ${server(sid)}: counters to zero`,
    setTraceMask: (sid: Sid, mask: number) => `Set the trace mask of ${server(sid)} to ${mask}`,
    takeSnapshot: (sid: Sid) => `${server(sid)} takes a snapshot`,
    restoreSnapshot: (sid: Sid, of: Sid) => `${server(sid)} restores the newest snapshot of ${server(of)}`,
    shedConnections: (sid: Sid, percent: number) => `${server(sid)} closes ${percent} % of its client connections`,
    type: (name: string, line: string) => `${name}> ${line}`,
    call: (name: string, what: string) => `Client ${name}: ${what}`,
  },

  share: {
    copied: 'Link copied. It holds causes, not data: whoever opens it sees this very run.',
    failed: 'The link could not be copied. Here it is:',
    title: 'Link to this moment',
    copy: 'Copy',
  },

  /** Instead of a page of which a view has failed. */
  broken: {
    title: 'This page failed while drawing.',
    nothingLost: 'The run is still here: nothing you did is lost.',
    again: 'Open again',
    stepBack: 'Open one event earlier',
    link: 'The link to this moment, to keep or to report:',
  },

  notice: {
    dismiss: 'Dismiss',
    keptText: 'The text of the link, to copy',
    keptFile: 'The text of the file, to copy',
    copyText: 'Copy the text',
    enoughBookmarks: 'There are fifty bookmarks already: take one away first.',
    windowBlocked:
      'The browser has blocked the window with the speaker’s notes: allow this page to open windows, then press Shift+P again.',
    noBranch: 'No other branch there: do something in the past, and both futures are kept.',
    stopped: (what: string) => `Stopped: ${what}.`,
    notMet: 'It does not happen, as far as this run was looked at.',
    alwaysSo: 'It has been so from the start.',
    noChange: 'No further change: from here on it stays as it is until somebody does something.',
    refused: (what: string, why: string) => `${what}: not possible here. ${why}`,
    leftOut: (steps: readonly string[]) => `Left out, because it makes no sense there any more: ${steps.join(' ')}`,
    badLink: (why: string) =>
      `This link could not be opened: ${why} The first scenario is shown instead. Your link is kept here:`,
    noSuchStep: (asked: number, steps: number) =>
      `There is no step ${asked}: this lesson has ${steps} steps. The last one is shown instead. Your link is kept here:`,
    mismatch: (expected: string, actual: string) =>
      `This run differs from the one its author saw (digest ${actual} instead of ${expected}): the link was made with another version.`,
  },

  /** Why an action is refused, by the engine's key. */
  refusals: {
    noSuchServer: 'There is no such server.',
    alreadyRunning: 'It is running already.',
    notRunning: 'It is not running.',
    mustBeStopped: 'It must be stopped first.',
    notFrozen: 'It is not frozen.',
    alreadyFrozen: 'It is frozen already.',
    linkAlreadyCut: 'That link is cut already.',
    linkNotCut: 'That link is not cut.',
    nothingToCut: 'Those links are cut already.',
    nothingToHeal: 'No link is cut.',
    diskWorks: 'Its disk works.',
    noSuchClient: 'There is no such client.',
    notServingAsLeader: 'It does not lead.',
    counterIsPast: 'Its counter is past that.',
    notServing: 'This ZooKeeper instance is not currently serving requests.',
    notInRelease:
      'The release it behaves as has no such command: choose another, or switch the command on under Behaves as release.',
    snapshotUnderWay: 'It is still writing the snapshot it was asked for.',
    noConnections: 'No client is connected to it.',
    noSnapshot: 'There is no snapshot on that disk.',
    messageGone: 'No such message is under way there.',
    messageArrived: 'It waits in the socket of a process that does not read: it has arrived.',
    messageCut: 'The cut holds it: heal the link, and it goes on.',
    messageBehind: 'It comes right behind the one ahead of it: a TCP connection keeps its order.',
    messageNext: 'Nothing comes before it as it is.',
    messageNoPacket: 'The operating systems see to opening and ending connections: such a packet is sent again.',
  } as Readonly<Record<string, string>>,

  linkProblems: {
    foreign: 'it is not one of ours.',
    newerVersion: 'it was made with a newer version.',
    unknownScenario: 'it names a scenario that is not here.',
    unknownChallenge: 'it names a challenge that is not here: the list of lessons has all there are.',
    unknownMisconception: 'it names a misconception that is not here: their list has all there are.',
    unknownLesson: 'it names a lesson that is not here: if you have its file, open that.',
    damaged: 'it was cut short or altered on its way.',
    unreachable: 'the run ends before the place it names.',
    noSuchServer: 'it points at a server that its scenario does not have.',
    refused: 'one of its steps is not possible where it stands.',
  } as Readonly<Record<string, string>>,

  /** What a run may wait for. */
  stops: {
    text: (stop: { readonly event: 'anywhere'; readonly mark: Mark } | Occurrence) =>
      stop.event === 'anywhere' ? marks[stop.mark] : `${server(stop.server)} ${occurs(stop)}`,
  },
};

/** What every catalogue must have for the laboratory. */
export type LabCatalogue = Translatable<typeof enLab>;
