/** Chinese for the list of ZooKeeper's bugs. */
import type { LeaderLossReason, StepDownReason } from '../zookeeper/notes.ts';
import type { BugsCatalogue } from './en-bugs.ts';
import { server } from './zh-terms.ts';

const lossReasons: Readonly<Partial<Record<LeaderLossReason, string>>> = {
  leaderUnknown: '没有人认识它选出的服务器',
  commitWithoutProposal: '收到的 COMMIT 没有对应的提案',
};
const stepDownReasons: Readonly<Partial<Record<StepDownReason, string>>> = {
  epochTimeout: '没有 quorum 及时加入它的 epoch',
};

export const zhBugs: BugsCatalogue = {
  title: 'ZooKeeper 的缺陷',
  about:
    '每一条都是一次能重现缺陷的运行，服务器的行为与有此缺陷的发行版一致。与修复后的行为并排，可以看到两者在哪里分开。',
  search: '编号、标题、发行版或性质',
  found: (count) => `${count} 个缺陷`,
  release: (release, toggles) =>
    toggles.length === 0 ? `此处按 ${release} 运行` : `此处按 ${release} 运行，${toggles.join('、')} 除外`,
  mendedIn: (releases) => `修复于 ${releases.join('、')}`,
  bySetting: (releases) => `修复于 ${releases.join('、')}，需自行打开设置`,
  notMended: '尚无发行版修复',
  reconstructed: '推演',
  reconstructedMeans: '推演：事件经过由我们根据报告的标题和代码推出。其余各条依据测试、已发表的轨迹或报告中的讨论。',
  sideBySide: '与修复并排',
  sideBySideOf: (jira) => `与修复并排：${jira}`,
  shows: {
    violates: (property) => `破坏“${property}”`,
    exits: (sid, code) => `${server(sid)} 的进程以 ${code} 退出`,
    losesLeader: (sid, reason) => `${server(sid)} 放弃它的 leader：${lossReasons[reason] ?? reason}`,
    stepsDown: (sid, reason) => `${server(sid)} 退位：${stepDownReasons[reason] ?? reason}`,
    looks: (sid) => `有 leader，${server(sid)} 却找不到`,
    leaderless: '没有服务器能成为 leader',
  },
};
