import { assertUnreachable } from '../../base/assert.ts';
import { invariant } from '../invariant.ts';

/** Judged by the state that the server had before the note: what a packet does to it comes after. */
export const stateInconsistent = invariant({
  id: 'stateInconsistent',
  name: 'Each packet in its phase',
  group: 'action',
  statement:
    'Epochs are proposed, accepted and acknowledged in DISCOVERY, and a learner is told how to synchronize in SYNCHRONIZATION.',
  source: 'ZkV3_7_0.tla, stateInconsistent',
  watches: ['epochProposed', 'epochAcked', 'epochAlreadyAccepted', 'acceptedEpochWritten', 'stateChanged'],
  check: ({ note, audit, node, sid }) => {
    const standing = audit.standings[node.id] ?? null;
    if (standing === null) return null;
    const { state, zabState } = standing;
    const fits = ((): boolean => {
      switch (note.kind) {
        case 'epochProposed':
        case 'epochAcked':
          return state === 'LEADING' && zabState === 'DISCOVERY';
        case 'epochAlreadyAccepted':
          return zabState === 'DISCOVERY';
        case 'acceptedEpochWritten':
          // A file that was missing is written anew at the start.
          return zabState === 'DISCOVERY' || note.epoch === note.was;
        case 'stateChanged':
          return note.syncMode === 'NONE' || zabState === 'SYNCHRONIZATION';
        default:
          return assertUnreachable(note);
      }
    })();
    return fits ? null : { servers: [sid], fact: { kind: 'wrongPhase', what: note.kind, state, zabState } };
  },
});
