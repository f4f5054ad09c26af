/**
 * In Chinese, one sentence for every way a property can break. Its subject is the run as an outside observer sees it,
 * who knows more than any server does.
 */
import type { Fact } from '../audit/fact.ts';
import type { Missing, Running, Why } from '../audit/liveness/why.ts';
import { assertUnreachable } from '../base/assert.ts';
import { ZXID_NONE, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import { server, servers, t } from './zh-terms.ts';

const change = (zxid: Zxid): string => (zxid === ZXID_NONE ? '空' : zxidLabel(zxid));

const obstacles: Readonly<Record<Missing['because'], string>> = {
  down: '停机',
  frozen: '冻结',
  cut: '链路断开',
  silent: '没有回音',
};

function missed(misses: readonly Missing[]): string {
  return misses.length === 0
    ? ''
    : `，缺 ${misses.map(({ sid, because }) => `${server(sid)}（${obstacles[because]}）`).join('、')}`;
}

function until(running: Running | null): string {
  return running === null ? '' : `，${running.millis} ms 后触发 ${running.timer}`;
}

/** What one server waits for. */
function reason(why: Why): string {
  const name = server(why.sid);
  switch (why.kind) {
    case 'down':
      return `${name} 停机${why.exitCode === null ? '' : `（退出码 ${why.exitCode}）`}`;
    case 'frozen':
      return `${name} 已冻结`;
    case 'serving':
      return `${name} 正在服务`;
    case 'looking':
      return `${name} 在第 ${why.round} 轮投给 ${server(why.leader)}${missed(why.misses)}${until(why.running)}`;
    case 'leading':
      return `${name} 领导中，处于 ${why.phase}${missed(why.misses)}${until(why.running)}`;
    case 'committing':
      return `${name} 已提出 ${zxidLabel(why.zxid)}${missed(why.misses)}`;
    case 'learning':
      return (
        `${name} 向 ${server(why.leader)} 学习，处于 ${why.phase}` +
        `${why.blockedOn === null ? '' : `，正在写 ${why.blockedOn}`}${until(why.running)}`
      );
    default:
      return assertUnreachable(why);
  }
}

type FactSentences = { readonly [K in Fact['kind']]: (fact: Extract<Fact, { kind: K }>) => string };

const zxids = (some: readonly Zxid[]): string => some.map(zxidLabel).join('、');

const sentences: FactSentences = {
  rivalLeaders: (f) => `另有一台服务器以自己的 ${f.by} 也领导 epoch ${f.epoch}`,
  secondLeader: (f) => `epoch ${f.epoch} 之前已有另一个 leader`,
  otherTxn: (f) => `${zxidLabel(f.zxid)} 在这里是 ${f.here}，在别处曾是 ${f.elsewhere}`,
  passedOver: (f) => `已投递 ${zxidLabel(f.later)} 的服务器跳过了 ${zxidLabel(f.zxid)}`,
  otherPredecessor: (f) =>
    t`${zxidLabel(f.zxid)} 在这里${f.here === null ? '是第一条' : t`跟在${zxidLabel(f.here)}之后`}，在别处跟在${zxidLabel(f.elsewhere)}之后`,
  neverProposed: (f) =>
    f.proposed === null
      ? `没有人提出过 ${zxidLabel(f.zxid)}`
      : `${zxidLabel(f.zxid)} 提出时是 ${f.proposed}，在这里却是 ${f.here}`,
  outOfOrder: (f) => `${zxidLabel(f.zxid)} 出现在 ${zxidLabel(f.after)} 之后`,
  without: (f) => `投递了 ${zxidLabel(f.zxid)}，却缺少 ${zxidLabel(f.missing)}`,
  foreignZxid: (f) => `epoch ${f.epoch} 的 leader 提出了 ${zxidLabel(f.zxid)}`,
  leaderLacks: (f) => `leader 的历史止于 ${zxidLabel(f.last)}，缺少 ${zxidLabel(f.missing)}`,
  unknownToLeader: (f) =>
    `follower 的日志止于 ${zxidLabel(f.last)}，而 leader 截至 ${zxidLabel(f.leaderLast)} 的历史里没有它`,
  committedCut: (f) => `截断到 ${zxidLabel(f.to)}，丢掉了已提交的 ${zxids(f.zxids)}`,
  notOnDisk: (f) => `${zxidLabel(f.zxid)} 不在它的磁盘上，磁盘止于 ${zxidLabel(f.onDisk)}`,
  noQuorum: (f) => t`${zxidLabel(f.zxid)} 只凭${servers(f.acks)}的 ACK 就提交了，投票者共${f.voters}个`,
  mayBeForgotten: (f) => `客户端已看到 ${zxidLabel(f.zxid)}，而有一个法定多数的磁盘上没有它`,
  strangeCommitter: (f) => `提交 ${zxidLabel(f.zxid)} 的服务器从未确立 epoch ${f.epoch}`,
  epochFell: (f) => `从 ${f.was} 降到 ${f.epoch}`,
  epochsCrossed: (f) => `acceptedEpoch 是 ${f.acceptedEpoch}，currentEpoch 却是 ${f.currentEpoch}`,
  epochBehindLog: (f) => `currentEpoch 是 ${f.currentEpoch}，而日志止于 ${zxidLabel(f.lastZxid)}`,
  otherTree: (f) =>
    `应用 ${zxidLabel(f.zxid)} 之后数据树不同：这里有 ${f.nodeCount.here} 个 znode，别处有 ${f.nodeCount.elsewhere} 个`,
  voteNotCast: (f) => t`${servers(f.voters)}在第${f.round}轮没有投过这样的票`,
  electedWithout: (f) =>
    t`在第${f.round}轮，支持者${f.agreeing.length === 0 ? '一个也没有' : t`只有${servers(f.agreeing)}`}`,
  commitOutOfOrder: (f) => `提交了 ${zxidLabel(f.zxid)}，而下一条应是 ${zxidLabel(f.expected)}`,
  wrongPhase: (f) => `在 ${f.state}、${f.zabState} 时发生了 ${f.what}`,
  proposalGap: (f) => `收到提案 ${zxidLabel(f.zxid)}，而下一条应是 ${zxidLabel(f.expected)}`,
  nothingToCut: (f) => `它的日志止于 ${zxidLabel(f.last)}，却要截断到 ${zxidLabel(f.to)}`,
  ackBeforeNewLeader: (f) => `在 NEWLEADER 之前确认了 ${zxidLabel(f.zxid)}`,
  ackUnknown: (f) => `确认了 ${zxidLabel(f.zxid)}，它并非未决提案，已提交到 ${zxidLabel(f.lastCommitted)}`,
  ackOutOfOrder: (f) => `先确认了 ${zxidLabel(f.after)}，才确认 ${zxidLabel(f.zxid)}`,
  illegalPacket: (f) => `收到不可能发给它的 ${f.packet}`,
  ephemeralLeft: (f) => `应用 ${zxidLabel(f.zxid)} 之后仍有 ${f.path}，它属于已不存在的会话 ${f.sessionId}`,
  wrongVersion: (f) =>
    t`${f.path} 期望版本为${f.expected}，${f.version === null ? '节点却不存在' : t`实际为${f.version}`}，而写入${f.succeeded ? '成功' : '失败'}了`,
  wrongSequence: (f) => `创建了 ${f.path}，而下一个序号应是 ${f.count}`,
  overtook: (f) => `${f.sentAt} ms 发出的，先于 ${f.overtaken} ms 发出的被读取`,
  wentBack: (f) => `${f.client} 已见过 ${zxidLabel(f.seen)}，却得到来自 ${zxidLabel(f.zxid)} 的答复`,
  answerOutOfTurn: (f) => `${f.client} 的第 ${f.cxid} 个请求先于第 ${f.expected} 个得到答复`,
  writeTooEarly: (f) => `已有人得知 ${zxidLabel(f.after)} 写入成功，之后 ${f.client} 才写 ${zxidLabel(f.zxid)}`,
  ownWriteMissed: (f) => `${f.client} 写了 ${zxidLabel(f.written)}，看到的却是 ${zxidLabel(f.zxid)}`,
  staleSync: (f) => `${f.client} 的 sync 在 ${zxidLabel(f.zxid)} 得到答复，而此前已提交 ${zxidLabel(f.committed)}`,
  firedUnset: (f) => `${f.client} 收到 ${f.path} 的 ${f.event}，它并没有在等`,
  watchOvertaken: (f) => t`${f.client} 自${change(f.was)}起等待 ${f.path}，还没收到变更通知就看到了${change(f.zxid)}`,
  stalled: (f) => `自 ${f.since} ms 起毫无进展：${f.why.map(reason).join('；')}`,
  leadershipLost: (f) => `自 ${f.since} ms 起服务的 leader 没了：${f.reason}`,
  sessionOutlives: (f) => `会话 ${f.sessionId} 应在 ${f.due} ms 结束`,
  lockedOut: (f) => `它拒绝启动：${f.reason}`,
  commitUnseen: (f) => `提交了 ${zxidLabel(f.zxid)}，这里却从未收到它的提案`,
};

/** How a property broke, in Chinese. */
export function factSentence(fact: Fact): string {
  // The table has a sentence for each kind, which takes the facts of that kind.
  return (sentences[fact.kind] as (fact: Fact) => string)(fact);
}
