import { clientInvariant } from '../invariant.ts';
import { isWriteName } from '../client-record.ts';

/** In real time: what was answered before a write was asked for, to whomever, comes before it. */
export const linearizableWrites = clientInvariant({
  id: 'LinearizableWrites',
  name: 'Writes are linearizable',
  group: 'client',
  statement: 'A write comes after every write that any client was answered before it was asked for.',
  source: 'USENIX ATC 2010, section 2.3',
  watches: ['clientAnswered'],
  check: ({ note: { cxid, operation, answer }, record: { name, calls } }) => {
    const call = calls.find((other) => other.cxid === cxid);
    if (call === undefined || answer.error !== 'OK' || !isWriteName(operation) || answer.zxid > call.after) return null;
    return { kind: 'writeTooEarly', client: name, cxid, zxid: answer.zxid, after: call.after };
  },
});
