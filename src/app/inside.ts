/**
 * Steps inside an event. A handler says what it does as it does it: between two of its notes lies a sub-step, and the
 * moment there is the handler run again and stopped after the note. So the way back is as exact as the way on.
 */
import type { Lab } from './lab.ts';
import { type Place, type Session, eventAt } from './session.ts';
import type { Direction } from './store.ts';

/** Where a place lies in the event on show: after `notes` of `all`, which is how an event ends; null at the start. */
export function positionInside(
  session: Session,
  place: Place,
): { readonly notes: number; readonly all: number } | null {
  const index = eventAt(place);
  if (index < 0) return null;
  const all = notesOf(session, place.branch, index);
  return { notes: place.notes ?? 0, all };
}

/** A note further or back; into the next event or the one before, and over those that have nothing to say. */
export function placeInside(session: Session, place: Place, direction: Direction): Place {
  const { branch, cursor, notes = 0 } = place;
  if (direction === 1) {
    const length = session.ensureAhead({ branch, cursor }, 1);
    if (cursor >= length) return place;
    const isLast = notes >= notesOf(session, branch, cursor);
    return isLast ? { branch, cursor: cursor + 1 } : { branch, cursor, notes: notes + 1 };
  }
  if (notes > 0) return { branch, cursor, notes: notes - 1 };
  return cursor === 0 ? place : { branch, cursor: cursor - 1, notes: notesOf(session, branch, cursor - 1) };
}

export function stepInside({ session, store }: Lab, direction: Direction): void {
  const { branch, cursor, notes, goTo } = store.getState();
  goTo(placeInside(session, { branch, cursor, notes }, direction));
}

function notesOf(session: Session, branch: number, index: number): number {
  return session.branch(branch).entryAt(index).notes.length;
}
