/** Simplified Chinese around the words of a challenge. */
import type { ChallengesCatalogue } from './en-challenges.ts';

export const zhChallenges: ChallengesCatalogue = {
  title: '挑战',
  intro: '一个任务，一次运行，操作越少越好。有些根本做不到：那就说出来。',
  crumb: '挑战',
  goal: '在同一时刻',
  holds: '此刻成立',
  holdsNot: '此刻不成立',
  far: (held, of) => `${of} 项中 ${held} 项成立`,
  sofar: (count) => `目前 ${count} 次操作`,
  done: (count, par) =>
    count < par
      ? `用 ${count} 次操作完成。我们知道的最少是 ${par} 次：把你的做法分享出来吧。`
      : count === par
        ? `用 ${count} 次操作完成，正是标准杆。`
        : `用 ${count} 次操作完成。标准杆是 ${par} 次。`,
  against: (what) => `这一题不允许“${what}”。请撤销，或换一种做法。`,
  changed: '它开始时的步骤被改过：那就是另一道题了。',
  proof: '复制作为证明的链接',
  claim: '做不到',
  isRight: '对，这做不到。',
  isWrong: (par) => `做得到，只需 ${par} 次操作。`,
  showWay: '给我看一种做法',
  showFailure: '给我看它在哪里失败',
  showAnother: '再看一种尝试',
  list: '全部挑战',
  solved: (count) => `${count} 次操作`,
  impossible: '做不到',
};
