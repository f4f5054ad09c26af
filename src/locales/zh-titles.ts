/** Chinese titles of the scenarios that come with the program and of the recordings, by their English ones. */
export const titles: Readonly<Record<string, string>> = {
  'Three servers, no leader': '三台服务器，没有 leader',
  'The leader is killed': 'leader 被杀死',
  'Five servers, one by one': '五台服务器，逐台启动',
  'Three against two': '三比二',
  'A follower comes back': 'follower 归来',
  'One server alone': '单独一台服务器',

  'Nobody cut it back': '没有人把它截掉',
  'The counter runs over': '计数器溢出',
  'The same epoch, promised before': '早已承诺过的同一个 epoch',
  'After you': '您先请',
  'A leader of yesterday’s round': '昨日轮次的 leader',
  'Newer than its epoch': '比自己的 epoch 还新',
  'Out of step, and out in the cold': '步调不一，被拒门外',
  'Two ways to say the same': '同一件事，两种说法',
  'Waiting for the dead': '等待死者',
  'Memory got ahead': '内存抢先一步',
  'Counted before it came': '还没到就算数',
  'A majority of amnesiacs': '失忆的多数派',
  'Forgotten at the ballot': '投票时忘了',
  'Elected: nobody we know': '当选者无人认识',
  'An old value under a new number': '新编号下的旧值',
  'A voter changed its mind': '投票者变了卦',
  'An epoch nobody wrote down': '没有人写下的 epoch',
  'A number that counts for nothing': '毫无意义的编号',
  'A tree without roots': '无根之树',
  'Deaf since yesterday': '从昨天起就聋了',
  'A promise kept in memory': '只记在内存里的承诺',
  'A rename short': '只差一次改名',
  'A COMMIT for nothing': '无对象的 COMMIT',
  'An epoch without its log': '没有日志的 epoch',
  'An ACK ahead of the disk': '先于磁盘的 ACK',
  'Overtaken by itself': '被自己超车',
  'The log thread was not done': '日志线程还没写完',
  'Gone between ACK and disk': '消失在 ACK 与磁盘之间',
  'A hole in the log': '日志里的空洞',
  'A hole in the memory': '内存里的空洞',
  'Cut back, and left half done': '截断到一半',

  'Leader changes without any write': '没有任何写入的 leader 更替',
  'A client with an ephemeral node dies; the session expires': '持有临时节点的客户端死去，会话过期',
  'One follower of three isolated, then healed': '三台中的一台 follower 被隔离，随后恢复',
  'Follower of three paused past syncLimit, then resumed': '三台中的一台 follower 暂停超过 syncLimit，随后继续',
  'Follower killed, two writes, follower returns: DIFF': 'follower 被杀，两次写入，follower 归来：DIFF',
  'Follower killed, 498 writes, follower returns: DIFF from memory':
    'follower 被杀，498 次写入，follower 归来：从内存发送 DIFF',
  'Follower killed, 700 writes into one log file, follower returns: still DIFF':
    'follower 被杀，700 次写入同一个日志文件，follower 归来：仍是 DIFF',
  'Follower killed, 600 writes over several log files, large snapshot: DIFF read from the logs on disk':
    'follower 被杀，600 次写入跨多个日志文件，快照很大：从磁盘日志读出 DIFF',
  'Follower killed, 700 writes over several log files, follower returns: SNAP':
    'follower 被杀，700 次写入跨多个日志文件，follower 归来：SNAP',
  'Two larger servers join a running trio one after the other': '两台 sid 更大的服务器先后加入运行中的三台',
  'Leader of three (sids 2, 5, 9) killed, then returns': '三台（sid 为 2、5、9）中的 leader 被杀，随后归来',
  'Leader of three killed with kill -9 after some writes, then returns':
    '三台中的 leader 在若干次写入后被 kill -9，随后归来',
  'Leader of five killed with kill -9 after some writes, then returns':
    '五台中的 leader 在若干次写入后被 kill -9，随后归来',
  'Leader of three paused past syncLimit, then resumed': '三台中的 leader 暂停超过 syncLimit，随后继续',
  'Leader of three stopped with SIGTERM, then returns': '三台中的 leader 被 SIGTERM 停止，随后归来',
  'After a full restart a newer currentEpoch beats a longer log': '全部重启后，更新的 currentEpoch 胜过更长的日志',
  'An observer joins three participants; leader change with an observer':
    'observer 加入三台投票者；有 observer 时的 leader 更替',
  'Old leader with an un-acked proposal returns after the new epoch committed: SNAP':
    '旧 leader 带着未获 ACK 的提案归来，而新 epoch 已有提交：SNAP',
  'Old leader with an un-acked proposal returns; nothing was written in the new epoch: TRUNC':
    '旧 leader 带着未获 ACK 的提案归来，新 epoch 里没有写入：TRUNC',
  'Only the leader-follower link is cut': '只断开 leader 与一台 follower 之间的链路',
  'A proposal comes to two of five together with the end of its leader':
    '五台中有两台在 leader 连接断开的同时才收到提案',
  'All servers logged a proposal, its acks never reached the leader, the leader dies':
    '所有服务器都记下了提案，ACK 没能到达 leader，leader 死去',
  'Both followers killed; the leader steps down; they return': '两台 follower 都被杀，leader 退位，随后它们归来',
  'Whole ensemble restarted, servers with different last zxids': '整个集群重启，各服务器最后的 zxid 不同',
  'Sequential nodes created by clients of different servers': '连接到不同服务器的客户端创建顺序节点',
  "A client's server dies and the client moves to another": '客户端所连的服务器死去，客户端转到另一台',
  'Many snapshots and log rolls while a follower is away: still DIFF':
    'follower 离开期间多次快照、多次切换日志文件：仍是 DIFF',
  'Five servers split 3/2 with the leader on the small side, then healed':
    '五台服务器分成 3/2，leader 在少数一侧，随后恢复',
  'Fresh start, three servers at once': '全新启动，三台同时',
  'Fresh start, servers 1, 2, 3 one after the other': '全新启动，按 1、2、3 的顺序',
  'Fresh start, servers 3, 2, 1 one after the other': '全新启动，按 3、2、1 的顺序',
  'Three fresh servers, isolated; then all links appear at once': '三台全新服务器彼此隔离，随后所有链路同时接通',
  'Fresh start, servers 1, 2, 3, 4, 5 one after the other': '全新启动，按 1、2、3、4、5 的顺序',
  'Five fresh servers, isolated; then all links appear at once': '五台全新服务器彼此隔离，随后所有链路同时接通',
  'A third, larger server joins a running pair after some writes':
    '若干次写入后，sid 更大的第三台服务器加入运行中的两台',
  'Minority partition with the old leader of three': '三台中的旧 leader 落在少数一侧的分区',
  'A proposal only the old leader logged becomes committed after a restart': '只有旧 leader 记下的提案，在重启后被提交',
  'Watches set at one server, changes made through another': '在一台服务器上设置 watch，经另一台做出修改',
  "A follower's data dir is wiped; it rejoins": 'follower 的数据目录被清空，它重新加入',
  'Two of three data dirs wiped: the empty pair forms a quorum and the third loses its data':
    '三个数据目录清空了两个：空的两台构成法定多数，第三台丢失数据',
  'Writes, failing writes, sync, multi through followers of three':
    '经三台中的 follower 进行写入、失败的写入、sync 与 multi',
  'Two sessions with many ephemerals close, one at an observer':
    '两个拥有许多临时节点的会话关闭，其中一个连着 observer',
  'Sessions, sequential nodes, watches and failing writes through an observer':
    '经 observer 的会话、顺序节点、watch 与失败的写入',
  'Watches at a follower of five, changes in one multi': '五台中的一台 follower 上的 watch，一次 multi 中的修改',
  'Four voters split in halves, then healed': '四台投票者对半分开，随后恢复',
  'Leader of five voters and two observers killed': '五台投票者加两台 observer，leader 被杀死',
  'Three groups of two: one group lost, then half of another': '三组、每组两台：先失去一组，再失去另一组的一半',
  'Two observers wait alone before they reach three voters': '两台 observer 独自等待，之后才接通三台投票者',
  'Old leader and one follower of five return with a proposal of their own':
    '五台中的旧 leader 与一台 follower 带着自己的提案归来',
};
