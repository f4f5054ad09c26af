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
  const { holders, committed } = tallyOf(facts.servers);
  const last = server.log.findLast((cell) => cell.onDisk && isHeld(cell));
  if (last !== undefined && holders.get(last.zxid) === 1) return words.logs.alone;
  const own = new Set(server.log.flatMap((cell) => (cell.committed ? [cell.zxid] : [])));
  const first = server.log[0]?.zxid ?? Number.POSITIVE_INFINITY;
  let missing = 0;
  for (const [zxid, count] of committed) {
    const byOthers = own.has(zxid) ? count - 1 : count;
    if (byOthers > 0 && !has.has(zxid) && (server.logFolded === 0 || zxid > first)) missing += 1;
  }
  return missing === 0 ? '' : words.logs.behind(missing);
}

/** By transaction, how many hold it, and how many of those that know of it have it as committed. */
interface Tally {
  readonly holders: ReadonlyMap<Zxid, number>;
  readonly committed: ReadonlyMap<Zxid, number>;
}

const tallies = new WeakMap<readonly ServerFacts[], Tally>();

/** Counted once for all rows. */
function tallyOf(servers: readonly ServerFacts[]): Tally {
  const known = tallies.get(servers);
  if (known !== undefined) return known;
  const [holders, committed] = [new Map<Zxid, number>(), new Map<Zxid, number>()];
  for (const { log } of servers) {
    for (const cell of log) {
      if (isHeld(cell)) holders.set(cell.zxid, (holders.get(cell.zxid) ?? 0) + 1);
      if (cell.committed) committed.set(cell.zxid, (committed.get(cell.zxid) ?? 0) + 1);
    }
  }
  tallies.set(servers, { holders, committed });
  return { holders, committed };
}
