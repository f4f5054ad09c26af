/** Whether a configuration is another than the one before. */
import type { QuorumVerifier } from '../config/ensemble.ts';

/** Whether the same servers have the same roles in both (QuorumMaj.equals). Groups stay what they are, and addresses. */
export function hasSameMembers({ servers: ones }: QuorumVerifier, { servers: others }: QuorumVerifier): boolean {
  return (
    ones.length === others.length &&
    ones.every((one) => others.some(({ sid, learnerType }) => sid === one.sid && learnerType === one.learnerType))
  );
}
