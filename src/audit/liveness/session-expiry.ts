import { hasSession } from '../../zookeeper/database/sessions.ts';
import type { SessionId } from '../../zookeeper/ids.ts';
import { detector } from './detector.ts';

export const sessionExpiry = detector({
  id: 'SessionExpiry',
  name: 'Dead sessions end',
  statement:
    'A session that nobody hears of ends, and its ephemerals with it, within its timeout, a tick and a commit.',
  source: 'SessionTrackerImpl.run, ExpiryQueue',
  find: ({ progress, limits, leader, hasJustLasted }) => {
    const tracked = leader?.peer.leader?.expiry ?? {};
    for (const [id, due] of Object.entries(tracked)) {
      const sessionId = id as SessionId;
      if (leader === null || !hasSession(leader.peer.database.sessions, sessionId)) continue;
      const since = Math.max(due, progress.soundSince, progress.ledSince ?? 0);
      if (!hasJustLasted(since, 2 * limits.tickMillis + limits.commitMillis)) continue;
      return { servers: [leader.sid], fact: { kind: 'sessionOutlives', sessionId, due } };
    }
    return null;
  },
});
