/**
 * The digest of a data tree (DigestCalculator, AdHash): the sum of one CRC-32 per node, over its path, its data and its stat, so
 * that it could be kept up to date change by change. Here it is asked for now and then, and what a node comes to is kept with
 * the node, which trees share. Nodes below /zookeeper do not count.
 */
import { sortedEntries } from '../../base/persistent-map.ts';
import { type SessionId, type Zxid, counterOf, epochOf } from '../ids.ts';
import type { DataNode, DataTree } from './data-tree.ts';
import type { ZxidDigest } from './database.ts';

/** How a digest is computed, as it is told with one (DigestCalculator.DIGEST_VERSION). */
export const DIGEST_VERSION = 2;

/** DataTree.DIGEST_LOG_LIMIT. */
const LOG_LIMIT = 1024;

/** The log of digests with one more, without the oldest where that is too many. */
export function withDigest(log: readonly ZxidDigest[], zxid: Zxid, tree: DataTree): readonly ZxidDigest[] {
  return [...log.slice(1 - LOG_LIMIT), { zxid, digest: adHash(tree) }];
}

/** The digest of `tree`. Below 2^53 as long as there are fewer than two million nodes. */
export function adHash(tree: DataTree): number {
  let sum = 0;
  for (const [path, node] of sortedEntries(tree.nodes))
    if (!path.startsWith('/zookeeper/')) sum += digestOf(path, node);
  return sum;
}

/** A node has one path, and does not change. */
const digests = new WeakMap<DataNode, number>();

function digestOf(path: string, node: DataNode): number {
  const known = digests.get(node);
  if (known !== undefined) return known;
  const crc = new Crc32();
  // The root goes by the empty path.
  crc.text(path === '/' ? '' : path);
  crc.text(node.data);
  for (const zxid of [node.czxid, node.mzxid, node.pzxid]) crc.long(epochOf(zxid), counterOf(zxid));
  for (const time of [node.ctime, node.mtime]) crc.long(Math.floor(time / 2 ** 32), time % 2 ** 32);
  crc.int(node.version);
  crc.int(node.cversion);
  crc.int(node.aversion);
  crc.long(...ownerOf(node));
  const digest = crc.value;
  digests.set(node, digest);
  return digest;
}

/** The two halves of ephemeralOwner, which also says what kind of node it is (EphemeralType). */
function ownerOf({ ephemeralOwner, extended }: DataNode): readonly [high: number, low: number] {
  if (ephemeralOwner !== null) return halvesOf(ephemeralOwner);
  if (extended === null) return [0, 0];
  if (extended === 'CONTAINER') return [0x8000_0000, 0];
  return [0xff00_0000 + Math.floor(extended / 2 ** 32), extended % 2 ** 32];
}

function halvesOf(id: SessionId): readonly [high: number, low: number] {
  const digits = id.slice(2).padStart(16, '0');
  return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8), 16)];
}

const POLYNOMIAL = 0xedb8_8320;
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? POLYNOMIAL : 0);
  return remainder;
});

/** java.util.zip.CRC32, over what DataOutput would have written. */
class Crc32 {
  #remainder = -1;

  get value(): number {
    return (this.#remainder ^ -1) >>> 0;
  }

  text(text: string): void {
    for (const byte of new TextEncoder().encode(text)) this.#byte(byte);
  }

  int(value: number): void {
    for (const shift of [24, 16, 8, 0]) this.#byte(value >>> shift);
  }

  long(high: number, low: number): void {
    this.int(high);
    this.int(low);
  }

  #byte(byte: number): void {
    this.#remainder = (this.#remainder >>> 8) ^ (TABLE[(this.#remainder ^ byte) & 0xff] ?? 0);
  }
}
