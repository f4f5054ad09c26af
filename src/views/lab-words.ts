/** The whole catalogue of the chosen language, for what comes after the first picture. */
import { enLab } from '../locales/en-lab.ts';
import { en } from '../locales/en.ts';
import type { LabWords } from '../locales/translation.ts';
import { useCatalogue } from './lab.ts';

export const english: LabWords = { ...en, ...enLab };

export function useLabWords(): LabWords {
  return useCatalogue('lab', english);
}
