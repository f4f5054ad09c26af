/** How zkCli prints what it was answered (StatPrinter, CliWrapperException, WatchedEvent.toString). */
import { type Acl, parsePerms, permsText } from '../database/acl.ts';
import type { ErrorName } from '../database/txn.ts';
import type { WatchEventType } from '../database/watches.ts';
import { ZXID_NONE, type Zxid, zxidText } from '../ids.ts';
import type { Stat } from './operations.ts';

/** `[zk: host:port(CONNECTED) 3] `; `count` is that of the commands so far. */
export function promptText(address: string, state: string, count: number): string {
  return `[zk: ${address}(${state}) ${count}] `;
}

export function statLines(stat: Stat): readonly string[] {
  return [
    `cZxid = ${zxidText(stat.czxid)}`,
    `ctime = ${dateText(stat.ctime)}`,
    `mZxid = ${zxidText(stat.mzxid)}`,
    `mtime = ${dateText(stat.mtime)}`,
    `pZxid = ${zxidText(stat.pzxid)}`,
    `cversion = ${stat.cversion}`,
    `dataVersion = ${stat.version}`,
    `aclVersion = ${stat.aversion}`,
    `ephemeralOwner = ${stat.ephemeralOwner ?? '0x0'}`,
    `dataLength = ${stat.dataLength}`,
    `numChildren = ${stat.numChildren}`,
  ];
}

const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MILLIS = 86_400_000;

/** Milliseconds of virtual time as java.util.Date prints them, virtual time beginning with 2026: `Thu Jan 01 00:00:01 UTC 2026`. */
export function dateText(millis: number): string {
  let day = Math.floor(millis / DAY_MILLIS);
  const weekday = DAYS[day % 7] ?? '';
  let year = 2026;
  for (; day >= daysIn(year); year++) day -= daysIn(year);
  let month = 0;
  for (; day >= daysOfMonth(year, month); month++) day -= daysOfMonth(year, month);
  const seconds = Math.floor((millis % DAY_MILLIS) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${weekday} ${MONTHS[month]} ${two(day + 1)} ${time} UTC ${year}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function daysIn(year: number): number {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 1) return daysIn(year) - 337;
  return [3, 5, 8, 10].includes(month) ? 30 : 31;
}

export function listText(names: readonly string[]): string {
  return `[${names.join(', ')}]`;
}

/** An entry is two lines: the identity's own text ends with a line break. */
export function aclLines(acl: readonly Acl[]): readonly string[] {
  return acl.flatMap(({ scheme, id, perms }) => [`'${scheme},'${id}`, `: ${permsText(perms)}`]);
}

/** `world:anyone:cdrwa,digest:u:h:r` (AclParser.parse). What is no entry is complained about and left out. */
export function parseAcl(text: string): { readonly acl: readonly Acl[]; readonly complaints: readonly string[] } {
  const acl: Acl[] = [];
  const complaints: string[] = [];
  for (const entry of text.split(',')) {
    const [first, last] = [entry.indexOf(':'), entry.lastIndexOf(':')];
    if (first === -1 || first === last) {
      complaints.push(`${entry} does not have the form scheme:id:perm`);
      continue;
    }
    let perms = 0;
    for (const letter of entry.slice(last + 1)) {
      const perm = parsePerms(letter);
      if (perm === null) complaints.push(`Unknown perm type: ${letter}`);
      perms |= perm ?? 0;
    }
    acl.push({ scheme: entry.slice(0, first), id: entry.slice(first + 1, last), perms });
  }
  return { acl, complaints };
}

const WRAPPED: Partial<Record<ErrorName, string>> = {
  NONODE: 'Node does not exist: ',
  NOCHILDRENFOREPHEMERALS: 'Ephemerals cannot have children: ',
  NODEEXISTS: 'Node already exists: ',
  NOTEMPTY: 'Node not empty: ',
  NOTREADONLY: 'Not a read-only call: ',
  INVALIDACL: 'Acl is not valid : ',
  NOAUTH: 'Insufficient permission : ',
  BADARGUMENTS: 'Arguments are not valid : ',
  BADVERSION: 'version No is not valid : ',
  QUOTAEXCEEDED: 'Quota has exceeded : ',
};

/** KeeperException.getCodeMessage, for what zkCli has no words of its own for. */
const CODE_MESSAGES: Partial<Record<ErrorName, string>> = {
  CONNECTIONLOSS: 'ConnectionLoss',
  SESSIONEXPIRED: 'Session expired',
  SESSIONMOVED: 'Session moved',
  UNIMPLEMENTED: 'Unimplemented',
  AUTHFAILED: 'AuthFailed',
  RUNTIMEINCONSISTENCY: 'RuntimeInconsistency',
  EPHEMERALONLOCALSESSION: 'Ephemeral node on local session',
  NOWATCHER: 'No such watcher',
  RECONFIGDISABLED: 'Reconfig is disabled',
};

/** In sentences of its own, with ZooKeeper's spelling. */
const SAID: Partial<Record<ErrorName, string>> = {
  RECONFIGINPROGRESS: 'Another reconfiguration is in progress -- concurrent reconfigs not supported (yet)',
  NEWCONFIGNOQUORUM:
    'No quorum of new config is connected and up-to-date with the leader of last commmitted config - try invoking reconfiguration after new servers are connected and synced',
};

export function errorText(error: ErrorName, path: string): string {
  const said = SAID[error];
  if (said !== undefined) return said;
  const wrapped = WRAPPED[error];
  if (wrapped !== undefined) return `${wrapped}${path}`;
  return `KeeperErrorCode = ${CODE_MESSAGES[error] ?? error}${path === '' ? '' : ` for ${path}`}`;
}

/** What appears between two prompts when a watch fires and printwatches is on. `zxid`: ZXID_NONE before 3.9. */
export function watchEventLines(event: WatchEventType, path: string, zxid: Zxid): readonly string[] {
  const carried = zxid === ZXID_NONE ? '' : ` zxid: ${zxid}`;
  return ['', 'WATCHER::', '', `WatchedEvent state:SyncConnected type:${event} path:${path}${carried}`];
}

/** The same of a handle's own state (EventType.None); releases since 3.9 tell a zxid that it does not have. */
export function stateEventLines(state: string, tellsZxid: boolean): readonly string[] {
  return ['', 'WATCHER::', '', `WatchedEvent state:${state} type:None path:null${tellsZxid ? ' zxid: -1' : ''}`];
}
