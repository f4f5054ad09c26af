/** All of Chinese, in one piece. */
import { enAlgorithm } from './en-algorithm.ts';
import { enInspector } from './en-inspector.ts';
import { enPlan } from './en-plan.ts';
import type { LabWords, Translation } from './translation.ts';
import { zhConsoles } from './zh-consoles.ts';
import { zhData } from './zh-data.ts';
import { zhEnsemble } from './zh-ensemble.ts';
import { zhScreens } from './zh-screens.ts';
import { zhServerLog } from './zh-server-log.ts';
import { zhLab } from './zh-lab.ts';
import { zhActing } from './zh-acting.ts';
import { zhMoves } from './zh-moves.ts';
import { zhLessons } from './zh-lessons.ts';
import { zh as page } from './zh.ts';

const lab: LabWords = { ...page, ...zhLab };

export const zh: Translation = {
  language: 'zh',
  page,
  lab,
  plan: { ...lab, plan: enPlan },
  moves: zhMoves,
  acting: zhActing,
  inspector: enInspector,
  ensemble: zhEnsemble,
  consoles: zhConsoles,
  algorithm: enAlgorithm,
  data: zhData,
  serverLog: zhServerLog,
  lessons: zhLessons,
  screens: zhScreens,
};
