/** Follows the votes of a run: the elections that servers left, and what each process last voted for. */
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import { zxidText } from '../zookeeper/ids.ts';
import type { VoteFact } from '../zookeeper/notes.ts';
import type { RecordedElection } from './recording.ts';
import { modeOf, peerOf, votedNumber, votedZxid } from './server-facts.ts';

interface Voter {
  /** The vote it began its present or last election with. */
  began: VoteFact | null;
  /** What it last decided or, while LOOKING, last sent: at election time, before the new epoch raises its peerEpoch. */
  vote: VoteFact | null;
}

export class Elections {
  readonly #voters = new Map<number, Voter>();
  #left: RecordedElection[] = [];
  readonly #joined = new Set<RecordedElection>();

  hear(entry: Entry, moment: Moment): void {
    const config = moment.world.nodes[entry.node]?.config;
    if (config?.kind !== 'server') return;
    const { sid } = config;
    for (const note of entry.notes) {
      const voter = this.#voters.get(sid) ?? { began: null, vote: null };
      this.#voters.set(sid, voter);
      if (note.kind === 'started') voter.vote = null;
      else if (note.kind === 'electionStarted') voter.began = note.vote;
      else if (note.kind === 'votesSent') voter.vote = note.vote;
      else if (note.kind === 'elected') {
        voter.vote = note.vote;
        const election = { sid, ...electionFacts(voter.began ?? note.vote, note) };
        this.#left.push(election);
        const leader = peerOf(moment, note.vote.leader);
        if (leader !== null && modeOf(leader) === 'leader') this.#joined.add(election);
      }
    }
  }

  voteOf(sid: number): VoteFact | null {
    return this.#voters.get(sid)?.vote ?? null;
  }

  /** Whether the server ever ran. */
  wasStarted(sid: number): boolean {
    return this.#voters.has(sid);
  }

  /** The elections that found a leader who served already. */
  get joined(): ReadonlySet<RecordedElection> {
    return this.#joined;
  }

  /** The elections left since this was last asked, by server. */
  takeLeft(): readonly RecordedElection[] {
    const left = this.#left.toSorted((a, b) => a.sid - b.sid);
    this.#left = [];
    return left;
  }
}

function electionFacts(
  began: VoteFact,
  elected: { readonly vote: VoteFact; readonly by: string; readonly becomes: string },
): Record<string, unknown> {
  return {
    startZxid: votedZxid(began.zxid),
    startRound: began.electionEpoch,
    startPeerEpoch: votedNumber(began.peerEpoch),
    elected: elected.vote.leader,
    zxid: zxidText(elected.vote.zxid),
    round: elected.vote.electionEpoch,
    peerEpoch: elected.vote.peerEpoch,
    decidedBy: elected.by,
    becomes: elected.becomes,
  };
}
