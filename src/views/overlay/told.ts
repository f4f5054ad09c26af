/** What stands in two branches at once, in words: who, what, and in which of them. */
import type { Session } from '../../app/session.ts';
import type { LabWords } from '../../locales/translation.ts';
import { SORTS } from '../spacetime/arrows.ts';
import type { ArrowMark } from '../spacetime/layout.ts';
import { voteLettersOf } from '../spacetime/vote-letters.ts';
import { tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { type OverlayScene, eventOf } from './scene.ts';
import type { Side } from './slots.ts';

type Run = ReturnType<Session['branch']>;

export interface Told {
  /** By node of the diagram. */
  readonly who: (node: number) => string;
  /** Of an event as the diagram tells it. */
  readonly ofEvent: (told: number) => string;
  readonly ofArrow: (mark: ArrowMark) => string;
}

export function toldIn(
  scene: OverlayScene,
  { first, second }: { readonly first: Run; readonly second: Run },
  words: LabWords,
): Told {
  const { arrows, slots, nodes, facts } = scene;
  const { spaceTime, compare } = words;
  const names = new Map<number, string>();
  for (const { node, sid } of nodes.servers) names.set(node, words.server(sid));
  for (const { node, name } of nodes.clients) names.set(node, name);
  const who = (node: number): string => names.get(node) ?? `#${node}`;
  const inBranches = (side: Side, what: string, otherAt: number | null): string => {
    if (side === 'both') return otherAt === null ? what : compare.overlay.inBoth(what, otherAt);
    return compare.overlay.onlyIn(side === 'first' ? 'A' : 'B', what);
  };
  const ofIndex = (told: number) => {
    const { isSecond, index } = eventOf(told);
    const slot = isSecond ? slots.ofSecond(index) : slots.ofFirst(index);
    const isThere = (isSecond ? slots.second : slots.first)[slot] === index;
    const side: Side = isThere ? slots.sideOf(slot) : isSecond ? 'second' : 'first';
    // What they share happened at one time.
    const otherAt = side !== 'both' || slot < slots.parting ? null : second.valueAt('at', slots.second[slot] as number);
    return { run: isSecond ? second : first, index, side, otherAt, facts: isSecond ? facts.second : facts.first };
  };
  return {
    who,
    ofEvent: (told) => {
      const { run, index, side, otherAt, facts: own } = ofIndex(told);
      const { who: subject, text } = tell(run.entryAt(index), whoIn(own, words, run), words);
      const what = `${words.formats.time(run.valueAt('at', index))} ${subject === null ? text : `${subject.name} ${text}`}`;
      return inBranches(side, what, otherAt);
    },
    ofArrow: ({ i, stray, sort, from, to }) => {
      if (stray !== null) {
        const times = scene.timesOfStray(stray);
        const name = sort.type === 'NOTIFICATION' ? spaceTime.voteFor(stray.letter) : sort.type;
        const sent = spaceTime.sent(name, who(from), who(to), times.sent);
        const what = stray.fate === 'lost' ? spaceTime.lost(sent, times.until) : spaceTime.held(sent);
        return inBranches(scene.sideOfStray(stray), what, null);
      }
      const told = arrows.index[i] as number;
      const { run, index, side, otherAt } = ofIndex(told);
      const own = SORTS[arrows.sort[i] as number] ?? sort;
      const name =
        own.type === 'NOTIFICATION' ? spaceTime.voteFor(voteLettersOf(run).now(index)) : scene.nameOf(told, own);
      const sent = spaceTime.sent(name, who(from), who(to), run.valueAt('since', index));
      return inBranches(side, spaceTime.arrived(sent, run.valueAt('at', index)), otherAt);
    },
  };
}
