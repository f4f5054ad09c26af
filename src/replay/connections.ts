/**
 * Follows what travels between learners and leaders: every connection from its FOLLOWERINFO on, the packets of both
 * directions as they reached their receivers, in a recording's words. PINGs are left out.
 */
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import { zxidText } from '../zookeeper/ids.ts';
import type { Packet } from '../zookeeper/packets.ts';
import type { RecordedConnection, RecordedSync } from './recording.ts';

interface Connection extends RecordedConnection {
  readonly learnerToLeader: string[];
  readonly leaderToLearner: string[];
  readonly sync: Record<string, unknown> & { learner: number };
  readonly phaseIndex: number;
  isUpToDate: boolean;
}

export class Connections {
  readonly #all: Connection[] = [];
  #phase = '';
  #phaseIndex = -1;

  /** From now on connections are opened in this phase, the next one. */
  enterPhase(name: string): void {
    this.#phase = name;
    this.#phaseIndex += 1;
  }

  get all(): readonly RecordedConnection[] {
    return this.#all;
  }

  hear({ packet, node, other }: Entry, moment: Moment): void {
    if (packet === null) return;
    const text = packetText(packet);
    const [to, from] = [sidAt(moment, node), sidAt(moment, other)];
    if (text === null || to === null || from === null) return;
    if (packet.type === 'FOLLOWERINFO' || packet.type === 'OBSERVERINFO') this.#open(from, to);
    const connection = this.#all.findLast(
      ({ learner, leader }) => (learner === from && leader === to) || (learner === to && leader === from),
    );
    if (connection === undefined) return;
    const isToLeader = connection.leader === to;
    (isToLeader ? connection.learnerToLeader : connection.leaderToLearner).push(text);
    noteSync(connection, packet);
  }

  /** What each connection opened in a phase began with. */
  syncsOf(phaseIndex: number): readonly RecordedSync[] {
    return this.#all
      .filter((connection) => connection.phaseIndex === phaseIndex)
      .map(({ sync, isUpToDate }) => (isUpToDate ? sync : { ...sync, completed: false }));
  }

  #open(learner: number, leader: number): void {
    this.#all.push({
      learner,
      leader,
      openedInPhase: this.#phase,
      phaseIndex: this.#phaseIndex,
      learnerToLeader: [],
      leaderToLearner: [],
      sync: { learner, leader },
      isUpToDate: false,
    });
  }
}

function sidAt(moment: Moment, node: number): number | null {
  const config = moment.world.nodes[node]?.config;
  return config?.kind === 'server' ? config.sid : null;
}

function noteSync(connection: Connection, packet: Packet): void {
  const { sync } = connection;
  const isSynced = sync['newLeaderZxid'] !== undefined;
  switch (packet.type) {
    case 'OBSERVERINFO':
      sync['role'] = 'observer';
      sync['learnerAcceptedEpoch'] = packet.acceptedEpoch;
      return;
    case 'FOLLOWERINFO':
      sync['learnerAcceptedEpoch'] = packet.acceptedEpoch;
      return;
    case 'LEADERINFO':
      sync['newEpoch'] = packet.newEpoch;
      return;
    case 'ACKEPOCH':
      sync['learnerLastZxid'] = zxidText(packet.lastZxid);
      sync['learnerCurrentEpoch'] = packet.currentEpoch;
      return;
    case 'DIFF':
    case 'TRUNC':
    case 'SNAP':
      sync['mode'] = packet.type;
      sync['opZxid'] = zxidText(packet.zxid);
      sync['txnsBeforeNewLeader'] = 0;
      return;
    case 'PROPOSAL':
      if (!isSynced) sync['txnsBeforeNewLeader'] = Number(sync['txnsBeforeNewLeader'] ?? 0) + 1;
      return;
    case 'NEWLEADER':
      sync['newLeaderZxid'] = zxidText(packet.zxid);
      return;
    case 'UPTODATE':
      connection.isUpToDate = true;
      return;
    default:
  }
}

/** A packet of the quorum port as recordings write it; null for PINGs and for other ports. */
function packetText(packet: Packet): string | null {
  switch (packet.type) {
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
      return `${packet.type} acceptedEpoch=${packet.acceptedEpoch}`;
    case 'LEADERINFO':
      return `LEADERINFO epoch=${packet.newEpoch}`;
    case 'ACKEPOCH':
      return `ACKEPOCH lastZxid=${zxidText(packet.lastZxid)} currentEpoch=${packet.currentEpoch}`;
    case 'DIFF':
    case 'TRUNC':
    case 'SNAP':
    case 'NEWLEADER':
    case 'ACK':
    case 'COMMIT':
      return `${packet.type} ${zxidText(packet.zxid)}`;
    case 'PROPOSAL':
    case 'INFORM':
      return `${packet.type} ${zxidText(packet.zxid)} ${packet.txn.body.type}`;
    case 'REQUEST':
      return `REQUEST ${packet.request.operation.op}`;
    case 'REVALIDATE':
      return packet.valid === null ? 'REVALIDATE' : `REVALIDATE valid=${packet.valid ? 'True' : 'False'}`;
    case 'UPTODATE':
    case 'SYNC':
      return packet.type;
    default:
      return null;
  }
}
