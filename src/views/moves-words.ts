/** The words for moving in time, in the chosen language. */
import { type MovesCatalogue, enMoves } from '../locales/en-moves.ts';
import { useCatalogue } from './lab.ts';

export function useMovesWords(): MovesCatalogue {
  return useCatalogue('moves', enMoves);
}
