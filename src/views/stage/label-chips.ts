/** Which chips stand beside a server: its last zxid and its vote always, and what else the last event changed. */
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { type Zxid, voteNumberText } from '../../zookeeper/ids.ts';
import type { ChipSpec } from './Chip.tsx';
import { type ServerChange, ringOf } from './changes.ts';

export function standingChips(
  server: ServerFacts,
  change: ServerChange | null,
  zxidText: (zxid: Zxid) => string,
): readonly ChipSpec[] {
  const was = change?.was;
  const zxid: ChipSpec = {
    key: 'zxid',
    text: zxidText(server.lastZxid),
    mono: true,
    ...(was?.lastZxid === undefined ? {} : { was: zxidText(was.lastZxid) }),
  };
  if (server.ballot === null) return [zxid];
  const vote: ChipSpec = {
    key: 'vote',
    text: voteNumberText(server.ballot.own.leader),
    mono: true,
    vote: true,
    ...(was?.voteFor === undefined || was.voteFor === null ? {} : { was: String(was.voteFor) }),
  };
  return [zxid, vote];
}

export function changedChip(
  server: ServerFacts,
  change: ServerChange | null,
  voters: number,
  { belief }: Catalogue,
): ChipSpec | null {
  if (change === null) return null;
  const { was } = change;
  if (was.epoch !== undefined && server.epoch !== null) {
    const old = was.epoch ?? server.currentEpoch;
    return { key: 'epoch', text: belief.epoch(server.epoch), was: old === server.epoch ? '' : belief.epoch(old) };
  }
  const ring = ringOf(server);
  if (ring !== null && change.joined.size > 0) {
    const counted = ring.counted.length;
    return {
      key: 'ring',
      text: belief.ofVoters(counted, voters),
      was: belief.ofVoters(counted - change.joined.size, voters),
    };
  }
  return null;
}
