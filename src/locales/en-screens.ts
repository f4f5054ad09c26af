/** English for the other screens: lecturer mode, the embedded page. */
import { type Epoch, type Sid, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import type { Translatable } from './message.ts';
import { server } from './en-terms.ts';

/** What is written beside a message: the page's engine has the types, a catalogue needs these fields of them. */
interface Message {
  readonly type: string;
  readonly zxid: Zxid | null;
  readonly epoch: Epoch | null;
  readonly vote: { readonly leader: Sid } | null;
}

export const enScreens = {
  lecture: 'Lecturer mode',
  leave: 'Leave',
  inspector: 'Inspector',
  blank: 'Blank screen',
  blankSays: 'The screen is blank. Any key or a click shows the page again.',

  /** Of the page inside another one. */
  open: 'Open in Zabscope',

  /** What a message is, in the shortest way. */
  message: ({ type, zxid, epoch, vote }: Message): string =>
    vote !== null
      ? `vote ${server(vote.leader)}`
      : epoch !== null
        ? `${type} ${epoch}`
        : zxid !== null && (type === 'PROPOSAL' || type === 'ACK' || type === 'COMMIT' || type === 'INFORM')
          ? `${type} ${zxidLabel(zxid)}`
          : type,

  folded: (count: number): string => `+${count}`,
  foldedName: (count: number): string => `${count} older transactions`,
};

export type ScreensCatalogue = Translatable<typeof enScreens>;
