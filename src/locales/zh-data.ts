/** Simplified Chinese of what a server holds for its clients. */
import type { DataCatalogue } from './en-data.ts';
import { formatsOf } from './message.ts';
import { server, serverRow } from './zh-terms.ts';

const { integer, time } = formatsOf('zh-CN');

export const zhData: DataCatalogue = {
  down: (sid) => `${server(sid)} 没有在运行：数据库在内存中，已经没了。磁盘还在。`,
  znodes: 'znode',
  tree: (sid) => `${server(sid)} 的 znode`,
  treeMeta: (lastZxid) => `截至 ${lastZxid}`,
  alike: (others) => (others.length === 0 ? '没有别的服务器可以比较。' : `与 ${serverRow(others)} 相同。`),
  differ: (count, others) => `有 ${integer(count)} 个 znode 与 ${serverRow(others)} 不同。`,
  kinds: { persistent: '', ephemeral: '临时', container: 'container', ttl: 'TTL' },
  missingAt: (sids) => `${serverRow(sids)} 没有`,
  onlyAt: (sids) => `只有 ${serverRow(sids)} 有`,
  otherAt: (sids) => `${serverRow(sids)} 不同`,
  noData: 'null',
  absent: (sid) => `${server(sid)} 没有它。`,
  data: '数据',
  acl: 'ACL',
  statOf: (path) => `${path} 的 Stat`,

  sessions: '会话',
  noSessions: '没有会话。',
  session: '会话',
  client: '客户端',
  at: '连接到',
  timeout: '超时',
  expires: '过期',
  nobody: '已离开',
  nowhere: '无',
  local: '本地',
  expiresAt: (at) => time(at),
  leaderKnows: '何时过期，由 leader 掌握。',
  ephemeralsOf: (paths) => `临时节点：${paths.join('、')}`,

  watches: 'watch',
  noWatches: '这台服务器上没有设置 watch。',
  path: '路径',
  waitsFor: '等待什么',
  table: { data: '数据', child: '子节点' },
  mode: { STANDARD: '一次性', PERSISTENT: '持久', PERSISTENT_RECURSIVE: '持久，递归' },
};
