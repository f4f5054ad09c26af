/** For tests: a server that follows another one, which the test plays. */
import { passwordOf } from '../processors/session-password.ts';
import type { Behaviour } from '../config/behaviour.ts';
import type { Service } from '../config/service.ts';
import type { Epoch, SessionId } from '../ids.ts';
import type { Txn, TxnBody } from '../database/txn.ts';
import { StandIn, zxidOf } from './stand-in.ts';

const LEADER = 3;

interface FollowingOptions {
  readonly observes?: boolean;
  readonly reconfigEnabled?: boolean;
  readonly noting?: boolean;
  readonly service?: Partial<Service>;
  readonly toggles?: Partial<Behaviour>;
}

/** Server 1, which serves under leader 3 in epoch 1; nothing has been written. */
export function following(options: FollowingOptions = {}): StandIn {
  const server = synchronizing(options);
  server.receive(LEADER, { type: 'NEWLEADER', zxid: zxidOf('1.0') }, 'quorum');
  server.allFlushed();
  server.receive(LEADER, { type: 'UPTODATE' }, 'quorum');
  return server;
}

/** Server 1, which has been sent DIFF by leader 3 and awaits NEWLEADER of epoch 1. */
export function synchronizing({ observes = false, ...options }: FollowingOptions = {}): StandIn {
  const voters = observes ? [2, 3, 4] : [1, 2, 3];
  const server = new StandIn({ sid: 1, voters, observers: observes ? [1] : [], ...options });
  server.allFlushed();
  for (const other of [2, LEADER]) server.connect(other);
  server.vote(2, '3:0.0 e0 r1', 'FOLLOWING');
  server.vote(LEADER, '3:0.0 e0 r1', 'LEADING');
  server.answered(LEADER, 'quorum', 'opened');
  server.receive(LEADER, { type: 'LEADERINFO', newEpoch: 1 as Epoch }, 'quorum');
  server.allFlushed();
  server.receive(LEADER, { type: 'DIFF', zxid: zxidOf('0.0') }, 'quorum');
  return server;
}

/** The leader proposes; who commits it is the test. */
export function proposes(server: StandIn, zxid: string, sessionId: SessionId, body: TxnBody): readonly string[] {
  const txn: Txn = { zxid: zxidOf(zxid), sessionId, cxid: 0, time: 0, body };
  return server.receive(LEADER, { type: 'PROPOSAL', zxid: txn.zxid, txn }, 'quorum');
}

export function commits(server: StandIn, zxid: string): readonly string[] {
  return server.receive(LEADER, { type: 'COMMIT', zxid: zxidOf(zxid) }, 'quorum');
}

/** A client comes with a session that the leader knows. */
export function comesWith(server: StandIn, client: number, sessionId: SessionId): readonly string[] {
  const asks = {
    type: 'CONNECT',
    canBeReadOnly: false,
    sessionId,
    password: passwordOf(sessionId),
    timeoutMillis: 4000,
  } as const;
  server.dialled(client, 'client', { ...asks, lastZxidSeen: zxidOf('0.0') });
  return server.receive(LEADER, { type: 'REVALIDATE', sessionId, timeoutMillis: 4000, valid: true }, 'quorum');
}
