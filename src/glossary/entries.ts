/** Every word that the page and its lessons use in ZooKeeper's sense, and which of them are mistaken for each other. */
import type { Entry, Sight } from './entry.ts';

const lesson = (id: string): Sight => ({ see: 'lesson', lesson: id });
const scenario = (id: string): Sight => ({ see: 'scenario', scenario: id });
const look = (at: Extract<Sight, { see: 'look' }>['look']): Sight => ({ see: 'look', look: at });
const TOPOLOGY: Sight = { see: 'view', view: 'topology' };
const SPACE_TIME: Sight = { see: 'view', view: 'spaceTime' };
const CONSOLES: Sight = { see: 'consoles' };

// oxfmt-ignore
const ENTRY_LIST = {
  zxid: { group: 'numbers', cites: ['3'], java: 'ZxidUtils', sights: [lesson('zxid-halves'), look('inside')] },
  counter: { group: 'numbers', cites: ['3', '13.2'], java: 'ZxidUtils.getCounterFromZxid', sights: [lesson('zxid-halves')] },
  epoch: { group: 'numbers', cites: ['3'], sights: [lesson('four-epochs'), look('inside')] },
  acceptedEpoch: { group: 'numbers', cites: ['3', '10.1'], java: 'QuorumPeer.acceptedEpoch', sights: [lesson('promise-first'), lesson('older-epoch'), look('inside')] },
  currentEpoch: { group: 'numbers', cites: ['3', '12'], java: 'QuorumPeer.currentEpoch', sights: [lesson('four-epochs'), look('inside')] },
  peerEpoch: { group: 'numbers', cites: ['3', '8.5'], java: 'Vote.peerEpoch', sights: [lesson('which-vote-wins'), look('inside')] },
  round: { group: 'numbers', cites: ['3', '8.4'], java: 'FastLeaderElection.logicalclock', also: ['electionEpoch', 'n.round', 'logicalClock'], sights: [lesson('four-epochs'), look('inside')] },
  sid: { group: 'numbers', cites: ['4', '6'], java: 'QuorumPeer.myid', sights: [lesson('which-vote-wins'), lesson('smaller-sid')] },
  lastZxid: { group: 'numbers', cites: ['14', '3'], java: 'QuorumPeer.getLastLoggedZxid', also: ['lastLoggedZxid', 'lastProcessedZxid', 'peerLastZxid'], sights: [lesson('four-epochs'), look('inside')] },
  cxid: { group: 'numbers', cites: ['2', '16'], java: 'TxnHeader.cxid', sights: [look('requests')] },

  ensemble: { group: 'servers', cites: ['4', '9'], also: ['cluster'], sights: [lesson('two-ensembles'), TOPOLOGY] },
  quorum: { group: 'servers', cites: ['9'], java: 'QuorumMaj.containsQuorum', also: ['majority'], sights: [lesson('even-numbers'), lesson('quorum-commits'), look('inside')] },
  weight: { group: 'servers', cites: ['9', '8.5'], java: 'QuorumHierarchical', also: ['group', 'hierarchical quorum', 'weight.N', 'group.N'], sights: [look('inside')] },
  participant: { group: 'servers', cites: ['2', '9'], java: 'QuorumPeer.LearnerType', also: ['PARTICIPANT', 'voter'], sights: [lesson('observers')] },
  observer: { group: 'servers', cites: ['15'], java: 'Observer', also: ['OBSERVER', 'non-voting server'], sights: [lesson('observers')] },
  learner: { group: 'servers', cites: ['10.1', '12'], java: 'Learner', sights: [lesson('promise-first'), lesson('diff-trunc-snap')] },
  LearnerHandler: { group: 'servers', cites: ['10.3', '14'], java: 'LearnerHandler', sights: [look('algorithm')] },
  ObserverMaster: { group: 'servers', cites: ['15'], java: 'ObserverMaster', also: ['observerMasterPort', 'learner master'], sights: [look('algorithm')] },
  LOOKING: { group: 'servers', cites: ['5.4', '8.4'], java: 'QuorumPeer.ServerState', sights: [scenario('five-servers'), TOPOLOGY] },
  FOLLOWING: { group: 'servers', cites: ['5.4', '13.4'], java: 'Follower', also: ['follower'], sights: [TOPOLOGY, look('algorithm')] },
  LEADING: { group: 'servers', cites: ['5.4', '10.2', '13.1'], java: 'Leader', also: ['leader'], sights: [lesson('elected-not-leading'), lesson('two-leaders'), TOPOLOGY] },
  OBSERVING: { group: 'servers', cites: ['5.4', '15'], java: 'Observer.observeLeader', sights: [lesson('observers'), TOPOLOGY] },

  fastLeaderElection: { group: 'election', cites: ['8', '26'], java: 'FastLeaderElection', also: ['FLE', 'lookForLeader'], sights: [lesson('which-vote-wins'), look('algorithm')] },
  vote: { group: 'election', cites: ['8.4', '8.5'], java: 'Vote', sights: [lesson('which-vote-wins'), look('inside')] },
  electionProposal: { group: 'election', cites: ['8.2', '8.3'], java: 'FastLeaderElection.proposedLeader', also: ['proposedLeader', 'currentVote'], sights: [look('inside')] },
  notification: { group: 'election', cites: ['8.1', '8.3'], java: 'FastLeaderElection.Notification', also: ['NOTIFICATION', 'MALFORMED'], sights: [lesson('many-notifications'), SPACE_TIME] },
  recvset: { group: 'election', cites: ['8.2', '8.4'], java: 'FastLeaderElection.lookForLeader', sights: [look('inside')] },
  outofelection: { group: 'election', cites: ['8.2', '8.4', '8.7'], java: 'FastLeaderElection.lookForLeader', sights: [lesson('late-joiner'), look('inside')] },
  finalizeWait: { group: 'election', cites: ['8.4'], java: 'FastLeaderElection.finalizeWait', sights: [lesson('wait-after-quorum')] },
  backoff: { group: 'election', cites: ['8.4'], java: 'FastLeaderElection.maxNotificationInterval', also: ['notTimeout', 'Notification time out', 'minNotificationInterval', 'maxNotificationInterval'], sights: [lesson('silent-network')] },
  dialRule: { group: 'election', cites: ['7'], java: 'QuorumCnxManager', also: ['INITIAL', 'Have smaller server identifier', 'connection ownership'], sights: [lesson('smaller-sid'), look('links')] },

  zabState: { group: 'phases', cites: ['2'], java: 'QuorumPeer.ZabState', also: ['ELECTION', 'ZAB phase'], sights: [look('inside'), SPACE_TIME] },
  discovery: { group: 'phases', cites: ['10'], java: 'Learner.registerWithLeader', also: ['DISCOVERY'], sights: [lesson('promise-first')] },
  synchronization: { group: 'phases', cites: ['11', '12'], java: 'Learner.syncWithLeader', also: ['SYNCHRONIZATION'], sights: [lesson('diff-trunc-snap'), lesson('newleader-ack')] },
  broadcast: { group: 'phases', cites: ['13'], java: 'Leader.propose', also: ['BROADCAST'], sights: [lesson('quorum-commits')] },
  FOLLOWERINFO: { group: 'phases', cites: ['10.1', '2'], java: 'Leader.FOLLOWERINFO', sights: [lesson('promise-first'), SPACE_TIME] },
  OBSERVERINFO: { group: 'phases', cites: ['10.1', '15'], java: 'Leader.OBSERVERINFO', sights: [lesson('observers')] },
  LEADERINFO: { group: 'phases', cites: ['10.3', '10.1'], java: 'Leader.LEADERINFO', sights: [lesson('promise-first'), SPACE_TIME] },
  ACKEPOCH: { group: 'phases', cites: ['10.1', '10.3'], java: 'Leader.ACKEPOCH', sights: [lesson('promise-first'), lesson('older-epoch')] },

  DIFF: { group: 'synchronization', cites: ['11.1', '12'], java: 'LearnerHandler.syncFollower', sights: [lesson('diff-trunc-snap'), scenario('follower-returns'), look('inside')] },
  TRUNC: { group: 'synchronization', cites: ['11.1', '20'], java: 'LearnerHandler.syncFollower', sights: [lesson('diff-trunc-snap'), lesson('returning-leader'), look('inside')] },
  SNAP: { group: 'synchronization', cites: ['11.1', '11.4'], java: 'LearnerHandler.syncFollower', sights: [lesson('diff-trunc-snap'), lesson('elected-not-leading'), look('inside')] },
  committedLog: { group: 'synchronization', cites: ['11.1', '20'], java: 'ZKDatabase.committedLog', sights: [lesson('diff-trunc-snap'), look('inside')] },
  minCommittedLog: { group: 'synchronization', cites: ['11.1'], java: 'ZKDatabase.minCommittedLog', also: ['maxCommittedLog', 'min', 'max'], sights: [lesson('diff-trunc-snap'), look('inside')] },
  NEWLEADER: { group: 'synchronization', cites: ['11.4', '12'], java: 'Leader.NEWLEADER', sights: [lesson('newleader-ack'), SPACE_TIME] },
  UPTODATE: { group: 'synchronization', cites: ['11.4', '12'], java: 'Leader.UPTODATE', sights: [lesson('newleader-ack'), SPACE_TIME] },

  atomicBroadcast: { group: 'broadcast', cites: ['13', '26'], java: 'Leader', also: ['Zab', 'ZAB', 'total order broadcast'], sights: [lesson('primary-order'), look('audit')] },
  primaryOrder: { group: 'broadcast', cites: ['13.2', '12'], also: ['primary', 'primary integrity'], sights: [lesson('primary-order'), look('audit')] },
  REQUEST: { group: 'broadcast', cites: ['2', '16'], java: 'Leader.REQUEST', sights: [look('requests')] },
  PROPOSAL: { group: 'broadcast', cites: ['13.2', '13.4'], java: 'Leader.PROPOSAL', sights: [lesson('quorum-commits'), SPACE_TIME] },
  ACK: { group: 'broadcast', cites: ['13.3', '13.4'], java: 'Leader.ACK', sights: [lesson('quorum-commits'), look('inside')] },
  COMMIT: { group: 'broadcast', cites: ['13.3', '13.4'], java: 'Leader.COMMIT', sights: [lesson('quorum-commits'), SPACE_TIME] },
  COMMITANDACTIVATE: { group: 'broadcast', cites: ['21', '2'], java: 'Leader.COMMITANDACTIVATE', sights: [look('algorithm')] },
  INFORM: { group: 'broadcast', cites: ['13.3', '15'], java: 'Leader.INFORM', sights: [lesson('observers')] },
  INFORMANDACTIVATE: { group: 'broadcast', cites: ['21', '2'], java: 'Leader.INFORMANDACTIVATE', sights: [look('algorithm')] },
  outstanding: { group: 'broadcast', cites: ['13.2', '13.3'], java: 'Leader.outstandingProposals', also: ['outstandingProposals', 'pendingTxns'], sights: [lesson('un-acked-write'), look('inside')] },
  logged: { group: 'broadcast', cites: ['16', '13.4'], java: 'SyncRequestProcessor', also: ['written'], sights: [lesson('un-acked-write'), scenario('leader-killed')] },
  durable: { group: 'broadcast', cites: ['16', '6'], java: 'FileTxnLog.commit', also: ['fsync', 'flush', 'forceSync'], sights: [lesson('newleader-ack')] },
  committed: { group: 'broadcast', cites: ['13.3'], java: 'Leader.tryToCommit', also: ['lastCommitted'], sights: [lesson('quorum-commits'), lesson('un-acked-write')] },
  delivered: { group: 'broadcast', cites: ['13.3', '16'], java: 'CommitProcessor', also: ['toBeApplied'], sights: [look('requests')] },
  applied: { group: 'broadcast', cites: ['16'], java: 'FinalRequestProcessor', sights: [lesson('stale-reads'), look('requests'), look('data')] },

  txn: { group: 'disk', cites: ['13.2', '16'], java: 'TxnLogEntry', also: ['transaction'], sights: [look('requests')] },
  TxnHeader: { group: 'disk', cites: ['16', '20'], java: 'TxnHeader', sights: [look('requests')] },
  txnLog: { group: 'disk', cites: ['20', '6'], java: 'FileTxnLog', also: ['log.<hex>', 'WAL'], sights: [lesson('returning-leader'), scenario('leader-killed')] },
  snapshot: { group: 'disk', cites: ['20', '6'], java: 'FileSnap', also: ['fuzzy snapshot', 'snapCount'], sights: [lesson('elected-not-leading'), CONSOLES] },

  tickTime: { group: 'time', cites: ['4', '14'], java: 'QuorumPeer.tickTime', sights: [lesson('pause-or-death')] },
  initLimit: { group: 'time', cites: ['4', '10.2'], java: 'QuorumPeer.initLimit', sights: [lesson('elected-not-leading')] },
  syncLimit: { group: 'time', cites: ['4', '14'], java: 'QuorumPeer.syncLimit', sights: [lesson('pause-or-death'), lesson('two-leaders')] },
  PING: { group: 'time', cites: ['14', '2'], java: 'LearnerHandler.ping', sights: [SPACE_TIME] },

  session: { group: 'clients', cites: ['19'], java: 'SessionTrackerImpl', also: ['CONNECT', 'CONNECTED', 'sessionId'], sights: [lesson('lock-recipe'), look('data')] },
  localSession: { group: 'clients', cites: ['19'], java: 'LocalSessionTracker', also: ['localSessionsEnabled', 'global session'], sights: [look('data')] },
  expiry: { group: 'clients', cites: ['19'], java: 'SessionTrackerImpl', also: ['SESSIONEXPIRED', 'expired'], sights: [lesson('lock-recipe')] },
  connectionLoss: { group: 'clients', cites: ['19', '2'], java: 'KeeperException.ConnectionLossException', also: ['CONNECTIONLOSS', 'Disconnected'], sights: [lesson('error-yet-there'), CONSOLES] },
  REVALIDATE: { group: 'clients', cites: ['13.5', '19'], java: 'Leader.REVALIDATE', sights: [SPACE_TIME] },
  CALL: { group: 'clients', cites: ['2', '16'], java: 'RequestHeader', also: ['REPLY', 'ReplyHeader', 'xid'], sights: [look('requests'), CONSOLES] },
  CLIENTPING: { group: 'clients', cites: ['19', '2'], java: 'ClientCnxn.SendThread.sendPing', also: ['opcode ping'], sights: [SPACE_TIME] },
  sync: { group: 'clients', cites: ['13.5', '16'], java: 'Leader.processSync', also: ['SYNC'], sights: [lesson('stale-reads'), lesson('sync-not-magic'), CONSOLES] },
  staleRead: { group: 'clients', cites: ['19', '16'], java: 'FinalRequestProcessor', sights: [lesson('stale-reads')] },
  watch: { group: 'clients', cites: ['18'], java: 'WatchManager', also: ['EVENT', 'WatcherEvent', 'NodeDataChanged', 'addWatch', 'PERSISTENT', 'PERSISTENT_RECURSIVE'], sights: [look('data'), CONSOLES] },
  readOnly: { group: 'clients', cites: ['15'], java: 'ReadOnlyZooKeeperServer', also: ['readonlymode.enabled', 'NOTREADONLY'], sights: [look('requests')] },

  znode: { group: 'tree', cites: ['17.1', '17'], java: 'DataNode', sights: [look('data'), CONSOLES] },
  Stat: { group: 'tree', cites: ['17.2'], java: 'Stat', also: ['ctime', 'mtime', 'numChildren'], sights: [CONSOLES] },
  czxid: { group: 'tree', cites: ['17.2'], java: 'Stat.czxid', also: ['cZxid'], sights: [CONSOLES] },
  mzxid: { group: 'tree', cites: ['17.2'], java: 'Stat.mzxid', also: ['mZxid'], sights: [CONSOLES] },
  pzxid: { group: 'tree', cites: ['17.2'], java: 'Stat.pzxid', also: ['pZxid'], sights: [CONSOLES] },
  dataVersion: { group: 'tree', cites: ['17.2'], java: 'Stat.version', also: ['version', 'BADVERSION'], sights: [lesson('error-yet-there'), CONSOLES] },
  cversion: { group: 'tree', cites: ['17.2'], java: 'Stat.cversion', sights: [CONSOLES] },
  aversion: { group: 'tree', cites: ['17.2'], java: 'Stat.aversion', also: ['aclVersion'], sights: [CONSOLES] },
  ephemeralOwner: { group: 'tree', cites: ['17.2'], java: 'Stat.ephemeralOwner', sights: [CONSOLES] },
  ephemeral: { group: 'tree', cites: ['17.1', '19'], java: 'CreateMode.EPHEMERAL', sights: [lesson('lock-recipe'), look('data')] },
  sequential: { group: 'tree', cites: ['17.1'], java: 'CreateMode.PERSISTENT_SEQUENTIAL', sights: [lesson('lock-recipe'), CONSOLES] },
  container: { group: 'tree', cites: ['17.1'], java: 'ContainerManager', sights: [look('data'), CONSOLES] },
  TTL: { group: 'tree', cites: ['17.1'], java: 'ContainerManager', also: ['extendedTypesEnabled'], sights: [look('data'), CONSOLES] },
  multi: { group: 'tree', cites: ['17.4'], java: 'MultiOperationRecord', also: ['check'], sights: [CONSOLES] },
  ACL: { group: 'tree', cites: ['17.5'], java: 'PrepRequestProcessor.checkACL', also: ['cdrwa', 'NOAUTH'], sights: [CONSOLES] },
  quota: { group: 'tree', cites: ['17.6'], java: 'Quotas', also: ['QUOTAEXCEEDED', 'enforceQuota'], sights: [CONSOLES] },

  reconfig: { group: 'configuration', cites: ['21'], java: 'Leader.tryToCommit', also: ['reconfiguration', 'reconfigEnabled'], sights: [lesson('two-ensembles'), CONSOLES] },
  configVersion: { group: 'configuration', cites: ['21', '4'], java: 'QuorumVerifier.getVersion', also: ['n.config version'], sights: [CONSOLES] },
  lastSeen: { group: 'configuration', cites: ['9', '21'], java: 'QuorumPeer.lastSeenQuorumVerifier', also: ['lastSeenQuorumVerifier'], sights: [look('inside')] },
  designatedLeader: { group: 'configuration', cites: ['21'], java: 'Leader.getDesignatedLeader', also: ['allowedToCommit'], sights: [look('algorithm')] },

  partition: { group: 'trouble', cites: ['7', '26'], also: ['cut', 'heal'], sights: [scenario('partition'), lesson('two-leaders'), look('links')] },
  halfOpen: { group: 'trouble', cites: ['7', '26'], sights: [look('links')] },
  splitBrain: { group: 'trouble', cites: ['14', '10.1'], sights: [lesson('two-leaders'), lesson('two-ensembles')] },
  freeze: { group: 'trouble', cites: ['14', '26'], also: ['pause', 'GC pause', 'thaw'], sights: [lesson('pause-or-death')] },
  crash: { group: 'trouble', cites: ['6', '14'], also: ['kill', 'restart'], sights: [lesson('pause-or-death'), scenario('leader-killed')] },
} as const satisfies Readonly<Record<string, Entry>>;

export type EntryId = keyof typeof ENTRY_LIST;

export const ENTRIES: Readonly<Record<EntryId, Entry>> = ENTRY_LIST;

/** Not to be confused with each other: `one|other`. */
// oxfmt-ignore
export const PAIRS = [
  'zxid|cxid', 'zxid|lastZxid', 'counter|round', 'epoch|round', 'epoch|currentEpoch',
  'acceptedEpoch|currentEpoch', 'currentEpoch|peerEpoch', 'peerEpoch|round', 'acceptedEpoch|round',
  'ensemble|quorum', 'quorum|weight', 'participant|observer', 'participant|learner', 'observer|learner', 'learner|LearnerHandler',
  'LearnerHandler|ObserverMaster', 'FOLLOWING|learner', 'observer|OBSERVING', 'LEADING|fastLeaderElection', 'LOOKING|zabState',
  'vote|electionProposal', 'electionProposal|PROPOSAL', 'notification|watch', 'recvset|outofelection',
  'finalizeWait|backoff', 'vote|notification',
  'discovery|synchronization', 'synchronization|sync', 'broadcast|atomicBroadcast', 'FOLLOWERINFO|ACKEPOCH', 'FOLLOWERINFO|OBSERVERINFO',
  'LEADERINFO|NEWLEADER', 'ACKEPOCH|ACK', 'NEWLEADER|UPTODATE', 'DIFF|TRUNC', 'DIFF|SNAP', 'SNAP|snapshot', 'committedLog|txnLog',
  'committedLog|committed', 'minCommittedLog|lastZxid', 'UPTODATE|COMMIT',
  'atomicBroadcast|primaryOrder', 'PROPOSAL|COMMIT', 'COMMIT|INFORM', 'COMMIT|committed', 'COMMIT|COMMITANDACTIVATE',
  'INFORM|INFORMANDACTIVATE', 'REQUEST|CALL', 'REQUEST|PROPOSAL', 'ACK|committed', 'outstanding|committed', 'logged|durable',
  'logged|committed', 'durable|committed', 'committed|delivered', 'delivered|applied', 'committed|applied',
  'txn|multi', 'txnLog|snapshot', 'initLimit|syncLimit', 'syncLimit|expiry', 'PING|CLIENTPING',
  'session|localSession', 'expiry|connectionLoss', 'sync|durable', 'sync|staleRead', 'staleRead|readOnly',
  'czxid|zxid', 'czxid|mzxid', 'mzxid|pzxid', 'dataVersion|cversion', 'dataVersion|mzxid', 'cversion|sequential', 'ephemeral|ephemeralOwner',
  'ephemeral|container', 'container|TTL', 'Stat|znode',
  'reconfig|configVersion', 'configVersion|lastSeen', 'designatedLeader|LEADING', 'configVersion|dataVersion',
  'partition|halfOpen', 'partition|splitBrain', 'freeze|crash',
] as const satisfies readonly `${EntryId}|${EntryId}`[];
export type Pair = (typeof PAIRS)[number];
