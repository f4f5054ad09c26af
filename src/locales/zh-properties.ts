/** The properties of the audit in Chinese, by their ids: what each is called, and what it says. */
export const properties: Readonly<Record<string, { readonly name: string; readonly statement: string }>> = {
  Leadership1: { name: '每个 epoch 一个 leader', statement: '同一个 epoch 中没有两个已确立的 leader。' },
  Leadership2: { name: '每个 epoch 始终只有一个 leader', statement: '从头到尾，一个 epoch 至多有一个 leader。' },
  PrefixConsistency: { name: '同一部历史', statement: '任意两台服务器的已提交历史，较短者是较长者的前缀。' },
  Integrity: { name: '不凭空出现', statement: '服务器投递的事务，都由该 epoch 的 primary 广播过。' },
  Agreement: { name: '没有遗漏', statement: '若一台服务器投递了 a，另一台投递了 b，则其中至少一台两者都投递了。' },
  TotalOrder: {
    name: '统一的投递顺序',
    statement: '服务器投递一条事务之前，必已投递任何服务器投递过的所有更早的事务。',
  },
  LocalPrimaryOrder: {
    name: 'primary 内部的顺序',
    statement: '一个 primary 广播的事务按广播的顺序投递，中间没有缺漏。',
  },
  GlobalPrimaryOrder: {
    name: 'epoch 之间的顺序',
    statement: '较早的 primary 广播的，先于较晚的 primary 广播的投递；primary 不越出自己的 epoch。',
  },
  PrimaryIntegrity: {
    name: 'primary 知道 follower 所知道的',
    statement: '凡是它的 follower 投递过的更早 epoch 的事务，primary 都已投递。',
  },
  ProcessConsistency: {
    name: 'follower 的日志与 leader 一致',
    statement: '已接受 NEWLEADER 的 follower，其日志是 leader 历史的一部分。',
  },
  CommittedLogMonotonicity: {
    name: '开始服务的 leader 什么都不缺',
    statement: '开始服务的 leader，已投递之前各 epoch 的 leader 提交过的全部事务。',
  },
  LeaderLogCompleteness: {
    name: '新 leader 什么都不缺',
    statement: 'epoch 已确立的 leader，一开始就拥有之前各 epoch 的 leader 提交过的全部事务。',
  },
  CommittedLogDurability: {
    name: '同步不丢已提交的事务',
    statement: '同步绝不去掉已提交的事务，除非随后重新发送。',
  },
  stateInconsistent: {
    name: '报文各在其阶段',
    statement: 'epoch 在 DISCOVERY 中提出、接受与确认，learner 在 SYNCHRONIZATION 中得知如何同步。',
  },
  proposalInconsistent: {
    name: '提案没有缺口',
    statement: '同一 epoch 的提案逐条到达 learner，TRUNC 指向其日志中存在的位置。',
  },
  commitInconsistent: { name: '提交按序', statement: '提交逐条进行，每次都针对等待提交的最旧的事务。' },
  ackInconsistent: {
    name: 'ACK 按序',
    statement: '在同一条连接上，follower 先确认 NEWLEADER，再逐条确认提案，且只确认其 leader 提出过的。',
  },
  messageIllegal: { name: '没有错位的报文', statement: '服务器不会收到以其当时的角色不可能收到的报文。' },
  DurableAck: {
    name: '先落盘，后 ACK',
    statement: 'leader 计入一个 ACK 时，发送它的服务器已把直到该处的全部内容落盘。',
  },
  EpochLogOrder: {
    name: '日志不超前于 epoch',
    statement: '服务器启动时，磁盘上没有哪条事务的 epoch 比它已加入的更新。',
  },
  EpochSupportsHistory: {
    name: 'epoch 与历史同在',
    statement: '投票者的磁盘显示已加入某个 epoch 时，它拥有该 epoch 的 leader 起步时的全部历史。',
  },
  AcceptedEpochMonotone: { name: '承诺不回退', statement: '服务器承诺过的 epoch 绝不变小。' },
  CurrentEpochMonotone: { name: '已加入的 epoch 不回退', statement: '服务器已加入的 epoch 绝不变小。' },
  AcceptedCoversCurrent: {
    name: '只加入承诺过的',
    statement: '服务器只加入自己承诺过的 epoch：acceptedEpoch 绝不落后于 currentEpoch。',
  },
  CommitQuorum: { name: '每次提交都有法定多数', statement: 'leader 只提交已获投票者法定多数（quorum）确认的事务。' },
  CommittedStaysCommitted: {
    name: '已提交的不会失去',
    statement: '客户端可能已看到的内容，始终保存在足够多的磁盘上，没有它就无法构成法定多数。',
  },
  ReplicaConvergence: {
    name: '事务相同，数据树相同',
    statement: '应用了相同事务的服务器，数据树也相同，直到每一个 Stat。',
  },
  VoteSoundness: {
    name: '由法定多数选出',
    statement: '只有投票者的法定多数在决定性的一轮中投票给它，服务器才成为 leader。',
  },
  SingleServingLeader: {
    name: '每个 epoch 只有一个提交者',
    statement: '在一个 epoch 中，只有确立它的那个 leader 才提交。',
  },
  EphemeralsEnd: {
    name: '临时节点随会话结束',
    statement: '会话的结束被应用之后，它的临时节点一个不留，此后也不会再为它创建。',
  },
  VersionDiscipline: {
    name: '版本得到遵守',
    statement: '条件写入当且仅当期望的版本就是当前版本时成功；顺序节点的序号只增不减。',
  },
  MessageFifo: { name: '连接保持顺序', statement: '同一连接的同一方向上，报文按发送的顺序到达。' },
  LinearizableWrites: {
    name: '写入是线性一致的',
    statement: '一次写入排在它被请求之前任何客户端已得到答复的写入之后。',
  },
  ClientFifo: { name: '按请求的顺序答复', statement: '客户端按其请求的顺序得到答复。' },
  ReadYourWrites: { name: '读到自己的写入', statement: '读取能看到本会话此前已得知写入成功的内容。' },
  SyncThenRead: {
    name: 'sync 之后的读取是新的',
    statement: 'sync 得到答复之处，已应用其 leader 在它被请求时已提交的全部事务。',
  },
  NoTimeTravel: {
    name: '会话不会回到过去',
    statement: '无论由哪台服务器答复，同一会话所见的 zxid 绝不变小。',
  },
  WatchSafety: {
    name: 'watch 只触发一次，且及时',
    statement: '一次性 watch 至多触发一次；客户端在读到更新的内容之前，先得知它所等待、且有权读取的变更。',
  },
  Stability: { name: '好的 leader 不会更替', statement: '为法定多数服务的 leader，只要没有外来干扰就一直留任。' },
  NoStartupLockout: {
    name: '崩溃后总能重启',
    statement: '无论在何处崩溃，服务器都能再次启动，无需有人修复磁盘。',
  },
  ElectionTerminates: {
    name: '总会选出 leader',
    statement: '一个法定多数在运行且能互相通信，终会有 leader 为其服务。',
  },
  Join: { name: '启动者终会服务', statement: '在已有 leader 服务时启动的服务器，终会跟随或观察它。' },
  Rejoin: { name: '失去 leader 者终会归来', statement: '失去 leader 的服务器，终会跟随或观察正在服务的那一个。' },
  WriteCommits: { name: '提出的终会提交', statement: '法定多数的 leader 所提出的终会提交，否则它退位。' },
  SessionExpiry: {
    name: '死去的会话终会结束',
    statement: '无人再有其消息的会话，连同其临时节点，会在超时、一个 tick 与一次提交之内结束。',
  },
  Rollover: {
    name: 'zxid 用尽后有新的 epoch',
    statement: '一个 epoch 的 zxid 用尽时，终会有下一个 epoch 的 leader 提供服务。',
  },
};
