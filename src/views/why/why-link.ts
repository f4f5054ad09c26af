/** Answers about one direction of a link: what cut it, or what came over it last; and what waits on the way. */
import type { LinkFacts, MessageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { Answer, Case, Reason } from './answer.ts';
import { type Cause, causesOf, cutBy } from './causes.ts';
import type { Said } from './said.ts';
import { NOTHING, onTheWay, sidsOf } from './why.ts';

type Ends = { readonly from: Sid; readonly to: Sid };

/** A link is looked back along at most this far. */
const LOOK_MAX = 5000;

export function whyLink(asked: Case, ends: Ends): Answer {
  const { facts, run, cursor } = asked;
  const link = linkOf(asked, ends);
  if (link === null) return NOTHING;
  if (link.cut) {
    const cause = cutBy(run, cursor, ends.from, ends.to);
    return { ...NOTHING, head: headOf(asked, ends, link), headIndex: null, causes: cause === null ? [] : [cause] };
  }
  const last = lastOver(asked, link);
  const causes = last === null ? [] : causesOf(run, last.index, sidsOf(facts));
  return { ...NOTHING, head: headOf(asked, ends, link), causes };
}

/** What has not come over it, one sentence for each type of packet. */
export function whyNotPassed(asked: Case, ends: Ends): Answer {
  const { run, cursor } = asked;
  const link = linkOf(asked, ends);
  if (link === null) return NOTHING;
  const kinds = new Map<string, { readonly first: MessageFacts; readonly index: number; readonly said: Said }>();
  for (const message of waitingOn(asked, link)) {
    const { held, index } = onTheWay(asked, message);
    const { type, arrivesAt } = message;
    const known = kinds.get(`${type} ${held}`);
    const count = known?.said.kind === 'onLink' ? known.said.count + 1 : 1;
    const said: Said = { kind: 'onLink', type, count, held, arrivesAt: known?.first.arrivesAt ?? arrivesAt };
    kinds.set(`${type} ${held}`, { first: known?.first ?? message, index: known?.index ?? index, said });
  }
  const cause = link.cut ? cutBy(run, cursor, ends.from, ends.to) : null;
  return {
    ...NOTHING,
    head: headOf(asked, ends, link),
    causes: cause === null ? [] : [cause],
    reasons: [...kinds.values()].map(({ said, index }): Reason => ({ said, index })),
  };
}

function headOf(asked: Case, ends: Ends, link: LinkFacts): Said {
  const count = waitingOn(asked, link).length;
  return link.cut
    ? { kind: 'linkCut', ...ends, count }
    : { kind: 'linkOpen', ...ends, millis: link.latencyMillis, count };
}

function waitingOn({ facts }: Case, { from, to }: LinkFacts): readonly MessageFacts[] {
  return facts.messages.filter((one) => one.from === from && one.to === to);
}

/** What came over it last. */
function lastOver({ run, cursor }: Case, { from, to }: LinkFacts): Cause | null {
  for (let index = cursor - 1; index >= Math.max(0, cursor - LOOK_MAX); index--) {
    if (run.valueAt('node', index) !== to) continue;
    const entry = run.entryAt(index);
    if (entry.kind === 'received' && entry.other === from) return { index, entry };
  }
  return null;
}

function linkOf({ facts }: Case, { from, to }: Ends): LinkFacts | null {
  const nodeOf = (sid: Sid): number | undefined => facts.servers.find((one) => one.sid === sid)?.node;
  return facts.links.find((one) => one.from === nodeOf(from) && one.to === nodeOf(to)) ?? null;
}
