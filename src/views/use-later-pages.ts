/** What comes after the first picture, in one piece; null until it has come. */
import { later } from './later.ts';

export const useLaterPages = later(() => import('./later-pages.tsx'));
