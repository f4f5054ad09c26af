/**
 * English, and with it the set of keys: another language must have the same. Texts with values are functions of
 * them. ZooKeeper's own words (LOOKING, zxid, currentEpoch) are never translated.
 */
import type { Epoch, Round, Sid } from '../zookeeper/ids.ts';
import type { DecidingColumn } from '../zookeeper/notes.ts';
import type { SyncMode } from '../zookeeper/packets.ts';
import { greaterBecause, server, serverRow, servers } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const formats = formatsOf('en');
const { time, integer, millis, plural } = formats;

const itself = (sid: Sid, self: Sid): string => (sid === self ? 'itself' : server(sid));

export const en = {
  formats,
  name: 'Zabscope',
  server,
  servers,
  serverRow,
  client: (name: string) => `client ${name}`,

  /** How phrases are put together. */
  sentence: (phrase: string) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`,
  sentences: (phrases: readonly string[]) => phrases.map((phrase) => `${phrase}.`).join(' '),
  row: (phrases: readonly string[]) => phrases.join(', '),
  named: (what: string, which: string) => `${what}: ${which}`,

  /** Of a scenario; those that come with the program are known by their English title. */
  titleOf: (title: string) => title,

  head: {
    scenario: 'Scenario',
    chooseScenario: 'Choose a scenario',
    openedBefore: 'Opened before, as you left it',
    lessons: 'Lessons …',
    bugs: 'Bugs of ZooKeeper …',
    builtIn: 'Stories',
    recorded: 'What a real ensemble went through',
    share: 'Share',
    shareName: 'Share: copy a link to this moment',
    language: 'EN',
    languageName: 'EN: language, English',
    theme: 'Light or dark',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    keys: 'Keys and help',
    more: 'More',
    files: 'Files: open and save',
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
    takenIn: (master: Sid, fact: string) => `${fact}, by ${server(master)}`,
    leads: (epoch: Epoch) => `leads epoch ${epoch}`,
    believesItLeads: 'believes it leads',
    epoch: (epoch: Epoch) => `epoch ${epoch}`,
    asksEpochs: 'collects acceptedEpochs',
    offersEpoch: (epoch: Epoch) => `offers epoch ${epoch}`,
    gathersAcks: 'waits for NEWLEADER acks',
    discovery: 'tells its acceptedEpoch',
    syncing: (mode: SyncMode | null) => (mode === null || mode === 'NONE' ? 'synchronizes' : `synchronizes by ${mode}`),
    standalone: 'is standalone',
    loading: 'loads its data',
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
    peerEpoch: 'peerEpoch',
    zxid: 'zxid',
    leader: 'leader',
    verdict: 'verdict',
    because: greaterBecause,
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

  notices: { title: 'Notices' },
};

/** What every catalogue must have. */
export type Catalogue = Translatable<typeof en>;
