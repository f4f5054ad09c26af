import { clientInvariant } from '../invariant.ts';
import { isStanding, seenAt, shownBy } from '../client-record.ts';

/** A change is told by the event before any answer shows it; what fired is set again before it fires again. */
export const watchSafety = clientInvariant({
  id: 'WatchSafety',
  name: 'Watches fire once, and in time',
  group: 'client',
  statement:
    'A one-shot watch fires at most once, and a client hears of a change it waits for, and may read, before it reads anything newer.',
  source: 'USENIX ATC 2010, section 2.3; ZOOKEEPER-1412',
  watches: ['watchFired', 'clientAnswered'],
  check: ({ note, record }) => {
    const { name: client, watches, hasHidden } = record;
    if (note.kind === 'watchFired') {
      const { event, path } = note;
      return hasHidden || isStanding(watches, event, path) ? null : { kind: 'firedUnset', client, event, path };
    }
    const call = record.calls.find((other) => other.cxid === note.cxid);
    const shown = call === undefined ? null : shownBy(note.operation, call.path, note.answer);
    const before = shown === null ? null : seenAt(record, shown);
    if (shown === null || before === null || before === shown.zxid) return null;
    return { kind: 'watchOvertaken', client, path: shown.path, was: before, zxid: shown.zxid };
  },
});
