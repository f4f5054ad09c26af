/**
 * What a lesson is: plain data. It names scenarios and events, asks questions of the run and points at things; what is
 * shown, counted and true follows from the run alone. Its words stand beside it, in a file for each language.
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { Action, ActionKind } from '../sim/action.ts';
import type { MarkName } from '../sim/marks.ts';
import type { Occurrence } from '../sim/occurrence.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { NoteKind } from '../zookeeper/notes.ts';
import type { PacketType, ServerState, ZabState } from '../zookeeper/packets.ts';

/** In the order they are taught. */
export const ARCS = ['election', 'epochs', 'broadcast', 'operations', 'break'] as const;
export type Arc = (typeof ARCS)[number];

/** A choice of lessons in their order: 45 minutes for a class, 20 for somebody who runs an ensemble. */
export const TALKS = ['lecture', 'operator'] as const;
export type Talk = (typeof TALKS)[number];

export interface Lesson {
  /** Names it in links and files: `which-vote-wins`. */
  readonly id: string;
  /** Its place among all lessons, from 1. */
  readonly number: number;
  readonly arc: Arc;
  /** The talks that it is part of. */
  readonly talks?: readonly Talk[];
  /** How long it takes, within one of what `minutes.ts` counts. */
  readonly minutes: number;
  /** What its steps are played on, by name; the first step begins on the first. */
  readonly scenes: Readonly<Record<string, Scenario>>;
  /** In order. The last is a closing check. */
  readonly steps: readonly Step[];
}

/** One moment that is shown and explained, or asked about. */
export interface Step extends Stand {
  readonly id: string;
  readonly predict?: Prediction;
  /** It asks what was learnt: it comes after the explanations. */
  readonly check?: true;
  /** The sections of the protocol reference that its words rest on: `8.5`. */
  readonly cites: readonly string[];
}

/** A place in the run, and what is lit there. */
export interface Stand extends Way, Shown {}

/**
 * The way to a place: first what is done where it begins (another future of the same run), then on to the event that is
 * waited for. It begins where the step before ended, at the start of a scene that is new, or at an earlier step.
 * Without a way it is the same place.
 */
export interface Way {
  readonly scene?: string;
  readonly from?: string;
  /** The scene once more from its start, with servers that keep other rules: the way begins there, wherever it would else. */
  readonly behaves?: Partial<Behaviour>;
  /** Done there as one deed: the run goes on as a branch. */
  readonly acts?: readonly Action[];
  readonly until?: Until;
  /** The n-th such event from there. */
  readonly nth?: number;
  /** It must come within so many events; EVENTS_WITHIN where it is not said. */
  readonly within?: number;
  /** How long the way is watched, at a pace that fits; 0 goes there at once. WATCHED_SECONDS where it is not said. */
  readonly seconds?: number;
}

export const EVENTS_WITHIN = 400;
export const WATCHED_SECONDS = 4;

export interface Shown {
  readonly show?: Show;
  readonly lights?: readonly Light[];
  /** A list to go on with, below its words. */
  readonly leadsTo?: LeadsTo;
  /** What its words may name in braces: asked of the run at this place. */
  readonly values?: Readonly<Record<string, Question>>;
}

export const LEADS_TO = ['dictionary', 'bugs'] as const;
export type LeadsTo = (typeof LEADS_TO)[number];

/** What a way ends with: right after the event that is told. */
export type Until =
  | Occurrence
  /** It leaves that mark, at whatever server. */
  | { readonly event: 'anywhere'; readonly mark: MarkName }
  /** Somebody notes it; `where` by the fields of the note: `{ 'vote.leader': 3 }`, zxids as `0x100000002`. */
  | {
      readonly event: 'notes';
      readonly note: NoteKind;
      readonly server?: Sid;
      readonly where?: Readonly<Record<string, number | string | boolean>>;
    }
  /** The script, or whoever acts, does that. */
  | { readonly event: 'does'; readonly act: ActionKind; readonly server?: Sid }
  /** So many virtual milliseconds have passed: the last event before. */
  | { readonly event: 'passes'; readonly millis: number };

/** Where to look. What is not said stays as it is. */
export interface Show {
  /** Looked into by the inspector, which opens for it; null folds it. */
  readonly server?: Sid | null;
  readonly look?: 'inside' | 'algorithm' | 'requests' | 'data' | 'log' | 'audit' | 'links';
  readonly view?: 'topology' | 'spaceTime' | 'split';
  readonly consoles?: boolean;
  /** Everybody's vote as a table under the words; of that place alone. */
  readonly votes?: boolean;
}

/** Something that is on the page at that moment. What the inspector shows needs its server to be shown. */
export type Light =
  | { readonly light: 'server'; readonly server: Sid }
  /** On its way. */
  | { readonly light: 'message'; readonly packet: PacketType; readonly from: Sid; readonly to: Sid }
  /** In a transaction log. */
  | { readonly light: 'cell'; readonly server: Sid; readonly zxid: string }
  /** A row of the ballot box: the server's own vote, or that of `from`. */
  | { readonly light: 'vote'; readonly server: Sid; readonly from?: Sid }
  /** A column of the four numbers called epoch. */
  | { readonly light: 'epoch'; readonly server: Sid; readonly field: EpochField }
  /** What waits for a quorum at a leader. */
  | {
      readonly light: 'wait';
      readonly server: Sid;
      readonly for: 'epochProposal' | 'epochAck' | 'newLeaderAck' | 'proposal';
    }
  /** How the leader decided to bring the server up to date. */
  | { readonly light: 'sync'; readonly server: Sid }
  /** A row of the server's data: a znode that it has, or that another has. */
  | { readonly light: 'znode'; readonly server: Sid; readonly path: string };

export const EPOCH_FIELDS = ['logicalClock', 'acceptedEpoch', 'currentEpoch', 'lastZxid'] as const;
export type EpochField = (typeof EPOCH_FIELDS)[number];

/** Something that the run answers. */
export type Question =
  /** Which servers are so: all that is said holds of them. */
  | {
      readonly ask: 'servers';
      readonly state?: ServerState;
      readonly zabState?: ZabState;
      readonly serving?: boolean;
      readonly up?: boolean;
      /** Whom they believe to lead. */
      readonly leader?: Sid;
      /** A start would find that transaction on their disks. */
      readonly onDisk?: string;
      /** It is in their databases. */
      readonly applied?: string;
    }
  /** A number or a word that a server goes by. */
  | { readonly ask: 'server'; readonly server: Sid; readonly field: ServerField }
  /** A field of what the last event's server noted: `{ note: 'voteCompared', field: 'by' }`. */
  | { readonly ask: 'noted'; readonly note: NoteKind; readonly field: string }
  /** What the last event's server wrote to its log about it: the first message that begins so, without its head. */
  | { readonly ask: 'logged'; readonly begins: string }
  /** The property of the audit that the last event broke, by its id: of several the first. */
  | { readonly ask: 'violated' }
  /** Whether a quorum has committed it. */
  | { readonly ask: 'committed'; readonly zxid: string }
  /** The data of a znode at a server; null where there is none. */
  | { readonly ask: 'data'; readonly server: Sid; readonly path: string }
  /** How many of them there were since the step began. */
  | { readonly ask: 'count'; readonly of: Until }
  /** Whether there was one. */
  | { readonly ask: 'happened'; readonly what: Until }
  /** Virtual milliseconds since the step began. */
  | { readonly ask: 'millis' }
  /** Of the configured voters: how many there are, or how many make a majority. */
  | { readonly ask: 'voters' | 'quorum' };

export const SERVER_FIELDS = [
  ...EPOCH_FIELDS,
  'state',
  'zabState',
  'leader',
  'epoch',
  'voteLeader',
  'votePeerEpoch',
  'voteZxid',
] as const;
export type ServerField = (typeof SERVER_FIELDS)[number];

/** Servers by their sids; a zxid as ZooKeeper writes it. */
export type Value = readonly Sid[] | number | string | boolean | null;

export interface Prediction {
  /** What is to be predicted; asked of the run at the place of the answer. */
  readonly question: Question;
  readonly choices: readonly Choice[];
  /** It may also be answered on the stage, by the server that is meant. */
  readonly onStage?: true;
  /** Where it shows; told with the explanation. */
  readonly answer: Stand;
  /** By choice, the branch that a wrong one is run as, from this step on; `*` for those that are not named. */
  readonly wrong: Readonly<Record<string, Stand>>;
}

export interface Choice {
  readonly id: string;
  /** What it says; of a server's question `[]` is nobody. */
  readonly is: Value;
  /** It has words of its own; else the value is shown. */
  readonly named?: true;
}
