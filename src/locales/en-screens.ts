/** English for the other screens: lecturer mode, the embedded page. */
import { type Epoch, type Sid, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import { type Translatable, formatsOf } from './message.ts';
import { server } from './en-terms.ts';

const { integer } = formatsOf('en');

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

  /** What a picture is taken of: other views have their names on the page. */
  picture: 'Pictures are of',
  views: { stage: 'The stage', timeline: 'Timeline' },

  film: {
    title: 'Film',
    from: 'From, s',
    to: 'To, s',
    speed: 'Speed, ×',
    cancel: 'Cancel',
    progress: 'Frames made',
    hint: 'A WebM of that view, made in this page: the same range gives the same frames.',
    making: (done: number, of: number): string => `${integer(done)} of ${integer(of)} frames`,
    cannot: 'This browser cannot encode films. A recent Chrome, Edge, Firefox or Safari can, on a secure page.',
    problems: {
      notANumber: 'Give seconds and a speed as numbers.',
      order: 'Let it end after it begins.',
      tooLong: 'That is longer than two minutes: make it shorter, or faster.',
    },
  },

  offline: {
    title: 'Without a network',
    says: 'Once visited, this page opens without a network, and your browser can install it. Or take it along as one file that opens from any disk.',
    whole: 'Download Zabscope as one file',
  },

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
