/** Something that must be true of a run at a place, told as what it answers to a question. */
import { parseZxid } from '../zookeeper/ids.ts';
import { isSameValue } from './answer.ts';
import type { Question, Value } from './lesson.ts';

/** What the run must say: all that is named of it holds. */
export interface Condition {
  readonly question: Question;
  /** Just that. */
  readonly is?: Value;
  /** So many servers, so large a number, or more. */
  readonly atLeast?: number;
  /** That server is among them, or that stands in the text; or the other way round. */
  readonly has?: number | string;
  readonly lacks?: number | string;
  /** A zxid, or a number, that is larger than what the run says to this. */
  readonly above?: Question;
}

/** `ask`: what the run says to a question at the place. */
export function holds(
  { question, is, atLeast, has, lacks, above }: Condition,
  ask: (question: Question) => Value,
): boolean {
  const value = ask(question);
  if (is !== undefined && !isSameValue(value, is)) return false;
  if (atLeast !== undefined && !(sizeOf(value) >= atLeast)) return false;
  if (has !== undefined && !holdsIn(value, has)) return false;
  if (lacks !== undefined && (value === null || holdsIn(value, lacks))) return false;
  return above === undefined || magnitude(value) > magnitude(ask(above));
}

function sizeOf(value: Value): number {
  if (typeof value === 'object') return value?.length ?? NaN;
  return typeof value === 'number' ? value : NaN;
}

function holdsIn(value: Value, part: number | string): boolean {
  if (typeof value === 'string') return value.includes(String(part));
  return Array.isArray(value) && value.some((one) => one === part);
}

/** NaN, which is above nothing, for what has no size. */
function magnitude(value: Value): number {
  if (typeof value === 'string') return parseZxid(value) ?? NaN;
  return typeof value === 'number' ? value : NaN;
}
