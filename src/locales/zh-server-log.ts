/** Simplified Chinese of the server's log view; the lines themselves are ZooKeeper's. */
import type { ServerLogCatalogue } from './en-server-log.ts';
import { formatsOf } from './message.ts';
import { server } from './zh-terms.ts';

const { integer } = formatsOf('zh-CN');

export const zhServerLog: ServerLogCatalogue = {
  title: (release) => `日志，与 ${release} 所写一致`,
  lines: (count) => `${integer(count)} 行`,
  list: (sid) => `${server(sid)} 的日志`,
  copy: '复制',
  save: '保存',
  copied: (count) => `已复制 ${integer(count)} 行。`,
  notCopied: '浏览器不允许复制：请改用保存。',
  upToHere: '复制与保存都到播放头为止。点击一行可前往。',
  none: (sid) => `${server(sid)} 还没有写过日志。`,
  reading: '正在读取运行过程……',
};
