/**
 * Server ids, epochs, rounds and zxids, and all arithmetic on zxids.
 *
 * A zxid is 64 bits in ZooKeeper: epoch in the high half, counter in the low half. Here it is a number,
 * epoch · 2^32 + counter, exact while the epoch stays below 2^21. Never use bit operators on one: they
 * cut it to 32 bits.
 */
import { assert } from '../base/assert.ts';
import type { Brand } from '../base/brand.ts';

/** A server's id (its `myid`), never a position in a list. */
export type Sid = Brand<number, 'Sid'>;
export type Zxid = Brand<number, 'Zxid'>;
/** A leader's epoch: acceptedEpoch, currentEpoch, peerEpoch, or the high half of a zxid. */
export type Epoch = Brand<number, 'Epoch'>;
/** An election round: logicalClock, on the wire electionEpoch. Not an epoch. */
export type Round = Brand<number, 'Round'>;
/** A client session's id. Opaque text: the server's 64-bit number does not fit a JavaScript one. */
export type SessionId = Brand<string, 'SessionId'>;

/** A session's id: the server that made it, then its clock, then a count; unique over servers and restarts. */
export function sessionIdOf(maker: Sid, clock: number, count: number): SessionId {
  const [clockText, countText] = [clock.toString(16).padStart(9, '0'), count.toString(16).padStart(4, '0')];
  return `0x${maker.toString(16)}${clockText}${countText}` as SessionId;
}

/** The server that has made a session; NaN for an id of another shape. */
export function makerOf(id: SessionId): Sid {
  return Number.parseInt(id.slice(2, -13), 16) as Sid;
}

const COUNTER_SIZE = 4294967296;
const EPOCH_MAX = 2 ** 21 - 1;

/** Before any transaction. */
export const ZXID_ZERO = 0 as Zxid;
/** "No data at all": the last zxid of a server without a database. */
export const ZXID_NONE = -1 as Zxid;
/** What a non-voter votes with (Long.MIN_VALUE): smaller than every zxid, epoch and sid. */
export const SMALLEST = -(2 ** 53 - 1);

export const COUNTER_MAX = COUNTER_SIZE - 1;

/** A number as a server's id. */
export function sidOf(value: number): Sid {
  return value as Sid;
}

/** Asserts that both parts fit. */
export function zxidFrom(epoch: number, counter: number): Zxid {
  assert(epoch >= 0 && epoch <= EPOCH_MAX, `epoch ${epoch} fits`);
  assert(counter >= 0 && counter <= COUNTER_MAX, `counter ${counter} fits`);
  return (epoch * COUNTER_SIZE + counter) as Zxid;
}

/** The high half; -1 for ZXID_NONE. */
export function epochOf(zxid: Zxid): Epoch {
  return Math.floor(zxid / COUNTER_SIZE) as Epoch;
}

/** The low half, from 0 to COUNTER_MAX. */
export function counterOf(zxid: Zxid): number {
  return zxid - Math.floor(zxid / COUNTER_SIZE) * COUNTER_SIZE;
}

/** The next counter of the same epoch; whether one is left is the caller's affair (COUNTER_MAX). */
export function nextZxid(zxid: Zxid): Zxid {
  return (zxid + 1) as Zxid;
}

export function previousZxid(zxid: Zxid): Zxid {
  return (zxid - 1) as Zxid;
}

/** ZooKeeper's own text: `0x` and lowercase hex without padding. */
export function zxidText(zxid: Zxid): string {
  if (zxid === SMALLEST) return '0x8000000000000000';
  return zxid === ZXID_NONE ? '0xffffffffffffffff' : `0x${zxid.toString(16)}`;
}

/** A number of a vote, sid or epoch, as zxids of votes are told. */
export function voteNumberText(value: number): string {
  return value === SMALLEST ? '−∞' : String(value);
}

/** The text people compare by: `epoch·counter`, as in `2·4`. */
export function zxidLabel(zxid: Zxid): string {
  if (zxid === SMALLEST) return '−∞';
  return zxid === ZXID_NONE ? 'none' : `${epochOf(zxid)}·${counterOf(zxid)}`;
}

/** The zxid that `zxidText` writes, or null when `text` is none. */
export function parseZxid(text: string): Zxid | null {
  if (!/^0x[0-9a-f]{1,16}$/.test(text)) return null;
  if (text === '0xffffffffffffffff') return ZXID_NONE;
  const value = Number.parseInt(text.slice(2), 16);
  return Number.isSafeInteger(value) ? (value as Zxid) : null;
}
