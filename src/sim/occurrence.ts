/** Something that may happen, told so that a run can wait for it: "S3 has two acks", "S2 receives NEWLEADER from S1". */
import { assertUnreachable } from '../base/assert.ts';
import type { NodeConfig } from '../zookeeper/config/ensemble.ts';
import { type Sid, type Zxid, zxidText } from '../zookeeper/ids.ts';
import type { Note, WriteKind } from '../zookeeper/notes.ts';
import type { PacketType, ServerState, ZabState } from '../zookeeper/packets.ts';
import type { Entry } from './entry.ts';

/** Every field but the first narrows it down. Zxids are written as ZooKeeper does: `0x100000002`. */
export type Occurrence =
  | {
      readonly event: 'receives';
      readonly server: Sid;
      readonly packet: PacketType;
      readonly from?: Sid;
      readonly zxid?: string;
    }
  /** A write of the server has reached its disk. */
  | { readonly event: 'writes'; readonly server: Sid; readonly write: WriteKind }
  | { readonly event: 'becomes'; readonly server: Sid; readonly state?: ServerState; readonly zabState?: ZabState }
  | { readonly event: 'proposes'; readonly server: Sid; readonly zxid?: string }
  /** As a leader it counts so many acks for a proposal, or more; its own is one of them. */
  | { readonly event: 'counts'; readonly server: Sid; readonly acks: number; readonly zxid?: string }
  | { readonly event: 'commits'; readonly server: Sid; readonly zxid?: string };

/** Whether `entry` is what was waited for. `config` is that of the node it happened at. */
export function isOccurrence(
  entry: Entry,
  config: NodeConfig | undefined,
  what: Occurrence,
  from: Sid | null,
): boolean {
  if (config?.kind !== 'server' || config.sid !== what.server) return false;
  switch (what.event) {
    case 'receives': {
      const { packet } = entry;
      if (packet?.type !== what.packet || (what.from !== undefined && what.from !== from)) return false;
      return what.zxid === undefined || ('zxid' in packet && zxidText(packet.zxid) === what.zxid);
    }
    case 'writes':
      return entry.kind === 'flushed' && entry.write?.kind === what.write;
    case 'becomes':
    case 'proposes':
    case 'counts':
    case 'commits':
      return entry.notes.some((note) => isNoted(note, what));
    default:
      return assertUnreachable(what);
  }
}

type Noted = Exclude<Occurrence, { readonly event: 'receives' | 'writes' }>;

function isNoted(note: Note, what: Noted): boolean {
  switch (what.event) {
    case 'becomes':
      if (note.kind !== 'stateChanged' || (what.state !== undefined && what.state !== note.state)) return false;
      return what.zabState === undefined || what.zabState === note.zabState;
    case 'proposes':
      return note.kind === 'proposed' && isZxid(note.zxid, what.zxid);
    case 'counts':
      return note.kind === 'acked' && note.acks.length >= what.acks && isZxid(note.zxid, what.zxid);
    case 'commits':
      return note.kind === 'committed' && isZxid(note.zxid, what.zxid);
    default:
      return assertUnreachable(what);
  }
}

function isZxid(zxid: Zxid, text: string | undefined): boolean {
  return text === undefined || zxidText(zxid) === text;
}
