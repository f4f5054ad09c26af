/**
 * What a server does against more requests than it can take (ServerCnxn.incrOutstandingAndCheckThrottle, RequestThrottler).
 *
 *   globalOutstandingLimit          who asks while more than that are under way is read from no more, pings included, until it is
 *                                   answered and there is room again; everybody may have one request under way
 *   request_throttle_max_requests   so many are let into the request processors; the others wait in order of arrival (3.6)
 *
 * Simplified: the beginning of a session is not counted, and waits for nothing.
 */
import type { ConnectionId } from '../../kernel/process.ts';
import { type ClientPacket, type ClientService, type ThrottledRequest, connectionOn } from './client-service.ts';
import type { SessionId } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';

/** Requests of clients that are in the request processors (ZooKeeperServer.getInProcess). */
function inProcess({ connections }: ClientService): number {
  let sum = 0;
  for (const { calls } of connections) sum += calls.length;
  return sum;
}

/** ZooKeeperServer.shouldThrottle, of a connection with something under way. Leaders and followers share the limit among each other. */
export function isOverLimit(turn: Turn): boolean {
  const { peer } = turn;
  const limit = outstandingLimit(turn);
  const { throttled } = peer.clients;
  return limit < inProcess(peer.clients) || (throttled !== undefined && limit < throttled.length);
}

function outstandingLimit({ peer, config }: Turn): number {
  const voters = peer.quorumVerifier.voters.length;
  const divisor = voters > 2 && peer.state !== 'OBSERVING' ? voters - 1 : 1;
  return Math.floor(config.service.globalOutstandingLimit / divisor);
}

/** Whether nothing is read from it now; the packet is read later then. */
export function isKeptUnread(turn: Turn, on: ConnectionId, packet: ClientPacket): boolean {
  const { unread } = turn.peer.clients;
  const kept = unread?.[on];
  if (unread === undefined || kept === undefined) return false;
  turn.clients().unread = { ...unread, [on]: [...kept, packet] };
  return true;
}

/** What was read from it is the last for now. */
export function pause(turn: Turn, on: ConnectionId, sessionId: SessionId): void {
  turn.clients().unread = { ...turn.peer.clients.unread, [on]: [] };
  if (!turn.noting) return;
  const { clients } = turn.peer;
  const outstanding = Math.max(inProcess(clients), clients.throttled?.length ?? 0);
  turn.note({ kind: 'readingPaused', sessionId, outstanding, limit: outstandingLimit(turn) });
}

/** One of its requests was answered: it may be read from again, once what is being done is done. */
export function readAgainIfRoom(turn: Turn, on: ConnectionId): void {
  const { clients } = turn.peer;
  if (clients.unread?.[on] === undefined) return;
  const waits = connectionOn(clients, on)?.calls.length ?? 0;
  const queued = (clients.throttled ?? []).some((request) => request.on === on);
  if ((waits > 0 || queued) && isOverLimit(turn)) return;
  turn.readAgain ??= [];
  if (!turn.readAgain.includes(on)) turn.readAgain.push(on);
}

/** What was kept unread from it, which is read from again; null where it is gone. */
export function takeUnread(
  turn: Turn,
): { readonly on: ConnectionId; readonly packets: readonly ClientPacket[] } | null {
  const on = turn.readAgain?.shift();
  if (on === undefined) return null;
  const packets = turn.peer.clients.unread?.[on] ?? [];
  forgetUnread(turn, on);
  const sessionId = connectionOn(turn.peer.clients, on)?.sessionId ?? null;
  if (turn.noting && sessionId !== null) {
    turn.note({ kind: 'readingResumed', sessionId, waiting: packets.length });
  }
  return { on, packets };
}

/** It is read from as always, or no more. */
export function forgetUnread(turn: Turn, on: ConnectionId): void {
  const { unread } = turn.peer.clients;
  if (unread === undefined || !(on in unread)) return;
  const { [on]: _, ...others } = unread;
  if (Object.keys(others).length > 0) turn.clients().unread = others;
  else delete turn.clients().unread;
}

/** Whether a request has to wait in the throttler now. */
export function isThrottling({ peer, config }: Turn): boolean {
  const { requestThrottleMaxRequests: most } = config.service;
  return most > 0 && (peer.clients.throttled !== undefined || inProcess(peer.clients) >= most);
}

/** Puts it there. */
export function throttle(turn: Turn, request: ThrottledRequest): void {
  turn.clients().throttled = [...(turn.peer.clients.throttled ?? []), request];
}

/** The next that the throttler lets through; null where there is none, or no room. */
export function takeThrottled(turn: Turn): ThrottledRequest | null {
  const { throttled } = turn.peer.clients;
  const [next, ...rest] = throttled ?? [];
  if (next === undefined || inProcess(turn.peer.clients) >= turn.config.service.requestThrottleMaxRequests) return null;
  if (rest.length > 0) turn.clients().throttled = rest;
  else delete turn.clients().throttled;
  return next;
}
