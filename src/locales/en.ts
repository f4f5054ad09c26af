/**
 * English, and with it the set of keys: another language must have the same. Texts with values are functions of
 * them. ZooKeeper's own words (LOOKING, zxid, currentEpoch) are never translated.
 */
import type { Epoch, Round, Sid } from '../zookeeper/ids.ts';
import type { DecidingColumn, WriteKind } from '../zookeeper/notes.ts';
import type { ServerState, SyncMode } from '../zookeeper/packets.ts';
import { columnName, greaterBecause, server, serverRow, servers } from './en-terms.ts';
import { formatsOf } from './message.ts';

const formats = formatsOf('en');
const { time, integer, millis, plural } = formats;

/** What is waited for: the page's engine has the types, a catalogue needs these fields of them. */
interface Occurrence {
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

const marks = {
  leads: 'a leader begins to serve',
  commits: 'a transaction is committed',
  changesPhase: 'a server changes its phase',
  writesEpoch: 'an epoch is written',
  losesMessage: 'a message is lost',
  violates: 'a property is broken',
};

const itself = (sid: Sid, self: Sid): string => (sid === self ? 'itself' : server(sid));

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
    openedBefore: 'Opened before, as you left it',
    builtIn: 'Stories',
    recorded: 'What a real ensemble went through',
    share: 'Share',
    shareName: 'Share: copy a link to this moment',
    language: 'EN',
    languageName: 'EN: language, English',
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
    frozenLeads: (sid: Sid, epoch: Epoch | null) =>
      `${server(sid)} is frozen and believes it leads${epoch === null ? '' : ` epoch ${epoch}`}`,
    follow: (sids: readonly Sid[], leader: Sid) =>
      `${serverRow(sids)} ${sids.length === 1 ? 'follows' : 'follow'} ${server(leader)}`,
    stillFollow: (sids: readonly Sid[], leader: Sid) =>
      `${serverRow(sids)} still ${sids.length === 1 ? 'follows' : 'follow'} ${server(leader)}`,
    seek: (sids: readonly Sid[]) => `${serverRow(sids)} ${sids.length === 1 ? 'looks' : 'look'} for a leader`,
    notStarted: (sids: readonly Sid[]) => `${serverRow(sids)} not started yet`,
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
    killed: (sid: Sid) => `${server(sid)} is dead.`,
    unaware: (sids: readonly Sid[]) => `${servers(sids)} ${sids.length === 1 ? 'does' : 'do'} not know it yet.`,
    stillFollow: (sids: readonly Sid[], leader: Sid) =>
      `${servers(sids)} still ${sids.length === 1 ? 'follows' : 'follow'} ${server(leader)}.`,
    agreed: (o: { by: Sid; leader: Sid; count: number; all: number }) =>
      `${server(o.by)} sees ${o.count} of ${o.all} agree on ${itself(o.leader, o.by)}.`,
    agreedMore: (sid: Sid) => `A majority. ${server(sid)} waits a moment for a better vote.`,
    elected: (sid: Sid) => `${server(sid)} is elected.`,
    joins: {
      discovery: 'Next it agrees on a new epoch with its followers.',
      promises: (epoch: Epoch) => `It offers epoch ${epoch}: its followers promise to follow no older one.`,
      synchronization: (epoch: Epoch) => `Epoch ${epoch} is agreed. Next all are brought to one log.`,
    },
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
    hold: (what: Occurrence, nth: number, then: string) =>
      `When ${server(what.server)} ${occurs(what)}${nth === 1 ? '' : ` for time ${integer(nth)}`}: ${then}`,
    connect: (name: string, sid: Sid) => `Client ${name} connects to ${server(sid)}`,
    killClient: (name: string) => `Kill client ${name}`,
    stranger: (name: string, sid: Sid) => `${name} speaks on the election port of S${sid}`,
    skipZxids: (sid: Sid, counter: number) => `Move the counter of S${sid} on to ${counter}`,
    type: (name: string, line: string) => `${name}> ${line}`,
    call: (name: string, what: string) => `Client ${name}: ${what}`,
  },

  /** What a run may wait for. */
  stops: {
    text: (stop: { readonly event: 'anywhere'; readonly mark: keyof typeof marks } | Occurrence) =>
      stop.event === 'anywhere' ? marks[stop.mark] : `${server(stop.server)} ${occurs(stop)}`,
  },

  /** What a server believes, beside it on the stage; its name stands in the circle. */
  belief: {
    notStarted: 'not started yet',
    diskEmpty: 'its disk is empty',
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
    menuOf: (sid: Sid) => `What can be done to ${server(sid)}`,
    clientName: (name: string, sid: Sid | null) =>
      sid === null ? `Client ${name}, not connected` : `Client ${name} at ${server(sid)}`,
    clientLabel: (name: string, unanswered: number) => (unanswered === 0 ? name : `${name}, ${unanswered} open`),
    cutOf: (pairs: number) => plural(pairs, { one: 'Cut # link', other: 'Cut # links' }),
    cutSides: (groups: readonly (readonly Sid[])[]) => `Cut ${groups.map(serverRow).join(' ‖ ')}`,
    count: (count: number) => `×${count}`,
    message: (type: string, from: string, to: string) => `${type} from ${from} to ${to}`,
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
    agree: (count: number, needed: number) =>
      `${plural(count, { one: '# agrees', other: '# agree' })}, ${needed} needed`,
    noVote: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: no vote in this round`,
    others: (sids: readonly Sid[]) => `${sids.map(server).join(', ')}: another vote`,
    waits: (value: number) => `waits ${millis(value)} for a better vote`,
    resends: (value: number) => `asks again in ${millis(value)}`,
    because: greaterBecause,
    settledVote: 'settled vote',
    /** Of a vote that was counted, by the state of its sender then. */
    electedBy: (state: ServerState) =>
      ({ LOOKING: 'agreed', FOLLOWING: 'followed', LEADING: 'led', OBSERVING: 'observed' })[state],
    ring: (count: number, all: number) => `${count} of ${all} configured voters counted`,
    operators: { less: 'less than', greater: 'greater than', equal: 'equal to' },
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
    event: (index: number) => `event ${integer(index)}`,
    ownPace: 'paced',
    paused: (what: string) => `Paused: ${what}`,
    playing: 'Playing',
    atStart: 'Paused at the start',
    notRun: 'not run yet',
    seconds: (text: string) => `${text} s`,
    value: (at: number, index: number) => `${time(at)} seconds, event ${integer(index)}`,
    branches: 'Branches',
    root: 'As the scenario goes',
    changed: (at: number) => `Steps changed from ${time(at)} on`,
    branchAt: (deed: string, at: number) => `${deed} at ${time(at)}`,
    goToBranch: (name: string) => `Branch: ${name}`,
    moreBranches: (count: number) => `+${integer(count)}`,
    down: (who: string) => `${who} down`,
    frozen: (who: string) => `${who} frozen`,
    cut: 'cut',
    heal: 'heal',
    backShort: 'Back',
    forwardShort: 'Forward',
    slower: (speed: number) => `Slower than ${Number(speed.toPrecision(2))}×`,
    faster: (speed: number) => `Faster than ${Number(speed.toPrecision(2))}×`,
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

  notices: {
    title: 'Notices',
    dismiss: 'Dismiss',
    keptText: 'The text of the link, to copy',
    copyText: 'Copy the text',
    noBranch: 'No other branch there: do something in the past, and both futures are kept.',
    stopped: (what: string) => `Stopped: ${what}.`,
    notMet: 'It does not happen, as far as this run was looked at.',
    alwaysSo: 'It has been so from the start.',
    noChange: 'No further change: from here on it stays as it is until somebody does something.',
    refused: (what: string, why: string) => `${what}: not possible here. ${why}`,
    leftOut: (steps: readonly string[]) => `Left out, because it makes no sense there any more: ${steps.join(' ')}`,
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
    diskWorks: 'Its disk works.',
    noSuchClient: 'There is no such client.',
    notServingAsLeader: 'It does not lead.',
    counterIsPast: 'Its counter is past that.',
  } as Readonly<Record<string, string>>,
  linkProblems: {
    foreign: 'it is not one of ours.',
    newerVersion: 'it was made with a newer version.',
    unknownScenario: 'it names a scenario that is not here.',
    damaged: 'it was cut short or altered on its way.',
    unreachable: 'the run ends before the place it names.',
    noSuchServer: 'it points at a server that its scenario does not have.',
    refused: 'one of its steps is not possible where it stands.',
  } as Readonly<Record<string, string>>,
};

/** What every catalogue must have. */
export type Catalogue = typeof en;
