/** Simplified Chinese for "why?" and "why not?". */
import { ZXID_ZERO, type Epoch, type Sid, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import type { DecidingColumn, VoteFact } from '../zookeeper/notes.ts';
import type { WhyCatalogue } from './en-why.ts';
import { formatsOf } from './message.ts';
import { phaseName, server, serverRow, servers, t } from './zh-terms.ts';

const { integer, time } = formatsOf('zh-CN');

interface Count {
  readonly has: number;
  readonly needed: number;
  readonly all: number;
  readonly of: 'voters' | 'groups';
}

const ofAll = ({ has, all, of }: Count): string => `${integer(has)}/${integer(all)}${of === 'groups' ? ' 组' : ''}`;
const ofNeeded = (count: Count): string => `${ofAll(count)}，需要 ${integer(count.needed)}`;
const inEpoch = (epoch: Epoch | null): string => (epoch === null ? '' : `（epoch ${epoch}）`);
const someone = (who: Sid | string): string => (typeof who === 'number' ? server(who) : who);
const itself = (sid: Sid, self: Sid): string => (sid === self ? '自己' : server(sid));
/** Of the only one of `sids`, where it is that. */
const own = (sid: Sid, sids: readonly Sid[]): string => (sids.length === 1 && sids[0] === sid ? '自己' : server(sid));
const zxid = (of: Zxid): string => (of === ZXID_ZERO ? '空日志' : zxidLabel(of));

function greater(winner: VoteFact, loser: VoteFact, by: DecidingColumn): string {
  switch (by) {
    case 'electionEpoch':
      return `轮次更新，${winner.electionEpoch} 对 ${loser.electionEpoch}`;
    case 'peerEpoch':
      return `epoch 更新，${winner.peerEpoch} 对 ${loser.peerEpoch}`;
    case 'zxid':
      return t`日志更长，${zxid(winner.zxid)}对${zxid(loser.zxid)}`;
    case 'leader':
      return `epoch 与日志相同，sid 更大，${winner.leader} 对 ${loser.leader}`;
    case 'weight':
      return `${server(loser.leader)} 没有权重`;
    default:
      return '选票相同';
  }
}

const heldWhere = (held: 'cut' | 'frozen' | 'delayed' | null): string =>
  held === 'cut'
    ? '卡在断开处'
    : held === 'frozen'
      ? '停在被冻结进程的套接字里'
      : held === 'delayed'
        ? '在途中被延迟'
        : '仍在途中';

const waitedFor = {
  epochProposal: '法定多数报上各自的 epoch',
  epochAck: '法定多数接受它的 epoch',
  newLeaderAck: '法定多数确认 NEWLEADER',
  proposal: '法定多数确认它的提案',
} as const;

const EXIT_REASONS: Readonly<Record<number, string>> = {
  1: '无法用磁盘上的内容启动',
  10: '磁盘拒绝写入快照',
  11: '日志线程已终止',
  12: 'COMMIT 与下一个待提交事务不符',
  13: '无法处理 leader 发来的报文，或无法截断日志',
};

export const zhWhy: WhyCatalogue = {
  whyShort: '为什么？',
  whyNotShort: '为什么没有？',
  askWhy: '为什么？',
  askWhyNot: '为什么没有？',
  close: '关闭回答',
  about: (at) => `${time(at)} 时的情形`,
  back: (at) => `回到 ${time(at)}`,
  chain: '来由，最近的在前',
  each: '逐个服务器',
  next: '若无人干预，接下来：',
  nothing: '还没有发生过能说明它的事。',
  all: (count) => `全部 ${integer(count)} 步`,
  moreReasons: (count) => `还有 ${integer(count)} 条`,
  go: (what) => `前往：${what}`,
  related: '还可以问',
  ask: (short, question) => `${short} ${question}`,

  questions: {
    event: (what) => `为什么：${what}`,
    role: (sid, o) => {
      const name = server(sid);
      const leader = o.leader === null ? ' leader' : ` ${server(o.leader)}`;
      switch (o.state) {
        case 'LEADING':
          return `${name} 为什么是 leader？`;
        case 'FOLLOWING':
          return `${name} 为什么跟随${leader}？`;
        case 'OBSERVING':
          return `${name} 为什么观察${leader}？`;
        case 'STANDALONE':
          return `${name} 为什么是 standalone？`;
        case 'LOOKING':
          return `${name} 为什么是 LOOKING？`;
        case 'DOWN':
          return `${name} 为什么停机？`;
        case 'FROZEN':
          return `${name} 为什么冻结？`;
        default:
          return `${name} 为什么不在？`;
      }
    },
    vote: (sid, leader) =>
      leader === null ? `${server(sid)} 为什么投票？` : t`${server(sid)} 为什么推举${itself(leader, sid)}？`,
    txn: (of, committed) => (committed ? `${zxidLabel(of)} 为什么已提交？` : `${zxidLabel(of)} 从何而来？`),
    message: (type, from, to) => t`${from}为什么发给${to}这条 ${type}？`,
    client: (name, state, at) => {
      switch (state) {
        case 'waiting':
          return `${name} 为什么在等？`;
        case 'connecting':
          return at === null ? `${name} 为什么没有会话？` : t`${name} 为什么在${server(at)}没有会话？`;
        case 'connected':
          return `${name} 最近得到了什么答复？`;
        default:
          return `${name} 为什么没有连接？`;
      }
    },
    link: (from, to, cut) =>
      cut ? t`从${server(from)}到${server(to)}的方向为什么断开？` : t`最近从${server(from)}到达${server(to)}的是什么？`,
    notAnswered: (name) => `${name} 为什么还没有得到答复？`,
    notPassed: (from, to) => t`从${server(from)}到${server(to)}还有什么没有到？`,
    notLeader: (sid) => `${server(sid)} 为什么不是 leader？`,
    noOtherLeader: '为什么没有别的 leader？',
    noLeader: '为什么没有 leader？',
    notServing: (sid) => `${server(sid)} 为什么不提供服务？`,
    notCommitted: (of, committed) =>
      committed ? `${zxidLabel(of)} 在哪里还没有提交？` : `${zxidLabel(of)} 为什么没有提交？`,
    notArrived: (type, from, to) => t`${from}的这条 ${type} 为什么还没到${to}？`,
    gone: '这条消息已经到达。',
  },

  said: {
    leads: (s) =>
      `${server(s.sid)} 认为自己是 leader${inEpoch(s.epoch)}，${servers(s.with.filter((sid) => sid !== s.sid))} ` +
      `也这样认为：${ofAll(s.count)}，达到法定多数。`,
    believesItLeads: (s) =>
      `${server(s.sid)} 认为自己是 leader${inEpoch(s.epoch)}，但只有 ${servers(s.with)} 这样认为：${ofNeeded(s.count)}。`,
    lacksAnswers: (s) => t`${server(s.sid)} 已当选，在等${waitedFor[s.wait]}：现有 ${ofNeeded(s.count)}。`,
    standalone: (s) => `${server(s.sid)} 以 standalone 模式运行：没有集群，因此不进行选举，也没有 epoch。`,
    prepares: (s) => `${server(s.sid)} 已当选，正准备领导。`,
    follows: (s) => `${server(s.sid)} 认为 ${server(s.leader)} 是 leader${inEpoch(s.epoch)}，并跟随它。`,
    observes: (s) => `${server(s.sid)} 认为 ${server(s.leader)} 是 leader${inEpoch(s.epoch)}，并观察它。`,
    learns: (s) =>
      `${server(s.sid)} 认为 ${server(s.leader)} 是 leader，处于${phaseName[s.phase]}阶段：之后才提供服务。`,
    looks: (s) =>
      t`${server(s.sid)} 在第 ${s.round} 轮 LOOKING：推举${itself(s.leader, s.sid)}，已计入 ${servers(s.agreeing)}：${ofNeeded(s.count)}。`,
    waitsForBetter: (s) =>
      t`${server(s.sid)} 已数到推举${itself(s.leader, s.sid)}的法定多数，等到 ${time(s.until)}，看有没有更好的选票。`,
    seeks: (s) => `${server(s.sid)} 是 observer，还不知道谁是 leader。`,
    serves: (s) => `${server(s.sid)} 正在提供服务${inEpoch(s.epoch)}。`,
    votes: (s) =>
      t`${server(s.sid)} ${s.settled ? '当时推举' : '推举'}${itself(s.vote.leader, s.sid)}：` +
      `epoch ${s.vote.peerEpoch}，${s.vote.zxid === ZXID_ZERO ? '空日志' : `日志到 ${zxidLabel(s.vote.zxid)}`}，sid ${s.vote.leader}。`,
    exited: (s) => {
      const why = EXIT_REASONS[s.code];
      return `${servers(s.sids)} 已退出，退出码 ${s.code}${why === undefined ? '' : `：${why}`}。`;
    },
    down: (s) => `${servers(s.sids)} 已停机。`,
    notStarted: (s) => `${servers(s.sids)} 尚未启动。`,
    frozen: (s) => `${servers(s.sids)} 已冻结${s.leads ? '，醒来会仍认为自己是 leader' : '：不读，也不答'}。`,
    observerNever: (s) => `${server(s.sid)} 是 observer：没有选票，也不能当选。`,

    lost: (s) =>
      t`${servers(s.sids)} 选了${own(s.winner.leader, s.sids)}而不是 ${server(s.candidate.leader)}：${greater(s.winner, s.candidate, s.by)}。`,
    gaveUp: (s) =>
      `${server(s.sid)} 放弃推举自己，改为 ${server(s.winner.leader)}：${greater(s.winner, s.candidate, s.by)}。`,
    joined: (s) => `${servers(s.sids)} 来时 ${server(s.leader)} 已是 leader，于是加入：没有新的选举。`,
    neverHeard: (s) =>
      t`${servers(s.sids)} 在收到推举 ${server(s.candidate)} 的选票之前，就选出了${own(s.leader, s.sids)}。`,
    agreed: (s) => `${servers(s.sids)} 推举了 ${server(s.candidate)}。`,
    settled: (s) => `${servers(s.sids)} 仍认为 ${server(s.leader)} 是 leader，不参与选举。`,
    leadsItself: (s) => `${servers(s.sids)} 认为自己才是 leader${inEpoch(s.epoch)}。`,
    votesOther: (s) => t`${servers(s.sids)} 推举${own(s.leader, s.sids)}。`,
    votesOwn: (s) =>
      `${servers(s.sids)} ${s.sids.length === 1 ? '推举自己' : '各推举自己'}：还没收到推举 ${server(s.candidate)} 的选票。`,
    otherRound: (s) => `${servers(s.sids)} 在第 ${s.round} 轮，不在第 ${s.than} 轮。`,
    candidateOnWay: (s) => `${servers(s.sids)} 还没收到推举 ${server(s.candidate)} 的选票：它${heldWhere(s.held)}。`,
    voteOnWay: (s) => `${servers(s.sids)} 也推举 ${server(s.candidate)}：消息${heldWhere(s.held)}。`,
    voteLost: (s) => `${servers(s.sids)} 也推举 ${server(s.candidate)}：消息在途中丢失。`,
    candidateLost: (s) => `${servers(s.sids)} 没有收到推举 ${server(s.candidate)} 的选票：它在途中丢失。`,
    cutOff: (s) => `${servers(s.sids)} 与 ${server(s.from)} 之间已断开：什么也过不去。`,
    learning: (s) => `${servers(s.sids)} 认为 ${server(s.leader)} 是 leader，处于${phaseName[s.phase]}阶段。`,
    stillLooks: (s) => `${servers(s.sids)} 还在寻找 leader。`,
    stuck: (s) =>
      t`${servers(s.sids)} 推举${own(s.leader, s.sids)}，已计入 ${servers(s.agreeing)}：${ofNeeded(s.count)}；还没有 ${serverRow(s.missing)} 的。`,
    nobodyLeads: (s) =>
      s.count.has >= s.count.needed
        ? `虽然 ${servers(s.up)} 在运行（${ofAll(s.count)}），但没有服务器得到法定多数。`
        : `只有 ${servers(s.up)} 在运行：${ofNeeded(s.count)}，所以谁也不能当选。`,

    committed: (s) =>
      `${server(s.by)} 得知 ${servers(s.acks)} 已将 ${zxidLabel(s.zxid)} 落盘后提交了它：${s.acks.length}/${s.count}，达到法定多数。`,
    committedBySync: (s) =>
      `${server(s.by)} 当选时日志里就有 ${zxidLabel(s.zxid)}，${servers(s.acks)} 接受了这份日志：达到法定多数。`,
    lacksAcks: (s) =>
      `${s.backed ? '' : '自认是 leader 的 '}${server(s.leader)} 为 ${zxidLabel(s.zxid)} 计入了 ${servers(s.acks)}：${ofNeeded(s.count)}。`,
    afterOthers: (s) =>
      `${server(s.leader)} 的确认对 ${zxidLabel(s.zxid)} 已足够，但须按序提交：先提交 ${zxidLabel(s.first)}。`,
    awaitsNewLeader: (s) =>
      `${zxidLabel(s.zxid)} 在已当选的 ${server(s.leader)} 的日志里：法定多数有了这份日志才算数；现有 ${ofNeeded(s.count)}。`,
    orphan: (s) =>
      s.leader === null
        ? `现在无人提议 ${zxidLabel(s.zxid)}：只有 ${servers(s.holders)} 拥有它，由谁当选来决定。`
        : `再无人提议 ${zxidLabel(s.zxid)}：${servers(s.holders)} 拥有它，而 leader ${server(s.leader)} 不提议它。`,
    gone: (s) => `没有服务器拥有 ${zxidLabel(s.zxid)}。`,
    isCommitted: (s) =>
      s.everywhere
        ? `${zxidLabel(s.zxid)} 已提交，所有服务器都已应用。`
        : `${zxidLabel(s.zxid)} 已提交，但不是处处都已应用。`,
    proposalOnWay: (s) => `${servers(s.sids)} 还没收到 PROPOSAL：它${heldWhere(s.held)}。`,
    writing: (s) => `${servers(s.sids)} 的内存里有它：磁盘还没写完。`,
    ackOnWay: (s) => `${servers(s.sids)} 已将它落盘：ACK ${heldWhere(s.held)}。`,
    proposalLost: (s) => `${servers(s.sids)} 没有收到 PROPOSAL：它在途中丢失。`,
    ackLost: (s) => `${servers(s.sids)} 已将它落盘：ACK 在途中丢失。`,
    holds: (s) => `${servers(s.sids)}${s.down ? '（已停机）' : ''}的日志里有它。`,
    lacksIt: (s) => `${servers(s.sids)} 没有它。`,
    cutAway: (s) => `${servers(s.sids)} 曾有它，已被截断。`,
    unaware: (s) => `${servers(s.sids)} 拥有它，但还不知道它已提交。`,

    clientWaits: (s) =>
      s.server === null
        ? `${s.client} 在等 ${integer(s.count)} 个答复。`
        : t`${s.client} 在等${server(s.server)}的 ${integer(s.count)} 个答复。`,
    clientIdle: (s) => t`${s.client} 在${server(s.server)}有会话，请求都已得到答复。`,
    clientSeeks: (s) =>
      s.server === null ? `${s.client} 没有连接任何服务器。` : t`${s.client} 没有连接，正在尝试${server(s.server)}。`,
    clientClosed: (s) => `${s.client} 没有连接，也不再尝试连接。`,
    hasRequest: (s) => `${servers(s.sids)} 收到了请求，还没有处理完。`,
    readsNoMore: (s) =>
      t`${server(s.sid)}暂不读取 ${s.client} 发来的数据，ping 也不例外：` +
      `当时有 ${integer(s.outstanding)} 个请求正在处理，超过上限 ${integer(s.limit)}（globalOutstandingLimit）。`,
    keepsRequest: (s) => `${s.client} 保留请求，直到连接建立。`,
    linkCut: (s) =>
      t`从${server(s.from)}到${server(s.to)}什么也过不去：` +
      (s.count === 0 ? '断开处没有消息在等。' : `${integer(s.count)} 条消息在断开处等待。`),
    linkOpen: (s) =>
      t`从${server(s.from)}到${server(s.to)}是通的，延迟 ${integer(s.millis)} ms：` +
      (s.count === 0 ? '途中没有消息。' : `途中有 ${integer(s.count)} 条消息。`),
    onLink: (s) =>
      t`${s.count === 1 ? s.type : `${integer(s.count)} × ${s.type}`}：${heldWhere(s.held)}` +
      (s.held === null ? `，${time(s.arrivesAt)} 到达。` : '。'),

    underWay: (s) =>
      s.held === null
        ? t`${someone(s.from)}的 ${s.type} 在途中，${time(s.arrivesAt)} 到达${someone(s.to)}。`
        : t`${someone(s.from)}发给${someone(s.to)}的 ${s.type} ${heldWhere(s.held)}。`,
  },
};
