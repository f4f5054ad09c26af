/** The whole catalogue of the chosen language, for what comes after the first picture; English so far. */
import { type Catalogue, en } from '../locales/en.ts';
import { type LabCatalogue, enLab } from '../locales/en-lab.ts';

export type LabWords = Catalogue & LabCatalogue;

const words: LabWords = { ...en, ...enLab };

export function useLabWords(): LabWords {
  return words;
}
