/** What the run says to the questions of a lesson. */
import { assertUnreachable } from '../base/assert.ts';
import type { Entry } from '../sim/entry.ts';
import type { LogCell, ServerFacts, StageFacts } from '../sim/facts.ts';
import type { Moment } from '../sim/moment.ts';
import { dataFactsOf } from '../sim/select-data.ts';
import { serverLog } from '../sim/server-log.ts';
import { parseZxid, zxidText } from '../zookeeper/ids.ts';
import type { LogRelease } from '../zookeeper/operator/log-lines.ts';
import { quorumSize } from '../zookeeper/election/quorum-verifier.ts';
import type { Question, Until, Value } from './lesson.ts';
import { fieldOf } from './until.ts';

/** A place as far as questions look at it. */
export interface Seen {
  readonly facts: StageFacts;
  readonly moment: Moment;
  /** The event that led there. */
  readonly entry: Entry | null;
  /** Whose log lines its servers write. */
  readonly release: LogRelease;
  /** When the step began, in virtual milliseconds. */
  readonly since: number;
  /** How often that happened since then. */
  readonly count: (what: Until) => number;
}

export function answerTo(question: Question, seen: Seen): Value {
  const { facts } = seen;
  switch (question.ask) {
    case 'servers':
      return facts.servers.filter((server) => isSo(server, question)).map(({ sid }) => sid);
    case 'server': {
      const server = facts.servers.find(({ sid }) => sid === question.server);
      return server === undefined ? null : fieldOfServer(server, question.field);
    }
    case 'noted': {
      const note = seen.entry?.notes.find(({ kind }) => kind === question.note);
      return note === undefined ? null : fieldOf(note, question.field);
    }
    case 'logged': {
      const { entry, moment, release } = seen;
      const lines = entry === null ? [] : (serverLog(entry, moment.world, release)?.lines ?? []);
      return lines.find(({ message }) => message.startsWith(question.begins))?.message ?? null;
    }
    case 'violated':
      return seen.entry?.violations[0]?.property ?? null;
    case 'committed':
      return facts.servers.some(({ log }) => log.some((cell) => isCell(cell, question.zxid) && cell.committed));
    case 'data': {
      const data = dataFactsOf(seen.moment, question.server);
      const znode = data?.znodes.find(({ path, stat }) => path === question.path && stat !== null);
      return znode?.data ?? null;
    }
    case 'count':
      return seen.count(question.of);
    case 'happened':
      return seen.count(question.what) > 0;
    case 'millis':
      return facts.now - seen.since;
    case 'voters':
      return facts.voters.length;
    case 'quorum':
      return quorumSize(facts.quorumVerifier);
    default:
      return assertUnreachable(question);
  }
}

/** Two answers say the same. */
export function isSameValue(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Wanted = Extract<Question, { readonly ask: 'servers' }>;

function isSo(server: ServerFacts, wanted: Wanted): boolean {
  const { state, zabState, serving, up, leader, onDisk, applied } = wanted;
  // Who is frozen has a state, and does nothing in it.
  if (up !== undefined && (server.status === 'up') !== up) return false;
  if (state !== undefined && server.state !== state) return false;
  if (zabState !== undefined && server.zabState !== zabState) return false;
  if (serving !== undefined && server.serving !== serving) return false;
  if (leader !== undefined && server.leader !== leader) return false;
  if (onDisk !== undefined && !server.log.some((cell) => isCell(cell, onDisk) && cell.onDisk)) return false;
  return applied === undefined || server.log.some((cell) => isCell(cell, applied) && isApplied(cell));
}

function isCell({ zxid }: LogCell, text: string): boolean {
  return zxid === parseZxid(text);
}

function isApplied({ state }: LogCell): boolean {
  return state === 'applied' || state === 'snapshotted' || state === 'replayed';
}

function fieldOfServer(server: ServerFacts, field: Extract<Question, { readonly ask: 'server' }>['field']): Value {
  switch (field) {
    case 'lastZxid':
      return zxidText(server.lastZxid);
    case 'voteLeader':
      return server.vote?.leader ?? null;
    case 'votePeerEpoch':
      return server.vote?.peerEpoch ?? null;
    case 'voteZxid':
      return server.vote === null ? null : zxidText(server.vote.zxid);
    default:
      return server[field];
  }
}
