/** Simplified Chinese for the first picture. How things are called stands in zh-terms.ts. */
import type { Sid } from '../zookeeper/ids.ts';
import type { Catalogue } from './en.ts';
import { formatsOf } from './message.ts';
import { and, greaterBecause, server, serverRow, servers } from './zh-terms.ts';
import { titles } from './zh-titles.ts';

const formats = { ...formatsOf('zh-CN'), and };
const { time, integer, millis } = formats;

const itself = (sid: Sid, self: Sid): string => (sid === self ? '自己' : ` ${server(sid)}`);

export const zh: Catalogue = {
  formats,
  name: 'Zabscope',
  server,
  servers,
  serverRow,
  client: (name) => `客户端 ${name}`,

  sentence: (phrase) => `${phrase}。`,
  sentences: (phrases) => phrases.map((phrase) => `${phrase}。`).join(''),
  row: (phrases) => phrases.join('，'),
  named: (what, which) => `${what}：${which}`,

  titleOf: (title) => titles[title] ?? title,

  head: {
    scenario: '场景',
    chooseScenario: '选择场景',
    openedBefore: '之前打开过，保持离开时的样子',
    lessons: '课程……',
    bugs: 'ZooKeeper 的缺陷……',
    builtIn: '故事',
    recorded: '真实集群的经历',
    share: '分享',
    shareName: '分享：复制指向此刻的链接',
    language: '中文',
    languageName: '中文：语言，简体中文',
    theme: '浅色或深色',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    keys: '按键与帮助',
    more: '更多',
    files: '文件：打开与保存',
    nobodyLeads: '没有 leader',
    leads: (sid, epoch) => `${server(sid)} 是 leader${epoch === null ? '' : `，epoch ${epoch}`}`,
    believesItLeads: (sid, epoch) => `${server(sid)} 认为自己是 leader${epoch === null ? '' : `，epoch ${epoch}`}`,
    elect: (sids, round) => `${serverRow(sids)} 正在选举${round === null ? '' : `，第 ${round} 轮`}`,
    frozenLeads: (sid, epoch) =>
      `${server(sid)} 已冻结，仍认为自己是 leader${epoch === null ? '' : `，epoch ${epoch}`}`,
    follow: (sids, leader) => `${serverRow(sids)} 跟随 ${server(leader)}`,
    stillFollow: (sids, leader) => `${serverRow(sids)} 仍跟随 ${server(leader)}`,
    seek: (sids) => `${serverRow(sids)} 正在寻找 leader`,
    notStarted: (sids) => `${serverRow(sids)} 尚未启动`,
    down: (sids) => `${serverRow(sids)} 已停机`,
    frozen: (sids) => `${serverRow(sids)} 已冻结`,
    rejoin: (sids) => `${serverRow(sids)} 正在加入`,
  },

  rails: {
    story: '故事',
    inspector: '检查器',
    fold: (panel) => `收起${panel}`,
    unfold: (panel) => `展开${panel}`,
  },

  first: {
    opening: '三台服务器，没有 leader。看它们如何达成一致。',
    openingTitle: '三台服务器，没有 leader。',
    openingMore: '看它们如何达成一致。',
    votes: '选票',
    votesOf: (sid) => `${server(sid)} 的`,
    wins: '胜出',
    loses: '落败',
    rule: '从左到右逐列比较，第一处不同决定胜负。',
    killLeader: '下一步：杀死 leader',
    playFreely: '自由探索',
    lostLeader: (sids) => `${servers(sids)} 失去了 leader。`,
    electAgain: '它们开始新一轮选举。',
    givesUp: (loser, winner) => `${server(loser)} 改投 ${server(winner)}。`,
    killed: (sid) => `${server(sid)} 已死。`,
    unaware: (sids) => `${servers(sids)} 还不知道。`,
    stillFollow: (sids, leader) => `${servers(sids)} 仍跟随 ${server(leader)}。`,
    agreed: ({ by, leader, count, all }) =>
      `${server(by)} 看到 ${all} 台中有 ${count} 台同意${leader === by ? '自己' : ` ${server(leader)} `}当选。`,
    agreedMore: (sid) => `已过半数。${server(sid)} 再等片刻，看有没有更好的选票。`,
    elected: (sid) => `${server(sid)} 当选。`,
    joins: {
      discovery: '接下来，它要与 follower 商定新的 epoch。',
      promises: (epoch) => `它提出 epoch ${epoch}：follower 承诺不再跟随更旧的 epoch。`,
      synchronization: (epoch) => `epoch ${epoch} 已商定。接下来让所有日志保持一致。`,
    },
    leads: (sid, epoch) => (epoch === null ? `${server(sid)} 成为 leader。` : `${server(sid)} 领导 epoch ${epoch}。`),
    because: (column) =>
      column === 'peerEpoch'
        ? 'epoch 最新者胜出。'
        : column === 'zxid'
          ? 'epoch 相同，日志最长者胜出。'
          : 'epoch 相同，日志相同，sid 最大者胜出。',
  },

  belief: {
    notStarted: '尚未启动',
    diskEmpty: '磁盘为空',
    down: '已停机',
    diskStays: '磁盘仍在',
    frozen: '已冻结',
    socketsStay: '套接字仍打开',
    votesFor: (sid, self) => `投给${itself(sid, self)}`,
    wasVote: (sid, self) => (sid === null ? '原先没有选票' : `原先投给${itself(sid, self)}`),
    round: (round) => `第 ${round} 轮`,
    hasQuorum: '已获法定多数',
    follows: (sid) => (sid === null ? '跟随中' : `跟随 ${server(sid)}`),
    observes: (sid) => (sid === null ? '观察中' : `观察 ${server(sid)}`),
    takenIn: (master, fact) => `${fact}，经由 ${server(master)}`,
    leads: (epoch) => `领导 epoch ${epoch}`,
    believesItLeads: '认为自己是 leader',
    epoch: (epoch) => `epoch ${epoch}`,
    asksEpochs: '收集 acceptedEpoch',
    offersEpoch: (epoch) => `提出 epoch ${epoch}`,
    gathersAcks: '等待 NEWLEADER 的 ACK',
    discovery: '上报 acceptedEpoch',
    syncing: (mode) => (mode === null || mode === 'NONE' ? '同步中' : `以 ${mode} 同步中`),
    standalone: '以 standalone 模式运行',
    loading: '正在加载数据',
    serving: '为客户端服务',
    losesPatience: (value) => `${millis(value)} 后放弃它`,
    decides: (value) => `${millis(value)} 后定案`,
    asksAgain: (value) => `${millis(value)} 后重试`,
    givesUp: (value) => `${millis(value)} 后放弃`,
    flushes: (value) => `${millis(value)} 后落盘`,
    ofVoters: (count, all) => `${count}/${all}`,
    sideCannot: (count, all) => `${count}/${all} 不能提交`,
    sideCan: (count, all) => `${count}/${all} 可选举`,
  },

  stage: {
    topology: '拓扑',
    labels: '标签',
    pings: 'PING',
    hex: '十六进制 zxid',
    describe: '服务器及其间的消息',
    serverName: ({ sid, state, belief, fact, zxid }) =>
      `${server(sid)}，${state}：${[belief, fact].filter((text) => text !== '').join('，')}；最后的 zxid 为 ${zxid}`,
    menuOf: (sid) => `可对 ${server(sid)} 做的操作`,
    clientName: (name, sid) => (sid === null ? `客户端 ${name}，未连接` : `客户端 ${name}，连接到 ${server(sid)}`),
    clientLabel: (name, unanswered) => (unanswered === 0 ? name : `${name}，${unanswered} 个未答`),
    cutOf: (pairs) => `断开 ${integer(pairs)} 条链路`,
    cutSides: (groups) => `断开 ${groups.map(serverRow).join(' ‖ ')}`,
    count: (count) => `×${count}`,
    message: (type, from, to) => `${type}，从 ${from} 到 ${to}`,
  },

  ballot: {
    peerEpoch: 'peerEpoch',
    zxid: 'zxid',
    leader: 'leader',
    verdict: '结论',
    because: greaterBecause,
    operators: { less: '小于', greater: '大于', equal: '等于' },
  },

  time: {
    title: '时间轴',
    transport: '播放控制',
    toStart: '到开头',
    back: '后退一个事件',
    play: '播放',
    pause: '暂停',
    forward: '前进一个事件',
    toEnd: '到结尾',
    speed: '速度',
    speedOf: (speed) => `${Number(speed.toPrecision(2))}×`,
    clock: (at) => `${time(at)} s`,
    event: (index) => `事件 ${integer(index)}`,
    ownPace: '自动配速',
    paused: (what) => `已暂停：${what}`,
    playing: '播放中',
    atStart: '已暂停，位于开头',
    notRun: '尚未运行',
    seconds: (text) => `${text} s`,
    value: (at, index) => `${time(at)} 秒，事件 ${integer(index)}`,
    branches: '分支',
    root: '按场景进行',
    changed: (at) => `从 ${time(at)} 起改动了步骤`,
    branchAt: (deed, at) => `${time(at)} ${deed}`,
    goToBranch: (name) => `分支：${name}`,
    moreBranches: (count) => `+${integer(count)}`,
    down: (who) => `${who} 停机`,
    frozen: (who) => `${who} 冻结`,
    cut: '断开',
    heal: '恢复',
    backShort: '后退',
    forwardShort: '前进',
    slower: (speed) => `比 ${Number(speed.toPrecision(2))}× 慢`,
    faster: (speed) => `比 ${Number(speed.toPrecision(2))}× 快`,
  },

  notices: { title: '通知' },
};
