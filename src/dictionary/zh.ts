/** What the cells of the dictionary say in Chinese. Here alone Raft's own term 任期 may stand beside it. */
import type { RowWords } from './row.ts';
import type { RowId } from './rows.ts';

export const zhRows: Readonly<Record<RowId, RowWords>> = {
  epoch: {
    concept: '一届 leader 的编号',
    zab: 'epoch。在发现阶段得出：quorum 中最大的 acceptedEpoch 加一。磁盘上有两个：acceptedEpoch 是承诺过的，currentEpoch 是加入了的。',
    raft: 'term（任期）。candidate 把自己的加一。磁盘上只有一个数 currentTerm，作用相当于 acceptedEpoch；没有与 currentEpoch 对应的数。',
    paxos: '提案编号（ballot）。各 proposer 从互不相交的集合里取；acceptor 把承诺过的最大编号写入稳定存储。',
  },
  name: {
    concept: '一个写入的名字',
    zab: 'zxid：epoch 和计数器合成一个数。每个 epoch 计数器重新开始。',
    raft: 'index，旁边带着 term。index 跨 term 连续，没有空缺。',
    paxos: '实例编号，每个实例单独达成一次共识；ballot 不是名字的一部分。',
  },
  replicated: {
    concept: '复制的是什么',
    zab: '事务：请求的结果，由 leader 算好，重复应用也无妨（主备复制）。',
    raft: '命令，由每台服务器各自执行（复制状态机）。',
    paxos: '命令，由每台服务器各自执行。',
  },
  leader: {
    concept: 'leader',
    zab: 'leader：当选之后，还要 quorum 承诺它的 epoch，再由 quorum 确认 NEWLEADER，然后才开始服务。',
    raft: 'leader：一个 term 里最多选出一个，拿到选票就开始领导。',
    paxos: 'distinguished proposer：只为了能有进展。同时有两个也安全，只是可能互相妨碍。',
  },
  vote: {
    concept: '选票',
    zab: '是一个意见（peerEpoch、zxid、sid）：同一轮里听到更好的就换，发给所有人，只在内存里。',
    raft: '每个 term 一票，给第一个日志够新的 candidate；votedFor 先落盘再回复。',
    paxos: '没有人给 proposer 投票：怎样选出一个由实现决定，例如靠超时。',
  },
  restriction: {
    concept: '谁不能当 leader',
    zab: 'quorum 中 (currentEpoch, 最后的 zxid) 最大者胜出，再比 sid；ACKEPOCH 时再查一次：比 leader 更新的不受它领导。',
    raft: '日志落后的得不到选票：先比最后一条的 term，再比 index。',
    paxos: '没有限制：任何 proposer 都行，因为阶段 1 会告诉它哪些值可能已被选定。',
  },
  promise: {
    concept: '对新 leader 的承诺',
    zab: '发现阶段：LEADERINFO，acceptedEpoch 落盘，然后 ACKEPOCH 带上 currentEpoch 和最后的 zxid，需要 quorum。',
    raft: '包含在投票里：回复 RequestVote 的一方接受更新的 term，此后拒绝更旧的。',
    paxos: '阶段 1：prepare 与 promise，需要多数派。回复带有此前接受过的值；ACKEPOCH 只说走到了哪里。',
  },
  synchronization: {
    concept: '对齐日志',
    zab: '每个 learner 在参与之前做一次：比较 zxid，用 DIFF、TRUNC 或 SNAP。',
    raft: '一直在做：AppendEntries 带着前一条的信息，对不上时 leader 逐条往回退。',
    paxos: '新 leader 对不知道结果的所有实例执行阶段 1，对得知的值执行阶段 2；空缺用 no-op 填上。',
  },
  truncation: {
    concept: '日志里去掉什么',
    zab: 'TRUNC：双方共有的最后一个 zxid 之后全部去掉，只在同步时做一次。不跨 epoch，跨了就用 SNAP。',
    raft: '冲突的那条和它后面的全部，在 AppendEntries 过程中去掉。',
    paxos: 'acceptor 接受过的值会被更大编号的取代，逐个实例进行；已选定的值不会变。',
  },
  'old-entries': {
    concept: '前任留下的记录',
    zab: 'quorum 确认 NEWLEADER 之后，随 leader 的整个历史一起提交；NEWLEADER 不是事务。',
    raft: '不靠数副本：随 leader 自己 term 的一条记录一起提交。',
    paxos: '用新编号逐个重新提出。',
  },
  uptodate: {
    concept: '允许开始服务',
    zab: 'UPTODATE：quorum 确认 NEWLEADER 之后发给每个 learner，此后它才回答客户端。',
    raft: '没有这样的消息：follower 不自行回答读请求，commitIndex 随下一个 AppendEntries 到达。',
    paxos: '没有这样的消息：学到某个实例以及它之前的全部，就执行它。',
  },
  proposal: {
    concept: '把写入发出去',
    zab: 'PROPOSAL：只带自己的 zxid，顺序靠连接。每个单独确认，同时在途的数量不限。',
    raft: 'AppendEntries：带前一条的 index 和 term。一个回复代表到此为止的全部。',
    paxos: '阶段 2 的 accept 请求，针对一个实例；多个可以同时在途，次序不限。',
  },
  durable: {
    concept: '先落盘，再回复',
    zab: 'follower 刷盘之后才发 ACK。leader 自己的 ACK 也在刷盘之后才算，但凑 quorum 并不需要它。',
    raft: '记录先落盘再回复。leader 可以边发边写，自己没写完也可以提交。',
    paxos: 'acceptor 先把要回复的内容写入稳定存储。',
  },
  commit: {
    concept: '完成并告知',
    zab: '凑够 quorum 的 ACK，然后对每个 zxid 发 COMMIT（对 observer 发 INFORM）。',
    raft: '本 term 的记录有多数副本；commitIndex 随下一个 AppendEntries 传达。',
    paxos: '多数派接受即为选定，不管有没有人知道；然后告知 learner。',
  },
  order: {
    concept: '同一个 leader 所发的顺序',
    zab: '主序（primary order）：即使许多提案同时在途，一届 leader 留下的总是它所提内容的开头一段。',
    raft: '靠日志做到同样的事：记录按序追加，按序提交（Log Matching）。',
    paxos: '各实例独立决定：第二个可能被选定，而第一个成了 no-op 或别人的值。',
  },
  silence: {
    concept: '听不到 leader 时',
    zab: 'follower 沉默满 syncLimit 个 tick 就离开；没有 quorum 的 leader 差不多同样久之后退位。',
    raft: 'follower 等一段随机的选举超时后成为 candidate。失去多数就退位是一项补充。',
    paxos: '超时只用于挑选 proposer，没有谁必须退位。',
  },
  rejoining: {
    concept: '回来的不打扰别人',
    zab: '寻找 leader 的服务器收到已安定者的 FOLLOWING 和 LEADING 就加入，不管自己的选票和轮次如何。',
    raft: '它更大的 term 会终结现任 leader：pre-vote，以及听得到 leader 时不理会请求，都是补充。',
    paxos: '更大的编号会打断正在提议的一方；避免这种情况是挑选 proposer 的事。',
  },
  learner: {
    concept: '收到一切却不投票',
    zab: 'observer：收 INFORM，不收 PROPOSAL 和 COMMIT，长期不计入任何 quorum。',
    raft: '没有投票权的成员，只在新服务器追赶时如此。',
    paxos: 'learner：是一种角色，同一进程也可以是 acceptor。',
  },
  reads: {
    concept: '读',
    zab: '任何服务器都从自己的树里读，可能是旧的；同一会话不会倒退。先 sync 再读；sync 不询问 quorum。',
    raft: '由 leader 提供线性一致的读：记下 commitIndex（ReadIndex），让多数派确认它还在任；或者靠时钟的租约。',
    paxos: '从一份账本里读可能是旧的；要最新的，就把读当作一条法令来通过。',
  },
  sessions: {
    concept: '客户端重试',
    zab: '会话是事务，用于临时节点和 watch。ConnectionLoss 之后重发的写是另一个写：客户端得先查看。',
    raft: '会话带序列号：状态机从记忆里回答重复的命令。',
    paxos: '留给状态机。',
  },
  snapshots: {
    concept: '快照',
    zab: '模糊快照：边改边写，再把从其名字起的日志重新应用一遍。SNAP 传送 leader 的树。',
    raft: '某个 index 为止已应用的状态，带最后一条的 index 和 term；用 InstallSnapshot 发送。',
    paxos: '用某条法令为止的状态代替法令本身，并抄给离开很久的人。',
  },
  reconfiguration: {
    concept: '变更成员',
    zab: '一个事务，需要新旧两个配置的 quorum，激活（COMMITANDACTIVATE）之前排在它后面的也一样。',
    raft: '联合共识：两条记录，其间需要两边的多数。或者一次只变一台，任何两个多数必然相交。',
    paxos: '成员是状态的一部分：实例 i + α 由执行完 i 之后的状态所列的成员决定。',
  },
};
