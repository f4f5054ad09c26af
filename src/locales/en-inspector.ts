/** English for the inspector's panels that come after the page. */
import type { Sid } from '../zookeeper/ids.ts';
import { serverRow } from './en-terms.ts';
import { formatsOf } from './message.ts';

const { integer, plural, time } = formatsOf('en');

export const enInspector = {
  audit: {
    unwatched: 'Nobody watches this run yet.',
    all: (count: number) => `All ${integer(count)} properties hold so far.`,
    some: (broken: number, count: number) =>
      `${plural(broken, { one: '# property is', other: '# properties are' })} broken, of ${integer(count)}.`,
    later: (count: number) =>
      `${plural(count, { one: '# breaks', other: '# break' })} further on in what has been run.`,
    about: 'An observer outside checks these at every event. It sees what no server sees, and no server sees it.',
    broken: 'Broken',
    groups: {
      zab: 'The protocol',
      action: 'Inside single steps',
      implementation: 'Servers as they are built',
      client: 'What clients are promised',
    },
    count: (holding: number, count: number) =>
      holding === count ? `all ${integer(count)} hold` : `${integer(holding)} of ${integer(count)} hold`,
    states: { holds: 'holds', notApplicable: 'nothing to check yet', broken: 'broken', breaksLater: 'breaks later' },
    firstAt: (index: number, at: number) => `Event ${integer(index + 1)}, ${time(at)}`,
    /** Begins with what is written, as it must. */
    goes: (event: string, name: string) => `${event}: go to where “${name}” breaks`,
    again: (count: number) => (count === 1 ? '' : `and ${plural(count - 1, { one: 'once', other: '# times' })} more`),
    at: (sids: readonly Sid[]) => serverRow(sids),
    source: (source: string) => `From ${source}.`,
  },
};
