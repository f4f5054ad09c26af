/** Chinese for moving in time. */
import type { MovesCatalogue } from './en-moves.ts';

export const zhMoves: MovesCatalogue = {
  jump: {
    title: '跳转到……',
    next: '下一个',
    previous: '上一个',
    named: (aim, direction) => `${direction === 1 ? '下一个' : '上一个'}：${aim}`,
    aims: {
      change: '阶段或选票变化',
      commit: '提交',
      epoch: 'epoch 写入',
      leader: 'leader 开始服务',
      lost: '丢失的消息',
      violation: '被破坏的性质',
    },
  },
  bookmarks: {
    title: '书签',
    none: '还没有书签。按 M 在当前位置添加。',
    name: (what) => `书签名称：${what}`,
    goTo: (what) => `书签：${what}`,
    remove: (what) => `删除书签：${what}`,
    set: '为当前位置添加书签',
    unset: '取消当前书签',
    onBranch: (branch) => `位于${branch}`,
    list: '全部书签……',
  },
  branches: {
    list: '分支……',
    rename: '为此分支命名……',
    field: (deed) => `分支名称：${deed}`,
  },
  palette: {
    title: '查找',
    open: '按名称查找任意内容（Ctrl K）',
    field: '命令、场景、服务器、书签、分支或面板',
    placeholder: '输入几个字，例如：冻结、S3、数据',
    found: (count) => `找到 ${count} 项`,
    none: (query) => `没有名为“${query}”的内容。请少输几个字，或按 ? 查看全部按键。`,
    groups: {
      commands: '命令',
      servers: '服务器',
      bookmarks: '书签',
      branches: '分支',
      panels: '面板',
      scenarios: '场景',
      words: '术语',
    },
  },
  timeline: {
    epoch: (epoch) => `epoch ${epoch}`,
    broken: (properties) => `此处被破坏：${properties.join('、')}`,
    unknown: '尚未运行到此',
  },
  density: {
    name: '舞台显示多少',
    names: { focus: '聚焦', recent: '最近', all: '全部' },
    hints: {
      focus: '最近一个事件涉及的内容，以及选中的对象',
      recent: '最近十二个事件涉及的内容',
      all: '同等显示所有服务器和消息',
    },
  },
  slow: {
    switch: '关键时刻自动放慢',
    now: '正在播放，已放慢：此处有变化',
  },
};
