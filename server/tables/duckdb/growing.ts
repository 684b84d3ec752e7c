/** Arrays that grow while a result of unknown length streams in; they double in place rather than in parts. */

const FIRST = 2048;

export class GrowingFloat64 {
  #items = new Float64Array(0);
  length = 0;

  push(more: Float64Array): void {
    const needed = this.length + more.length;
    if (needed > this.#items.length) this.#items = new Float64Array(grown(this.#items, needed, 8));
    this.#items.set(more, this.length);
    this.length = needed;
  }

  finish(): Float64Array {
    return new Float64Array(this.#items.buffer.transfer(this.length * 8));
  }
}

/** A row-major matrix of `columns` columns. */
export class GrowingRows {
  #items = new Float32Array(0);
  readonly columns: number;
  rows = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** `chunk` holds the columns of `count` rows. */
  push(chunk: readonly Float32Array[], count: number): void {
    const { columns } = this;
    const needed = (this.rows + count) * columns;
    if (needed > this.#items.length) this.#items = new Float32Array(grown(this.#items, needed, 4));
    const items = this.#items;
    const start = this.rows * columns;
    for (let j = 0; j < columns; j++) {
      const column = chunk[j]!;
      for (let i = 0, at = start + j; i < count; i++, at += columns) items[at] = column[i]!;
    }
    this.rows += count;
  }

  finish(): Float32Array {
    return new Float32Array(this.#items.buffer.transfer(this.rows * this.columns * 4));
  }
}

function grown(items: Float64Array | Float32Array, needed: number, size: number): ArrayBuffer {
  const length = Math.max(FIRST, needed, items.length * 2);
  return (items.buffer as ArrayBuffer).transfer(length * size);
}
