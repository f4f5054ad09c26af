/** English names that sentences and labels are made of. */
import { assertUnreachable } from '../base/assert.ts';
import { SMALLEST, type Sid } from '../zookeeper/ids.ts';
import type { DecidingColumn } from '../zookeeper/notes.ts';
import type { ZabState } from '../zookeeper/packets.ts';
import { formatsOf } from './message.ts';

const { and } = formatsOf('en');

/** A server that may not vote votes for nobody. */
export const server = (sid: Sid): string => (sid === SMALLEST ? 'nobody' : `S${sid}`);
export const servers = (sids: readonly Sid[]): string => (sids.length === 0 ? 'nobody' : and(sids.map(server)));
/** `S1 S5`, where space is short. */
export const serverRow = (sids: readonly Sid[]): string => sids.map(server).join(' ');

/** Why a vote is the greater one, as people say it. */
export function greaterBecause(column: DecidingColumn): string {
  switch (column) {
    case 'electionEpoch':
      return 'a later round';
    case 'peerEpoch':
      return 'a newer epoch';
    case 'zxid':
      return 'same epoch, longer log';
    case 'leader':
      return 'same epoch, same log, larger id';
    case 'weight':
      return 'the other one has no weight and cannot be elected';
    case null:
      return 'the same vote';
    default:
      return assertUnreachable(column);
  }
}

export const columnName: Readonly<Record<Exclude<DecidingColumn, null>, string>> = {
  electionEpoch: 'round',
  peerEpoch: 'peerEpoch',
  zxid: 'zxid',
  leader: 'leader id',
  weight: 'weight',
};

export const phaseName: Readonly<Record<ZabState, string>> = {
  ELECTION: 'election',
  DISCOVERY: 'discovery',
  SYNCHRONIZATION: 'synchronization',
  BROADCAST: 'broadcast',
};
