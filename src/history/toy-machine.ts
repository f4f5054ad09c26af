/** A simulation of a few lines, for the tests of this folder: four cells that are stirred in turn. */
import { digestOf } from '../base/digest.ts';
import { uniform } from '../base/keyed-random.ts';
import { type Draft, type Slice, edit, freshGeneration } from '../base/slice.ts';
import type { Machine } from './machine.ts';

interface Cell extends Slice {
  readonly value: number;
}

export interface ToyMoment extends Slice {
  readonly now: number;
  readonly count: number;
  /** Nothing happens after so many events. */
  readonly countMax: number;
  readonly cells: readonly Cell[];
}

export interface ToyAction {
  readonly cell: number;
  readonly add: number;
}

export interface ToyEntry {
  readonly at: number;
  readonly number: number;
  readonly cell: number;
  readonly action: ToyAction | null;
  readonly notes: readonly string[];
}

/** Flags of the rows: what an event does to a cell is seldom odd, and more seldom an action. */
export const ODD = 1;
export const ACTED = 2;

export function toyStart(countMax: number): ToyMoment {
  const generation = freshGeneration();
  const cells = [1, 2, 3, 4].map((value) => ({ generation, value }));
  return { generation, now: 0, count: 0, countMax, cells };
}

function stir(live: ToyMoment, index: number, value: number): void {
  const cell = edit(live.cells[index] as Cell, live.generation);
  cell.value = value;
  (live.cells as Cell[])[index] = cell;
}

export const toyMachine: Machine<ToyMoment, ToyAction, ToyEntry> = {
  resume: (moment) => ({ ...moment, generation: freshGeneration(), cells: moment.cells.slice() }),
  advance: (live) => {
    const entry = toyMachine.step(live, true);
    return entry === null ? null : toyMachine.row(entry);
  },
  step: (live, noting) => {
    if (live.count >= live.countMax) return null;
    const draft = live as Draft<ToyMoment>;
    const sum = live.cells.reduce((total, { value }) => total + value, 0);
    const index = sum % 4;
    const value = Math.floor(uniform(sum, live.count, index, 0) * 1000);
    stir(live, index, value);
    draft.now += value % 3;
    draft.count += 1;
    const notes = noting && value % 9 === 0 ? ['odd'] : [];
    return { at: live.now, number: live.count - 1, cell: index, action: null, notes };
  },
  act: (live, action, wait, noting) => {
    const draft = live as Draft<ToyMoment>;
    draft.now += wait;
    stir(live, action.cell, (live.cells[action.cell] as Cell).value + action.add);
    draft.count += 1;
    return { at: live.now, number: live.count - 1, cell: action.cell, action, notes: noting ? ['acted'] : [] };
  },
  refusal: (_, { add }) => (add === 0 ? 'changesNothing' : null),
  row: ({ at, number, cell, notes }) => {
    const flags = (notes.includes('odd') ? ODD : 0) | (notes.includes('acted') ? ACTED : 0);
    return { at, kind: 0, node: cell, other: -1, packet: -1, zxid: -1, by: number, since: at, flags };
  },
  digest: (moment) => digestOf(moment),
  sameAction: (a, b) => digestOf(a) === digestOf(b),
};
