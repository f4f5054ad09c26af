/** Simplified Chinese for the inspector's panels that come after the page. */
import type { InspectorCatalogue } from './en-inspector.ts';
import { formatsOf } from './message.ts';
import { factSentence } from './zh-facts.ts';
import { properties } from './zh-properties.ts';
import { server, serverRow } from './zh-terms.ts';

const { integer, time } = formatsOf('zh-CN');

export const zhInspector: InspectorCatalogue = {
  quorum: {
    more: (count, missing) =>
      count >= missing.length
        ? `还需 ${serverRow(missing)} 答复`
        : `还需 ${serverRow(missing)} 中的 ${integer(count)} 个`,
    complete: (missing) => (missing.length === 0 ? '已达法定多数：全部' : `不计 ${serverRow(missing)} 已达法定多数`),
    config: (version, isNext) => `配置 ${version}，${isNext ? '即将启用' : '已启用'}`,
    groups: (has, needed) => `需要 ${integer(needed)} 组，已有 ${integer(has)} 组`,
    group: (number) => `第 ${integer(number)} 组`,
    weight: (weight, needed) => `需要权重 ${integer(needed)}，已有 ${integer(weight)}`,
    heavy: (sid, weight) => `${server(sid)}，权重 ${integer(weight)}`,
    every: '两个配置都须同意。',
  },

  sync: {
    title: (leader, learner) => `${leader} 如何让 ${learner} 追上`,
    decidedAt: (at) => `于 ${time(at)} 决定`,
    learner: '哪个 learner',
    modes: { DIFF: '补发所缺', TRUNC: '先截断', SNAP: '全部重来' },
    committedLog: (leader) => `${leader} 的 committedLog，min–max`,
    roles: { min: 'min', max: 'max', last: 'last', peer: (learner) => `${learner} 止于此` },
    line: (peer, min, max, last) =>
      `数轴：learner 最后是 ${peer}；committedLog 从 ${min} 到 ${max}；leader 最后是 ${last}。`,
    rules: '第一条符合的规则',
    rows: {
      equal: 'last = peer',
      past: 'peer > max',
      within: 'min ≤ peer ≤ max',
      before: 'peer < min',
      otherwise: '其余情况',
    },
    leadsTo: {
      equal: 'DIFF',
      past: 'TRUNC',
      within: '沿内存查找',
      before: '沿磁盘查找',
      otherwise: 'SNAP',
    },
    states: { no: '否', passed: '符合，但定不下来', notAsked: '' },
    go: '前往作出决定之处',
    because: {
      equal: '它拥有的与 leader 完全相同：接下来只有 NEWLEADER。',
      pastMaxCommittedLog: '它超过了 leader 已提交的，且计数器不为 0：那是真实的事务。',
      inCommittedLog: '它的最后一条事务在 leader 的内存里：发送其后的内容。',
      divergedInCommittedLog: '它的最后一条事务不在 leader 的历史里：退回到双方都有的最后一条。',
      fromTxnLog: '它的最后一条事务在 leader 的磁盘日志里：从那里发送其后的内容。',
      divergedInTxnLog: '它的最后一条事务不在 leader 的磁盘日志里：退回到双方都有的最后一条。',
      crossEpoch: '那样就要跨 epoch 截断，而 TRUNC 绝不这样做。',
      txnLogUnavailable: 'leader 的磁盘日志追溯不到它那里。',
      txnLogTooLarge: '要从 leader 的磁盘日志发送的内容太多。',
      gapBeforeCommittedLog: 'leader 的磁盘日志与内存之间有缺口。',
      unhandled: 'leader 保留的内容没有一样适用。',
    },
    sends: (count) => (count === 0 ? '不附带事务。' : `附带 ${integer(count)} 条事务。`),
  },

  requests: {
    none: (sid) => `${server(sid)} 现在不为客户端服务：没有请求处理器。`,
    chain: '请求要经过的各处理器',
    log: '事务落盘要经过的各处理器',
    roles: {
      leader: '作为 leader',
      follower: '作为 follower',
      observer: '作为 observer',
      readOnly: '只读',
      standalone: '单机',
    },
    empty: '空',
    count: (count) => `${integer(count)} 个等待`,
    acks: (sids) => (sids.length === 0 ? '没有 ACK' : `ACK ${serverRow(sids)}`),
    gone: '已继续',
    call: (cxid) => `请求 ${cxid}`,
    session: (id) => `会话 ${id}`,
    does: {
      RequestThrottler: '放行请求，除非里面已经太多。',
      LeaderRequestProcessor: '请求需要时，把本地会话升级为全局会话。',
      FollowerRequestProcessor: '把写入与 sync 交给 leader；所有请求继续向后，等候轮到自己。',
      ObserverRequestProcessor: '把写入与 sync 交给 leader；所有请求继续向后，等候轮到自己。',
      ReadOnlyRequestProcessor: '拒绝一切会带来改动的请求。',
      PrepRequestProcessor: '对照即将形成的数据树检查写入，并把它变成事务。',
      ProposalRequestProcessor: '以 PROPOSAL 把事务发给投票者，并交给自己的磁盘。',
      SyncRequestProcessor: '把事务追加到日志，并一起刷盘。',
      AckRequestProcessor: '落盘之后，计入 leader 自己的 ACK。',
      SendAckRequestProcessor: '落盘之后，向 leader 发送 ACK。',
      CommitProcessor: '写入提交之前先扣住，同一会话其后的请求也排在它后面。',
      ToBeAppliedRequestProcessor: '保留已提交而尚未应用的，供其间加入的 learner 使用。',
      FinalRequestProcessor: '把它应用到数据树，并答复客户端。',
    },
  },

  audit: {
    unwatched: '还没有人监视这次运行。',
    all: (count) => `${integer(count)} 条性质到目前为止都未被破坏。`,
    some: (broken, count) => `${integer(count)} 条性质中有 ${integer(broken)} 条被破坏。`,
    later: (count) => `在已运行的后文中，还有 ${integer(count)} 条会被破坏。`,
    about: '一个外部观察者在每个事件上检查它们。它看得到任何服务器都看不到的，而没有服务器看得到它。',
    broken: '已破坏',
    groups: {
      zab: '协议',
      action: '单个步骤之内',
      implementation: '服务器的实现',
      client: '对客户端的承诺',
      liveness: '总有进展',
    },
    count: ({ holding, unchecked, count }) =>
      unchecked > 0
        ? `${integer(holding)}/${integer(count)} 成立，${integer(unchecked)} 条尚未检查`
        : holding === count
          ? `${integer(count)} 条全部成立`
          : `${integer(holding)}/${integer(count)} 成立`,
    states: { holds: '成立', notApplicable: '尚无可检查', broken: '已破坏', breaksLater: '后来被破坏' },
    firstAt: (index, at) => `事件 ${integer(index + 1)}，${time(at)}`,
    goes: (event, name) => `${event}：前往“${name}”被破坏之处`,
    breach: (sids, how, count) =>
      `${serverRow(sids)}：${how}${count === 1 ? '' : `，此后还有 ${integer(count - 1)} 次`}。`,
    source: (source) => `出处：${source}。`,
    property: (property) => properties[property.id] ?? property,
    fact: factSentence,
  },
};
