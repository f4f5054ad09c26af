/** Simplified Chinese of the consoles: clients that are typed into, and what operators ask servers. */
import type { ConsolesCatalogue } from './en-consoles.ts';
import { formatsOf } from './message.ts';
import { server } from './zh-terms.ts';

const { integer } = formatsOf('zh-CN');

export const zhConsoles: ConsolesCatalogue = {
  title: '控制台',
  close: '关闭控制台',
  taller: '加高',
  tabs: '客户端与运维',
  newClient: '新客户端',
  examples: '示例',
  examplesTitle: '多个客户端，逐行执行',
  recipes: { lock: '锁', queue: '队列' },
  recipeHints: {
    lock: '三个客户端，一个持有',
    queue: '一个追加，两个取出',
  },
  stopped: '示例已停下：有一个答复没有来。',

  form: {
    title: '连接一个客户端',
    name: '名称',
    connectString: '连接串',
    timeout: '会话超时，ms',
    readOnly: '只读服务器也可以',
    connect: '连接',
    hosts: '主机',
    problems: {
      nameEmpty: '需要一个名称。',
      nameTaken: '已有同名的客户端。',
      noHost: '没有写出本集群的任何服务器：请写成 S1:2181,S2:2181。',
      timeout: '超时须为整数毫秒。',
    },
  },

  output: (name) => `${name} 的终端`,
  input: (name) => `给 ${name} 的命令`,
  inputHint: 'Tab 补全，上下键翻看之前输入过的命令。',
  earlier: (count) => `更早的 ${integer(count)} 行`,
  nothing: '还没有内容：客户端的事件会在发生时显示在这里。',
  waits: '等待答复',
  toAnswer: '运行到答复',
  noAnswer: '虚拟时间 20 s 之内没有答复。',
  gone: (name) => `${name} 已离开。`,
  again: '重新启动它',
  kill: '杀死',
  killIt: (name) => `杀死 ${name}：它不关闭会话，会话要等到过期才结束`,
  meta: (sid, session) =>
    [sid === null ? '' : `连接 ${server(sid)}`, session === null ? '没有会话' : `会话 ${session}`]
      .filter(Boolean)
      .join('，'),
  candidates: '可以接着输入',

  operator: {
    tab: '运维',
    name: '运维向服务器询问什么',
    server: '服务器',
    word: '命令',
    words: '四字命令',
    commands: 'AdminServer',
    whitelisted: '在白名单中',
    output: (asked, sid) => `${server(sid)} 对 ${asked} 的答复`,
    down: (sid) => `${server(sid)} 没有在运行：连接被拒绝。`,
    run: '执行',
    doIt: (asked, sid) => `在 ${server(sid)} 执行 ${asked}`,
    changes: (asked, sid) => `${asked} 会改变 ${server(sid)}：执行之后，这里显示它的答复。可以撤销。`,
    mask: '掩码',
    percent: '百分之几',
    of: '取最新快照自',
    frozen: (sid) => `${server(sid)} 已冻结：解冻后才会答复。`,
  },
};
