/** How values of a run are written in the words of a lesson, in the visitor's language. */
import { useCallback } from 'react';
import type { Question, Value } from '../../lessons/lesson.ts';
import { useWords, useZxidText } from '../lab.ts';
import { useLessonsWords } from './lesson-words.ts';
import { valueText } from './value-text.ts';

export function useValueText(): (question: Question, value: Value) => string {
  const page = useWords();
  const lessons = useLessonsWords();
  const zxidText = useZxidText();
  return useCallback(
    (question, value) => valueText(question, value, { page, lessons, zxidText }),
    [page, lessons, zxidText],
  );
}
