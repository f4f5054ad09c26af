/**
 * What servers do, as listings of our own: which lines there are, in what order, and the class and method of the server
 * that each block stands for. The lines' words are in the catalogue; what lights them is in `bindings.ts`.
 */
export type ListingId = (typeof LISTINGS)[number]['id'];
export type LineId = (typeof LISTINGS)[number]['blocks'][number]['lines'][number][0];

/** A line and how deep it stands. */
export const LISTINGS = [
  {
    id: 'election',
    blocks: [
      {
        where: 'FastLeaderElection.lookForLeader',
        lines: [
          ['el.start', 0],
          ['el.send', 0],
          ['el.poll', 0],
          ['el.timeout', 1],
          ['el.raise', 1],
          ['el.older', 1],
          ['el.compare', 1],
          ['el.adopt', 2],
          ['el.count', 1],
          ['el.quorum', 1],
          ['el.interrupt', 2],
          ['el.drain', 2],
          ['el.settled', 1],
          ['el.elected', 1],
        ],
      },
      {
        where: 'FastLeaderElection.WorkerReceiver.run',
        lines: [
          ['el.received', 0],
          ['el.refuse', 1],
          ['el.reply', 1],
          ['el.malformed', 1],
          ['el.receiverDied', 1],
        ],
      },
    ],
  },
  {
    id: 'connections',
    blocks: [
      {
        where: 'QuorumCnxManager.connectOne',
        lines: [
          ['cnx.dial', 0],
          ['cnx.drop', 1],
          ['cnx.connected', 1],
          ['cnx.unreachable', 1],
        ],
      },
      {
        where: 'QuorumCnxManager.receiveConnection',
        lines: [
          ['cnx.accept', 0],
          ['cnx.reverse', 1],
          ['cnx.broken', 0],
        ],
      },
    ],
  },
  {
    id: 'leader',
    blocks: [
      {
        where: 'LearnerHandler.run',
        lines: [
          ['ld.registered', 0],
          ['ld.read', 0],
        ],
      },
      {
        where: 'Leader.getEpochToPropose',
        lines: [
          ['ld.proposed', 0],
          ['ld.fixed', 0],
          ['ld.acceptedWritten', 1],
        ],
      },
      {
        where: 'Leader.waitForEpochAck',
        lines: [
          ['ld.epochAcked', 0],
          ['ld.ahead', 1],
          ['ld.epochQuorum', 0],
          ['ld.currentWritten', 1],
        ],
      },
      {
        where: 'LearnerHandler.syncFollower',
        lines: [
          ['ld.sync', 0],
          ['ld.forward', 0],
        ],
      },
      {
        where: 'Leader.waitForNewLeaderAck',
        lines: [
          ['ld.newLeaderAcked', 0],
          ['ld.newLeaderQuorum', 0],
          ['ld.serve', 1],
          ['ld.upToDate', 1],
        ],
      },
      {
        where: 'Leader.propose',
        lines: [['ld.propose', 0]],
      },
      {
        where: 'Leader.processAck',
        lines: [
          ['ld.ack', 0],
          ['ld.ackIgnored', 1],
          ['ld.commit', 1],
          ['ld.notDesignated', 2],
        ],
      },
      {
        where: 'Leader.lead',
        lines: [
          ['ld.tick', 0],
          ['ld.ping', 1],
          ['ld.stepDown', 1],
          ['ld.learnerLost', 0],
          ['ld.revalidate', 0],
          ['ld.expire', 0],
          ['ld.container', 0],
        ],
      },
    ],
  },
  {
    id: 'learner',
    blocks: [
      {
        where: 'Learner.connectToLeader',
        lines: [
          ['ln.dial', 0],
          ['ln.dialFailed', 1],
          ['ln.connected', 0],
        ],
      },
      {
        where: 'Learner.registerWithLeader',
        lines: [
          ['ln.epochRefused', 0],
          ['ln.epochAlready', 0],
          ['ln.acceptedWritten', 0],
        ],
      },
      {
        where: 'Learner.syncWithLeader',
        lines: [
          ['ln.mode', 0],
          ['ln.snap', 1],
          ['ln.trunc', 1],
          ['ln.truncFailed', 2],
          ['ln.firstInSync', 0],
          ['ln.newLeader', 0],
          ['ln.currentWritten', 1],
          ['ln.ackNewLeader', 1],
          ['ln.upToDate', 0],
          ['ln.serve', 1],
          ['ln.observerMaster', 1],
        ],
      },
      {
        where: 'Follower.processPacket',
        lines: [
          ['ln.read', 0],
          ['ln.gap', 1],
          ['ln.commit', 1],
          ['ln.informMissed', 2],
          ['ln.unseen', 2],
          ['ln.mismatch', 2],
          ['ln.ping', 1],
          ['ln.unexpected', 1],
          ['ln.lost', 0],
        ],
      },
    ],
  },
  {
    id: 'disk',
    blocks: [
      {
        where: 'SyncRequestProcessor.run',
        lines: [
          ['dk.queue', 0],
          ['dk.file', 1],
          ['dk.logged', 0],
          ['dk.snapStart', 0],
          ['dk.snapshot', 1],
          ['dk.skip', 1],
          ['dk.refused', 0],
          ['dk.died', 1],
        ],
      },
      {
        where: 'Commands (AdminServer)',
        lines: [
          ['op.snapshot', 0],
          ['op.restore', 0],
          ['op.takenBack', 1],
          ['op.shed', 0],
        ],
      },
    ],
  },
  {
    id: 'requests',
    blocks: [
      {
        where: 'ZooKeeperServer.processPacket',
        lines: [
          ['rq.read', 0],
          ['rq.reject', 1],
          ['rq.pause', 1],
          ['rq.resume', 1],
          ['rq.upgrade', 1],
          ['rq.forward', 1],
        ],
      },
      {
        where: 'FinalRequestProcessor.processRequest',
        lines: [
          ['rq.session', 0],
          ['rq.apply', 0],
          ['rq.quota', 1],
          ['rq.watch', 1],
          ['rq.withheld', 1],
          ['rq.answer', 0],
        ],
      },
    ],
  },
  {
    id: 'peer',
    blocks: [
      {
        where: 'QuorumPeer.start',
        lines: [
          ['qp.load', 0],
          ['qp.epochMissing', 0],
          ['qp.epochRecovered', 0],
          ['qp.epochFile', 1],
          ['qp.refuse', 0],
          ['qp.started', 0],
          ['qp.standalone', 0],
        ],
      },
      {
        where: 'QuorumPeer.run',
        lines: [
          ['qp.state', 0],
          ['qp.pause', 1],
          ['qp.readOnly', 1],
          ['qp.forward', 0],
          ['qp.discard', 0],
        ],
      },
      {
        where: 'QuorumPeer.processReconfig',
        lines: [
          ['qp.configSeen', 0],
          ['qp.configActivated', 0],
        ],
      },
      {
        where: 'DatadirCleanupManager.run',
        lines: [['qp.purge', 0]],
      },
    ],
  },
  {
    id: 'client',
    blocks: [
      {
        where: 'ClientCnxn.SendThread.run',
        lines: [
          ['cl.connected', 0],
          ['cl.called', 0],
          ['cl.answered', 0],
          ['cl.ended', 1],
          ['cl.watch', 0],
          ['cl.disconnected', 0],
          ['cl.lost', 1],
          ['cl.other', 0],
        ],
      },
    ],
  },
] as const;
