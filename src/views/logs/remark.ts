/** A few words at the end of a server's log: what waits, what it lacks. */
import type { LabWords } from '../lab-words.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import type { Zxid } from '../../zookeeper/ids.ts';

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
  if (proposals.length > 0) return words.logs.acks(proposals.slice(0, 2));
  const has = new Set(server.log.map((cell) => cell.zxid));
  const others = facts.servers.filter((other) => other.sid !== server.sid);
  const last = server.log.findLast((cell) => cell.onDisk);
  if (last !== undefined && others.every((other) => !other.log.some((cell) => cell.zxid === last.zxid))) {
    return words.logs.alone;
  }
  const committed = new Set(
    others.flatMap((other) =>
      other.log.filter((cell) => cell.state === 'applied' || cell.state === 'snapshotted').map((cell) => cell.zxid),
    ),
  );
  const first = server.log[0]?.zxid ?? Number.POSITIVE_INFINITY;
  const missing = [...committed].filter((zxid) => !has.has(zxid) && (server.logFolded === 0 || zxid > first)).length;
  return missing === 0 ? '' : words.logs.behind(missing);
}
