/**
 * Chinese names that sentences and labels are made of, and how the project says what it says:
 *
 *   leader, follower, observer, learner, quorum, zxid, epoch, sid, ACK   as in ZooKeeper; never translated
 *   quorum          法定多数 where a sentence needs a word for the people, quorum beside it once
 *   vote            选票 the paper, 投票 the act; 推举 whom one votes for; 当选 elected
 *   round           轮次, 第 N 轮            proposal        提案 (PROPOSAL where the packet is meant)
 *   commit, apply   提交, 应用               flush, fsync    刷盘; on disk 落盘
 *   transaction     事务                     transaction log 事务日志
 *   snapshot        快照                     truncate        截断
 *   sync            同步                     broadcast       广播
 *   ensemble        集群                     server          服务器
 *   client          客户端                   session         会话
 *   cut, heal       断开, 恢复 (of a network) partition       分区
 *   kill            杀死                     freeze, thaw    冻结, 解冻
 *   run (a)         运行过程                 branch          分支
 *   property        性质 (of the audit)      playhead        播放头
 *   step (scenario) 步骤                     breakpoint      断点
 *   epoch numbers   epoch 3; counters of a zxid 计数器; term 任期 is Raft's and never used
 *
 * Full-width punctuation; a space between Han and Latin letters or digits, none beside punctuation.
 */
import { assertUnreachable } from '../base/assert.ts';
import { SMALLEST, type Sid } from '../zookeeper/ids.ts';
import type { DecidingColumn } from '../zookeeper/notes.ts';
import type { ZabState } from '../zookeeper/packets.ts';

/**
 * Puts values into a text, with a space where Han and other letters or digits meet, whatever the value turns out to be:
 * t`投给${name}的选票` gives 投给 S3 的选票, and 投给自己的选票.
 */
export function t(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let whole = texts[0] ?? '';
  values.forEach((value, i) => {
    for (const part of [String(value), texts[i + 1] ?? '']) {
      const [before, after] = [whole.at(-1) ?? '', part.charAt(0)];
      whole += (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after)) ? ` ${part}` : part;
    }
  });
  return whole;
}

/** Without punctuation, which brings its own space. */
function isHan(letter: string): boolean {
  return letter >= '\u4e00' && letter <= '\u9fff';
}

function isLatin(letter: string): boolean {
  return /[\w/@#.-]/.test(letter);
}

/** A server that may not vote votes for nobody. */
export const server = (sid: Sid): string => (sid === SMALLEST ? '无人' : `S${sid}`);

/** `S1、S2 和 S3` */
export function and(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : t`${items.slice(0, -1).join('、')}和${last}`;
}

/** Without spaces at its ends. */
export const servers = (sids: readonly Sid[]): string => (sids.length === 0 ? '无人' : and(sids.map(server)));

/** `S1 S5`, where space is short. */
export const serverRow = (sids: readonly Sid[]): string => sids.map(server).join(' ');

/** Why a vote is the greater one, as people say it. */
export function greaterBecause(column: DecidingColumn): string {
  switch (column) {
    case 'electionEpoch':
      return '轮次更新';
    case 'peerEpoch':
      return 'epoch 更新';
    case 'zxid':
      return 'epoch 相同，日志更长';
    case 'leader':
      return 'epoch 相同，日志相同，sid 更大';
    case 'weight':
      return '对方没有权重，不能当选';
    case null:
      return '选票相同';
    default:
      return assertUnreachable(column);
  }
}

export const columnName: Readonly<Record<Exclude<DecidingColumn, null>, string>> = {
  electionEpoch: '轮次',
  peerEpoch: 'peerEpoch',
  zxid: 'zxid',
  leader: 'leader 的 sid',
  weight: '权重',
};

export const phaseName: Readonly<Record<ZabState, string>> = {
  ELECTION: '选举',
  DISCOVERY: '发现',
  SYNCHRONIZATION: '同步',
  BROADCAST: '广播',
};
