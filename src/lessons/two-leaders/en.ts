import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Two leaders?',
  question: 'The network breaks, with the leader on the smaller side. Can both sides write?',
  steps: {
    cut: {
      title: 'The cut',
      says: 'Five servers; {leader} leads; a quorum is {quorum}. The network has just broken between S1, S2, S3 and S4, S5. Nobody was told. No connection has ended: packets simply do not arrive any more.',
    },
    proposal: {
      title: 'A write on the wrong side',
      says: 'A client that is connected to S5 creates /lost. S5 gives it the zxid {zxid} and proposes it to all its followers. S4 hears it; for the other three the PROPOSAL waits at the cut.',
      ask: 'Is the write committed five seconds later?',
      choices: {
        yes: 'Yes: the leader has decided',
        no: 'No',
      },
      answer:
        'No. It is on the disks of {holders}, and {quorum} are needed. The leader does not decide alone; it counts. The client is still waiting for its answer.',
      wrong: {
        yes: 'It would be, with the other side in reach. In this branch the network heals right away: the PROPOSALs arrive after all, and with the ACKs of {acks} the write is committed.',
      },
    },
    elsewhere: {
      title: 'The other side has waited long enough',
      says: 'S2 has heard nothing from its leader for {silent} ms. That is syncLimit, and it goes looking, as S1 and S3 have just done. They are three of five.',
      ask: 'Who will be LEADING once they have agreed?',
      choices: {
        old: 'S5 only',
        new: 'S3 only',
        both: 'Both of them',
      },
      answer:
        '{leaders}, both. S5 leads epoch {old} and has not noticed yet; S3 leads epoch {young}. That is allowed! What may never happen is that both commit. S5 has two servers and cannot; and each server that S3 counted has promised to take nothing from an older epoch any more.',
      wrong: {
        '*': 'In this branch S5 is killed at this moment, so that only one leader is left: {leaders}. Nothing in the protocol sees to that. S3 cannot ask S5 to stop, because there is no way to reach it; and S5 hears of nothing.',
      },
    },
    'steps-down': {
      title: 'S5 counts again',
      says: 'On a tick S5 counts who is still in step with it: {synced}. That is no quorum, so it steps down and closes the connections of its clients. Now {leaders} alone is LEADING.\n\nThe client that wrote /lost gets a connection loss. It does not know what became of its write, and at this point nobody does.',
    },
    heals: {
      title: 'The network heals',
      says: 'In a moment the cut is gone. S4 and S5 find the new leader and tell it how far their logs go. Both have /lost, which no quorum ever had. S3 has committed nothing in its own epoch so far.',
      ask: 'How does S3 bring S5 up to date?',
      answer:
        '{mode}. S5’s log goes to {its}, and the new leader has never heard of that; the last one that both have is {to}. So S5 is told to cut its log back to there. It had written the transaction to disk, it had led, and still it has to give it up: it was never committed.',
      wrong: {
        '*': 'In this branch another client writes under S3 before the network heals, and that makes it {mode}: S5’s log ends with 2·2, while the leader’s history goes on with 3·1. Where it goes on in another epoch, a leader has nothing cut off; it sends a whole snapshot. As long as S3 has written nothing, cutting off the end is enough.',
      },
    },
    gone: {
      title: 'What is left of it',
      says: 'S3 has decided. S4 and S5 are about to do as they are told, and to write down the new epoch.',
      ask: 'On whose disks will /lost be, a second and a half from now?',
      choices: {
        nobody: 'On nobody’s',
        two: 'On those of S4 and S5, as before',
        all: 'On all five',
      },
      answer:
        'On nobody’s. Everybody follows {leader} now, and the five logs are the same again. Two leaders for a while, one history in the end.',
      wrong: {
        '*': 'In this branch S4 and S5 are killed before they come to it: on the disks of {holders} it is still to be found. It will go when they return, since whoever leads then has a history without it.',
      },
    },
  },
};
