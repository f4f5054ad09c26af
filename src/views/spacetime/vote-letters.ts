/** The letters of votes: whom each is for. Columns do not hold that, so an event is decoded the first time it is drawn. */
import type { Session } from '../../app/session.ts';
import { letterOf } from '../../sim/select-messages.ts';

type Run = ReturnType<Session['branch']>;

/** A frame may spend so long on decoding. */
const BUDGET_MILLIS = 3;

export class VoteLetters {
  readonly #run: Run;
  readonly #letters = new Map<number, string>();
  #spent = 0;
  /** Whether a letter was asked for and not given, for want of time. */
  isBehind = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** A frame begins. */
  begin(): void {
    this.#spent = 0;
    this.isBehind = false;
  }

  /** Of event `index`, which received something; null when there was no time for it in this frame. */
  readonly of = (index: number): string | null => {
    const known = this.#letters.get(index);
    if (known !== undefined) return known;
    if (this.#spent > BUDGET_MILLIS) {
      this.isBehind = true;
      return null;
    }
    const begun = performance.now();
    const letter = this.now(index);
    this.#spent += performance.now() - begun;
    return letter;
  };

  /** The same, however long it takes. */
  now(index: number): string {
    const { packet } = this.#run.entryAt(index);
    const letter = packet === null ? '' : letterOf(packet);
    this.#letters.set(index, letter);
    return letter;
  }
}

const known = new WeakMap<Run, VoteLetters>();

export function voteLettersOf(run: Run): VoteLetters {
  let letters = known.get(run);
  if (letters === undefined) {
    letters = new VoteLetters(run);
    known.set(run, letters);
  }
  return letters;
}
