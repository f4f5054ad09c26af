/** What the run says to a question, in the words of the page. */
import type { Question, Value } from '../../lessons/lesson.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { LessonsCatalogue } from '../../locales/en-lessons.ts';
import { type Sid, type Zxid, parseZxid } from '../../zookeeper/ids.ts';

export interface ValueWords {
  readonly page: Catalogue;
  readonly lessons: LessonsCatalogue;
  readonly zxidText: (zxid: Zxid) => string;
}

/** Fields of notes that name a server. */
const SERVER_NAMES = /(?:^|\.)(?:from|to|sid|leader|learner|designated)$/;

export function valueText(question: Question, value: Value, { page, lessons, zxidText }: ValueWords): string {
  if (value === null) return lessons.none;
  if (typeof value === 'boolean') return value ? lessons.yes : lessons.no;
  if (typeof value === 'string') {
    const zxid = value.startsWith('0x') ? parseZxid(value) : null;
    return zxid === null ? value : zxidText(zxid);
  }
  if (typeof value !== 'number') return page.servers(value);
  return isServer(question) ? page.server(value as Sid) : lessons.integer(value);
}

function isServer(question: Question): boolean {
  if (question.ask === 'server') return question.field === 'leader' || question.field === 'voteLeader';
  return question.ask === 'noted' && SERVER_NAMES.test(question.field);
}
