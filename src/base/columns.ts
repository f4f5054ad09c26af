/** A growable table of numbers, column by column in typed arrays: a few dozen bytes a row, however many rows. */
import { assert } from './assert.ts';

const ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

/** How a column keeps its numbers. `f64` holds integers up to 2^53, times and zxids among them. */
export type ColumnType = keyof typeof ARRAYS;
export type NumberArray = Uint8Array | Int8Array | Int16Array | Int32Array | Float64Array;

const CAPACITY_MIN = 64;

export class Columns<Name extends string> {
  readonly #types: readonly (readonly [Name, ColumnType])[];
  readonly #arrays: Record<Name, NumberArray>;
  #capacity = CAPACITY_MIN;
  #length = 0;

  constructor(types: Readonly<Record<Name, ColumnType>>) {
    this.#types = Object.entries(types) as [Name, ColumnType][];
    const made = this.#types.map(([name, type]) => [name, new ARRAYS[type](CAPACITY_MIN)]);
    this.#arrays = Object.fromEntries(made) as Record<Name, NumberArray>;
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes held, room to grow included. */
  get byteLength(): number {
    return this.#types.reduce((sum, [name]) => sum + this.#arrays[name].byteLength, 0);
  }

  /** Adds a row. Every number must fit its column exactly. */
  push(row: Readonly<Record<Name, number>>): void {
    if (this.#length === this.#capacity) this.#grow();
    const index = this.#length;
    for (const [name] of this.#types) {
      const array = this.#arrays[name];
      array[index] = row[name];
      // The text is built only when it is needed: this runs for every number kept.
      if (array[index] !== row[name]) assert(false, `${name} ${row[name]} fits its column`);
    }
    this.#length += 1;
  }

  /** The number in `column` of row `index`, which must exist. */
  at(column: Name, index: number): number {
    if (!(index >= 0 && index < this.#length)) assert(false, `row ${index} exists`);
    return this.#arrays[column][index] as number;
  }

  /** By an eighth: what is held stays close to what is needed, and copying is cheap. */
  #grow(): void {
    this.#capacity += this.#capacity >> 3;
    for (const [name, type] of this.#types) {
      const wider = new ARRAYS[type](this.#capacity);
      wider.set(this.#arrays[name]);
      this.#arrays[name] = wider;
    }
  }
}
