/** All of Chinese, in one piece. */
import { enAlgorithm } from './en-algorithm.ts';
import { enConsoles } from './en-consoles.ts';
import { enData } from './en-data.ts';
import { enEnsemble } from './en-ensemble.ts';
import { enInspector } from './en-inspector.ts';
import { enLab } from './en-lab.ts';
import { enPlan } from './en-plan.ts';
import { enServerLog } from './en-server-log.ts';
import type { LabWords, Translation } from './translation.ts';
import { zh as page } from './zh.ts';

const lab: LabWords = { ...page, ...enLab };

export const zh: Translation = {
  language: 'zh',
  page,
  lab,
  plan: { ...lab, plan: enPlan },
  inspector: enInspector,
  ensemble: enEnsemble,
  consoles: enConsoles,
  algorithm: enAlgorithm,
  data: enData,
  serverLog: enServerLog,
};
