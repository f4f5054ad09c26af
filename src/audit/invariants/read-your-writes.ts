import { clientInvariant } from '../invariant.ts';
import { isReadName } from '../client-record.ts';

/** NONODE proves nothing: somebody else may have deleted it. */
export const readYourWrites = clientInvariant({
  id: 'ReadYourWrites',
  name: 'Read your own writes',
  group: 'client',
  statement: 'A read shows what its own session has been told it wrote before.',
  source: 'USENIX ATC 2010, section 2.3',
  watches: ['clientAnswered'],
  check: ({ note: { cxid, operation, answer }, record: { name, calls, lastWrite } }) => {
    const call = calls.find((other) => other.cxid === cxid);
    if (call === undefined || lastWrite === null || !isReadName(operation)) return null;
    if (answer.error !== 'OK' && answer.error !== 'NONODE') return null;
    const { path, zxid: written } = lastWrite;
    const shown = call.path === path && answer.stat !== undefined ? answer.stat.mzxid : answer.zxid;
    return shown >= written ? null : { kind: 'ownWriteMissed', client: name, cxid, zxid: shown, written };
  },
});
