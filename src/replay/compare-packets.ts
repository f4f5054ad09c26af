/** Compares the packets of learner connections, direction by direction. */
import { foldPackets } from './bulk.ts';
import { type Difference, differences, isSame, listDifference } from './difference.ts';
import type { RecordedConnection } from './recording.ts';

/** Connections are paired by learner, in the order opened. */
export function compareConnections(
  recorded: readonly RecordedConnection[],
  simulated: readonly RecordedConnection[],
): readonly Difference[] {
  const learners = [...new Set([...recorded, ...simulated].map(({ learner }) => learner))];
  return learners.flatMap((learner) => {
    const ofLearner = (all: readonly RecordedConnection[]): readonly RecordedConnection[] =>
      all.filter((connection) => connection.learner === learner);
    const [ours, theirs] = [ofLearner(simulated), ofLearner(recorded)];
    const count = Math.max(ours.length, theirs.length);
    return Array.from({ length: count }, (_, i) =>
      compareConnection(`/learnerConnections of ${learner}/${i}`, theirs[i], ours[i]),
    ).flat();
  });
}

function compareConnection(
  path: string,
  recorded: RecordedConnection | undefined,
  simulated: RecordedConnection | undefined,
): readonly Difference[] {
  if (recorded === undefined || simulated === undefined) {
    return [{ path, recorded: summary(recorded), simulated: summary(simulated) }];
  }
  const [head, head2] = [recorded, simulated].map(({ leader, openedInPhase }) => ({ leader, openedInPhase }));
  const hadTxns = sentTxnsInDiff(recorded) && sentTxnsInDiff(simulated);
  const order = hadTxns ? epochAcksFirst : (packets: readonly string[]) => packets;
  const [up, down] = [order(recorded.learnerToLeader), recorded.leaderToLearner];
  const up2 = foldPackets(up, order(simulated.learnerToLeader));
  return [
    ...differences(path, head, head2),
    ...(isSame(acksLast(up), acksLast(up2)) ? [] : listDifference(`${path}/0`, up, up2)),
    ...listDifference(`${path}/1`, down, foldPackets(down, simulated.leaderToLearner)),
  ];
}

function summary(connection: RecordedConnection | undefined): string | undefined {
  return connection === undefined ? undefined : `to ${connection.leader}, opened in "${connection.openedInPhase}"`;
}

function sentTxnsInDiff({ leaderToLearner }: RecordedConnection): boolean {
  const op = leaderToLearner.findIndex((packet) => packet.startsWith('DIFF '));
  const end = leaderToLearner.findIndex((packet) => packet.startsWith('NEWLEADER '));
  return op >= 0 && leaderToLearner.slice(op, end < 0 ? undefined : end).some((packet) => packet.includes('PROPOSAL '));
}

/**
 * A learner that was sent transactions in its DIFF acks them from another thread than NEWLEADER and UPTODATE, so
 * their order among themselves varies: here the two acks of (epoch, 0) come first. Each kind keeps its own order.
 */
function epochAcksFirst(packets: readonly string[]): readonly string[] {
  const firstAck = packets.findIndex((packet) => packet.startsWith('ACK ') || packet.startsWith('(bulk) '));
  if (firstAck < 0) return packets;
  const rest = packets.slice(firstAck);
  return [...packets.slice(0, firstAck), ...rest.filter(isEpochAck), ...rest.filter((packet) => !isEpochAck(packet))];
}

/**
 * A learner acks transactions from the thread that logs them, and passes on what its clients ask from another: which of
 * the two goes first varies (when somebody else's write is still being logged). Each kind keeps its own order.
 */
function acksLast(packets: readonly string[]): readonly string[] {
  const start = packets.findLastIndex(isEpochAck) + 1;
  const rest = packets.slice(start);
  return [...packets.slice(0, start), ...rest.filter((packet) => !isAck(packet)), ...rest.filter(isAck)];
}

function isAck(packet: string): boolean {
  return packet.startsWith('ACK ');
}

function isEpochAck(packet: string): boolean {
  return /^ACK 0x[0-9a-f]+0{8}$/.test(packet);
}
