/** The glossary in English. */
import type { EntryId, Pair } from './entries.ts';
import type { GlossaryWords } from './entry.ts';

export const enWords: GlossaryWords<EntryId, Pair> = {
  entries: {
    zxid: {
      name: 'zxid',
      forms: ['zxid', 'zxids'],
      says: 'The number of a transaction: 64 bits, of which the upper half is the epoch of the leader that proposed it and the lower half counts within that epoch. Here it is written 2·5, in logs 0x200000005. A zxid (E, 0) is no transaction: it marks the start of epoch E.',
    },
    counter: {
      name: 'counter',
      forms: ['counter', 'counters'],
      says: 'The lower half of a zxid. It begins with 1 in every epoch and rises by one for each write, a failed one included. When its 32 bits are used up, the leader steps down, and a new epoch begins.',
    },
    epoch: {
      name: 'epoch',
      forms: ['epoch', 'epochs'],
      says: 'The time of one leader, as a number: each leader that gets a quorum to promise takes a larger one than any of them has promised before. Four numbers are called so: acceptedEpoch, currentEpoch, the peerEpoch of a vote, and the upper half of a zxid. The round of an election is none of them.',
    },
    acceptedEpoch: {
      name: 'acceptedEpoch',
      says: 'The newest epoch that a server has promised to accept, kept in a file of its own. It is on disk before the server answers LEADERINFO, and from then on it takes nothing from a leader of an older epoch.',
    },
    currentEpoch: {
      name: 'currentEpoch',
      says: 'The newest epoch whose history a server has taken over, kept in a file of its own. A learner writes it at NEWLEADER, a leader once a quorum has answered with ACKEPOCH. It is never larger than acceptedEpoch.',
    },
    peerEpoch: {
      name: 'peerEpoch',
      says: 'A field of a vote: the currentEpoch of the server that is proposed, as the voter knows it. Votes of one round are compared by it first, then by zxid, then by sid. Once a leader serves, it is raised to the new epoch in the votes that settled servers answer with.',
    },
    round: {
      name: 'round',
      forms: ['round', 'rounds', 'logicalclock', 'logicalClock', 'electionEpoch'],
      says: 'Which search for a leader this is, as each server counts for itself: logicalclock in the server, electionEpoch on the wire, n.round in logs. It is in memory only and begins anew with the process. A server that hears a later round joins it.',
    },
    sid: {
      name: 'sid',
      forms: ['sid', 'sids', 'myid'],
      says: 'The id of a server, from the file myid: the N of server.N in the configuration. Between votes that are equal otherwise the larger sid wins, and of two servers the one with the larger sid opens their connection.',
    },
    lastZxid: {
      name: 'last zxid',
      forms: ['last zxid'],
      says: 'The zxid that a server’s database has come to, and what its votes and ACKEPOCH tell of its history. After a restart it is the end of the log, whether or not that was ever committed.',
    },
    cxid: {
      name: 'cxid',
      forms: ['cxid', 'cxids'],
      says: 'The number a client gives each of its calls, counted within its connection. A server matches a committed transaction with the call that waits for it by session and cxid.',
    },

    ensemble: {
      name: 'ensemble',
      forms: ['ensemble', 'ensembles'],
      says: 'All servers that the configuration names, running or not. Majorities are counted out of its voters, never out of those that happen to be there.',
    },
    quorum: {
      name: 'quorum',
      forms: ['quorum', 'quorums'],
      says: 'Enough voters to decide: more than half of all that are configured, or as weights and groups say. Any two quorums have a server in common, and on that everything rests.',
    },
    weight: {
      name: 'weight',
      forms: ['weight', 'weights'],
      says: 'How much a voter counts where voters are put into groups: a quorum then takes more than half of the weight in each of more than half of the groups. A server of weight 0 votes but cannot be elected.',
    },
    participant: {
      name: 'participant',
      forms: ['participant', 'participants', 'voter', 'voters'],
      says: 'A server with a vote: it elects, may lead, and its acks count. Every server is one unless its line in the configuration says observer.',
    },
    observer: {
      name: 'observer',
      forms: ['observer', 'observers'],
      says: 'A server without a vote: it holds the data and serves clients, but counts in no quorum. It hears of a transaction only once that is committed, in one INFORM.',
    },
    learner: {
      name: 'learner',
      forms: ['learner', 'learners'],
      says: 'Whoever is brought up to date by a leader and fed by it: a follower or an observer.',
    },
    LearnerHandler: {
      name: 'LearnerHandler',
      says: 'The leader’s end of the connection to one learner: it decides between DIFF, TRUNC and SNAP, sends what is queued for that learner and reads what it answers. There is one for each connection.',
    },
    ObserverMaster: {
      name: 'ObserverMaster',
      says: 'A follower that takes observers in, where observerMasterPort is set: it passes on what the leader commits, and forwards their requests, so that the leader has fewer connections to feed.',
    },
    LOOKING: {
      name: 'LOOKING',
      says: 'The state of a server without a leader: it votes, listens, and serves nobody. Every server begins so, and comes back to it whenever it loses its leader or, leading, its quorum.',
    },
    FOLLOWING: {
      name: 'FOLLOWING',
      says: 'The state of a voter that has decided for another server. It says whom it believes in, not that it is in step: discovery and synchronization still lie ahead, and may fail.',
    },
    LEADING: {
      name: 'LEADING',
      says: 'The state of a server that believes itself elected. It serves only once a quorum has acknowledged its NEWLEADER. Two servers may be LEADING at once; only one of them can commit.',
    },
    OBSERVING: {
      name: 'OBSERVING',
      says: 'The state of an observer that has found a leader. Such a server’s votes are dropped by everybody.',
    },

    fastLeaderElection: {
      name: 'FastLeaderElection',
      forms: ['FastLeaderElection', 'FLE'],
      says: 'How servers agree on whom to follow: each sends its vote, takes over a better one that it hears, and is done when a quorum votes as it does and nothing better comes for 200 ms. By itself it keeps nothing safe: it may elect two, or nobody.',
    },
    vote: {
      name: 'vote',
      forms: ['vote', 'votes'],
      says: 'Whom a server wants to lead, with that server’s zxid and peerEpoch, and the round it is said in. In the same round the larger peerEpoch wins, then the larger zxid, then the larger sid. It may change as often as something better is heard.',
    },
    electionProposal: {
      name: 'proposal in an election',
      forms: ['proposedLeader'],
      says: 'The vote a LOOKING server stands for at the moment: proposedLeader, proposedZxid, proposedEpoch. When it is done it becomes the currentVote, which a settled server answers with.',
    },
    notification: {
      name: 'notification',
      forms: ['notification', 'notifications', 'NOTIFICATION', 'MALFORMED'],
      says: 'A message on the election port: a vote and its sender’s state. It is sent when a vote changes, in answer to somebody who looks, and again after a silence. In a log each one that is read is a line.',
    },
    recvset: {
      name: 'recvset',
      says: 'The votes of this round that a server has received, one for each sender, its own included. A quorum of votes in it that equal its own lets it decide after finalizeWait.',
    },
    outofelection: {
      name: 'outofelection',
      says: 'The votes of servers that follow or lead already. A quorum of them, with the leader’s own among them, lets a late server join at once, without a wait.',
    },
    finalizeWait: {
      name: 'finalizeWait',
      says: 'The 200 ms that a server waits after a quorum agrees with it, in case something better is on its way. What it reads meanwhile is dropped, unless it is better.',
    },
    backoff: {
      name: 'backoff',
      says: 'How long a LOOKING server waits in silence before it sends its vote again: 200 ms, then twice as long each time, up to a minute. It is not set back before the next search.',
    },
    dialRule: {
      name: 'who dials whom',
      forms: ['INITIAL'],
      says: 'Of two servers the one with the larger sid owns the election connection. When the smaller dials, its INITIAL says who it is, the connection is dropped, and the larger dials back. The log line about a smaller server identifier means just that.',
    },

    zabState: {
      name: 'ZAB phase',
      forms: ['ZabState', 'ZAB phase'],
      says: 'How far a server has come with its leader: ELECTION, DISCOVERY, SYNCHRONIZATION, BROADCAST. Releases since 3.6 show it.',
    },
    discovery: {
      name: 'discovery',
      forms: ['discovery', 'DISCOVERY'],
      says: 'The first phase after an election: the leader learns from a quorum the newest epoch that anybody has promised, proposes one more, and gets their promise for it. It also learns whether somebody’s history is ahead of its own.',
    },
    synchronization: {
      name: 'synchronization',
      forms: ['synchronization', 'SYNCHRONIZATION'],
      says: 'The second phase: each learner is given the leader’s history, by DIFF, TRUNC or SNAP, and acknowledges NEWLEADER once it has it on disk. With a quorum of these acks the epoch is established.',
    },
    broadcast: {
      name: 'broadcast',
      forms: ['broadcast', 'BROADCAST'],
      says: 'The third phase, and the usual one: the leader proposes transactions one after another, and commits each when a quorum has acknowledged it. Many may be under way at once.',
    },
    FOLLOWERINFO: {
      name: 'FOLLOWERINFO',
      says: 'The first packet of a follower to its leader: its acceptedEpoch and its sid. From a quorum of these the leader finds the number of its epoch.',
    },
    OBSERVERINFO: {
      name: 'OBSERVERINFO',
      says: 'The first packet of an observer to its leader: its acceptedEpoch and its sid. The leader waits for no quorum of these.',
    },
    LEADERINFO: {
      name: 'LEADERINFO',
      says: 'The leader’s answer: the new epoch, one more than the largest that anybody of its quorum had promised. The learner promises it by writing acceptedEpoch, or leaves if it has promised more already.',
    },
    ACKEPOCH: {
      name: 'ACKEPOCH',
      says: 'The learner’s promise, with its currentEpoch and its last zxid. One that had promised this epoch before sends -1, and does not count. Until the leader has its quorum, whoever is ahead of it is turned away.',
    },

    DIFF: {
      name: 'DIFF',
      says: 'The learner lacks something and has nothing wrong: it is sent just the transactions that come after its last zxid, each as PROPOSAL and COMMIT. None, where it has everything.',
    },
    TRUNC: {
      name: 'TRUNC',
      says: 'The learner has transactions that the leader’s history does not: it must cut its log back to the zxid named, the last that both have. Never across an epoch: then it is a SNAP.',
    },
    SNAP: {
      name: 'SNAP',
      forms: ['SNAP', 'SNAPs'],
      says: 'The learner gets the whole database, because its history cannot be joined to the leader’s, or only at too great a length. What it had counts for nothing.',
    },
    committedLog: {
      name: 'committedLog',
      forms: ['committedLog', 'committed log'],
      says: 'The last 500 or more transactions, which a server keeps in memory to bring others up to date with a DIFF. After a restart it also holds what the log held and nobody committed.',
    },
    minCommittedLog: {
      name: 'minCommittedLog, maxCommittedLog',
      forms: ['minCommittedLog', 'maxCommittedLog'],
      says: 'The first and the last zxid of the leader’s committedLog. Where the learner’s last zxid lies to them decides between DIFF, TRUNC and SNAP.',
    },
    NEWLEADER: {
      name: 'NEWLEADER',
      says: 'Ends what the leader sends in synchronization. The learner now has the leader’s history: it puts that on disk, writes currentEpoch, and acknowledges. A quorum of these acks lets the leader serve.',
    },
    UPTODATE: {
      name: 'UPTODATE',
      says: 'The leader’s word to one learner that it may serve clients, sent after a quorum has acknowledged NEWLEADER.',
    },

    atomicBroadcast: {
      name: 'atomic broadcast',
      forms: ['atomic broadcast', 'Zab', 'ZAB'],
      says: 'A promise to all servers: whatever one of them delivers, all deliver, in the same order, through crashes of leaders as well. Zab is ZooKeeper’s protocol for it.',
    },
    primaryOrder: {
      name: 'primary order',
      forms: ['primary order'],
      says: 'Transactions of one leader are delivered in the order it proposed them, and a new leader proposes nothing before it has all that earlier ones got delivered. A transaction may therefore rest on the one before it.',
    },
    REQUEST: {
      name: 'REQUEST',
      forms: ['REQUEST', 'REQUESTs'],
      says: 'A learner hands a client’s write, or its sync, to the leader. Reads never leave the server that was asked.',
    },
    PROPOSAL: {
      name: 'PROPOSAL',
      forms: ['PROPOSAL', 'PROPOSALs', 'proposal', 'proposals'],
      says: 'The leader sends a transaction with its zxid to every follower that is in step, without waiting for the one before to be committed.',
    },
    ACK: {
      name: 'ACK',
      forms: ['ACK', 'ACKs', 'ack', 'acks'],
      says: 'A follower’s word that it has this transaction on disk. The leader’s own counts as well, after its own flush. With (E, 0) it acknowledges NEWLEADER.',
    },
    COMMIT: {
      name: 'COMMIT',
      forms: ['COMMIT', 'COMMITs'],
      says: 'The leader tells its followers that a transaction has its quorum of acks. It carries the zxid alone: they have the rest from the PROPOSAL.',
    },
    COMMITANDACTIVATE: {
      name: 'COMMITANDACTIVATE',
      says: 'The COMMIT of a reconfiguration: with it the new configuration is in force, and it names the server that is to lead under it.',
    },
    INFORM: {
      name: 'INFORM',
      forms: ['INFORM', 'INFORMs'],
      says: 'Tells an observer of a committed transaction, with all that is in it: the observer never saw the PROPOSAL.',
    },
    INFORMANDACTIVATE: {
      name: 'INFORMANDACTIVATE',
      says: 'The INFORM of a reconfiguration: the transaction, and who is to lead under the new configuration.',
    },
    outstanding: {
      name: 'outstanding',
      says: 'Proposed by the leader and not committed yet. There is no bound to how many are so at once; they are committed in order.',
    },
    logged: {
      name: 'logged',
      says: 'Written to the transaction log of a server. That alone may be lost with the machine, and says nothing about whether anybody else has it.',
    },
    durable: {
      name: 'durable',
      forms: ['durable', 'fsynced', 'fsync'],
      says: 'On disk for good: the log has been flushed (fsync), and a crash leaves it. One flush serves all transactions that wait at that time. An ACK is sent after it, never before.',
    },
    committed: {
      name: 'committed',
      says: 'Acknowledged by a quorum, and decided by the leader: no later leader can be without it. Nobody sees the moment as such; each server learns of it by a COMMIT of its own.',
    },
    delivered: {
      name: 'delivered',
      says: 'The paper’s word for handing a committed transaction to the service at one server. Here that is when it leaves the CommitProcessor of that server, in the order of zxids.',
    },
    applied: {
      name: 'applied',
      forms: ['applied', 'apply', 'applies'],
      says: 'Done to the tree of a server: from then on its reads show it, and its watches fire. One server may be ahead of another.',
    },

    txn: {
      name: 'transaction',
      forms: ['transaction', 'transactions', 'txn', 'txns'],
      says: 'A change as the leader has worked it out from a request, with its zxid: what is set to what. Doing it twice leaves the same. Opening and closing a session are transactions too, and so is a write that is refused.',
    },
    TxnHeader: {
      name: 'TxnHeader',
      says: 'What stands before each transaction in the log: session, cxid, zxid, time and type. By its session and cxid a server knows its own client’s write again.',
    },
    txnLog: {
      name: 'transaction log',
      forms: ['transaction log', 'transaction logs'],
      says: 'The files to which a server appends every transaction before it acknowledges it. At a restart all that is in them is applied, committed or not: whoever leads next puts it right.',
    },
    snapshot: {
      name: 'snapshot',
      forms: ['snapshot', 'snapshots'],
      says: 'A file with the whole tree and the sessions, named after the zxid at which writing it began. Changes go on meanwhile, which makes it fuzzy: the log from there on, done again, sets it right.',
    },

    tickTime: {
      name: 'tickTime',
      forms: ['tickTime', 'tick', 'ticks'],
      says: 'The unit of time in ZooKeeper’s configuration, in milliseconds. initLimit and syncLimit are counted in it, and every half tick a leader pings.',
    },
    initLimit: {
      name: 'initLimit',
      says: 'How many ticks connecting and synchronization may take, and how long a leader waits for its quorum. A large snapshot needs a large one.',
    },
    syncLimit: {
      name: 'syncLimit',
      says: 'How many ticks a learner and its leader may be silent to each other, once they are in step. After that a follower looks for a leader, and a leader without a quorum steps down.',
    },
    PING: {
      name: 'PING',
      forms: ['PING', 'PINGs'],
      says: 'The leader’s sign of life to each learner, every half tick. The answer brings the sessions that were heard of since, so that the leader knows which are alive.',
    },

    session: {
      name: 'session',
      forms: ['session', 'sessions', 'CONNECT', 'CONNECTED'],
      says: 'A client’s standing with the ensemble, made by a transaction and known to all servers. It outlives a connection: a client may go on with it at another server, until it has been silent for its timeout.',
    },
    localSession: {
      name: 'local session',
      forms: ['local session', 'local sessions'],
      says: 'A session that one server alone knows, without a transaction. It can own no ephemeral znodes, and ends with its server.',
    },
    expiry: {
      name: 'session expiry',
      forms: ['session expiry', 'expires', 'expired'],
      says: 'The leader alone ends a session of which nothing was heard for its timeout, by a transaction that also deletes its ephemerals. The client learns of it only when it is connected again.',
    },
    connectionLoss: {
      name: 'connection loss',
      forms: ['connection loss', 'ConnectionLoss', 'CONNECTIONLOSS'],
      says: 'What a client is told when its connection ends while a call is under way. The call may have been done, or not: the error cannot tell.',
    },
    REVALIDATE: {
      name: 'REVALIDATE',
      says: 'A learner asks the leader whether the session is still alive with which a client has come over from another server, and passes on the answer.',
    },
    CALL: {
      name: 'CALL, REPLY',
      forms: ['CALL', 'REPLY'],
      says: 'What a client asks of its server, and what that answers, in the order of asking. The reply carries the zxid that the server has come to.',
    },
    CLIENTPING: {
      name: 'CLIENTPING',
      says: 'The sign of life of a client that has nothing to ask, and its server’s answer. It keeps the session alive; a server passes it on in its next answer to a PING.',
    },
    sync: {
      name: 'sync',
      forms: ['sync', 'SYNC'],
      says: 'A client’s call: the leader’s answer comes behind all it has committed so far, so that a read after it is no older than that. It asks no quorum: a leader that has lost without knowing still answers.',
    },
    staleRead: {
      name: 'stale read',
      forms: ['stale read', 'stale reads', 'stale'],
      says: 'A read answered by a server that has not yet heard of a write committed elsewhere. It is allowed; what is not allowed is that one client goes back in time.',
    },
    watch: {
      name: 'watch',
      // The verb is too common.
      forms: ['watches', 'EVENT'],
      says: 'A client’s wish to hear of a change, kept by the one server it is connected to. An ordinary one fires once and is gone; PERSISTENT ones stay, and PERSISTENT_RECURSIVE ones cover the whole subtree. It tells that something changed, not what to.',
    },
    readOnly: {
      name: 'read-only mode',
      forms: ['read-only mode'],
      says: 'Where it is switched on, a server that finds no leader serves reads from what it has, to clients that said they are content with it. Writes are refused.',
    },

    znode: {
      name: 'znode',
      forms: ['znode', 'znodes'],
      says: 'A node of ZooKeeper’s tree: a path, a little data, an access list, a Stat, and children.',
    },
    Stat: {
      name: 'Stat',
      says: 'What a znode knows about itself: by which transactions it was made and changed, three versions, whose it is if it is ephemeral, and how much it holds.',
    },
    czxid: { name: 'czxid', says: 'The zxid of the transaction that made the znode. It never changes.' },
    mzxid: { name: 'mzxid', says: 'The zxid of the last change to the znode’s data. A change of its ACL leaves it.' },
    pzxid: {
      name: 'pzxid',
      says: 'The zxid of the last time a child was made or deleted; before that, of its own making.',
    },
    dataVersion: {
      name: 'dataVersion',
      says: 'How often the data of a znode has been set since it was made. A set or delete that names a version is done only if it is still that one.',
    },
    cversion: {
      name: 'cversion',
      says: 'How often children of a znode have been made or deleted, as clients see it: both count.',
    },
    aversion: { name: 'aversion', says: 'How often the ACL of a znode has been set.' },
    ephemeralOwner: {
      name: 'ephemeralOwner',
      says: 'The session an ephemeral znode belongs to, in its Stat; 0 for any other.',
    },
    ephemeral: {
      name: 'ephemeral',
      forms: ['ephemeral', 'ephemerals'],
      says: 'A znode that is deleted when the session ends that made it, and not when that only loses its connection. It has no children.',
    },
    sequential: {
      name: 'sequential',
      says: 'A znode whose name the leader completes with ten digits: how many children its parent has had made so far. The number never falls, and all children of that parent share it.',
    },
    container: {
      name: 'container',
      says: 'A znode that the leader deletes by itself when its last child is gone; it looks once a minute.',
    },
    TTL: {
      name: 'TTL',
      says: 'A znode with a time to live: deleted once it has no children and has not been set for that long. It must be allowed by extendedTypesEnabled.',
    },
    multi: {
      name: 'multi',
      says: 'Several changes as one transaction with one zxid: all are done, or none. Later ones see what earlier ones would do.',
    },
    ACL: {
      name: 'ACL',
      forms: ['ACL', 'ACLs'],
      says: 'Who may read, write, create, delete and administer a znode. It holds for that znode alone: children do not inherit it.',
    },
    quota: {
      name: 'quota',
      forms: ['quota', 'quotas'],
      says: 'A limit to the number of znodes, or of bytes, at a path and below. A soft one only warns; a hard one refuses, where enforceQuota is on.',
    },

    reconfig: {
      name: 'reconfiguration',
      forms: ['reconfiguration', 'reconfig'],
      says: 'A change of who belongs to the ensemble, made as a transaction. From its proposal on, everything takes a quorum of the old configuration and one of the new, so that they cannot decide differently.',
    },
    configVersion: {
      name: 'configuration version',
      forms: ['configuration version'],
      says: 'The zxid of the transaction that brought a configuration. Servers tell it to each other, and the newer one is taken over.',
    },
    lastSeen: {
      name: 'last seen configuration',
      forms: ['last seen configuration', 'last-seen configuration'],
      says: 'The newest configuration a server has heard of, committed or not. While it is newer than the one in force, elections, NEWLEADER and proposals need quorums of both.',
    },
    designatedLeader: {
      name: 'designated leader',
      forms: ['designated leader'],
      says: 'Who is to lead under a new configuration: the leader of the old one if it still has a vote at the same address, else the voter that is furthest. An old leader that is not meant commits nothing more.',
    },

    partition: {
      name: 'partition',
      forms: ['partition', 'partitions'],
      says: 'The network is cut between groups of servers. Nobody is told: packets wait at the cut, and what comes of it is up to timeouts. At most one side has a quorum.',
    },
    halfOpen: {
      name: 'half-open',
      forms: ['half-open'],
      says: 'A connection of which one end still believes in the other: one direction is cut, or the other end is gone without a word. It shows only when a write fails or a timeout runs out.',
    },
    splitBrain: {
      name: 'split brain',
      forms: ['split brain'],
      says: 'Two parts of one ensemble that both go on deciding. Zab allows two leaders for a while, but not two that commit: each commit takes a quorum, and that has promised itself to the newer one.',
    },
    freeze: {
      name: 'freeze',
      forms: ['freeze', 'freezes', 'frozen'],
      says: 'A process stands still, as in a long garbage collection, while its sockets stay open. It comes back with all it knew, and for a moment believes that nothing has happened.',
    },
    crash: {
      name: 'crash',
      forms: ['crash', 'crashes', 'crashed'],
      says: 'A process ends at once: its connections are reset, so that others notice, and of all it knew only what is on disk remains.',
    },
  },

  apart: {
    'zxid|cxid': 'A zxid numbers transactions of the whole ensemble; a cxid numbers calls of one client.',
    'zxid|lastZxid': 'Each transaction has its zxid; the last zxid is how far one server has come.',
    'counter|round': 'The counter counts transactions in an epoch; the round counts searches for a leader.',
    'epoch|round': 'An epoch is used up by a leader that gets its quorum; a round by every search, found or not.',
    'epoch|currentEpoch': 'Epoch is the general word; currentEpoch is one file on one server’s disk.',
    'acceptedEpoch|currentEpoch':
      'acceptedEpoch is promised, before synchronization; currentEpoch is entered, after it.',
    'currentEpoch|peerEpoch':
      'currentEpoch is a server’s own, on disk; peerEpoch is that of the server one votes for, in the vote.',
    'peerEpoch|round': 'peerEpoch tells whose history is newer; the round only whether two votes may be compared.',
    'acceptedEpoch|round': 'acceptedEpoch survives a crash; the round begins anew with each process.',
    'ensemble|quorum': 'The ensemble is all that are configured; a quorum is enough of them.',
    'quorum|weight': 'Without groups a quorum counts heads; with them it counts weight.',
    'participant|observer': 'A participant votes and acknowledges; an observer does neither.',
    'participant|learner':
      'Participant is what the configuration makes of a server; learner is what it is to a leader at the time.',
    'observer|learner': 'Every observer is a learner; most learners are followers.',
    'learner|LearnerHandler':
      'The learner is the other server; the LearnerHandler is the leader’s end of the line to it.',
    'LearnerHandler|ObserverMaster':
      'A LearnerHandler serves one learner; an ObserverMaster is a follower that takes in many observers.',
    'FOLLOWING|learner': 'A learner may be FOLLOWING or OBSERVING.',
    'observer|OBSERVING': 'An observer is one for good; it is OBSERVING only while it has a leader.',
    'LEADING|fastLeaderElection':
      'FastLeaderElection makes a server LEADING; to serve it still needs discovery and synchronization.',
    'LOOKING|zabState': 'LOOKING is one of four server states; the ZAB phase tells how far a settled server has come.',
    'vote|electionProposal':
      'Votes come from everybody; a proposal in an election is the one vote that a server stands for itself.',
    'electionProposal|PROPOSAL':
      'A proposal in an election is a candidate; a PROPOSAL packet is a transaction, and comes only from a leader.',
    'notification|watch': 'A notification carries a vote between servers; what a watch sends to a client is an event.',
    'recvset|outofelection': 'recvset holds votes of this round; outofelection those of servers that are settled.',
    'finalizeWait|backoff':
      'finalizeWait runs once a quorum agrees, and is always 200 ms; the backoff runs in silence, and doubles.',
    'vote|notification': 'The vote is what is said; the notification is the message that says it.',
    'discovery|synchronization': 'In discovery numbers are exchanged; in synchronization histories are.',
    'synchronization|sync': 'Synchronization brings a server up to date; sync is a call of a client.',
    'broadcast|atomicBroadcast': 'Broadcast is one phase; atomic broadcast is what all phases together achieve.',
    'FOLLOWERINFO|ACKEPOCH': 'FOLLOWERINFO tells what was promised before; ACKEPOCH promises, and tells the history.',
    'FOLLOWERINFO|OBSERVERINFO': 'FOLLOWERINFO counts towards the quorum for an epoch; OBSERVERINFO does not.',
    'LEADERINFO|NEWLEADER':
      'LEADERINFO offers the epoch, and acceptedEpoch follows; NEWLEADER ends the synchronization, and currentEpoch follows.',
    'ACKEPOCH|ACK': 'ACKEPOCH promises an epoch; an ACK says that something is on disk.',
    'NEWLEADER|UPTODATE': 'NEWLEADER asks one server whether it has everything; UPTODATE tells it that a quorum has.',
    'DIFF|TRUNC': 'DIFF adds what is lacking; TRUNC takes away what is too much.',
    'DIFF|SNAP': 'DIFF goes on from the learner’s log; SNAP replaces all it has.',
    'SNAP|snapshot': 'SNAP is a packet, with the tree of that moment; a snapshot is a file.',
    'committedLog|txnLog': 'The committedLog is in memory, and short; the transaction log is on disk.',
    'committedLog|committed': 'In spite of its name committedLog may hold what is not committed, after a restart.',
    'minCommittedLog|lastZxid':
      'minCommittedLog and maxCommittedLog bound what the leader has at hand; a last zxid is where the learner ends.',
    'UPTODATE|COMMIT': 'UPTODATE lets a server serve; a COMMIT decides one transaction.',
    'atomicBroadcast|primaryOrder':
      'Atomic broadcast asks for one order; primary order asks also that it is the one each leader meant.',
    'PROPOSAL|COMMIT': 'A PROPOSAL asks, and carries the data; a COMMIT has decided, and carries the zxid.',
    'COMMIT|INFORM': 'A COMMIT is for those who have the PROPOSAL; an INFORM carries everything itself.',
    'COMMIT|committed': 'COMMIT is the packet that tells; the transaction was committed before it arrives.',
    'COMMIT|COMMITANDACTIVATE': 'COMMITANDACTIVATE is the COMMIT of a reconfiguration, and names a leader.',
    'INFORM|INFORMANDACTIVATE': 'INFORMANDACTIVATE is the INFORM of a reconfiguration, and names a leader.',
    'REQUEST|CALL': 'A CALL goes from a client to its server; a REQUEST from that server to the leader.',
    'REQUEST|PROPOSAL': 'A REQUEST says what is wanted; a PROPOSAL what the leader made of it.',
    'ACK|committed': 'One ACK says that one server has it; committed means that a quorum has.',
    'outstanding|committed': 'Outstanding is proposed and open; committed is decided.',
    'logged|durable': 'Logged is written to the file; durable is flushed to the disk.',
    'logged|committed':
      'Logged is one server’s matter; committed is the ensemble’s. What is logged may still be cut off.',
    'durable|committed': 'Durable at one server is not enough; durable at a quorum is committed.',
    'committed|delivered': 'Committed happens once for all; delivered happens at each server.',
    'delivered|applied': 'Delivered is let go by the CommitProcessor; applied is done to the tree, right after.',
    'committed|applied': 'Committed is decided; applied can be read at this server.',
    'txn|multi': 'A multi is several operations in one transaction.',
    'txnLog|snapshot': 'The transaction log holds changes; a snapshot holds what they came to.',
    'initLimit|syncLimit': 'initLimit holds until a learner is in step; syncLimit from then on.',
    'syncLimit|expiry': 'syncLimit is between servers; session expiry is about clients.',
    'PING|CLIENTPING': 'A PING is the leader’s; a CLIENTPING is a client’s.',
    'session|localSession': 'A session is known to all; a local session to one server.',
    'expiry|connectionLoss':
      'Connection loss is one connection’s end, and the session may live on; session expiry is for good.',
    'sync|durable': 'sync asks the leader about commits; fsync makes a file durable. They share three letters.',
    'sync|staleRead': 'sync before a read keeps it from being a stale read, as far as that leader knows.',
    'staleRead|readOnly':
      'A stale read comes from a server in step with a leader; read-only mode has no leader at all.',
    'czxid|zxid': 'A czxid is the zxid of one transaction: the one that made this znode.',
    'czxid|mzxid': 'czxid is of its making; mzxid of its last setting.',
    'mzxid|pzxid': 'mzxid is about the znode’s own data; pzxid about its children.',
    'dataVersion|cversion': 'dataVersion counts settings of the data; cversion comings and goings of children.',
    'dataVersion|mzxid': 'dataVersion counts changes of this znode; mzxid says which transaction was the last.',
    'cversion|sequential':
      'The number of a sequential znode counts children made; cversion counts those deleted as well.',
    'ephemeral|ephemeralOwner': 'Ephemeral is the kind of znode; ephemeralOwner is whose it is.',
    'ephemeral|container': 'An ephemeral goes with a session; a container when it has become empty.',
    'container|TTL': 'A container needs to have had children; a TTL znode goes by time.',
    'Stat|znode': 'The Stat is about a znode; its data and ACL are no part of it.',
    'reconfig|configVersion': 'A reconfiguration is the change; the configuration version is the zxid that it got.',
    'configVersion|lastSeen':
      'A configuration version is a number; the last seen configuration is a list of servers, with such a number.',
    'configVersion|dataVersion':
      'A configuration version is a zxid; the dataVersion of the znode that holds it counts by one.',
    'designatedLeader|LEADING':
      'A designated leader is meant to lead; it is LEADING only after an election has made it so.',
    'partition|halfOpen':
      'A partition cuts both directions between groups; half-open is one connection, in one direction.',
    'partition|splitBrain': 'A partition is what happens to the network; split brain is what Zab prevents then.',
    'freeze|crash': 'A freeze keeps memory and sockets; a crash leaves the disk alone.',
  },
};
