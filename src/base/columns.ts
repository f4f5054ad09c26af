/** A growable table of numbers, a few dozen bytes a row, however many rows. */
import { assert } from './assert.ts';

const BYTES = { u8: 1, i8: 1, i16: 2, i32: 4, f64: 8 } as const;

/** How a column keeps its numbers. `f64` holds integers up to 2^53, times and zxids among them. */
export type ColumnType = keyof typeof BYTES;

interface Column<Name extends string> {
  readonly name: Name;
  readonly cell: Cell;
  /** Where it is in a row. */
  readonly offset: number;
}

/** Of one buffer. A power of two: the place of a row is a shift and a mask. */
const BUFFER_ROWS = 512;
const BUFFER_SHIFT = Math.log2(BUFFER_ROWS);

/**
 * Rows lie one behind the other: a row is written at one place, and by one kind of store. They fill one buffer after the
 * other, so that nothing is copied as the table grows and little is held that is not yet needed.
 */
export class Columns<Name extends string> {
  readonly #columns: readonly Column<Name>[];
  readonly #byName: Readonly<Record<Name, Column<Name>>>;
  readonly #rowBytes: number;
  readonly #buffers: DataView[] = [];
  #length = 0;

  constructor(types: Readonly<Record<Name, ColumnType>>) {
    let offset = 0;
    this.#columns = (Object.entries(types) as [Name, ColumnType][]).map(([name, type]) => {
      const column = { name, cell: CELLS[type], offset };
      offset += BYTES[type];
      return column;
    });
    this.#byName = Object.fromEntries(this.#columns.map((column) => [column.name, column])) as Record<
      Name,
      Column<Name>
    >;
    this.#rowBytes = offset;
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes held, room to grow included. */
  get byteLength(): number {
    return this.#buffers.length * BUFFER_ROWS * this.#rowBytes;
  }

  /** Adds a row. Every number must fit its column exactly. */
  push(row: Readonly<Record<Name, number>>): void {
    const view = this.#buffers[this.#length >> BUFFER_SHIFT] ?? this.#grow();
    const start = (this.#length & (BUFFER_ROWS - 1)) * this.#rowBytes;
    for (const { name, cell, offset } of this.#columns) {
      const value = row[name];
      // The text is built only when it is needed: this runs for every number kept.
      if (cell.write(view, start + offset, value) !== value) assert(false, `${name} ${value} fits its column`);
    }
    this.#length += 1;
  }

  /** The number in `column` of row `index`, which must exist. */
  at(column: Name, index: number): number {
    const view = this.#buffers[index >> BUFFER_SHIFT];
    if (view === undefined || index >= this.#length) throw new Error(`row ${index} does not exist`);
    const { cell, offset } = this.#byName[column];
    return cell.read(view, (index & (BUFFER_ROWS - 1)) * this.#rowBytes + offset);
  }

  #grow(): DataView {
    const view = new DataView(new ArrayBuffer(BUFFER_ROWS * this.#rowBytes));
    this.#buffers.push(view);
    return view;
  }
}

/** How a number is kept and told again. */
interface Cell {
  /** Returns what was kept of the value: the same, if it fits. */
  readonly write: (view: DataView, at: number, value: number) => number;
  readonly read: (view: DataView, at: number) => number;
}

const CELLS: Readonly<Record<ColumnType, Cell>> = {
  u8: {
    write(view, at, value) {
      view.setUint8(at, value);
      return view.getUint8(at);
    },
    read: (view, at) => view.getUint8(at),
  },
  i8: {
    write(view, at, value) {
      view.setInt8(at, value);
      return view.getInt8(at);
    },
    read: (view, at) => view.getInt8(at),
  },
  i16: {
    write(view, at, value) {
      view.setInt16(at, value);
      return view.getInt16(at);
    },
    read: (view, at) => view.getInt16(at),
  },
  i32: {
    write(view, at, value) {
      view.setInt32(at, value);
      return view.getInt32(at);
    },
    read: (view, at) => view.getInt32(at),
  },
  f64: {
    write(view, at, value) {
      view.setFloat64(at, value);
      return view.getFloat64(at);
    },
    read: (view, at) => view.getFloat64(at),
  },
};
