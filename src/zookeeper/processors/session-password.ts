/** The password of a session (ZooKeeperServer.generatePasswd): whoever comes back with the session must know it. */
import type { SessionId } from '../ids.ts';

/** What every server has in common, so that any of them can check what another gave away (superSecret). */
const SECRET = 0xb3415c00n;

/** Sixteen bytes in hexadecimal, drawn by java.util.Random from the session's id alone: no secret to anybody who knows how. */
export function passwordOf(sessionId: SessionId): string {
  let seed = (BigInt(sessionId) ^ SECRET ^ MULTIPLIER) & MASK;
  let hex = '';
  for (let i = 0; i < 4; i++) {
    seed = (seed * MULTIPLIER + 0xbn) & MASK;
    let word = Number((seed >> 16n) & 0xffffffffn);
    // Random.nextBytes takes the lowest byte of each number first.
    for (let byte = 0; byte < 4; byte++) {
      hex += (word & 0xff).toString(16).padStart(2, '0');
      word >>>= 8;
    }
  }
  return hex;
}

const MULTIPLIER = 0x5deece66dn;
const MASK = (1n << 48n) - 1n;
