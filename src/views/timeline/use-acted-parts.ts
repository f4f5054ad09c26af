/** What the timeline and the transport draw only once somebody has done something; null until it has come. */
import { later } from '../later.ts';

export const useActedParts = later(() => import('./acted-parts.tsx'));
