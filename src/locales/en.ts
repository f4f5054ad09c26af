/**
 * English, and with it the set of keys: another language must have the same. Texts with values are functions of
 * them. ZooKeeper's own words (LOOKING, zxid, currentEpoch) are never translated.
 */
import { zxidLabel, type Epoch, type Round, type Sid, type Zxid } from '../zookeeper/ids.ts';
import type { DecidingColumn } from '../zookeeper/notes.ts';
import type { ServerState, SyncMode, ZabState } from '../zookeeper/packets.ts';
import { columnName, greaterBecause, phaseName, server, serverRow, servers } from './en-terms.ts';
import { formatsOf } from './message.ts';

const formats = formatsOf('en');
const { time, integer, plural } = formats;

const itself = (sid: Sid, self: Sid): string => (sid === self ? 'itself' : server(sid));
/** In steps of 10 ms above 100: people cannot read faster. */
const millis = (value: number): string => `${integer(value > 100 ? Math.ceil(value / 10) * 10 : Math.ceil(value))} ms`;

export const en = {
  locale: 'en',
  formats,
  name: 'Zabscope',
  server,
  servers,
  serverRow,
  client: (name: string) => `client ${name}`,

  head: {
    scenario: 'Scenario',
    chooseScenario: 'Choose a scenario',
    share: 'Share',
    shareName: 'Share: copy a link to this moment',
    language: 'EN',
    languageName: 'Language: English',
    languageOnly: 'English is the only language so far',
    theme: 'Light or dark',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    keys: 'Keys and help',
    more: 'More',
    nobodyLeads: 'No leader',
    leads: (sid: Sid, epoch: Epoch | null) => `${server(sid)} leads${epoch === null ? '' : ` epoch ${epoch}`}`,
    believesItLeads: (sid: Sid, epoch: Epoch | null) =>
      `${server(sid)} believes it leads${epoch === null ? '' : ` epoch ${epoch}`}`,
    elect: (sids: readonly Sid[], round: Round | null) =>
      `${serverRow(sids)} ${sids.length === 1 ? 'elects' : 'elect'}${round === null ? '' : `, round ${round}`}`,
    down: (sids: readonly Sid[]) => `${serverRow(sids)} down`,
    frozen: (sids: readonly Sid[]) => `${serverRow(sids)} frozen`,
    rejoin: (sids: readonly Sid[]) => `${serverRow(sids)} ${sids.length === 1 ? 'joins' : 'join'}`,
  },

  rails: {
    story: 'Story',
    inspector: 'Inspector',
    fold: (panel: string) => `Fold ${panel}`,
    unfold: (panel: string) => `Unfold ${panel}`,
  },

  first: {
    opening: 'Three servers. No leader. Watch them agree.',
    openingTitle: 'Three servers. No leader.',
    openingMore: 'Watch them agree.',
    votes: 'Votes',
    votesOf: (sid: Sid) => `${server(sid)}’s`,
    wins: 'wins',
    loses: 'loses',
    rule: 'Compared from left to right. The first difference decides.',
    killLeader: 'Next: kill the leader',
    playFreely: 'Play freely',
    lostLeader: (sids: readonly Sid[]) => `${servers(sids)} lost ${sids.length === 1 ? 'its' : 'their'} leader.`,
    electAgain: 'They elect again, in a new round.',
    givesUp: (loser: Sid, winner: Sid) => `${server(loser)} now votes for ${server(winner)}.`,
    agreed: (count: number, all: number, sid: Sid) => `${count} of ${all} agree on ${server(sid)}.`,
    agreedMore: 'A majority. It waits a moment for a better vote.',
    elected: (sid: Sid) => `${server(sid)} is elected.`,
    electedMore: 'Next it agrees on a new epoch with its followers.',
    leads: (sid: Sid, epoch: Epoch | null) =>
      epoch === null ? `${server(sid)} leads.` : `${server(sid)} leads epoch ${epoch}.`,
    because: (column: DecidingColumn) =>
      column === 'peerEpoch'
        ? 'The newest epoch wins.'
        : column === 'zxid'
          ? 'Same epoch, so the longest log wins.'
          : 'Same epoch, same log, so the largest id wins.',
  },

  story: {
    events: 'Events',
    eventOf: (index: number, all: number) => `${integer(index)} of ${integer(all)}`,
    steps: 'Steps of this scenario',
    noSteps: 'Nothing has been done yet.',
    doTo: (who: string) => `Do something to ${who}`,
    doSomething: 'Do something',
    at: (at: number, opensBranch: boolean) => `at ${time(at)}${opensBranch ? ', as a branch' : ''}`,
    undo: 'Undo',
    redo: 'Redo',
    remove: (what: string) => `Take back: ${what}`,
    groups: 'Groups',
    groupOf: (name: string) => `Group ${name}`,
    cutGroups: 'Cut between the groups',
    clearGroups: 'Clear groups',
    groupHint: (letters: readonly string[]) =>
      `${letters.join(', ')}: group of the next server. Enter cuts, Esc leaves.`,
    selectFirst: 'Select a server first.',
    leftOver: 'not run yet',
  },

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
    what: (sid: Sid, at: number) => `What shall happen to ${server(sid)} at ${time(at)}?`,
    cutOff: 'Cut off: tap servers into groups',
    cutNow: 'Cut',
    healCut: 'Heal the cut',
    cancel: 'Cancel',
  },

  /** Steps and events that are actions. */
  done: {
    start: (sid: Sid) => `Start ${server(sid)}`,
    startAll: (sids: readonly Sid[]) => `Start ${serverRow(sids)}`,
    kill: (sid: Sid) => `Kill ${server(sid)}`,
    stop: (sid: Sid) => `Stop ${server(sid)}`,
    freeze: (sid: Sid) => `Freeze ${server(sid)}`,
    thaw: (sid: Sid) => `Thaw ${server(sid)}`,
    wipe: (sid: Sid) => `Wipe the disk of ${server(sid)}`,
    slowDisk: (sid: Sid, value: number) => `Slow the disk of ${server(sid)} to ${millis(value)}`,
    cut: (from: Sid, to: Sid) => `Cut ${server(from)} → ${server(to)}`,
    heal: (from: Sid, to: Sid) => `Heal ${server(from)} → ${server(to)}`,
    partition: (groups: readonly (readonly Sid[])[]) => `Cut ${groups.map(serverRow).join(' ‖ ')}`,
    healAll: () => 'Heal all links',
    latency: (from: Sid, to: Sid, value: number) => `${server(from)} → ${server(to)} takes ${millis(value)}`,
    connect: (name: string, sid: Sid) => `Client ${name} connects to ${server(sid)}`,
    killClient: (name: string) => `Kill client ${name}`,
    call: (name: string, what: string) => `Client ${name}: ${what}`,
  },

  /** Predicates of events that no note speaks of. */
  event: {
    receives: (type: string, from: string) => `receives ${type} from ${from}`,
    hearsVote: (from: string) => `hears ${from}’s vote`,
    pinged: (from: string) => `hears a PING from ${from}`,
    accepted: (from: string) => `is called by ${from}`,
    opened: (to: string) => `is connected to ${to}`,
    refused: (to: string) => `finds nobody listening at ${to}`,
    closed: (to: string) => `loses a connection to ${to}`,
    timedOut: (to: string) => `heard nothing from ${to} for too long`,
    flushed: {
      acceptedEpoch: (epoch: Epoch) => `has acceptedEpoch ${epoch} on disk`,
      currentEpoch: (epoch: Epoch) => `has currentEpoch ${epoch} on disk`,
      txns: (zxids: readonly Zxid[]) => `has ${zxids.map(zxidLabel).join(', ')} on disk`,
      truncate: (to: Zxid) => `has its log cut back to ${zxidLabel(to)} on disk`,
      snapshot: () => 'has a snapshot on disk',
    },
    fired: {
      election: 'has waited long enough for votes',
      halfTick: 'is half a tick further',
      quorumWait: 'waited in vain for a quorum',
      leaderConnect: 'tries its leader again',
      observerDelay: 'looks for a leader after its random pause',
      sessionExpiry: 'looks for sessions that have run out',
      clientPing: 'has been silent for long',
      dial: 'gives up waiting for an answer',
    },
    start: 'Before anything has happened',
    sentence: (who: string, does: string) => `${who} ${does}.`,
  },

  /** What a server believes, beside it on the stage; its name stands in the circle. */
  belief: {
    down: 'down',
    diskStays: 'its disk stays',
    frozen: 'frozen',
    socketsStay: 'its sockets stay open',
    votesFor: (sid: Sid, self: Sid) => `votes for ${itself(sid, self)}`,
    wasVote: (sid: Sid | null, self: Sid) => (sid === null ? 'had no vote' : `was: ${itself(sid, self)}`),
    round: (round: Round) => `round ${round}`,
    hasQuorum: 'has its quorum',
    follows: (sid: Sid | null) => (sid === null ? 'follows' : `follows ${server(sid)}`),
    observes: (sid: Sid | null) => (sid === null ? 'observes' : `observes ${server(sid)}`),
    leads: (epoch: Epoch) => `leads epoch ${epoch}`,
    believesItLeads: 'believes it leads',
    epoch: (epoch: Epoch) => `epoch ${epoch}`,
    asksEpochs: 'collects acceptedEpochs',
    offersEpoch: (epoch: Epoch) => `offers epoch ${epoch}`,
    gathersAcks: 'waits for NEWLEADER acks',
    discovery: 'tells its acceptedEpoch',
    syncing: (mode: SyncMode | null) => (mode === null || mode === 'NONE' ? 'synchronizes' : `synchronizes by ${mode}`),
    serving: 'serves clients',
    losesPatience: (value: number) => `gives up on it in ${millis(value)}`,
    decides: (value: number) => `decides in ${millis(value)}`,
    asksAgain: (value: number) => `asks again in ${millis(value)}`,
    givesUp: (value: number) => `gives up in ${millis(value)}`,
    flushes: (value: number) => `on disk in ${millis(value)}`,
    ofVoters: (count: number, all: number) => `${count}/${all}`,
    sideCannot: (count: number, all: number) => `${count} of ${all} cannot commit`,
    sideCan: (count: number, all: number) => `${count} of ${all} can elect`,
  },

  stage: {
    topology: 'Topology',
    labels: 'Labels',
    pings: 'Pings',
    hex: 'zxid as hex',
    describe: 'Servers and the messages between them',
    serverName: (o: { sid: Sid; state: string; belief: string; fact: string; zxid: string }) =>
      `${server(o.sid)}, ${o.state}: ${[o.belief, o.fact].filter((text) => text !== '').join(', ')}; last zxid ${o.zxid}`,
    downName: 'DOWN',
    frozenName: 'FROZEN',
    menuOf: (sid: Sid) => `What can be done to ${server(sid)}`,
    clientName: (name: string, sid: Sid | null) =>
      sid === null ? `Client ${name}, not connected` : `Client ${name} at ${server(sid)}`,
    cutOf: (pairs: number) => plural(pairs, { one: 'Cut # link', other: 'Cut # links' }),
    cutSides: (groups: readonly (readonly Sid[])[]) => `Cut ${groups.map(serverRow).join(' ‖ ')}`,
    count: (count: number) => `×${count}`,
    message: (type: string, from: string, to: string) => `${type} from ${from} to ${to}`,
  },

  logs: {
    title: 'Transaction logs',
    states: {
      queued: 'queued',
      written: 'written',
      flushed: 'fsynced',
      committed: 'committed',
      applied: 'applied',
      truncated: 'truncated',
      snapshotted: 'snapshotted',
    },
    onDisk: 'on disk',
    empty: 'No transactions yet.',
    folded: (count: number) => `+${integer(count)}`,
    foldedName: (count: number) => plural(count, { one: '# earlier transaction', other: '# earlier transactions' }),
    cell: (zxid: string, state: string) => `${zxid} ${state}`,
    acks: (what: readonly string[]) => `acks: ${what.join(', ')}`,
    snapshotTo: (zxid: string) => `snapshot to ${zxid}`,
    behind: (count: number) => plural(count, { one: '# behind', other: '# behind' }),
    alone: 'only on its disk',
  },

  inspector: {
    none: 'Select a server to look into it.',
    previous: 'Previous server',
    next: 'Next server',
    voter: (sid: Sid) => `voter, id ${sid}`,
    observer: (sid: Sid) => `observer, id ${sid}`,
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

  ballot: {
    title: 'Ballot box',
    round: (round: Round) => `round ${round}, compared left to right`,
    from: 'from',
    peerEpoch: 'peerEpoch',
    zxid: 'zxid',
    leader: 'leader',
    verdict: 'verdict',
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
    outOfElection: 'already settled',
    quorum: (sids: readonly Sid[]) => `Quorum: ${serverRow(sids)}`,
    ofConfigured: (count: number) => `of ${count} configured`,
    agree: (count: number, needed: number) => `${count} agree, ${needed} needed`,
    noVote: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: no vote in this round`,
    others: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: another vote`,
    allAgree: 'every configured server agrees',
    waits: (value: number) => `waits ${millis(value)} for a better vote`,
    resends: (value: number) => `asks again in ${millis(value)}`,
    because: greaterBecause,
    settledTitle: 'Its vote',
    settledVote: 'settled vote',
    ring: (count: number, all: number) => `${count} of ${all} configured voters counted`,
    operators: { less: 'less than', greater: 'greater than', equal: 'equal to' },
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
  },

  why: {
    title: 'Why?',
    began: 'It began so.',
    none: 'Step to an event to see what led to it.',
    to: (what: string) => `Go to: ${what}`,
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
    gone: 'This message has arrived.',
  },

  time: {
    title: 'Timeline',
    transport: 'Transport',
    toStart: 'To the start',
    back: 'One event back',
    play: 'Play',
    pause: 'Pause',
    forward: 'One event forward',
    toEnd: 'To the end',
    speed: 'Speed',
    speedOf: (speed: number) => `${Number(speed.toPrecision(2))}×`,
    clock: (at: number) => `${time(at)} s`,
    event: (index: number, length: number | null) =>
      length === null ? `event ${integer(index)}` : `event ${integer(index)} of ${integer(length)}`,
    paused: (what: string) => `Paused: ${what}`,
    playing: 'Playing',
    atStart: 'Paused at the start',
    notRun: 'not run yet',
    seconds: (text: string) => `${text} s`,
    value: (at: number, index: number) => `${time(at)} seconds, event ${integer(index)}`,
    branch: (name: string) => `Branch ${name}`,
    branches: 'Branches',
    down: (who: string) => `${who} down`,
    frozen: (who: string) => `${who} frozen`,
    cut: 'cut',
    heal: 'heal',
    backShort: 'Back',
    nextShort: 'Next',
    slower: (speed: number) => `Slower than ${Number(speed.toPrecision(2))}×`,
    faster: (speed: number) => `Faster than ${Number(speed.toPrecision(2))}×`,
  },

  cards: {
    title: 'Cards',
    votes: 'Votes',
    log: 'Log',
    why: 'Why',
    raise: 'Pull the card up',
    lower: 'Pull the card down',
  },

  share: {
    copied: 'Link copied. It holds causes, not data: whoever opens it sees this very run.',
    failed: 'The link could not be copied. Here it is:',
    title: 'Link to this moment',
    copy: 'Copy',
  },

  notices: {
    title: 'Notices',
    dismiss: 'Dismiss',
    keptText: 'The text of the link, to copy',
    copyText: 'Copy the text',
    refused: (what: string, why: string) => `${what}: not possible here. ${why}`,
    badLink: (why: string) =>
      `This link could not be opened: ${why} The first scenario is shown instead. Your link is kept here:`,
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
    noSuchClient: 'There is no such client.',
  } as Readonly<Record<string, string>>,
  linkProblems: {
    foreign: 'it is not one of ours.',
    newerVersion: 'it was made with a newer version.',
    unknownScenario: 'it names a scenario that is not here.',
    damaged: 'it was cut short or altered on its way.',
    unreachable: 'the run ends before the place it names.',
    refused: 'one of its steps is not possible where it stands.',
  } as Readonly<Record<string, string>>,

  commandGroups: { time: 'Time', faults: 'Faults and actions', panels: 'Page' },
  commands: {
    togglePlay: 'Play or pause',
    stepBack: 'One event back',
    stepForward: 'One event forward',
    changeBack: 'Previous change of a phase or vote',
    changeForward: 'Next change of a phase or vote',
    cause: 'To the event that caused this one',
    effect: 'To the first event this one caused',
    toStart: 'To the start',
    toEnd: 'To the end',
    slower: 'Slower',
    faster: 'Faster',
    kill: 'Kill the selected server',
    restart: 'Restart the selected server',
    freeze: 'Freeze or thaw the selected server',
    group: 'Put servers into groups, one after another',
    groupA: 'The next server into group A',
    groupB: 'The next server into group B',
    groupC: 'The next server into group C',
    cutGroups: 'Cut between the groups',
    heal: 'Heal all links',
    write: 'Write, as a client',
    undo: 'Undo the last action',
    redo: 'Redo it',
    foldStory: 'Fold the story',
    foldInspector: 'Fold the inspector',
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
};

/** What every catalogue must have. */
export type Catalogue = typeof en;
