/**
 * A failure detector for two voters (QuorumOracleMaj): where one of them is gone, a file that an operator writes
 * beside the ensemble may grant the other what a majority would. A leader asks it only while nobody follows it.
 */
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { isQuorum } from './quorum-verifier.ts';

/** Whether `sids` are a quorum of each verifier, or the oracle grants what they lack (QuorumOracleMaj.containsQuorum). */
export function containsQuorums(turn: Turn, verifiers: readonly QuorumVerifier[], sids: readonly Sid[]): boolean {
  return verifiers.every((verifier) => isQuorum(verifier, sids) || oracleSays(turn, verifier) === 'grants');
}

/** What the oracle of two voters says, where it is asked at all; null where it has no say. */
export function oracleSays({ peer, config }: Turn, verifier: QuorumVerifier): 'grants' | 'refuses' | null {
  const { oracle } = config.behaviour;
  return oracle === 'absent' || verifier.voters.length !== 2 || !peer.needOracle ? null : oracle;
}
