/** A few words at the end of a server's log: what waits, what it lacks. */
import type { LabWords } from '../../locales/translation.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { isHeld } from './layout.ts';

/** So many proposals fit; the others are counted. */
const SHOWN_MAX = 2;

export function remarkOn(
  server: ServerFacts,
  facts: StageFacts,
  words: LabWords,
  zxidText: (zxid: Zxid) => string,
): string {
  const proposals = server.waits.flatMap((wait) =>
    wait.for === 'proposal' && wait.zxid !== null
      ? [`${zxidText(wait.zxid)} ${words.belief.ofVoters(wait.acks.length, facts.voters.length)}`]
      : [],
  );
  if (proposals.length > 0)
    return words.logs.acks(proposals.slice(0, SHOWN_MAX), Math.max(0, proposals.length - SHOWN_MAX));
  const has = new Set(server.log.filter(isHeld).map((cell) => cell.zxid));
  const others = facts.servers.filter((other) => other.sid !== server.sid);
  const last = server.log.findLast((cell) => cell.onDisk && isHeld(cell));
  if (
    last !== undefined &&
    !others.some((other) => other.log.some((cell) => cell.zxid === last.zxid && isHeld(cell)))
  ) {
    return words.logs.alone;
  }
  const committed = new Set(
    others.flatMap((other) => other.log.filter((cell) => cell.committed).map((cell) => cell.zxid)),
  );
  const first = server.log[0]?.zxid ?? Number.POSITIVE_INFINITY;
  const missing = [...committed].filter((zxid) => !has.has(zxid) && (server.logFolded === 0 || zxid > first)).length;
  return missing === 0 ? '' : words.logs.behind(missing);
}
