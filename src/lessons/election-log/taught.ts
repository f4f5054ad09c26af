import { taught } from '../words.ts';
import { en } from './en.ts';
import { lesson } from './lesson.ts';
import { zh } from './zh.ts';

export const electionLog = taught(lesson, { en, zh });
