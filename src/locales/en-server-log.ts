/** English of the server's log view; the lines themselves are ZooKeeper's. */
import type { Sid } from '../zookeeper/ids.ts';
import { server } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

export const enServerLog = {
  title: (release: string) => `Log, as ${release} writes it`,
  lines: (count: number) => plural(count, { one: '# line', other: '# lines' }),
  list: (sid: Sid) => `Log of ${server(sid)}`,
  copy: 'Copy',
  save: 'Save',
  copied: (count: number) => `${plural(count, { one: '# line', other: '# lines' })} copied.`,
  notCopied: 'The browser does not allow copying: save it instead.',
  upToHere: 'Copies and files end at the playhead. A click on a line goes there.',
  none: (sid: Sid) => `${server(sid)} has written nothing yet.`,
  reading: 'Reading the run …',
};

/** What every catalogue must have for it. */
export type ServerLogCatalogue = Translatable<typeof enServerLog>;
