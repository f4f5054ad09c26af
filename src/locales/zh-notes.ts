/**
 * In Chinese, one plain sentence for everything a server or client can say: a predicate whose subject is the one that
 * says it, put before it with a space. They tell what that server knows or believes, never more.
 */
import { type Sid, type Zxid, epochOf, zxidLabel } from '../zookeeper/ids.ts';
import type { DecidingColumn, LeaderLossReason, LearnerLossReason, VoteFact, WriteKind } from '../zookeeper/notes.ts';
import type { SyncMode, ZabState } from '../zookeeper/packets.ts';
import type { NoteSentences } from './en-notes.ts';
import { formatsOf } from './message.ts';
import { columnName, greaterBecause, server, servers, t } from './zh-terms.ts';

const { integer } = formatsOf('zh-CN');

const itself = (sid: Sid, self: Sid | null): string => (sid === self ? '自己' : server(sid));
const voted = (vote: VoteFact, self: Sid | null): string => t`投给${itself(vote.leader, self)}的选票`;
/** The speaker's own, or somebody's: who `自己` is must be plain. */
const votedBy = (from: Sid, vote: VoteFact, self: Sid | null): string =>
  from === self ? t`自己${voted(vote, self)}` : t`${server(from)}${voted(vote, null)}`;
const of = (some: readonly unknown[], all: number): string => `${some.length}/${all}`;
const list = (zxids: readonly Zxid[]): string => zxids.map(zxidLabel).join('、');
const spaced = (millis: number): string =>
  millis >= 1000 && millis % 1000 === 0 ? `${integer(millis / 1000)} s` : `${integer(millis)} ms`;

function firstDifference(vote: VoteFact, other: VoteFact): DecidingColumn {
  for (const column of ['peerEpoch', 'zxid', 'leader'] as const) if (vote[column] !== other[column]) return column;
  return vote.electionEpoch === other.electionEpoch ? null : 'electionEpoch';
}

const phaseShown: Readonly<Record<ZabState, string>> = {
  ELECTION: '进入选举阶段',
  DISCOVERY: '进入发现阶段：新的 epoch 是多少？',
  SYNCHRONIZATION: '进入同步阶段：让所有服务器的历史一致',
  BROADCAST: '进入广播阶段：可以处理写入',
};

const modeMeans: Readonly<Record<SyncMode, string>> = {
  NONE: '尚无内容',
  DIFF: '只补缺少的部分',
  TRUNC: '先截断',
  SNAP: '完整快照',
};

const leaderLost: Readonly<Record<LeaderLossReason, string>> = {
  reconfigured: '新配置换了 leader，或改变了自己的角色',
  connectionClosed: '连接已关闭',
  readTimeout: '它沉默太久',
  unreachable: '无法连上它',
  leaderUnknown: '它不在集群中',
  oldEpoch: '它的 epoch 比这里已接受的更旧',
  discontinuousProposal: '中间缺了一条提案',
  commitWithoutProposal: '它提交了这里从未收到提案的事务',
  diskFailed: '磁盘拒绝了必须先写入的内容',
  logThreadDied: '日志线程已经没了',
};

const refused: Readonly<Record<WriteKind, string>> = {
  acceptedEpoch: 'acceptedEpoch',
  currentEpoch: 'currentEpoch',
  updatingEpoch: 'epoch 的写入标记',
  txns: '日志',
  config: '配置',
  truncate: '截断后的日志',
  snapshotStart: '快照',
  purge: '要删除的文件',
  snapshot: '快照',
};

const learnerLost: Readonly<Record<LearnerLossReason, string>> = {
  connectionClosed: '连接已关闭',
  readTimeout: '沉默太久',
  transactionTimeout: '有提案太久未获 ACK',
  aheadOfLeader: '它的数据比这个 leader 还新',
  syncThrottled: '同时进行的同步太多',
  newerConfig: '它已启用更新的配置',
  epochTimeout: '限期内没有法定多数上报 epoch',
  epochAckTimeout: '限期内没有法定多数接受该 epoch',
  newLeaderAckTimeout: '限期内没有法定多数确认 NEWLEADER',
  unexpectedPacket: '它发来了意外的报文',
  replaced: '它重新连接了',
};

export const zhNotes: NoteSentences = {
  started: (n) => t`启动：最后的 zxid 为${zxidLabel(n.lastZxid)}，currentEpoch 为${n.currentEpoch}`,
  refusedToStart: (n) =>
    n.reason === 'epochBehindLog'
      ? '拒绝启动：日志中的 epoch 比 currentEpoch 更新'
      : '拒绝启动：acceptedEpoch 落后于 currentEpoch',
  databaseLoaded: (n) =>
    n.snapshot === null && n.txnCount === 0
      ? '磁盘上什么也没有'
      : t`加载数据库至${zxidLabel(n.zxid)}，其中${n.txnCount}条来自日志`,
  epochDefaulted: (n) => t`磁盘上没有${n.file}：按最后的 zxid 取${n.epoch}`,
  stateChanged: (n) => (n.state === 'LOOKING' ? '开始寻找 leader' : phaseShown[n.zabState]),

  electionDialled: (n) => t`为选举呼叫${server(n.to)}`,
  electionDialDropped: (n) => t`挂断与${server(n.to)}的连接：应由 sid 较大的一方发起`,
  electionDialReversed: (n) => t`挂断${server(n.from)}的连接并回拨：自己的 sid 较大`,
  electionConnected: (n) => t`可以与${server(n.with)}交换选票了`,
  electionBroken: (n) => t`与${server(n.with)}的选举连接断开`,
  electionUnreachable: (n) => t`连不上${server(n.to)}：${n.because === 'refused' ? '无人监听' : '没有应答'}`,

  electionStarted: (n, self) => t`开始第${n.vote.electionEpoch}轮，推举${itself(n.vote.leader, self)}`,
  votesSent: (n, self) => {
    const why = { electionStarted: '', adopted: '：提议变了', silence: '：一直没有消息，再发一次' }[n.because];
    return t`把${voted(n.vote, self)}发给${servers(n.to)}${why}`;
  },
  voteReplied: (n, self) => {
    const why = { lowerRound: '对方轮次较旧', settled: '对方还在寻找', stranger: '对方不是投票者' }[n.because];
    return t`以${voted(n.vote, self)}答复${server(n.to)}：${why}`;
  },
  voteReceived: (n, self) => t`收到${votedBy(n.from, n.vote, self)}`,
  voteCompared: (n, self) => {
    const vote = n.from === self ? '自己的选票' : votedBy(n.from, n.vote, self);
    if (n.outcome === 'equal' || n.by === null) return t`比较${vote}：与自己的提议相同`;
    return t`比较${vote}：${columnName[n.by]}较${n.outcome === 'beats' ? '大，胜出' : '小，落败'}`;
  },
  voteAdopted: (n, self) => t`改投${itself(n.vote.leader, self)}：${greaterBecause(firstDifference(n.vote, n.was))}`,
  roundRaised: (n) => t`从第${n.was}轮跳到第${n.round}轮，从${server(n.from)}得知`,
  olderRoundIgnored: (n) => t`忽略${server(n.from)}：第${n.round}轮比自己的第${n.mine}轮旧`,
  voteCounted: (n, self) => t`计入${votedBy(n.from, n.vote, self)}：${of(n.agreeing, n.voters)}一致`,
  quorumAgrees: (n, self) =>
    t`已有法定多数推举${itself(n.vote.leader, self)}：再等${spaced(n.waitMillis)}，看有没有更好的选票`,
  voteDrained: (n) => t`等待期间收到${server(n.from)}的选票：并不更好`,
  finalizeInterrupted: (n) => t`收到${server(n.from)}更好的选票，继续选举`,
  voteRefused: (n) => {
    const why = { notAVoter: '它不是投票者', unknownLeader: '投给了未知的服务器', noZxid: '它没有数据' }[n.because];
    return t`不计${server(n.from)}的选票：${why}`;
  },
  settledVoteKept: (n) =>
    t`记下：${server(n.from)}已${n.state === 'LEADING' ? '成为 leader' : t`跟随${server(n.vote.leader)}`}`,
  notificationTimeout: (n) =>
    t`没有收到任何消息：${n.action === 'resent' ? '重发选票' : '重新呼叫所有服务器'}，下次等${spaced(n.nextMillis)}`,
  elected: (n, self) =>
    n.becomes === 'LEADING'
      ? t`认为自己当选：${servers(n.agreeing)}同意`
      : t`认为${itself(n.vote.leader, self)}当选：${n.by === 'joined' ? '已经有 leader 了' : t`${servers(n.agreeing)}同意`}`,

  leaderDialled: (n) =>
    t`${n.toMaster === true ? '请求接纳：' : '连接它的 leader '}${server(n.leader)}${n.attempt > 1 ? t`，第${n.attempt}次尝试` : ''}`,
  leaderDialFailed: (n) =>
    n.toMaster === true
      ? t`未被${server(n.leader)}接纳：${n.because === 'refused' ? '对方此刻不接纳 observer' : '没有应答'}`
      : t`连不上它的 leader ${server(n.leader)}：${n.because === 'refused' ? '对方还未监听' : '没有应答'}`,
  leaderConnected: (n) => t`连上了${n.toMaster === true ? '' : '它的 leader '}${server(n.leader)}`,
  learnerRegistered: (n) => t`得知${server(n.sid)}已接受 epoch ${n.acceptedEpoch}`,
  epochProposed: (n) => t`计入${server(n.sid)}的 acceptedEpoch ${n.acceptedEpoch}：新 epoch 将是${n.epoch}`,
  epochFixed: (n) => t`定下 epoch ${n.epoch}：比${servers(n.connecting)}的都大`,
  acceptedEpochWritten: (n) =>
    n.was === n.epoch
      ? t`把 acceptedEpoch ${n.epoch}写入磁盘`
      : t`承诺 epoch ${n.epoch}（acceptedEpoch ${n.was} → ${n.epoch}）`,
  currentEpochWritten: (n) =>
    n.was === n.epoch
      ? t`把 currentEpoch ${n.epoch}写入磁盘`
      : t`加入 epoch ${n.epoch}（currentEpoch ${n.was} → ${n.epoch}）`,
  malformedSkipped: (n) => t`跳过${server(n.from)}发来的字节：不是 notification`,
  receiverDied: (n) => t`接收选票的线程死了：${server(n.from)}发来的字节使它终止`,
  epochRecovered: (n) => t`日志属于 epoch ${n.epoch}：以它为 currentEpoch，原记录为${n.was}`,
  epochAlreadyAccepted: (n) => t`之前已接受过 epoch ${n.epoch}：这次答复不会被计入`,
  epochAcked: (n) =>
    t`得知${server(n.sid)}接受了该 epoch${n.counted ? t`：目前共${n.electing.length}个` : '，但不计入'}`,
  learnerAhead: (n) =>
    t`发现${server(n.sid)}比自己新：对方${zxidLabel(n.lastZxid)}，epoch ${n.currentEpoch}；自己${zxidLabel(n.myLastZxid)}，epoch ${n.myCurrentEpoch}`,
  epochRefused: (n) => t`收到 epoch ${n.epoch}，但已承诺${n.acceptedEpoch}`,
  epochAckQuorum: (n) => t`在 epoch ${n.epoch}上已有法定多数：${servers(n.electing)}`,

  syncDecided: (n) => {
    const from = t`对方最后是${zxidLabel(n.peerLastZxid)}`;
    switch (n.mode) {
      case 'TRUNC':
        return t`让${server(n.learner)}截断到${zxidLabel(n.zxid)}（TRUNC）：${from}`;
      case 'SNAP':
        return t`给${server(n.learner)}发送完整快照（SNAP）：${from}`;
      default:
        return n.txnCount === 0
          ? t`没有什么要补给${server(n.learner)}（DIFF）：${from}`
          : t`给${server(n.learner)}发送${n.txnCount}条事务（DIFF）：${from}`;
    }
  },
  forwardingStarted: (n) => t`从此也把新提案发给${server(n.learner)}`,
  syncModeReceived: (n) => t`将以${n.mode}同步：${modeMeans[n.mode]}`,
  truncateFailed: (n) => t`无法把日志截断到${zxidLabel(n.to)}：日志止于${zxidLabel(n.last)}`,
  truncated: (n) =>
    n.dropped.length === 0
      ? t`把日志截断到${zxidLabel(n.to)}：没有丢弃任何事务`
      : t`把日志截断到${zxidLabel(n.to)}：丢弃${list(n.dropped)}`,
  snapshotInstalled: (n) => t`用截至${zxidLabel(n.zxid)}的快照替换数据`,
  snapshotWritten: (n) => t`写下截至${zxidLabel(n.zxid)}的快照`,
  snapshotAsked: (n) => t`按运维的要求，开始做截至${zxidLabel(n.zxid)}的快照`,
  databaseRestored: (n) => t`内存中的数据被截至${zxidLabel(n.zxid)}的快照替换：此前应用到${zxidLabel(n.was)}`,
  databaseTakenBack: (n) => t`换回恢复之前的数据，截至${zxidLabel(n.zxid)}`,
  connectionsShed: (n) => t`关闭了 ${n.of} 条客户端连接中的 ${n.count} 条`,
  firstInSync: (n) => t`把${zxidLabel(n.zxid)}当作本次同步的第一条：从这里开始计数，服务器日志为此写的那一行无害`,
  newLeaderReceived: (n) => t`收到 epoch ${n.epoch}的 NEWLEADER${n.queued > 0 ? '：先把收到的内容写盘' : ''}`,
  newLeaderAcked: (n) => t`计入${server(n.sid)}对 NEWLEADER 的 ACK：${of(n.acks, n.voters)}`,
  newLeaderQuorum: (n) => t`已与法定多数同步：${servers(n.acks)}确立了 epoch ${n.epoch}`,
  upToDateSent: (n) => t`通知${server(n.learner)}已是最新`,
  upToDate: (n) => t`在 epoch ${n.epoch}中已是最新`,
  servingStarted: (n) =>
    n.as === 'LEADING' ? t`领导 epoch ${n.epoch}，开始为客户端服务` : t`在 epoch ${n.epoch}中开始为客户端服务`,

  proposed: (n) => t`提出${zxidLabel(n.zxid)}${n.to.length > 0 ? t`，发给${servers(n.to)}` : ''}`,
  logQueued: (n) => t`把${zxidLabel(n.zxid)}交给磁盘`,
  logFileCreated: (n) => t`从${zxidLabel(n.zxid)}起新建一个日志文件`,
  logged: (n) => t`${list(n.zxids)}已落盘`,
  proposalGap: (n) =>
    epochOf(n.expected) === 0
      ? t`把${zxidLabel(n.zxid)}当作同步之后的第一个提案：从这里开始计数，服务器日志里的那条警告无害`
      : t`期待${zxidLabel(n.expected)}，却收到${zxidLabel(n.zxid)}`,
  acked: (n) => t`计入${server(n.sid)}对${zxidLabel(n.zxid)}的 ACK：${of(n.acks, n.voters)}`,
  observerMasterStarted: () => '从现在起接纳 observer',
  informMissed: (n) => {
    const missed = n.observers.length === 0 ? '没有 observer 因此缺少它' : t`${servers(n.observers)}将缺少它`;
    return t`无法把${zxidLabel(n.zxid)}告知 observer：它在接纳 observer 之前提出；${missed}`;
  },
  packetUnexpected: (n) => t`用不着${n.from === null ? '' : t` ${server(n.from)}发来的`} ${n.type}`,
  configSeen: (n) => t`记下新配置：由${servers(n.voters)}投票；从此新旧配置都须同意`,
  configActivated: (n) => t`启用配置${zxidLabel(n.version)}：由${servers(n.voters)}投票`,
  leaderNotDesignated: (n) => t`不再提交任何事务：新配置应由${server(n.designated)}领导`,
  ackIgnored: (n) =>
    n.because === 'alreadyCommitted'
      ? t`不再需要${zxidLabel(n.zxid)}的 ACK：已提交`
      : t`不计${server(n.sid)}对${zxidLabel(n.zxid)}的 ACK`,
  committed: (n) => t`提交${zxidLabel(n.zxid)}：${of(n.acks, n.voters)}已落盘`,
  commitReceived: (n) => t`得知${zxidLabel(n.zxid)}已提交`,
  commitUnseen: (n) => t`收到${zxidLabel(n.zxid)}的 COMMIT，却从未收到这条事务`,
  commitMismatch: (n) => t`收到${zxidLabel(n.zxid)}的 COMMIT，但应先提交${zxidLabel(n.expected)}`,
  applied: (n) => t`应用${zxidLabel(n.zxid)}`,

  ticked: (n) => t`检查谁仍保持同步：${servers(n.synced)}`,
  steppedDown: (n) => {
    const why = {
      epochTimeout: '没有法定多数来商定 epoch',
      epochAckTimeout: '没有法定多数接受它的 epoch',
      newLeaderAckTimeout: '没有法定多数确认 NEWLEADER',
      notEnoughSynced: t`只有${servers(n.synced)}保持同步`,
      voterChangedMind: '等待 epoch 期间，有投票者又去寻找 leader 了',
      rollover: '计数器已满',
      diskFailed: '磁盘拒绝写入 epoch',
      logThreadDied: '日志线程已经没了',
    }[n.reason];
    return t`退位：${why}`;
  },
  leaderLost: (n) =>
    n.reason === 'readTimeout'
      ? t`放弃${server(n.leader)}：它已沉默${spaced(n.silentMillis)}`
      : t`放弃${server(n.leader)}：${leaderLost[n.reason]}`,
  learnerLost: (n) => t`放弃${server(n.sid)}：${learnerLost[n.reason]}`,
  fastForwarded: (n) => t`按日志从${zxidLabel(n.from)}追到${zxidLabel(n.to)}`,
  writeRefused: (n) =>
    n.because === 'full' ? t`发现磁盘已满：${refused[n.write]}没有写入` : t`无法写入${refused[n.write]}：磁盘故障`,
  logThreadDied: () => '写日志的线程没了',
  databaseDiscarded: () => '丢弃内存中的数据；磁盘不变',

  requestForwarded: (n) => t`把${n.operation}转发给 leader`,
  requestRejected: (n) =>
    n.reason === 'notServing'
      ? '拒绝一个客户端：尚未提供服务'
      : n.reason === 'tooManyConnections'
        ? '拒绝一个客户端：它的地址已有太多连接'
        : n.reason === 'readOnly'
          ? '拒绝一个要写入的客户端'
          : n.reason === 'wrongPassword'
            ? t`拒绝一个客户端：会话${n.sessionId}的密码不对`
            : '拒绝一个客户端：它见过更新的数据',
  sessionAnswered: (n) =>
    n.valid
      ? t`确认客户端的会话${n.sessionId}，超时为${spaced(n.timeoutMillis)}`
      : t`告知客户端：会话${n.sessionId}已不存在`,
  readingPaused: (n) => t`暂停读取会话${n.sessionId}：有${n.outstanding}个请求正在处理，上限为${n.limit}`,
  readingResumed: (n) => t`恢复读取会话${n.sessionId}，其间它发来${n.waiting}个数据包`,
  standaloneStarted: (n) => t`以 standalone 模式提供服务，从${zxidLabel(n.lastZxid)}开始`,
  readOnlyStarted: () => '找不到 leader，只提供读服务',
  snapshotStarted: (n) => t`在${zxidLabel(n.zxid)}开始做快照`,
  snapshotSkipped: () => '这次不做快照：上一个还在写',
  filesPurged: (n) => t`删除旧文件，保留${n.retainCount}个快照`,
  containerReaped: (n) => t`删除${n.path}：它到期了`,
  quotaExceeded: (n) => t`告警：${n.path}占用${n.current} ${n.of === 'count' ? '个节点' : '字节'}，限额${n.limit}`,
  sessionUpgraded: (n) => t`让会话${n.sessionId}为全体所知`,
  sessionExpired: (n) => t`结束会话${n.sessionId}：${spaced(n.timeoutMillis)}没有它的消息`,
  sessionLost: (n) => t`得知会话${n.sessionId}已不存在`,
  watchWithheld: (n) => t`不通知 ${n.event} ${n.path}：设了 watch 的客户端无权读取`,
  watchTriggered: (n) => t`通知设了 watch 的客户端：${n.event} ${n.path}`,
  watchFired: (n) => t`收到通知：${n.event} ${n.path}`,
  sessionRevalidated: (n) => (n.valid ? '可以保留某个客户端的会话' : '必须结束某个客户端的会话'),
  answered: (n) => t`答复${n.operation}：${n.answer.error === 'OK' ? '完成' : n.answer.error}`,
  clientConnected: (n) => t`在${server(n.server)}上有了会话`,
  clientDisconnected: (n) =>
    t`失去与${server(n.server)}的连接${n.unanswered > 0 ? t`，${n.unanswered}个请求未获答复` : ''}`,
  clientCalled: (n) => t`请求${server(n.server)}：${n.operation}${n.path === null ? '' : t` ${n.path}`}`,
  commandEnded: (n) => t`已执行：${n.line}`,
  clientAnswered: (n) => t`得到${n.operation}的答复：${n.answer.error === 'OK' ? '完成' : n.answer.error}`,
};
