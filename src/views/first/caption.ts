/** The big words of the first look, from what has happened so far. */
import type { FirstLookStep } from '../../app/first-look.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { FirstVotes } from './votes.ts';

export interface FirstCaption {
  readonly title: string;
  readonly why: string;
  readonly isOpening: boolean;
}

export function firstCaption(
  step: FirstLookStep,
  { again }: { readonly again: boolean },
  { votes, lastGivenUp, agreed, elected }: FirstVotes,
  facts: StageFacts,
  words: Catalogue,
): FirstCaption {
  const { first } = words;
  if (step === 'serving') {
    const leader = facts.servers.find((server) => server.state === 'LEADING' && server.serving);
    if (leader !== undefined)
      return say(first.leads(leader.sid, leader.epoch), first.because(votes[1]?.by ?? 'leader'));
  }
  if (step === 'joining' && elected !== null) {
    return say(first.elected(elected.leader), afterElection(elected.leader, facts, first));
  }
  if (agreed !== null) {
    const { by, leader, agreeing } = agreed;
    return say(first.agreed({ by, leader, count: agreeing.length, all: facts.voters.length }), first.agreedMore(by));
  }
  if (lastGivenUp !== null) {
    return say(
      first.givesUp(lastGivenUp.loser, lastGivenUp.winner),
      words.sentence(words.ballot.because(lastGivenUp.by)),
    );
  }
  if (again) {
    const up = facts.servers.filter((server) => server.status === 'up');
    const looking = up.filter((server) => server.state === 'LOOKING').map((server) => server.sid);
    const unaware = up.filter((server) => server.leader !== null && server.leader !== server.sid);
    const [one] = unaware;
    const stillFollow = unaware.map((server) => server.sid);
    if (one !== undefined && one.leader !== null) {
      return looking.length === 0
        ? say(first.killed(one.leader), first.unaware(stillFollow))
        : say(first.lostLeader(looking), first.stillFollow(stillFollow, one.leader));
    }
    return say(first.lostLeader(looking), first.electAgain);
  }
  return { title: first.openingTitle, why: first.openingMore, isOpening: true };
}

/** What the elected server does next, as far as it has come. */
function afterElection(leader: Sid, { servers }: StageFacts, { joins }: Catalogue['first']): string {
  const server = servers.find((one) => one.sid === leader);
  if (server === undefined || server.epoch === null) return joins.discovery;
  return server.zabState === 'SYNCHRONIZATION' ? joins.synchronization(server.epoch) : joins.promises(server.epoch);
}

function say(title: string, why: string): FirstCaption {
  return { title, why, isOpening: false };
}
