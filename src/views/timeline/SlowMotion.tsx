/** What is said of playback that slows down by itself, and how it is switched off. It paces playback while it is there. */
import { useEffect } from 'react';
import { connectSlowMotion } from '../../app/slow-motion.ts';
import { useLab } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';

/** Draws nothing. */
export function SlowMotion() {
  const lab = useLab();
  useEffect(() => connectSlowMotion(lab), [lab]);
  return null;
}

export function SlowNote() {
  return useMovesWords().slow.now;
}

export function SlowChoice() {
  return useMovesWords().slow.switch;
}
