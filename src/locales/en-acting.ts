/** English for moving single things: one message, what happens next, servers into islands, the rarer faults of a server. */
import { type Translatable, formatsOf } from './message.ts';

const { integer, millis, plural, time } = formatsOf('en');

export const enActing = {
  message: {
    title: 'Change its way',
    by: 'By (ms)',
    deeds: { drop: 'Drop', delay: 'Delay', hurry: 'Hurry' },
    hints: {
      drop: 'Against the facts: TCP would send it again, or end the connection.',
      queue: 'Its connection is a queue: what is behind it waits for it, and it overtakes nothing ahead.',
    },
    not: (deed: string, why: string) => `${deed}: ${why}`,
    /** While an arrow’s head is dragged. */
    later: (by: number, at: number) => `${millis(by)} later, at ${time(at)}`,
    sooner: (by: number, at: number) => `${millis(by)} sooner, at ${time(at)}`,
    same: 'Drag the head along its lane',
    stops: {
      now: 'not before now',
      queue: 'not before what is ahead of it on its connection',
    },
  },

  next: {
    title: 'What can happen next',
    open: 'Choose what happens next …',
    hint: 'In the order it comes. What you choose happens at once: a message is hurried, and before a clock or a disk all messages are late.',
    choose: 'Next',
    chooseNamed: (what: string) => `Next: ${what}`,
    first: 'comes next by itself',
    nothing: 'Nothing is pending: from here on nothing happens by itself.',
    delays: (count: number) => plural(count, { one: '# message is late', other: '# messages are late' }),
    pings: 'Pings, too',
    not: {
      clock: (what: string) => `A clock runs out before it, and clocks do not wait: ${what}`,
      disk: (what: string) => `A disk is done before it, and disks do not wait: ${what}`,
      script: 'A step of the scenario comes before it: change that step.',
    },
  },

  islands: {
    button: 'Islands',
    hint: 'Drag servers off the ring: what stands left of it is one island, what stands right of it another',
    doing: 'Drag servers off the ring, to the left or to the right. Enter cuts, Esc leaves.',
    dragging: 'Drag servers off the ring, to the left or to the right.',
    back: 'Back to the ring',
  },

  menu: {
    toAll: 'All else',
    disk: 'Disk',
    clock: 'Clock',
    link: 'Links, against the facts',
    slowDisk: 'Slow',
    refuseFull: 'Full: refuses writes',
    refuseError: 'Broken: refuses writes',
    mendDisk: 'Mend',
    killBefore: 'Kill right before the next write is on disk',
    killAfter: 'Kill right after the next write is on disk',
    loseTail: 'Lose the last transaction',
    wipe: 'Wipe',
    ahead: (value: number) => `${millis(value)} ahead`,
    back: (value: number) => `${millis(value)} back`,
    right: 'Right again',
    lose: (percent: number) => `Lose ${integer(percent)} % of its messages`,
    loseNone: 'Lose none any more',
  },
};

/** What every catalogue must have for it. */
export type ActingCatalogue = Translatable<typeof enActing>;
