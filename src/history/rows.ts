/** The numbers kept of every event: a few dozen bytes a row, however many rows. */
import type { Row } from './machine.ts';

/** Of one buffer. A power of two: the place of a row is a shift and a mask. */
const BUFFER_ROWS = 512;
const BUFFER_SHIFT = 9;
const ROW_BYTES = 38;

/** How each number is told again. Those of 64 bits hold integers up to 2^53, times and zxids among them. */
const READ: Readonly<Record<keyof Row, (view: DataView, start: number) => number>> = {
  at: (view, start) => view.getFloat64(start),
  since: (view, start) => view.getFloat64(start + 8),
  zxid: (view, start) => view.getFloat64(start + 16),
  by: (view, start) => view.getInt32(start + 24),
  flags: (view, start) => view.getInt32(start + 28),
  node: (view, start) => view.getInt16(start + 32),
  other: (view, start) => view.getInt16(start + 34),
  kind: (view, start) => view.getUint8(start + 36),
  packet: (view, start) => view.getInt8(start + 37),
};

/**
 * Rows lie one behind the other. They fill one buffer after the other, so that nothing is copied as they grow in number
 * and little is held that is not yet needed.
 */
export class Rows {
  readonly #buffers: DataView[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a row. Every number must fit its place exactly. Written out: this runs for every event. */
  push({ at, since, zxid, by, flags, node, other, kind, packet }: Row): void {
    const view = this.#buffers[this.#length >> BUFFER_SHIFT] ?? this.#grow();
    const start = (this.#length & (BUFFER_ROWS - 1)) * ROW_BYTES;
    view.setFloat64(start, at);
    view.setFloat64(start + 8, since);
    view.setFloat64(start + 16, zxid);
    view.setInt32(start + 24, by);
    view.setInt32(start + 28, flags);
    view.setInt16(start + 32, node);
    view.setInt16(start + 34, other);
    view.setUint8(start + 36, kind);
    view.setInt8(start + 37, packet);
    const isKept =
      view.getInt32(start + 24) === by &&
      view.getInt32(start + 28) === flags &&
      view.getInt16(start + 32) === node &&
      view.getInt16(start + 34) === other &&
      view.getUint8(start + 36) === kind &&
      view.getInt8(start + 37) === packet;
    if (!isKept) throw new Error(`row ${[by, flags, node, other, kind, packet].join()}`);
    this.#length += 1;
  }

  /** One number of row `index`, which must exist. */
  at(column: keyof Row, index: number): number {
    const view = this.#buffers[index >> BUFFER_SHIFT];
    if (view === undefined || index >= this.#length) throw new Error(`row ${index} does not exist`);
    return READ[column](view, (index & (BUFFER_ROWS - 1)) * ROW_BYTES);
  }

  #grow(): DataView {
    const view = new DataView(new ArrayBuffer(BUFFER_ROWS * ROW_BYTES));
    this.#buffers.push(view);
    return view;
  }
}
