/** All of Chinese, in one piece. */
import type { LabWords, Translation } from './translation.ts';
import { zh as page } from './zh.ts';
import { zhActing } from './zh-acting.ts';
import { zhAlgorithm } from './zh-algorithm.ts';
import { zhBugs } from './zh-bugs.ts';
import { zhConsoles } from './zh-consoles.ts';
import { zhData } from './zh-data.ts';
import { zhDictionary } from './zh-dictionary.ts';
import { zhEnsemble } from './zh-ensemble.ts';
import { zhHandout } from './zh-handout.ts';
import { zhGlossary } from './zh-glossary.ts';
import { zhInspector } from './zh-inspector.ts';
import { zhLab } from './zh-lab.ts';
import { zhLessons } from './zh-lessons.ts';
import { zhMisconceptions } from './zh-misconceptions.ts';
import { zhMoves } from './zh-moves.ts';
import { zhPlan } from './zh-plan.ts';
import { zhChallenges } from './zh-challenges.ts';
import { zhScreens } from './zh-screens.ts';
import { zhServerLog } from './zh-server-log.ts';
import { zhSpeaker } from './zh-speaker.ts';
import { zhWhy } from './zh-why.ts';

const lab: LabWords = { ...page, ...zhLab };

export const zh: Translation = {
  language: 'zh',
  page,
  lab,
  plan: { ...lab, plan: zhPlan },
  moves: zhMoves,
  acting: zhActing,
  inspector: zhInspector,
  ensemble: zhEnsemble,
  consoles: zhConsoles,
  algorithm: zhAlgorithm,
  data: zhData,
  serverLog: zhServerLog,
  lessons: zhLessons,
  screens: zhScreens,
  challenges: zhChallenges,
  misconceptions: zhMisconceptions,
  dictionary: zhDictionary,
  speaker: zhSpeaker,
  handout: zhHandout,
  why: zhWhy,
  bugs: zhBugs,
  glossary: zhGlossary,
};
