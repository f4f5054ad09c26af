/** Simplified Chinese for what comes after the first picture: the laboratory, the phone, the sheet of keys. */
import type { WriteKind } from '../zookeeper/notes.ts';
import { zxidLabel } from '../zookeeper/ids.ts';
import type { LabCatalogue, Mark, Occurrence, SentMessage } from './en-lab.ts';
import { formatsOf } from './message.ts';
import { zhNotes } from './zh-notes.ts';
import { scenarioProblem } from './zh-problems.ts';
import { columnName, phaseName, server, serverRow, t } from './zh-terms.ts';

const { integer, millis, time } = formatsOf('zh-CN');

function onlyIn(branch: string, told: string | null): string {
  return told === null ? t`${branch}没有独有的事件。` : t`此后只在${branch}中：${told}`;
}

/** What a disk is asked to hold, as things that can be written. */
const writeName: Readonly<Record<WriteKind, string>> = {
  acceptedEpoch: 'acceptedEpoch',
  currentEpoch: 'currentEpoch',
  updatingEpoch: 'epoch 的写入标记',
  txns: '事务',
  config: '配置',
  truncate: '截断',
  snapshotStart: '快照文件',
  purge: '旧文件的清理',
  snapshot: '快照',
};

function occurs({ event, from, packet, write, state, zabState, acks = 0, zxid }: Occurrence): string {
  const about = zxid === undefined ? '' : ` ${zxid}`;
  switch (event) {
    case 'receives':
      return t`收到${from === undefined ? '' : t`${server(from)}的`}${packet ?? ''}${about}`;
    case 'writes':
      return t`的${write === undefined ? '写入' : writeName[write]}落盘`;
    case 'becomes':
      return t`进入${[state, zabState].filter((part) => part !== undefined).join('，')}`;
    case 'counts':
      return t`计到${zxid === undefined ? '' : t`${zxid}的`}${acks}个 ACK`;
    case 'proposes':
      return t`提出${zxid ?? '一条事务'}`;
    default:
      return t`提交${zxid ?? '一条事务'}`;
  }
}

function messageName(type: string): string {
  if (type === 'NOTIFICATION') return '选票';
  if (type === 'dial') return '连接请求';
  if (type === 'answer') return '连接应答';
  return type === 'end' ? '连接关闭' : type;
}

function sent({ from, to, packet }: SentMessage): string {
  const [sender, receiver] = [from, to].map((who) => (typeof who === 'string' ? who : server(who)));
  return t`${sender ?? ''} → ${receiver ?? ''} 的${messageName(packet)}`;
}

const marks: Readonly<Record<Mark, string>> = {
  leads: '有 leader 开始服务',
  commits: '有事务被提交',
  changesPhase: '有服务器换了阶段',
  writesEpoch: '有 epoch 被写入',
  losesMessage: '有消息丢失',
  violates: '有性质被破坏',
};

export const zhLab: LabCatalogue = {
  acts: {
    cut: '断开',
    heal: '恢复',
    kill: '杀死',
    stop: '停止',
    restart: '重启',
    freeze: '冻结',
    thaw: '解冻',
    write: '写入',
    wipe: '清空磁盘',
    slowDisk: '慢磁盘',
    hints: {
      cut: '在图上划一条线切过链路，或把服务器分组',
      kill: '连接被重置',
      stop: '正常关闭',
      freeze: '连接保留',
      thaw: '继续运行',
      restart: '从磁盘恢复',
      slowDisk: '+200 ms',
      wipe: '需先停机',
      write: '作为客户端',
      heal: '全部链路',
    },
    drawCut: '划线中：拖一条线切过链路',
    drawLine: '画线断开',
    what: (sid, at) => t`在 ${time(at)} 要对${server(sid)}做什么？`,
    cutOff: '分区：点按服务器分组',
    cutNow: '断开',
    healCut: '恢复断开的链路',
    cancel: '取消',
  },

  notes: zhNotes,

  event: {
    receives: (type, from) => t`收到${from}的 ${type}`,
    hearsVote: (from) => t`收到${from}的选票`,
    pinged: (from) => t`收到${from}的 PING`,
    accepted: (from) => t`接到${from}的连接`,
    opened: (to) => t`连上了${to}`,
    refused: (to) => t`发现${to}无人监听`,
    closed: (to) => t`与${to}的一条连接断开`,
    unwritten: () => '一次写入被磁盘拒绝',
    crashed: () => '在一次写盘时死去',
    timedOut: (to) => t`太久没有${to}的消息`,
    flushed: {
      acceptedEpoch: (epoch) => `acceptedEpoch ${epoch} 已落盘`,
      currentEpoch: (epoch) => `currentEpoch ${epoch} 已落盘`,
      txns: (zxids) => `${zxids.map(zxidLabel).join('、')} 已落盘`,
      updatingEpoch: (present) => (present ? '标记：正在写 epoch' : '撤去 epoch 的写入标记'),
      truncate: (to) => t`日志已截断到${zxidLabel(to)}并落盘`,
      snapshotStart: () => '快照文件已开始写',
      purge: () => '已删除旧文件',
      snapshot: () => '快照已落盘',
    },
    fired: {
      election: '等选票已等得够久',
      halfTick: '又过了半个 tick',
      quorumWait: '没能等到法定多数',
      leaderConnect: '再次尝试连接 leader',
      observerMasterPing: '向所接纳的 observer 发送 PING',
      newLeaderAck: '可以确认 NEWLEADER 了',
      snapshot: '为 learner 准备的快照又进了一步',
      observerDelay: '随机等待之后去寻找 leader',
      localSessionExpiry: '检查自己的会话有没有过期',
      readOnly: '寻找 leader 已久，可以只提供读服务',
      purge: '查找可删除的旧文件',
      containerCheck: '查找可删除的 container 与 TTL 节点',
      sessionExpiry: '检查有没有会话过期',
      clientPing: '已沉默很久',
      clientReconnect: '换下一台服务器',
      dial: '不再等待应答',
    },
    start: '尚未发生任何事件',
    sentence: (who, does) => t`${who} ${does}。`,
  },

  inside: (event, notes, all) => `事件 ${integer(event)}：本事件内 ${integer(notes)}/${integer(all)}`,

  search: {
    name: '在事件中搜索',
    placeholder: '关键词，如 S1 选票',
    found: (count, done) => `${done ? '' : '已'}找到 ${integer(count)} 个`,
    next: '下一个',
    previous: '上一个',
  },

  consoles: {
    name: '控制台',
    title: '在客户端里输入命令，或以运维身份询问服务器',
  },

  logs: {
    title: '事务日志',
    states: {
      queued: '排队中',
      written: '已写入',
      flushed: '已刷盘',
      committed: '已知提交',
      replayed: '已重放，未提交',
      applied: '已应用',
      snapshotted: '已快照',
      truncated: '已截断',
      replaced: '被 SNAP 替换',
    },
    onDisk: '已落盘',
    empty: '还没有事务。',
    folded: (count) => `+${integer(count)}`,
    foldedName: (count) => `更早的 ${integer(count)} 条事务`,
    committedMark: '已提交',
    column: (zxid, onDisk, all, committed) =>
      `${zxid}：${committed ? '已由法定多数提交' : '未提交'}，${all} 个投票者中 ${onDisk} 个已落盘`,
    cell: (zxid, state, committed) => `${zxid} ${state}${committed ? '，已由法定多数提交' : ''}`,
    acks: (what, more) => `ACK：${what.join('、')}${more === 0 ? '' : ` +${integer(more)}`}`,
    behind: (count) => `落后 ${integer(count)} 条`,
    alone: '只在它的磁盘上',
  },

  inspector: {
    none: '选择一台服务器，查看其内部。',
    looks: '检查器显示的内容',
    tabs: {
      inside: '内部',
      algorithm: '算法',
      requests: '请求',
      data: '数据',
      log: '日志',
      audit: '审计',
      links: '链路',
    },
    previous: '上一台服务器',
    next: '下一台服务器',
    voter: (sid) => `投票者，sid ${sid}`,
    observer: (sid) => `observer，sid ${sid}`,
    lastHere: '最近事件在此',
    phases: { ELECTION: '选举', DISCOVERY: '发现', SYNCHRONIZATION: '同步', BROADCAST: '广播' },
    phaseNow: (phase) => (phase === null ? '不在任何阶段' : `阶段：${phaseName[phase]}`),
    states: { LOOKING: 'LOOKING', FOLLOWING: 'FOLLOWING', LEADING: 'LEADING', OBSERVING: 'OBSERVING' },
    down: 'DOWN',
    frozen: 'FROZEN',
  },

  ballotBox: {
    title: '票箱',
    round: (round) => `第 ${round} 轮，从左到右比较`,
    from: '来自',
    own: '自己',
    proposal: '我的提议',
    settled: { FOLLOWING: '跟随', LEADING: '领导', OBSERVING: '观察', LOOKING: '' },
    loses: (column) => (column === null ? '落败' : `${columnName[column]} 较小，落败`),
    beats: (column) => (column === null ? '胜出' : `${columnName[column]} 较大，胜出`),
    agrees: '一致',
    equalNotCounted: '相同，未计入',
    outOfElection: 'outofelection：已经定下来的',
    quorum: (sids) => `法定多数：${serverRow(sids)}`,
    ofConfigured: (count) => `共配置 ${count} 票`,
    agree: (count, needed) => `${integer(count)} 票一致，需要 ${needed} 票`,
    noVote: (sids) => `${sids.map(server).join('、')}：本轮没有选票`,
    others: (sids) => `${sids.map(server).join('、')}：投给别人`,
    waits: (value) => `再等 ${millis(value)}，看有没有更好的选票`,
    resends: (value) => `${millis(value)} 后重试`,
    settledVote: '已定的选票',
    electedBy: (state) => ({ LOOKING: '同意', FOLLOWING: '已跟随', LEADING: '已领导', OBSERVING: '已观察' })[state],
    ring: (count, all) => `配置的 ${all} 个投票者中已计 ${count} 个`,
  },

  waits: {
    title: '等待法定多数（quorum）',
    epochProposal: '上报 epoch',
    epochAck: '确认 epoch',
    newLeaderAck: 'NEWLEADER 的 ACK',
    proposal: '提案',
    due: (value) => `还剩 ${millis(value)}`,
    needs: (count, needed) => (count >= needed ? '已达法定多数' : `需要 ${needed} 个`),
  },

  epochs: {
    title: '四个都叫 epoch 的数',
    logicalClock: 'logicalClock',
    acceptedEpoch: 'acceptedEpoch',
    currentEpoch: 'currentEpoch',
    lastZxid: '最后的 zxid',
    memory: '内存',
    disk: '磁盘',
    lost: '–',
    was: (value) => `原为 ${value}`,
    back: (value, name) => `${value}：回到 ${name} 上一次变化之处`,
  },

  why: {
    title: '为什么？',
    none: '走到一个事件，就能看到它的来由。',
    playing: '暂停后可看到上一个事件的来由。',
  },

  message: {
    title: (type, about) => (about === '' ? type : `${type} ${about}`),
    way: (from, to) => `${from} 到 ${to}`,
    sent: (at) => `${time(at)} 发出`,
    arrives: (at) => `${time(at)} 到达`,
    heldCut: '在断点处按序等待',
    heldFrozen: '在被冻结进程的套接字里等待',
    fields: '字段',
    round: '轮次',
    state: '状态',
    epoch: 'epoch',
    gone: '这条消息此刻不在途中。',
    inFlight: '传输中',
    to: (who) => `到 ${who}`,
    from: (who) => `来自 ${who}`,
    voteFor: (sid) => `投给 ${server(sid)}`,
    name: messageName,
    held: '滞留',
    close: '关闭消息',
  },

  cards: {
    title: '卡片',
    votes: '选票',
    transactions: '日志',
    why: '为什么',
    serverLog: '服务器日志',
    consoles: '控制台',
    raise: '拉高卡片',
    lower: '放低卡片',
  },

  spaceTime: {
    title: '时空图',
    describe:
      '每台服务器一条泳道，时间向右。上下箭头在消息之间移动，Enter 选中，加减号缩放，0 显示整个运行过程，Page Up 与 Page Down 平移。每个事件在事件列表中也有一行。',
    views: { topology: '拓扑', spaceTime: '时空图', split: '并排', compare: '对照' },
    view: '视图',
    axis: '横轴',
    axes: { folded: '折叠', time: '时间', steps: '步' },
    axisHints: {
      folded: '时间，折叠空闲时段',
      time: '真实时间',
      steps: '逐个事件，不论各隔多久',
    },
    zoom: '缩放',
    zoomIn: '放大（+）',
    zoomOut: '缩小（−）',
    fit: '显示整个运行过程（0）',
    toPlayhead: '显示当前位置',
    lane: (name) => `${name} 的泳道`,
    roles: { LEADING: '领导', FOLLOWING: '跟随', OBSERVING: '观察', LOOKING: '寻找' },
    phase: (phase, role) => (phase === 'BROADCAST' ? role : phaseName[phase]),
    cutFor: (from, to) =>
      to === null
        ? [`自 ${time(from)} 断开`, '断开']
        : [`自 ${time(from)} 断开，${time(to)} 恢复`, `断开 ${time(from)}–${time(to)}`, '断开'],
    legend: {
      vote: '选票，投给谁',
      discovery: '发现',
      sync: '同步',
      broadcast: '广播',
      client: '客户端',
      lost: '丢失',
      held: '因断开滞留',
      commit: '已提交',
      flushed: '已落盘',
    },
    was: (now, before) => `${now}，原为 ${before}`,
    sent: (name, from, to, sentAt) => `${name}，从 ${from} 到 ${to}，${time(sentAt)} 发出`,
    arrived: (what, at) => `${what}，${time(at)} 到达`,
    heldUntil: (what, healed, at) => `${what}，因断开滞留至 ${time(healed)}，${time(at)} 到达`,
    held: (what) => `${what}，因断开滞留`,
    underWay: (what) => `${what}，传输中`,
    lost: (what, at) => `${what}，丢失：${time(at)} 时已无人读取`,
    voteFor: (letter) => `投给 S${letter} 的选票`,
    nothingPointed: '没有选中消息',
    minimap: '整个运行过程；方框是图中显示的范围',
  },

  compare: {
    here: '分支 A，当前显示',
    beside: '分支 B，对照',
    choose: '要对照的分支',
    goThere: '转到 B 继续',
    close: '关闭',
    otherwise: (toggles) =>
      `改用 ${toggles.map(([name, value]) => `${name} ${value === true ? '开' : value === false ? '关' : String(value)}`).join('、')}`,
    standing: '各服务器现状',
    server: '服务器',
    differing: (count, all) => (count === 0 ? '没有差别' : `${all} 台服务器中 ${count} 台有差别`),
    aspects: { role: '角色', leader: 'leader', epoch: 'currentEpoch', zxid: '最后的 zxid' },
    absent: '不存在',
    events: '发生的事件',
    counts: (first, second) => `只在 A 中 ${integer(first)} 个，只在 B 中 ${integer(second)} 个`,
    summary: ({ at, shared, first, second }) =>
      [`前 ${integer(shared)} 个事件相同，到 ${time(at)} 为止。`, onlyIn('A', first), onlyIn('B', second)].join(''),
    shared: (count) => `共有 ${integer(count)} 个事件`,
    way: '对照方式',
    ways: { beside: '并排', overlaid: '叠加' },
    overlay: {
      title: '两个分支叠加在一张时空图中',
      describe: (both, first, second) =>
        `按事件而非时钟对应：两者共有 ${integer(both)} 个事件，只在 A 中 ${integer(first)} 个，只在 B 中 ${integer(second)} 个。`,
      both: (count) => `共有 ${integer(count)}`,
      only: (count) => `仅此有 ${integer(count)}`,
      parting: (at) => `自 ${time(at)} 起分开`,
      toParting: '显示两者分开之处',
      inBoth: (what, otherAt) => `${what}；在 B 中为 ${time(otherAt)}`,
      onlyIn: (branch, what) => `只在 ${branch} 中：${what}`,
      goThere: '转到 B 中的此处',
    },
  },

  stopsSheet: {
    title: '运行到……',
    run: '运行到此',
    runNamed: (what) => `运行到此：${what}`,
    keep: '每次都停',
    keepNamed: (what) => `每次都停：${what}`,
    add: '每次在此停下',
    atServer: '在某台服务器上',
    form: {
      server: '服务器',
      event: '发生什么',
      events: {
        becomes: '进入状态',
        receives: '收到报文',
        proposes: '提出事务',
        counts: '计到 ACK',
        commits: '提交事务',
        writes: '落盘',
      },
      state: '状态',
      packet: '报文',
      from: '来自',
      anybody: '任何一台',
      write: '写什么',
      acks: 'ACK 数，含自己的',
    },
  },

  files: {
    title: '文件',
    open: '打开场景或课程文件，或含有链接的文本',
    drop: '也可以把文件拖到页面任何位置。',
    save: '保存',
    kinds: { scenario: '场景', trace: '轨迹', mermaid: 'Mermaid', svg: 'SVG', png: 'PNG' },
    hints: {
      scenario: 'JSON：服务器，以及本分支的每个步骤',
      trace: 'JSON Lines：已运行的每个事件，做了什么、为什么',
      mermaid: '到此为止的时序图文本',
      svg: '矢量图形式的视图',
      png: '像素图形式的视图',
    },
    refused: (name) => t`无法打开${name}。其余一切不变。`,
    scenarioProblem,
    notJson: (line, detail) => `第 ${line} 行不是 JSON（${detail}）：请改正，或打开另一个文件。`,
    zooCfg: '这是一份 zoo.cfg：请粘贴到“集群……”的 zoo.cfg 一页，运行便由它开始。',
    problem: (line, path, what, remedy) => t`第 ${line} 行：${path} ${what}：${remedy}。`,
  },

  commandGroups: { time: '时间', faults: '故障与操作', panels: '页面' },

  commands: {
    lessonBack: '在课程中：上一步',
    lessonForward: '在课程中：下一步，或直接到这一段的终点',
    lessonAnswer: '在提问时：选择答案',
    togglePlay: '播放或暂停',
    stepBack: '后退一个事件',
    stepForward: '前进一个事件',
    commitBack: '上一次提交',
    commitForward: '下一次提交',
    epochBack: '上一次 epoch 写入',
    epochForward: '下一次 epoch 写入',
    bookmark: '为当前位置添加或取消书签',
    bookmarks: '全部书签',
    palette: '按名称查找任意命令',
    insideBack: '在事件内部后退一步',
    insideForward: '在事件内部前进一步',
    changeBack: '上一次阶段或选票变化',
    changeForward: '下一次阶段或选票变化',
    remotePlay: '播放或暂停，用翻页笔（讲课模式）',
    cause: '到引起此事件的事件',
    effect: '到此事件引起的第一个事件',
    files: '打开文件，保存运行过程',
    stops: '运行到某事发生，或每次都停',
    lastChange: '回到所选服务器上一次变化',
    peerBack: '同一服务器的上一个事件',
    peerForward: '同一服务器的下一个事件',
    toStart: '到开头',
    toEnd: '到结尾',
    branchNext: '下一个分支',
    branchPrevious: '上一个分支',
    nameBranch: '为当前分支命名',
    slower: '减速',
    faster: '加速',
    kill: '杀死所选服务器',
    restart: '重启所选服务器',
    freeze: '冻结或解冻所选服务器',
    dropMessage: '丢弃所选消息',
    delayMessage: '推迟所选消息',
    hurryMessage: '提前所选消息',
    nextEvent: '选择下一个事件',
    group: '把服务器逐台分组',
    groupA: '下一台服务器归入 A 组',
    groupB: '下一台服务器归入 B 组',
    groupC: '下一台服务器归入 C 组',
    cutGroups: '断开各组之间的链路',
    heal: '恢复全部链路',
    write: '作为客户端写入',
    undo: '撤销上一个操作',
    redo: '重做',
    viewTopology: '视图：拓扑',
    viewSpaceTime: '视图：时空图',
    viewSplit: '视图：两者并排',
    compare: '与另一分支对照',
    overlay: '叠加在一张时空图中对照，或并排对照',
    why: '为什么会这样：所选之物，或上一个事件',
    whyNot: '为什么没有那样',
    foldStory: '收起故事',
    foldInspector: '收起检查器',
    consoles: '客户端控制台，以及运维查询',
    lessons: '全部课程',
    lecture: '讲课模式：放大，供投影',
    blank: '黑屏（讲课模式）',
    speaker: '在单独的窗口中显示讲者备注（讲课模式）',
    search: '在事件中搜索',
    help: '显示这些按键',
    escape: '离开、关闭、取消选择',
  },

  keyCaps: {
    ArrowLeft: '←',
    ArrowRight: '→',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    $mod: 'Ctrl',
    Escape: 'Esc',
    Delete: 'Del',
  },

  keys: {
    title: '按键',
    close: '关闭',
    or: '或',
  },

  story: {
    events: '事件',
    steps: '本场景的步骤',
    noSteps: '还没有任何操作。',
    doTo: (who) => `操作 ${who}`,
    doSomething: '操作',
    at: (at, { opensBranch }) => `在 ${time(at)}${opensBranch ? '，另开分支' : ''}`,
    undo: '撤销',
    redo: '重做',
    groups: '分组',
    groupOf: (name) => `${name} 组`,
    cutGroups: '断开各组之间的链路',
    groupHint: (letters) => `${letters.join('、')}：下一台服务器的组。Enter 断开，Esc 退出。`,
  },

  done: {
    start: (sid) => `启动 ${server(sid)}`,
    startAll: (sids) => `启动 ${serverRow(sids)}`,
    kill: (sid) => `杀死 ${server(sid)}`,
    stop: (sid) => `停止 ${server(sid)}`,
    restart: (sid) => `重启 ${server(sid)}`,
    freeze: (sid) => `冻结 ${server(sid)}`,
    thaw: (sid) => `解冻 ${server(sid)}`,
    wipe: (sid) => `清空 ${server(sid)} 的磁盘`,
    slowDisk: (sid, value) => `把 ${server(sid)} 的磁盘放慢到 ${millis(value)}`,
    failDisk: (sid, { because, write, times }) => {
      const when = write === undefined ? '' : t`，在写${writeName[write]}时`;
      const often = times === undefined ? '' : `，共 ${integer(times)} 次写入`;
      return `让 ${server(sid)} 的磁盘${because === 'full' ? '写满' : '损坏'}${when}${often}`;
    },
    mendDisk: (sid) => `修复 ${server(sid)} 的磁盘`,
    killAtFlush: (sid, { side, write, nth = 1 }) => {
      const which = nth === 1 ? '下一次' : `此后第 ${integer(nth)} 次`;
      return t`在${which}${write === undefined ? '写入' : writeName[write]}落盘${side === 'before' ? '前' : '后'}的一刻杀死${server(sid)}`;
    },
    loseTail: (sid, count) => `从 ${server(sid)} 的磁盘上去掉最后 ${integer(count)} 条事务`,
    setClock: (sid, value) => `把 ${server(sid)} 的时钟拨${value < 0 ? '慢' : '快'} ${millis(Math.abs(value))}`,
    cut: (from, to) => `断开 ${server(from)} → ${server(to)}`,
    cutLinks: (count) => `断开 ${integer(count)} 条链路`,
    heal: (from, to) => `恢复 ${server(from)} → ${server(to)}`,
    partition: (groups) => `断开 ${groups.map(serverRow).join(' ‖ ')}`,
    healAll: () => '恢复全部链路',
    latency: (from, to, value) => `${server(from)} → ${server(to)} 耗时 ${millis(value)}`,
    loss: (from, to, percent) => `${server(from)} → ${server(to)} 丢失 ${percent} % 的消息，与事实不符`,
    dropMessage: (what) => `丢弃 ${sent(what)}，与事实不符`,
    delayMessage: (what, value) => t`把 ${sent(what)}推迟 ${millis(value)}`,
    delayMessages: (count) => t`推迟${integer(count)}条消息`,
    lossOf: (sid, percent) =>
      percent === 0 ? t`${server(sid)}的链路不再丢消息` : t`${server(sid)}的链路丢失${percent}% 的消息（与事实不符）`,
    hurryMessage: (what, value) => t`让 ${sent(what)}${value === null ? '立即到达' : `提前 ${millis(value)}`}`,
    hold: (what, nth, then) =>
      t`当${server(what.server)} ${occurs(what)}${nth === 1 ? '' : `，第 ${integer(nth)} 次`}：${then}`,
    connect: (name, sid) => `客户端 ${name} 连接 ${server(sid)}`,
    killClient: (name) => `杀死客户端 ${name}`,
    stranger: (name, sid) => `${name} 在 ${server(sid)} 的选举端口上发话`,
    skipZxids: (sid, counter) => `把 ${server(sid)} 的计数器推进到 ${integer(counter)}`,
    resetStats: (sid, by) => `在 ${server(sid)} 执行 ${by}：统计清零`,
    setTraceMask: (sid, mask) => `把 ${server(sid)} 的跟踪掩码设为 ${mask}`,
    takeSnapshot: (sid) => `${server(sid)} 做一次快照`,
    restoreSnapshot: (sid, of) => `${server(sid)} 恢复 ${server(of)} 的最新快照`,
    shedConnections: (sid, percent) => `${server(sid)} 关闭 ${percent}% 的客户端连接`,
    type: (name, line) => `${name}> ${line}`,
    call: (name, what) => `客户端 ${name}：${what}`,
  },

  share: {
    copied: '链接已复制。它记录的是起因而非数据：打开者看到的正是这次运行。',
    failed: '无法复制链接，请从这里复制：',
    title: '指向此刻的链接',
    copy: '复制',
  },

  broken: {
    title: '页面在绘制时出错了。',
    nothingLost: '运行过程还在：你做过的一切都没有丢。',
    again: '重新打开',
    stepBack: '退回一个事件再打开',
    link: '指向此刻的链接，可留存或用于报告问题：',
  },

  notice: {
    dismiss: '知道了',
    keptText: '链接的文本，可复制',
    keptFile: '文件的文本，可复制',
    copyText: '复制文本',
    enoughBookmarks: '书签已有 50 个：请先删除一个。',
    windowBlocked: '浏览器拦截了讲者备注窗口：请允许本页打开新窗口，然后再按 Shift+P。',
    noBranch: '那边没有别的分支：在过去做些改动，两种未来都会保留。',
    stopped: (what) => `已停下：${what}。`,
    notMet: '在已查看的运行过程中，它没有发生。',
    alwaysSo: '从一开始就是这样。',
    noChange: '不再有变化：从这里起，除非有人操作，一切照旧。',
    refused: (what, why) => `${what}：此刻不行。${why}`,
    leftOut: (steps) => `已略去，因为在那里不再有意义：${steps.join('')}`,
    badLink: (why) => `无法打开这个链接：${why}现在显示的是第一个场景。你的链接保留在这里：`,
    noSuchStep: (asked, steps) => `没有第 ${asked} 步：本课共 ${steps} 步。现在显示的是最后一步。你的链接保留在这里：`,
    mismatch: (expected, actual) =>
      `这次运行与作者看到的不同（摘要是 ${actual}，应为 ${expected}）：链接由另一版本生成。`,
  },

  refusals: {
    noSuchServer: '没有这台服务器。',
    alreadyRunning: '它已在运行。',
    notRunning: '它没有在运行。',
    mustBeStopped: '须先停机。',
    notFrozen: '它没有被冻结。',
    alreadyFrozen: '它已被冻结。',
    linkAlreadyCut: '这条链路已断开。',
    linkNotCut: '这条链路没有断开。',
    nothingToCut: '这些链路都已断开。',
    nothingToHeal: '没有断开的链路。',
    diskWorks: '它的磁盘正常。',
    noSuchClient: '没有这个客户端。',
    notServingAsLeader: '它不是 leader。',
    counterIsPast: '它的计数器已超过这个值。',
    notServing: '它目前不提供服务。',
    notInRelease: '它所模仿的版本没有这条命令：请换一个版本，或在“行为版本”下打开它。',
    snapshotUnderWay: '它还在写先前要求的快照。',
    noConnections: '没有客户端连着它。',
    noSnapshot: '那块磁盘上没有快照。',
    messageGone: '那里没有这条消息在传输。',
    messageArrived: '它在一个不读取的进程的套接字里等待：已经到达了。',
    messageCut: '它被断开的链路挡住：恢复链路，它就会继续前进。',
    messageBehind: '它紧跟在前一条之后：TCP 连接保持顺序。',
    messageNext: '它前面本来就没有别的消息。',
    messageNoPacket: '连接的建立与关闭由操作系统负责：这样的报文会被重发。',
  },

  linkProblems: {
    foreign: '它不是我们的链接。',
    newerVersion: '它由更新的版本生成。',
    unknownScenario: '它指定的场景这里没有。',
    unknownChallenge: '它指的挑战这里没有：课程列表里有全部挑战。',
    unknownMisconception: '它指的误解这里没有：误解列表里有全部误解。',
    unknownLesson: '它指的课程这里没有：如果你有它的文件，请打开那个文件。',
    damaged: '它在途中被截短或改动了。',
    unreachable: '运行过程在它指定的位置之前就结束了。',
    noSuchServer: '它指向了场景中没有的服务器。',
    refused: '其中一个步骤在它所处的时刻无法执行。',
  },

  stops: {
    text: (stop) => (stop.event === 'anywhere' ? marks[stop.mark] : t`${server(stop.server)} ${occurs(stop)}`),
  },
};
