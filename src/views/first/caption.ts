/** The big words of the first look, from what has happened so far. */
import type { FirstLookStep } from '../../app/first-look.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { FirstVotes } from './votes.ts';

export interface FirstCaption {
  readonly title: string;
  readonly why: string;
  readonly isOpening: boolean;
}

export function firstCaption(
  step: FirstLookStep,
  again: boolean,
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
  if (step === 'joining' && elected !== null) return say(first.elected(elected.leader), first.electedMore);
  if (agreed !== null) {
    return say(first.agreed(agreed.agreeing.length, facts.voters.length, agreed.leader), first.agreedMore);
  }
  if (lastGivenUp !== null) {
    return say(
      first.givesUp(lastGivenUp.loser, lastGivenUp.winner),
      `${capitalized(words.ballot.because(lastGivenUp.by))}.`,
    );
  }
  if (again) {
    const alone = facts.servers.filter((server) => server.status === 'up').map((server) => server.sid);
    return say(first.lostLeader(alone), first.electAgain);
  }
  return { title: first.openingTitle, why: first.openingMore, isOpening: true };
}

function say(title: string, why: string): FirstCaption {
  return { title, why, isOpening: false };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
