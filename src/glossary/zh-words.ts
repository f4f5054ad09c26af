/** The glossary in Chinese; renderings as in `locales/zh-terms.ts`. */
import type { EntryId, Pair } from './entries.ts';
import type { GlossaryWords } from './entry.ts';

export const zhWords: GlossaryWords<EntryId, Pair> = {
  entries: {
    zxid: {
      name: 'zxid',
      says: '事务的编号，共 64 位：高 32 位是提出它的 leader 的 epoch，低 32 位在这个 epoch 内计数。这里写作 2·5，日志里写作 0x200000005。形如 (E, 0) 的 zxid 不是事务，而是 epoch E 开始的标记。',
    },
    counter: {
      name: '计数器',
      says: 'zxid 的低半部分。每个 epoch 都从 1 开始，每个写入加一，失败的写入也算。32 位用完时 leader 会退位，开始新的 epoch。',
    },
    epoch: {
      name: 'epoch',
      says: '一个 leader 的任职时期，用数字表示：leader 要让一个 quorum 作出承诺，用的数总比他们以前承诺过的都大。有四个数都叫 epoch：acceptedEpoch、currentEpoch、选票里的 peerEpoch、zxid 的高半部分。选举的轮次不在其中。',
    },
    acceptedEpoch: {
      name: 'acceptedEpoch',
      says: '服务器承诺接受的最新 epoch，单独存一个文件。它在服务器回复 LEADERINFO 之前已经落盘，从此不再接受更旧 epoch 的 leader 的任何东西。',
    },
    currentEpoch: {
      name: 'currentEpoch',
      says: '服务器已经接过其历史的最新 epoch，单独存一个文件。learner 在 NEWLEADER 时写入，leader 在一个 quorum 回复 ACKEPOCH 之后写入。它从不大于 acceptedEpoch。',
    },
    peerEpoch: {
      name: 'peerEpoch',
      says: '选票的一个字段：投票者所知的、被推举者的 currentEpoch。同一轮的选票先比它，再比 zxid，最后比 sid。leader 开始服务后，已有归属的服务器在答复里把它改成新的 epoch。',
    },
    round: {
      name: '轮次',
      forms: ['轮次', 'logicalclock', 'logicalClock', 'electionEpoch'],
      says: '这是第几次寻找 leader，由每台服务器自己计数：服务器里叫 logicalclock，报文里叫 electionEpoch，日志里叫 n.round。它只在内存里，进程重启就从头数起。听到更新的轮次，就加入那一轮。',
    },
    sid: {
      name: 'sid',
      forms: ['sid', 'myid'],
      says: '服务器的编号，来自 myid 文件，即配置中 server.N 的 N。选票其余各项都相同时，sid 大者胜；两台服务器之间，由 sid 大的一方建立连接。',
    },
    lastZxid: {
      name: '最后的 zxid',
      forms: ['最后的 zxid', '最后一个 zxid'],
      says: '服务器的数据库走到了哪个 zxid，它的选票和 ACKEPOCH 就用这个数说明自己的历史。重启之后，它是日志的末尾，不管那里提交过没有。',
    },
    cxid: {
      name: 'cxid',
      says: '客户端给自己每次调用的编号，在一条连接内计数。服务器凭会话和 cxid 找到在等这个已提交事务的是哪次调用。',
    },

    ensemble: {
      name: '集群',
      says: '配置里列出的全部服务器，不管是否在运行。多数是按配置中的投票者算的，绝不是按此刻在场的算。',
    },
    quorum: {
      name: 'quorum',
      forms: ['quorum', '法定多数'],
      says: '足以作出决定的投票者：超过配置总数的一半，或者按权重和分组计算。任意两个 quorum 至少有一台服务器相同，一切都建立在这一点上。',
    },
    weight: {
      name: '权重',
      says: '投票者分组时，每个投票者算多少：quorum 要求过半数的组，且每组中权重都过半。权重为 0 的服务器可以投票，但不能当选。',
    },
    participant: {
      name: '投票者',
      forms: ['投票者', 'participant'],
      says: '有投票权的服务器（participant）：参加选举，可以当 leader，它的 ACK 算数。配置行里没有写明 observer 的都是。',
    },
    observer: {
      name: 'observer',
      says: '没有投票权的服务器：持有数据，为客户端服务，但不计入任何 quorum。事务提交之后它才知道，由一条 INFORM 告知。',
    },
    learner: {
      name: 'learner',
      says: '由 leader 带着跟上、并从它那里得到后续事务的服务器：follower 或 observer。',
    },
    LearnerHandler: {
      name: 'LearnerHandler',
      says: 'leader 这一端对应一个 learner 的连接：选择 DIFF、TRUNC 还是 SNAP，发送为它排队的报文，读取它的答复。每条连接一个。',
    },
    ObserverMaster: {
      name: 'ObserverMaster',
      says: '设置了 observerMasterPort、可以接纳 observer 的 follower：它转发 leader 提交的事务，也转交 observer 的请求，让 leader 少维持一些连接。',
    },
    LOOKING: {
      name: 'LOOKING',
      says: '没有 leader 的服务器所处的状态：投票，收票，不为任何人服务。每台服务器都从这里开始；失去 leader，或者当 leader 时失去 quorum，都会回到这里。',
    },
    FOLLOWING: {
      name: 'FOLLOWING',
      says: '投票者认定了另一台服务器之后的状态。它只说明认定了谁，不说明已经跟上：发现和同步都还在后面，也可能失败。',
    },
    LEADING: {
      name: 'LEADING',
      says: '认为自己当选的服务器所处的状态。要等一个 quorum 确认了它的 NEWLEADER，它才开始服务。同时可以有两台 LEADING，能提交的只有一台。',
    },
    OBSERVING: {
      name: 'OBSERVING',
      says: '找到了 leader 的 observer 所处的状态。处于这种状态的服务器，它的选票谁都不理会。',
    },

    fastLeaderElection: {
      name: 'FastLeaderElection',
      forms: ['FastLeaderElection', 'FLE'],
      says: '服务器就跟随谁达成一致的办法：各自发出选票，听到更好的就改投，等一个 quorum 与自己一致，并且 200 毫秒内没有更好的，就结束。它本身并不保证安全：可能选出两个，也可能一个都选不出。',
    },
    vote: {
      name: '选票',
      says: '推举谁当 leader，附上那台服务器的 zxid 和 peerEpoch，以及所在的轮次。同一轮里 peerEpoch 大者胜，其次 zxid，再次 sid。听到更好的，随时可以改。',
    },
    electionProposal: {
      name: '选举中的提议',
      forms: ['proposedLeader'],
      says: 'LOOKING 的服务器此刻主张的那张选票，即 proposedLeader、proposedZxid、proposedEpoch。选举结束后它成为 currentVote，有了归属的服务器用它来答复。',
    },
    notification: {
      name: 'notification',
      forms: ['notification', 'NOTIFICATION', 'MALFORMED'],
      says: '选举端口上的消息：一张选票加上发送者的状态。改投时发，有人在找 leader 时作为答复发，安静太久也会再发。日志里每读到一条就记一行。',
    },
    recvset: {
      name: 'recvset',
      says: '服务器在这一轮里收到的选票，每个发送者一张，自己的也在内。其中与自己一致的够 quorum 时，等过 finalizeWait 就可以决定。',
    },
    outofelection: {
      name: 'outofelection',
      says: '已经在跟随或领导的服务器的选票。其中够一个 quorum，并且有 leader 自己的那张，迟到的服务器就立刻加入，不用等。',
    },
    finalizeWait: {
      name: 'finalizeWait',
      says: '够 quorum 之后再等的 200 毫秒，以防更好的选票还在路上。这段时间里读到的，除非更好，一律丢弃。',
    },
    backoff: {
      name: '退避',
      says: 'LOOKING 的服务器在一片寂静中等多久才重发选票：先是 200 毫秒，以后每次加倍，最长一分钟。在下一次寻找之前不会复位。',
    },
    dialRule: {
      name: '谁来拨号',
      forms: ['INITIAL'],
      says: '两台服务器之间，选举连接归 sid 大的一方。小的一方拨号时，用 INITIAL 报上自己是谁，连接随即被放弃，再由大的一方拨回来。日志里说 smaller server identifier 的那一行就是这个意思。',
    },

    zabState: {
      name: 'ZAB 阶段',
      forms: ['ZabState', 'ZAB 阶段'],
      says: '服务器和它的 leader 一起走到了哪一步：ELECTION、DISCOVERY、SYNCHRONIZATION、BROADCAST。3.6 以后的发行版会显示它。',
    },
    discovery: {
      name: '发现阶段',
      forms: ['发现阶段', 'DISCOVERY'],
      says: '选举之后的第一个阶段：leader 从一个 quorum 得知谁都承诺过的最新 epoch，提出再大一的，取得他们的承诺；同时得知有没有谁的历史比自己更新。',
    },
    synchronization: {
      name: '同步阶段',
      forms: ['同步阶段', 'SYNCHRONIZATION'],
      says: '第二个阶段：用 DIFF、TRUNC 或 SNAP 让每个 learner 得到 leader 的历史，learner 落盘之后确认 NEWLEADER。够一个 quorum 的确认，这个 epoch 就成立了。',
    },
    broadcast: {
      name: '广播阶段',
      forms: ['广播阶段', 'BROADCAST'],
      says: '第三个阶段，也是平时所处的阶段：leader 一个接一个地提出事务，每个得到一个 quorum 的确认就提交。可以有许多个同时在途中。',
    },
    FOLLOWERINFO: {
      name: 'FOLLOWERINFO',
      says: 'follower 发给 leader 的第一个报文：自己的 acceptedEpoch 和 sid。leader 从一个 quorum 的这种报文里得出自己的 epoch 该是几。',
    },
    OBSERVERINFO: {
      name: 'OBSERVERINFO',
      says: 'observer 发给 leader 的第一个报文：自己的 acceptedEpoch 和 sid。leader 不会等够多少个这种报文。',
    },
    LEADERINFO: {
      name: 'LEADERINFO',
      says: 'leader 的答复：新的 epoch，比那个 quorum 里承诺过的最大的还大一。learner 写下 acceptedEpoch 就是承诺；已经承诺过更大的，就离开。',
    },
    ACKEPOCH: {
      name: 'ACKEPOCH',
      says: 'learner 的承诺，附上自己的 currentEpoch 和最后的 zxid。以前已经承诺过这个 epoch 的，发 -1，不计入。leader 够 quorum 之前，比它更新的会被拒绝。',
    },

    DIFF: {
      name: 'DIFF',
      says: 'learner 只是少了些，没有多余的：把它最后的 zxid 之后的事务发给它，每个一条 PROPOSAL 加一条 COMMIT。什么都不少，就一个也不发。',
    },
    TRUNC: {
      name: 'TRUNC',
      says: 'learner 有 leader 的历史里没有的事务：必须把日志截到所指的 zxid，即双方都有的最后一个。从不跨 epoch 截断，那种情况用 SNAP。',
    },
    SNAP: {
      name: 'SNAP',
      says: 'learner 得到整个数据库，因为它的历史和 leader 的接不上，或者要接的太长。它原来有的不再算数。',
    },
    committedLog: {
      name: 'committedLog',
      says: '服务器留在内存里的最近 500 个以上的事务，用 DIFF 让别人跟上时从这里取。重启之后，日志里有而没有人提交过的也会在里面。',
    },
    minCommittedLog: {
      name: 'minCommittedLog、maxCommittedLog',
      forms: ['minCommittedLog', 'maxCommittedLog'],
      says: 'leader 的 committedLog 里第一个和最后一个 zxid。learner 最后的 zxid 落在它们的什么位置，决定用 DIFF、TRUNC 还是 SNAP。',
    },
    NEWLEADER: {
      name: 'NEWLEADER',
      says: '同步时 leader 要发的到此为止。learner 已有 leader 的历史：它使之落盘，写下 currentEpoch，然后确认。一个 quorum 的确认让 leader 开始服务。',
    },
    UPTODATE: {
      name: 'UPTODATE',
      says: 'leader 告诉一个 learner：可以为客户端服务了。在一个 quorum 确认了 NEWLEADER 之后才发。',
    },

    atomicBroadcast: {
      name: '原子广播',
      forms: ['原子广播', 'Zab', 'ZAB'],
      says: '对所有服务器的承诺：一台投递了的，所有服务器都投递，顺序相同，leader 崩溃也不例外。Zab 就是 ZooKeeper 为此所用的协议。',
    },
    primaryOrder: {
      name: 'primary order',
      says: '同一个 leader 的事务按它提出的顺序投递；新的 leader 在接过以前各个 leader 已投递的全部之前，什么也不提出。所以后一个事务可以建立在前一个之上。',
    },
    REQUEST: {
      name: 'REQUEST',
      says: 'learner 把客户端的写入或 sync 转交给 leader。读取从不离开被问的那台服务器。',
    },
    PROPOSAL: {
      name: 'PROPOSAL',
      forms: ['PROPOSAL', '提案'],
      says: 'leader 把事务连同 zxid 发给每个跟得上的 follower，不等前一个提交。',
    },
    ACK: {
      name: 'ACK',
      says: 'follower 说：这个事务我已经落盘。leader 自己的也算，在它自己刷盘之后。带 (E, 0) 的是对 NEWLEADER 的确认。',
    },
    COMMIT: {
      name: 'COMMIT',
      says: 'leader 告诉 follower：这个事务的 ACK 够 quorum 了。里面只有 zxid，其余的他们已从 PROPOSAL 得到。',
    },
    COMMITANDACTIVATE: {
      name: 'COMMITANDACTIVATE',
      says: '动态配置的 COMMIT：新配置从此生效，并指明由哪台服务器领导。',
    },
    INFORM: {
      name: 'INFORM',
      says: '把一个已提交的事务连同全部内容告诉 observer：它没有见过那条 PROPOSAL。',
    },
    INFORMANDACTIVATE: {
      name: 'INFORMANDACTIVATE',
      says: '动态配置的 INFORM：事务本身，以及新配置下由谁领导。',
    },
    outstanding: {
      name: '未决',
      says: 'leader 已经提出、尚未提交（outstanding）。同时有多少个没有上限，提交则按顺序。',
    },
    logged: {
      name: '写入日志',
      says: '写进了一台服务器的事务日志。仅此而已的话，机器出事就会丢，也不说明别人有没有。',
    },
    durable: {
      name: '落盘',
      forms: ['落盘', '刷盘', 'fsync'],
      says: '真正在磁盘上了：日志已经刷盘（fsync），崩溃也还在。一次刷盘管当时在等的全部事务。ACK 总在它之后发，从不在它之前。',
    },
    committed: {
      name: '已提交',
      forms: ['已提交', '提交'],
      says: '一个 quorum 已经确认，leader 已经决定：以后的 leader 都不会没有它。那一刻本身谁也看不见，各台服务器由各自的 COMMIT 得知。',
    },
    delivered: {
      name: '投递',
      says: '论文里的说法：在一台服务器上，把已提交的事务交给服务本身。这里指它按 zxid 的顺序离开那台服务器的 CommitProcessor。',
    },
    applied: {
      name: '已应用',
      forms: ['已应用'],
      says: '已经作用到服务器的树上：从此这台服务器能读到它，watch 也会触发。各台服务器可以有先有后。',
    },

    txn: {
      name: '事务',
      says: 'leader 由请求推算出来的修改，带有 zxid：把什么设成什么，做两遍结果也一样。会话的建立和结束也是事务，被拒绝的写入也是。',
    },
    TxnHeader: {
      name: 'TxnHeader',
      says: '日志里每个事务前面的部分：会话、cxid、zxid、时间和类型。凭会话和 cxid，服务器认得出自己客户端的写入。',
    },
    txnLog: {
      name: '事务日志',
      says: '服务器在确认每个事务之前要先追加的文件。重启时里面的全部都会应用，不管提交过没有：之后当 leader 的会加以纠正。',
    },
    snapshot: {
      name: '快照',
      says: '存着整棵树和全部会话的文件，以开始写它时的 zxid 命名。写的同时修改还在继续，所以它是模糊的（fuzzy）：从那里起把日志再做一遍，就对了。',
    },

    tickTime: {
      name: 'tickTime',
      forms: ['tickTime', 'tick'],
      says: 'ZooKeeper 配置里的时间单位，以毫秒计。initLimit 和 syncLimit 都按它计数，leader 每半个 tick 发一次 PING。',
    },
    initLimit: {
      name: 'initLimit',
      says: '连接和同步最多用多少个 tick，也是 leader 等 quorum 的时限。快照大，它就要大。',
    },
    syncLimit: {
      name: 'syncLimit',
      says: '跟上之后，learner 和 leader 之间最多沉默多少个 tick。超过了，follower 就去找 leader，没有 quorum 的 leader 就退位。',
    },
    PING: {
      name: 'PING',
      says: 'leader 每半个 tick 向每个 learner 发一次，表示自己还在。答复里带着这段时间有动静的会话，leader 由此知道哪些还活着。',
    },

    session: {
      name: '会话',
      forms: ['会话', 'CONNECT', 'CONNECTED'],
      says: '客户端在整个集群里的身份，由一个事务建立，所有服务器都知道。它比连接活得长：客户端可以带着它换到另一台服务器，只要沉默不超过超时。',
    },
    localSession: {
      name: '本地会话',
      says: '只有一台服务器知道的会话，没有对应的事务。它不能拥有临时节点，服务器没了它也就没了。',
    },
    expiry: {
      name: '会话过期',
      forms: ['会话过期', '过期'],
      says: '会话在超时之内没有动静，就由 leader 结束，别人不行；那也是一个事务，同时删除它的临时节点。客户端再连上来才会知道。',
    },
    connectionLoss: {
      name: '连接丢失',
      forms: ['连接丢失', 'ConnectionLoss'],
      says: '调用还没有答复，连接就断了，客户端得到的就是这个错误。那次调用可能做了，也可能没有：错误本身说不清。',
    },
    REVALIDATE: {
      name: 'REVALIDATE',
      says: '有客户端带着会话从别的服务器过来，learner 问 leader 那个会话是否还活着，再把答复转告客户端。',
    },
    CALL: {
      name: 'CALL、REPLY',
      forms: ['CALL', 'REPLY'],
      says: '客户端向服务器提出的，和服务器按提出的顺序给的答复。答复里带着这台服务器已到的 zxid。',
    },
    CLIENTPING: {
      name: 'CLIENTPING',
      says: '没有事要问的客户端表示自己还在，和服务器的答复。它让会话活下去；服务器在下一次答复 PING 时转告 leader。',
    },
    sync: {
      name: 'sync',
      forms: ['sync', 'SYNC'],
      says: '客户端的一种调用：leader 的答复排在它至今提交的全部后面，所以之后的读取不会比那更旧。它不问 quorum：已经失势而不自知的 leader 照样会答复。',
    },
    staleRead: {
      name: '旧数据',
      forms: ['旧数据', '读到旧值'],
      says: '服务器还没有得知别处已提交的写入就答复了读取（stale read）。这是允许的；不允许的是同一个客户端退回到过去。',
    },
    watch: {
      name: 'watch',
      forms: ['watch', 'watches', 'EVENT'],
      says: '客户端想知道某处变化的登记，只存在它所连的那台服务器上。普通的触发一次就没有了；PERSISTENT 会留下，PERSISTENT_RECURSIVE 管整棵子树。它只说变了，不说变成了什么。',
    },
    readOnly: {
      name: '只读模式',
      says: '打开之后，找不到 leader 的服务器用自己已有的数据提供读取，只给声明过能接受的客户端。写入一律拒绝。',
    },

    znode: {
      name: 'znode',
      says: 'ZooKeeper 树上的节点：一个路径，少量数据，访问控制列表，Stat，以及子节点。',
    },
    Stat: {
      name: 'Stat',
      says: 'znode 关于自己的记录：由哪些事务创建和修改，三个版本，是临时的话属于谁，以及内容有多少。',
    },
    czxid: { name: 'czxid', says: '创建这个 znode 的事务的 zxid，从不改变。' },
    mzxid: { name: 'mzxid', says: '最后一次修改 znode 数据的 zxid。修改 ACL 不影响它。' },
    pzxid: { name: 'pzxid', says: '最后一次创建或删除子节点的 zxid；此前是它自己创建时的 zxid。' },
    dataVersion: {
      name: 'dataVersion',
      says: 'znode 的数据自创建以来设置过几次。写明版本的 set 或 delete，只有版本仍然相同才会执行。',
    },
    cversion: { name: 'cversion', says: '客户端看到的、子节点创建和删除的总次数：两者都算。' },
    aversion: { name: 'aversion', says: 'znode 的 ACL 设置过几次。' },
    ephemeralOwner: { name: 'ephemeralOwner', says: '在 Stat 里，临时节点所属的会话；其他节点为 0。' },
    ephemeral: {
      name: '临时节点',
      says: '创建它的会话结束时就被删除的 znode；只是断开连接则不会。它没有子节点。',
    },
    sequential: {
      name: '顺序节点',
      says: '名字后面由 leader 补上十位数字的 znode：父节点至今创建过多少子节点。这个数从不减小，由同一父节点的所有子节点共用。',
    },
    container: {
      name: '容器节点',
      says: '最后一个子节点没有了，就由 leader 自行删除的 znode；每分钟检查一次。',
    },
    TTL: {
      name: 'TTL',
      says: '有存活时间的 znode：没有子节点，又这么久没有设置过，就被删除。需要 extendedTypesEnabled 允许。',
    },
    multi: {
      name: 'multi',
      says: '几个修改合成一个事务，共用一个 zxid：要么全做，要么全不做。后面的看得到前面的将有的结果。',
    },
    ACL: {
      name: 'ACL',
      says: '谁可以读、写、创建、删除和管理这个 znode。只对它自己有效，子节点不继承。',
    },
    quota: {
      name: '配额',
      says: '对一个路径及其以下的 znode 数或字节数的限制。软限制只警告；硬限制在打开 enforceQuota 时拒绝写入。',
    },

    reconfig: {
      name: '动态配置',
      forms: ['动态配置', 'reconfig'],
      says: '以事务的形式改变集群成员（reconfiguration）。从提案开始，任何决定都需要旧配置和新配置各一个 quorum，所以两者不会各行其是。',
    },
    configVersion: {
      name: '配置版本',
      says: '带来这份配置的事务的 zxid。服务器互相告知，以新的为准。',
    },
    lastSeen: {
      name: '所见的最新配置',
      forms: ['lastSeenQuorumVerifier'],
      says: '服务器听说过的最新配置，不管提交没有。它比生效的配置更新时，选举、NEWLEADER 和提案都需要两份配置各自的 quorum。',
    },
    designatedLeader: {
      name: '指定的 leader',
      says: '新配置下应由谁领导：原 leader 还有投票权、地址也没变，就还是它，否则是走得最远的投票者。没有被指定的原 leader 不再提交任何东西。',
    },

    partition: {
      name: '分区',
      says: '网络在几组服务器之间断开。没有人会被告知：报文等在断口，后果由各种超时决定。最多只有一边有 quorum。',
    },
    halfOpen: {
      name: '半开连接',
      says: '一端还以为另一端在的连接：有一个方向断了，或者另一端不声不响地没有了。要等写入失败或者超时才会发现。',
    },
    splitBrain: {
      name: '脑裂',
      says: '同一个集群的两部分都继续作决定。Zab 允许一时有两个 leader，但不允许两个都能提交：每次提交都需要一个 quorum，而他们已经向较新的那个作了承诺。',
    },
    freeze: {
      name: '冻结',
      says: '进程停住不动，例如长时间的垃圾回收，而连接都还开着。醒来时一切都还记得，一时以为什么都没有发生过。',
    },
    crash: {
      name: '崩溃',
      says: '进程突然结束：连接被重置，别人会察觉；它知道的一切，只有磁盘上的留下来。',
    },
  },

  apart: {
    'zxid|cxid': 'zxid 给整个集群的事务编号，cxid 给一个客户端的调用编号。',
    'zxid|lastZxid': '每个事务有自己的 zxid；最后的 zxid 说的是一台服务器走到了哪里。',
    'counter|round': '计数器数的是一个 epoch 里的事务，轮次数的是寻找 leader 的次数。',
    'epoch|round': 'leader 得到 quorum 才用掉一个 epoch；每次寻找都用掉一个轮次，找没找到都一样。',
    'epoch|currentEpoch': 'epoch 是总称，currentEpoch 是一台服务器磁盘上的一个文件。',
    'acceptedEpoch|currentEpoch': 'acceptedEpoch 是承诺的，在同步之前；currentEpoch 是进入的，在同步之后。',
    'currentEpoch|peerEpoch': 'currentEpoch 是自己的，在磁盘上；peerEpoch 是所推举的服务器的，在选票里。',
    'peerEpoch|round': 'peerEpoch 说明谁的历史更新，轮次只说明两张选票能不能比。',
    'acceptedEpoch|round': 'acceptedEpoch 崩溃后还在，轮次随进程从头开始。',
    'ensemble|quorum': '集群是配置中的全部，quorum 是其中足够的一些。',
    'quorum|weight': '不分组时 quorum 数台数，分组时数权重。',
    'participant|observer': '投票者投票并确认，observer 两样都不做。',
    'participant|learner': '投票者是配置规定的身份，learner 是当时与 leader 的关系。',
    'observer|learner': 'observer 都是 learner，而 learner 大多是 follower。',
    'learner|LearnerHandler': 'learner 是对面那台服务器，LearnerHandler 是 leader 这边通向它的一端。',
    'LearnerHandler|ObserverMaster':
      'LearnerHandler 只管一个 learner，ObserverMaster 是接纳多个 observer 的 follower。',
    'FOLLOWING|learner': 'learner 可以是 FOLLOWING，也可以是 OBSERVING。',
    'observer|OBSERVING': 'observer 是长期的身份，有了 leader 时才是 OBSERVING。',
    'LEADING|fastLeaderElection': 'FastLeaderElection 使服务器成为 LEADING；要开始服务，还得经过发现和同步。',
    'LOOKING|zabState': 'LOOKING 是四种服务器状态之一，ZAB 阶段说的是有了归属之后走到哪一步。',
    'vote|electionProposal': '选票来自每一台，选举中的提议是自己此刻主张的那一张。',
    'electionProposal|PROPOSAL': '选举中的提议是候选人，PROPOSAL 报文是事务，只由 leader 发出。',
    'notification|watch': 'notification 在服务器之间传递选票，watch 发给客户端的是事件。',
    'recvset|outofelection': 'recvset 里是这一轮的选票，outofelection 里是已有归属的服务器的选票。',
    'finalizeWait|backoff': 'finalizeWait 在够 quorum 之后，总是 200 毫秒；退避在没有动静的时候，逐次加倍。',
    'vote|notification': '选票是内容，notification 是承载它的消息。',
    'discovery|synchronization': '发现阶段交换的是数字，同步阶段交换的是历史。',
    'synchronization|sync': '同步阶段让服务器跟上，sync 是客户端的一种调用。',
    'broadcast|atomicBroadcast': '广播阶段只是其中一个阶段，原子广播是各个阶段合起来达到的。',
    'FOLLOWERINFO|ACKEPOCH': 'FOLLOWERINFO 说以前承诺过什么，ACKEPOCH 作出承诺，并说明历史。',
    'FOLLOWERINFO|OBSERVERINFO': 'FOLLOWERINFO 计入定 epoch 的 quorum，OBSERVERINFO 不计入。',
    'LEADERINFO|NEWLEADER': 'LEADERINFO 提出 epoch，随后写 acceptedEpoch；NEWLEADER 结束同步，随后写 currentEpoch。',
    'ACKEPOCH|ACK': 'ACKEPOCH 承诺一个 epoch，ACK 说某样东西已经落盘。',
    'NEWLEADER|UPTODATE': 'NEWLEADER 问一台服务器是否都有了，UPTODATE 告诉它 quorum 已经都有了。',
    'DIFF|TRUNC': 'DIFF 补上缺的，TRUNC 去掉多的。',
    'DIFF|SNAP': 'DIFF 接着 learner 的日志往下走，SNAP 全部换掉。',
    'SNAP|snapshot': 'SNAP 是报文，带着当时的树；快照是文件。',
    'committedLog|txnLog': 'committedLog 在内存里，不长；事务日志在磁盘上。',
    'committedLog|committed': 'committedLog 名字如此，重启之后里面却可能有并非已提交的。',
    'minCommittedLog|lastZxid':
      'minCommittedLog 和 maxCommittedLog 是 leader 手头有的范围，最后的 zxid 是 learner 到哪里为止。',
    'UPTODATE|COMMIT': 'UPTODATE 让服务器开始服务，COMMIT 决定一个事务。',
    'atomicBroadcast|primaryOrder': '原子广播要求顺序一致，primary order 还要求就是各个 leader 所定的那个顺序。',
    'PROPOSAL|COMMIT': 'PROPOSAL 是询问，带着数据；COMMIT 是已定，只带 zxid。',
    'COMMIT|INFORM': 'COMMIT 发给已有 PROPOSAL 的，INFORM 自带全部内容。',
    'COMMIT|committed': 'COMMIT 是告知的报文，它到达之前，事务就已提交。',
    'COMMIT|COMMITANDACTIVATE': 'COMMITANDACTIVATE 是动态配置的 COMMIT，还指明 leader。',
    'INFORM|INFORMANDACTIVATE': 'INFORMANDACTIVATE 是动态配置的 INFORM，还指明 leader。',
    'REQUEST|CALL': 'CALL 从客户端到它的服务器，REQUEST 从那台服务器到 leader。',
    'REQUEST|PROPOSAL': 'REQUEST 说想要什么，PROPOSAL 说 leader 把它变成了什么。',
    'ACK|committed': '一个 ACK 说明一台服务器有了，已提交说明一个 quorum 有了。',
    'outstanding|committed': '未决是提出了还没有定，已提交是定了。',
    'logged|durable': '写入日志是写进了文件，落盘是刷到了磁盘。',
    'logged|committed': '写入日志是一台服务器的事，已提交是整个集群的事。写入了的还可能被截掉。',
    'durable|committed': '在一台服务器落盘还不够，在一个 quorum 落盘才是已提交。',
    'committed|delivered': '已提交对大家只有一次，投递在每台服务器各有一次。',
    'delivered|applied': '投递是由 CommitProcessor 放行，已应用是紧接着作用到树上。',
    'committed|applied': '已提交是定了，已应用是在这台服务器能读到了。',
    'txn|multi': 'multi 是几个操作合成一个事务。',
    'txnLog|snapshot': '事务日志里是修改，快照里是修改的结果。',
    'initLimit|syncLimit': 'initLimit 管到 learner 跟上为止，syncLimit 管那以后。',
    'syncLimit|expiry': 'syncLimit 管服务器之间，会话过期管客户端。',
    'PING|CLIENTPING': 'PING 由 leader 发，CLIENTPING 由客户端发。',
    'session|localSession': '会话人人都知道，本地会话只有一台服务器知道。',
    'expiry|connectionLoss': '连接丢失只是一条连接的结束，会话可能还在；会话过期就再也没有了。',
    'sync|durable': 'sync 向 leader 问提交的情况，fsync 使文件落盘，只是有几个字母相同。',
    'sync|staleRead': '读取之前先 sync，就不会读到旧数据，以那个 leader 所知为限。',
    'staleRead|readOnly': '读到旧数据时，服务器还跟着 leader；只读模式下根本没有 leader。',
    'czxid|zxid': 'czxid 就是一个事务的 zxid：创建这个 znode 的那个。',
    'czxid|mzxid': 'czxid 属于创建，mzxid 属于最后一次设置。',
    'mzxid|pzxid': 'mzxid 关于 znode 自己的数据，pzxid 关于它的子节点。',
    'dataVersion|cversion': 'dataVersion 数数据的设置，cversion 数子节点的增减。',
    'dataVersion|mzxid': 'dataVersion 数这个 znode 改了几次，mzxid 说最后一次是哪个事务。',
    'cversion|sequential': '顺序节点的数字只数创建，cversion 连删除也数。',
    'ephemeral|ephemeralOwner': '临时节点是 znode 的一种，ephemeralOwner 说它属于谁。',
    'ephemeral|container': '临时节点随会话消失，容器节点空了才消失。',
    'container|TTL': '容器节点要有过子节点，TTL 节点看时间。',
    'Stat|znode': 'Stat 是关于 znode 的记录，数据和 ACL 不在其中。',
    'reconfig|configVersion': '动态配置是改变本身，配置版本是它得到的 zxid。',
    'configVersion|lastSeen': '配置版本是一个数，所见的最新配置是一份服务器名单，带着这样一个数。',
    'configVersion|dataVersion': '配置版本是一个 zxid，存放它的 znode 的 dataVersion 则是逐一递增的。',
    'designatedLeader|LEADING': '指定的 leader 是应当领导的，选举之后才会 LEADING。',
    'partition|halfOpen': '分区在几组之间切断两个方向，半开连接是一条连接的一个方向。',
    'partition|splitBrain': '分区是网络上发生的事，脑裂是 Zab 在那时所防止的。',
    'freeze|crash': '冻结保住内存和连接，崩溃只留下磁盘。',
  },
};
