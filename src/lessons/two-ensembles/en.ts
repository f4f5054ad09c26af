import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Two ensembles by accident',
  question: 'A majority can exist only once. Can it, when the servers do not agree on the list?',
  steps: {
    files: {
      title: 'One ensemble, two files',
      says: 'The ensemble was S2, S3 and S4. Two machines, S1 and S5, were added, and all five files were edited: server.1 to server.5. But a server reads its file only when it starts, and S2 and S3 have not been restarted. They still know a list of three: S2, S3, S4.\n\nNobody complains. {leader} leads, {serving} serve clients.',
    },
    killed: {
      title: 'The leader dies',
      says: 'S4 leads. Now its process is killed. S1 and S5 need 3 of 5. S2 and S3 need 2 of 3.',
      ask: 'Who leads three seconds later?',
      answer:
        '{leader}. S2 and S3 count by their own list: two of three, that is a majority. S1 and S5 are no voters for them.',
      wrong: {
        nobody:
          'For that S2 has to die, too. In this branch it does, and {up} cannot agree: for S3 it takes 2 of 3, for S1 and S5 it takes {quorum} of 5.',
        s5: 'S5 needs three of its five. In this branch S2 and S3 are killed and S4 comes straight back; then {leader} leads, with S1, S4 and S5.',
      },
    },
    back: {
      title: 'S4 comes back',
      says: 'S4 is started again, with the new file. No link is broken, every server reaches every other one.',
      ask: 'Who leads three seconds later?',
      answer:
        '{leaders}. {one} believe in S3, {other} in S5. S4 heard that S2 and S3 had a leader, but two are no majority of five. S1, S4 and S5 are one. Two majorities of one list always share a server. A majority of three and a majority of five need not: 2 + 3 = 5.\n\nEpoch {epoch} here, epoch {otherEpoch} there.',
      wrong: {
        '*': 'One leader is left when the other loses its majority. In this branch S2 is killed: S3 alone is no majority of its three and gives up, and {leader} leads.',
      },
    },
    writes: {
      title: 'Both commit',
      says: 'Anna’s client connects to S2, Bert’s to S1. Each creates /owner, and each is told that it is done. At S3 /owner is now “{one}”, at S5 it is “{other}”. The zxid is {zxid} here and {otherZxid} there: one zxid, two transactions.\n\nNo server stops, and nothing brings the two histories together again.',
    },
    'one-file': {
      title: 'The same accident with one file',
      says: 'The same five servers. This time S2 and S3 have been restarted with the new file, too. {leader} leads; a majority is {quorum} of 5 for everybody. S4 is killed and comes straight back.',
      ask: 'Who leads three seconds later?',
      answer:
        '{leader}, and {followers} follow. S2 and S3 alone cannot elect anybody, because they know that they are two of five.\n\nEditing files by hand has a dangerous hour in it. reconfig does not: the change itself is a transaction, and while it is under way it takes a majority of the old list and one of the new.',
      wrong: {
        '*': 'S2 and S3 alone do not get that far any more. In this branch S4 stays dead and the two pairs are cut off from each other: {looking} are still looking, on both sides. Better no leader than two.',
      },
    },
  },
};
