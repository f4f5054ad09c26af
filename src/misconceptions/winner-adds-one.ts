/** The new epoch comes of discovery, not of the election. */
import { diskWith } from '../lessons/scene.ts';
import type { GivenDisk } from '../scenario/given-disk.ts';
import { type Epoch, sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s3 = sidOf(3);
const disk = diskWith(4, { 4: 2 });
/** It has promised two epochs that never began. */
const promised: GivenDisk = { ...disk, acceptedEpoch: 6 as Epoch };
const noted = (field: string) => ({ ask: 'noted', note: 'epochFixed', field }) as const;

export const winnerAddsOne: SetMisconception = {
  misconception: {
    id: 'winner-adds-one',
    topic: 'epochs',
    scene: scene('winner-adds-one', 'Two epochs that never began', { disks: { 1: promised, 2: promised, 3: disk } }),
    until: { event: 'notes', note: 'epochFixed', server: s3 },
    refuted: [
      // Elected, and its vote still says the old epoch.
      { question: { ask: 'server', server: s3, field: 'votePeerEpoch' }, is: 4 },
      { question: noted('epoch'), is: 7 },
    ],
    show: { server: s3, look: 'inside' },
    lights: [
      { light: 'server', server: s3 },
      { light: 'epoch', server: s3, field: 'acceptedEpoch' },
      { light: 'epoch', server: s3, field: 'currentEpoch' },
    ],
    values: {
      vote: { ask: 'server', server: s3, field: 'votePeerEpoch' },
      epoch: noted('epoch'),
      others: { ask: 'server', server: sidOf(1), field: 'acceptedEpoch' },
    },
    cites: ['10.2', '3'],
    code: ['Leader.getEpochToPropose', 'QuorumPeer.updateElectionVote'],
    lesson: 'four-epochs',
  },
  words: {
    en: {
      said: 'The winner adds one to the epoch in its vote',
      truth:
        'The election leaves epochs alone. In discovery the leader takes the largest acceptedEpoch that a quorum tells it of, plus one; the peerEpoch of the vote is replaced only when it begins to serve.',
      see: 'S3 won with a vote of peerEpoch {vote}, and has that still. Its new epoch is {epoch}, and not the next after {vote}: S1 and S2 have promised epoch {others} to leaders that never came to lead.',
    },
    zh: {
      said: '当选者把自己选票里的 epoch 加一',
      truth:
        '选举不改动任何 epoch。在发现阶段，leader 取 quorum 报上来的最大 acceptedEpoch 再加一；选票里的 peerEpoch 要到开始服务时才替换。',
      see: 'S3 凭 peerEpoch 为 {vote} 的选票当选，这个数现在也没变。它的新 epoch 是 {epoch}，而不是 {vote} 的下一个：S1 和 S2 曾向没能上任的 leader 承诺过 epoch {others}。',
    },
  },
};
