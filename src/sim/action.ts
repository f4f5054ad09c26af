/** Everything that can be done to a run from outside: the steps of a scenario, and a visitor's interventions. */
import type { DiskFailure } from '../kernel/process.ts';
import type { SessionClaim } from '../zookeeper/client/client.ts';
import type { Operation } from '../zookeeper/client/operations.ts';
import type { StrangersWords } from '../zookeeper/client/stranger.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { WriteKind } from '../zookeeper/notes.ts';
import type { PacketType } from '../zookeeper/packets.ts';
import type { StatsReset } from '../zookeeper/peer/protocol.ts';
import type { Occurrence } from './occurrence.ts';

/** One thing on its way: the how manyth on its link, and what it is, so that another is not taken for it. */
export interface MessageRef {
  /** A server, or a client by its name. */
  readonly from: Sid | string;
  readonly to: Sid | string;
  readonly packet: MessageType;
  /** Counted from 0 over all that the link was given to carry. */
  readonly number: number;
}

/** Connections are opened and ended by something that travels, too. */
export type MessageType = PacketType | 'dial' | 'answer' | 'end';

export type Action =
  | { readonly do: 'start'; readonly server: Sid }
  /** kill -9: what was not flushed is lost. */
  | { readonly do: 'kill'; readonly server: Sid }
  /** SIGTERM: writes under way reach the disk. */
  | { readonly do: 'stop'; readonly server: Sid }
  /** SIGSTOP, or a long garbage collection: sockets stay. */
  | { readonly do: 'freeze'; readonly server: Sid }
  | { readonly do: 'thaw'; readonly server: Sid }
  | { readonly do: 'wipe'; readonly server: Sid }
  | { readonly do: 'slowDisk'; readonly server: Sid; readonly millis: number }
  /** The disk refuses writes: for good, or so many times, and all of them or those of one kind. */
  | {
      readonly do: 'failDisk';
      readonly server: Sid;
      readonly because: DiskFailure;
      readonly write?: WriteKind;
      readonly times?: number;
    }
  | { readonly do: 'mendDisk'; readonly server: Sid }
  /** The process dies right before or right after its next flush has reached the disk; or the n-th from now, of all or of one kind. */
  | {
      readonly do: 'killAtFlush';
      readonly server: Sid;
      readonly side: 'before' | 'after';
      readonly write?: WriteKind;
      readonly nth?: number;
    }
  /** The newest transactions in the log of a stopped server are gone: its drive had only said that they were safe. */
  | { readonly do: 'loseTail'; readonly server: Sid; readonly count: number }
  /** The machine's clock is set so many milliseconds fast, or slow where that is negative. */
  | { readonly do: 'setClock'; readonly server: Sid; readonly offsetMillis: number }
  /** One direction of a link. */
  | { readonly do: 'cut'; readonly from: Sid; readonly to: Sid }
  | { readonly do: 'heal'; readonly from: Sid; readonly to: Sid }
  /** Cuts every link between servers of different groups, both ways; other links stay as they are. */
  | { readonly do: 'partition'; readonly groups: readonly (readonly Sid[])[] }
  | { readonly do: 'healAll' }
  | { readonly do: 'latency'; readonly from: Sid; readonly to: Sid; readonly millis: number }
  /** A counterfactual: so many of a hundred packets vanish from connections that go on. Real links do not, TCP sends again. */
  | { readonly do: 'loss'; readonly from: Sid; readonly to: Sid; readonly percent: number }
  /** A counterfactual: one message vanishes, and its connection goes on. */
  | ({ readonly do: 'dropMessage' } & MessageRef)
  /** One message takes so much longer, and holds up what is behind it in its connection. */
  | ({ readonly do: 'delayMessage'; readonly millis: number } & MessageRef)
  /** So much less, but not less than what is ahead of it; without `millis` it is what happens next, where nothing is ahead. */
  | ({ readonly do: 'hurryMessage'; readonly millis?: number } & MessageRef)
  /** A client (made when its name is new) connects to a server: with the session it has, or for a new one. */
  | {
      readonly do: 'connect';
      readonly client: string;
      readonly server: Sid;
      readonly timeoutMillis: number;
      /** It is content with a server that only reads; absent: it is not. */
      readonly canBeReadOnly?: boolean;
      /**
       * It opens a ZooKeeper handle with these hosts: goes on to the next by itself when it loses one, and is closed for
       * good when its session is gone. Absent: it stays where it is told.
       */
      readonly hosts?: readonly Sid[];
      /** It takes this session for its own, as whoever knows id and password may; absent: its own, or a new one. */
      readonly claim?: SessionClaim;
    }
  /** A client's process dies: its connection ends, its session lives on until it expires. */
  | { readonly do: 'killClient'; readonly client: string }
  /** A process of that name dials a server's election port, says who it is, and one thing more. */
  | {
      readonly do: 'stranger';
      readonly client: string;
      readonly server: Sid;
      readonly as: Sid;
      readonly says: StrangersWords;
    }
  /** The leader's counter jumps ahead to this, as if that many transactions had been: it takes four thousand million to use it up. */
  | { readonly do: 'skipZxids'; readonly server: Sid; readonly counter: number }
  /** An operator sets to zero what a server has counted, or what its connections have, by that word or command. */
  | { readonly do: 'resetStats'; readonly server: Sid; readonly by: StatsReset }
  /** `stmk`, set_trace_mask. */
  | { readonly do: 'setTraceMask'; readonly server: Sid; readonly mask: number }
  /** The admin server's `snapshot`: one more file on its disk. */
  | { readonly do: 'takeSnapshot'; readonly server: Sid }
  /** The admin server's `restore`: what a server holds in memory is replaced by the newest snapshot on the disk of that server. */
  | { readonly do: 'restoreSnapshot'; readonly server: Sid; readonly of: Sid }
  /** The admin server's `shed_connections`: so many of a hundred client connections are closed. */
  | { readonly do: 'shedConnections'; readonly server: Sid; readonly percent: number }
  /** A line is typed into a client, as into zkCli; it waits for those before it. */
  | { readonly do: 'type'; readonly client: string; readonly line: string }
  /**
   * Held back: the action is done right after the event that is waited for, or the n-th such from now. It may hold another.
   */
  | { readonly do: 'hold'; readonly until: Occurrence; readonly nth?: number; readonly action: Action }
  /** A client asks its server; it waits for its connection first. */
  | { readonly do: 'call'; readonly client: string; readonly operation: Operation };

export type ActionKind = Action['do'];
