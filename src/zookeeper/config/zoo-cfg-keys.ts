/**
 * The keys of zoo.cfg (protocol reference §4): what a value looks like, and whether the simulation obeys it.
 * A key that ZooKeeper's parser does not know becomes the system property `zookeeper.<key>`, so most of what is
 * documented as a property may stand in the file as well.
 */

export type SettingKind =
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'number' }
  | { readonly type: 'boolean' }
  | { readonly type: 'yesNo' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'text' };

const integer = (min = 0, max = 2_147_483_647): SettingKind => ({ type: 'integer', min, max });
const port = integer(0, 65_535);
const boolean: SettingKind = { type: 'boolean' };
const yesNo: SettingKind = { type: 'yesNo' };
const text: SettingKind = { type: 'text' };

export const SETTINGS = {
  tickTime: integer(1),
  initLimit: integer(1),
  syncLimit: integer(1),
  connectToLearnerMasterLimit: integer(),
  minSessionTimeout: integer(-1),
  maxSessionTimeout: integer(-1),
  dataDir: text,
  dataLogDir: text,
  clientPort: port,
  clientPortAddress: text,
  secureClientPort: port,
  secureClientPortAddress: text,
  electionAlg: integer(0, 3),
  electionPortBindRetry: integer(),
  peerType: { type: 'choice', of: ['participant', 'observer'] },
  standaloneEnabled: boolean,
  reconfigEnabled: boolean,
  dynamicConfigFile: text,
  quorumListenOnAllIPs: boolean,
  'multiAddress.enabled': boolean,
  syncEnabled: boolean,
  localSessionsEnabled: boolean,
  localSessionsUpgradingEnabled: boolean,
  'readonlymode.enabled': boolean,
  snapCount: integer(2),
  snapSizeLimitInKb: integer(),
  commitLogCount: integer(),
  snapshotSizeFactor: { type: 'number' },
  forceSync: yesNo,
  'fsync.warningthresholdms': integer(),
  preAllocSize: integer(1),
  maxBatchSize: integer(),
  flushDelay: integer(),
  globalOutstandingLimit: integer(),
  maxClientCnxns: integer(),
  cnxTimeout: integer(1),
  'fastleader.minNotificationInterval': integer(1),
  'fastleader.maxNotificationInterval': integer(1),
  'leader.maxTimeToWaitForEpoch': integer(-1),
  leaderServes: yesNo,
  maxConcurrentSnapSyncs: integer(1),
  maxConcurrentDiffSyncs: integer(1),
  'observer.reconnectDelayMs': integer(),
  'observer.election.DelayMs': integer(),
  observerMasterPort: port,
  'autopurge.snapRetainCount': integer(),
  'autopurge.purgeInterval': integer(),
  'admin.enableServer': boolean,
  'admin.serverPort': port,
  'admin.commandURL': text,
  'admin.idleTimeout': integer(),
  '4lw.commands.whitelist': text,
  enforceQuota: boolean,
  extendedTypesEnabled: boolean,
  'digest.enabled': boolean,
  'closeSessionTxn.enabled': boolean,
  skipACL: yesNo,
  'db.autocreate': boolean,
  'snapshot.trust.empty': boolean,
  leaderConnectDelayDuringRetryMs: integer(),
  request_throttle_max_requests: integer(),
  'learner.asyncSending': boolean,
  sessionRequireClientSASLAuth: boolean,
  'DigestAuthenticationProvider.superDigest': text,
  ensembleAuthName: text,
  'audit.enable': boolean,
  'jute.maxbuffer': integer(1),
} as const satisfies Record<string, SettingKind>;

export type SettingName = keyof typeof SETTINGS;

/** Families of keys, of which any may occur; nothing in the simulation depends on them. */
const FAMILIES = [
  'authProvider.',
  'quorum.auth.',
  'quorum.cnxn.',
  'ssl.',
  'sslQuorum',
  'metricsProvider.',
  'kerberos.',
];

export function isSetting(key: string): key is SettingName {
  return Object.hasOwn(SETTINGS, key);
}

export function isInFamily(key: string): boolean {
  return FAMILIES.some((prefix) => key.startsWith(prefix));
}

export type SettingValue = string | number | boolean;

/** Null when `value` is none of its kind. */
export function parseSetting(kind: SettingKind, value: string): SettingValue | null {
  switch (kind.type) {
    case 'integer': {
      const number = /^[+-]?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
      return number >= kind.min && number <= kind.max ? number : null;
    }
    case 'number':
      return value !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
    case 'boolean':
      return wordOf(value, ['true', 'false']) === null ? null : value.toLowerCase() === 'true';
    case 'yesNo':
      return wordOf(value, ['yes', 'no']) === null ? null : value.toLowerCase() === 'yes';
    case 'choice':
      return wordOf(value, kind.of);
    default:
      return value === '' ? null : value;
  }
}

export function settingText(kind: SettingKind, value: SettingValue): string {
  return kind.type === 'yesNo' ? (value === true ? 'yes' : 'no') : String(value);
}

/** What a value must be, as part of a sentence. */
export function expectedOf(kind: SettingKind): string {
  switch (kind.type) {
    case 'integer':
      return `${kind.min}..${kind.max}`;
    case 'number':
      return '0.33';
    case 'boolean':
      return 'true | false';
    case 'yesNo':
      return 'yes | no';
    case 'choice':
      return kind.of.join(' | ');
    default:
      return '…';
  }
}

function wordOf(value: string, words: readonly string[]): string | null {
  const word = value.toLowerCase();
  return words.includes(word) ? word : null;
}
