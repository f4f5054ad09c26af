/** Where the run stands inside an event, beside the clock: the number it will have, and how much of it is done. */
import { positionInside } from '../../app/inside.ts';
import { useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';

export function InsideMark() {
  const { session } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const position = positionInside(session, place);
  if (position === null) return null;
  const { notes, all } = position;
  return <small aria-live="polite">{words.inside(place.cursor + 1, notes, all)}</small>;
}
