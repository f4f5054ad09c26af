/**
 * Quotas (Quotas, StatsTrack): limits of a subtree, and what it takes, as texts in two nodes below /zookeeper/quota.
 * Protocol reference §17.6.
 */

const QUOTA_ROOT = '/zookeeper/quota';
const LIMITS = '/zookeeper_limits';
const STATS = '/zookeeper_stats';

/** -1: not limited. */
export interface StatsTrack {
  readonly count: number;
  readonly bytes: number;
  readonly countHardLimit: number;
  readonly bytesHardLimit: number;
}

export const NO_LIMITS: StatsTrack = { count: -1, bytes: -1, countHardLimit: -1, bytesHardLimit: -1 };

/** Where the limits of `path` lie (Quotas.limitPath). */
export function limitPath(path: string): string {
  return `${quotaPath(path)}${LIMITS}`;
}

/** Where it is counted what the subtree of `path` takes (Quotas.statPath). */
export function statPath(path: string): string {
  return `${quotaPath(path)}${STATS}`;
}

/** The node above both. */
export function quotaPath(path: string): string {
  return `${QUOTA_ROOT}${path === '/' ? '' : path}`;
}

/** The path whose limits or stats `path` holds, or null when it holds none. */
export function quotaSubject(path: string, of: 'limits' | 'stats'): string | null {
  const name = of === 'limits' ? LIMITS : STATS;
  if (!path.startsWith(`${QUOTA_ROOT}/`) || !path.endsWith(name)) return null;
  const subject = path.slice(QUOTA_ROOT.length, -name.length);
  return subject === '' ? '/' : subject;
}

/** `count=3,bytes=-1`, and with hard limits `count=3,bytes=-1=;byteHardLimit=-1;countHardLimit=5` (StatsTrack.toString). */
export function statsText({ count, bytes, countHardLimit, bytesHardLimit }: StatsTrack): string {
  const soft = `count=${count},bytes=${bytes}`;
  if (countHardLimit === -1 && bytesHardLimit === -1) return soft;
  return `${soft}=;byteHardLimit=${bytesHardLimit};countHardLimit=${countHardLimit}`;
}

export function parseStats(text: string): StatsTrack {
  const number = (name: string): number => Number(new RegExp(`(?:^|[,;])${name}=(-?\\d+)`).exec(text)?.[1] ?? -1);
  return {
    count: number('count'),
    bytes: number('bytes'),
    countHardLimit: number('countHardLimit'),
    bytesHardLimit: number('byteHardLimit'),
  };
}
