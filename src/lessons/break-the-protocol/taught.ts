import { taught } from '../words.ts';
import { en } from './en.ts';
import { lesson } from './lesson.ts';
import { zh } from './zh.ts';

export const breakTheProtocol = taught(lesson, { en, zh });
