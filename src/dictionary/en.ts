/** What the cells of the dictionary say in English. */
import type { RowWords } from './row.ts';
import type { RowId } from './rows.ts';

export const enRows: Readonly<Record<RowId, RowWords>> = {
  epoch: {
    concept: 'The number of a leader’s reign',
    zab: 'epoch. Found in discovery: the largest acceptedEpoch of a quorum, plus one. On disk twice: acceptedEpoch is promised, currentEpoch is joined.',
    raft: 'term. A candidate raises its own. One number on disk, currentTerm, which does what acceptedEpoch does; for currentEpoch there is none.',
    paxos:
      'proposal (ballot) number. Proposers draw from disjoint sets; an acceptor keeps the highest it has promised on stable storage.',
  },
  name: {
    concept: 'The name of one write',
    zab: 'zxid: epoch and counter in one number. The counter begins again with each epoch.',
    raft: 'index, with the term beside it. The index goes on through all terms, without gaps.',
    paxos: 'instance number, one consensus each; the ballot is no part of the name.',
  },
  replicated: {
    concept: 'What is replicated',
    zab: 'Transactions: what a request comes to, worked out by the leader, and safe to apply twice (primary-backup).',
    raft: 'Commands, which every server executes for itself (replicated state machine).',
    paxos: 'Commands, which every server executes for itself.',
  },
  leader: {
    concept: 'Leader',
    zab: 'leader: elected, then confirmed by a quorum that promises its epoch and one that acknowledges NEWLEADER. Only then it serves.',
    raft: 'leader: at most one can be elected in a term, and it leads with its votes.',
    paxos: 'distinguished proposer: for progress alone. Two at a time are safe, and may block each other.',
  },
  vote: {
    concept: 'Vote',
    zab: 'An opinion (peerEpoch, zxid, sid): replaced by any better one within a round, sent to everybody, in memory only.',
    raft: 'One vote per term, for the first candidate whose log is good enough; votedFor is on disk before the answer.',
    paxos: 'Nobody votes for a proposer: how one is singled out is left open, by timeouts for instance.',
  },
  restriction: {
    concept: 'Who may not lead',
    zab: 'The largest (currentEpoch, last zxid) of a quorum wins, then the sid; asked again in ACKEPOCH: who is ahead is not led.',
    raft: 'Votes are refused to a log that is behind: the term of the last entry decides, then its index.',
    paxos: 'No restriction: any proposer may, because phase 1 tells it what may have been chosen.',
  },
  promise: {
    concept: 'The promise to a new leader',
    zab: 'Discovery: LEADERINFO, acceptedEpoch on disk, ACKEPOCH with currentEpoch and last zxid, from a quorum.',
    raft: 'Within the vote: whoever answers RequestVote takes the newer term over, and refuses older ones from then on.',
    paxos:
      'Phase 1: prepare and promise, from a majority. The answer brings the value accepted before; ACKEPOCH brings only how far one has come.',
  },
  synchronization: {
    concept: 'Making logs equal',
    zab: 'Once for each learner, before it takes part: DIFF, TRUNC or SNAP, from a comparison of zxids.',
    raft: 'All the time: AppendEntries names the entry before; where it does not match, the leader goes back one by one.',
    paxos:
      'The new leader runs phase 1 for all instances it does not know, and phase 2 for what it learns; gaps get a no-op.',
  },
  truncation: {
    concept: 'What goes from a log',
    zab: 'TRUNC: all behind the last zxid both have, once and at sync. It never crosses an epoch; then it is SNAP.',
    raft: 'A conflicting entry and all that follow, in the middle of AppendEntries.',
    paxos:
      'What an acceptor has accepted is replaced under a higher number, instance by instance; what was chosen stays the same value.',
  },
  'old-entries': {
    concept: 'What an older leader left',
    zab: 'Committed with the leader’s whole history once a quorum has acknowledged NEWLEADER, which is no transaction.',
    raft: 'Not by counting: committed along with an entry of the leader’s own term.',
    paxos: 'Proposed again under the new number, each for itself.',
  },
  uptodate: {
    concept: 'Leave to serve',
    zab: 'UPTODATE: to each learner, after the quorum for NEWLEADER. From then on it answers its clients.',
    raft: 'No such message: followers answer no reads of their own, and learn of commitIndex with the next AppendEntries.',
    paxos: 'No such message: a server executes an instance when it has learned it and all before.',
  },
  proposal: {
    concept: 'Sending a write out',
    zab: 'PROPOSAL: its own zxid alone; order is the connection’s. Each is acknowledged by itself. Any number under way.',
    raft: 'AppendEntries: with index and term of the entry before. An answer speaks for all up to there.',
    paxos: 'accept request of phase 2, for one instance; several under way in any order.',
  },
  durable: {
    concept: 'Disk before the answer',
    zab: 'A follower’s ACK after its flush. The leader’s own ack counts after its flush too, and is not needed for a quorum.',
    raft: 'Entries are on disk before the answer. The leader may write while it sends, and may commit before its own is done.',
    paxos: 'An acceptor records what it answers on stable storage first.',
  },
  commit: {
    concept: 'Done, and telling so',
    zab: 'A quorum of acks; then COMMIT for each zxid (INFORM to observers).',
    raft: 'A majority of copies, in the leader’s term; commitIndex travels with the next AppendEntries.',
    paxos: 'Chosen as soon as a majority has accepted, whether anybody knows or not; learners are told.',
  },
  order: {
    concept: 'Order of what one leader sends',
    zab: 'Primary order: what remains of a leader is a beginning of what it proposed, though many were under way.',
    raft: 'The same by the log: entries are appended and committed in order (Log Matching).',
    paxos:
      'Instances are decided by themselves: the second may be chosen and the first become a no-op, or another’s value.',
  },
  silence: {
    concept: 'When nobody hears of the leader',
    zab: 'Followers leave after syncLimit ticks of silence; a leader without a quorum steps down after about as long.',
    raft: 'A follower becomes a candidate after a random election timeout. Stepping down without a majority is an addition.',
    paxos: 'Timeouts belong to the choice of the proposer alone; nobody has to step down.',
  },
  rejoining: {
    concept: 'Who comes back disturbs nobody',
    zab: 'A looker hears FOLLOWING and LEADING from those who have settled, and joins, whatever its own vote or round.',
    raft: 'Its higher term would end the leader’s reign: pre-vote, and ignoring requests while a leader is heard, are additions.',
    paxos: 'A higher number interrupts whoever proposes; that nobody does is left to the choice of the proposer.',
  },
  learner: {
    concept: 'Who gets all and does not vote',
    zab: 'observer: INFORM instead of PROPOSAL and COMMIT, counted in no quorum, for good.',
    raft: 'non-voting member, while a new server catches up.',
    paxos: 'learner: a role; the same process may accept, too.',
  },
  reads: {
    concept: 'Reads',
    zab: 'Any server, from its own tree, perhaps old; never back in time for one session. sync first; a sync asks no quorum.',
    raft: 'Linearizable, by the leader: it notes its commitIndex (ReadIndex) and has a majority confirm its reign; or a lease by clocks.',
    paxos: 'From one ledger perhaps old; for the newest a read is passed as a decree.',
  },
  sessions: {
    concept: 'A client asks again',
    zab: 'Sessions are transactions, for ephemerals and watches. A write sent again after ConnectionLoss is another write: the client must look.',
    raft: 'Sessions with serial numbers: the state machine answers a repeated command from memory.',
    paxos: 'Left to the state machine.',
  },
  snapshots: {
    concept: 'Snapshots',
    zab: 'Fuzzy: written while changes go on; the log from its name on is applied over it again. SNAP streams the leader’s tree.',
    raft: 'Of what is applied up to one index, with index and term of the last entry; InstallSnapshot sends it.',
    paxos: 'The state up to a decree instead of the decrees, and copying it to who was away long.',
  },
  reconfiguration: {
    concept: 'Changing who belongs to it',
    zab: 'One transaction, which needs quorums of the old and the new configuration, as all behind it do until it is activated (COMMITANDACTIVATE).',
    raft: 'Joint consensus: two entries, both majorities in between. Or one server at a time, where any two majorities overlap.',
    paxos: 'The members are part of the state: instance i + α is decided by those that the state after i names.',
  },
};
