/** Values from here on are summed after scaling by 2^-64, so that no partial sum overflows. */
const LARGE = 2 ** 960;
const DOWN = 2 ** -64;
const UP = 2 ** 64;

/** Non-overlapping partial sums of doubles never number more than 42 (2098 bits in pieces of 53). */
const MAX_PARTIALS = 64;

/**
 * A sum without rounding error: `value()` is the double nearest to the true sum, whatever the order in
 * which the numbers came. That is what makes a fitted statistic independent of how rows were read.
 *
 * Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates" (1997):
 * an expansion of non-overlapping parts grown by error-free additions.
 * A sum outside the range of doubles is ±Infinity; NaN and infinities count as in plain addition.
 */
export class ExactSum {
  readonly #small = new Expansion();
  readonly #large = new Expansion();
  #special = 0;

  add(value: number): void {
    if (!Number.isFinite(value)) this.#special += value;
    else if (Math.abs(value) < LARGE) this.#small.grow(value);
    else this.#large.grow(value * DOWN);
  }

  value(): number {
    if (this.#special !== 0) return this.#special;
    if (this.#large.count === 0) return this.#small.rounded();
    const scaled = this.#large.rounded() * UP;
    if (!Number.isFinite(scaled)) return scaled;
    const all = this.#small.copy();
    for (let i = 0; i < this.#large.count; i++) all.grow(this.#large.parts[i]! * UP);
    const total = all.rounded();
    return Number.isNaN(total) ? Math.sign(scaled) * Infinity : total;
  }
}

/** The exact sum of `values`, rounded once. An empty list sums to 0. */
export function exactSum(values: ArrayLike<number>): number {
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i]!);
  return sum.value();
}

/** A number as parts of rising size whose bits do not overlap; their sum is the number, exactly. */
class Expansion {
  readonly parts = new Float64Array(MAX_PARTIALS);
  count = 0;

  grow(value: number): void {
    const parts = this.parts;
    let carried = value;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const part = parts[i]!;
      const high = carried + part;
      const low =
        Math.abs(carried) < Math.abs(part) ? carried - (high - part) : part - (high - carried);
      if (low !== 0) parts[kept++] = low;
      carried = high;
    }
    if (carried !== 0) parts[kept++] = carried;
    this.count = kept;
  }

  copy(): Expansion {
    const out = new Expansion();
    out.parts.set(this.parts);
    out.count = this.count;
    return out;
  }

  /** The nearest double, ties to even as in any IEEE addition. */
  rounded(): number {
    const parts = this.parts;
    let i = this.count;
    if (i === 0) return 0;
    let high = parts[--i]!;
    let low = 0;
    while (i > 0) {
      const before = high;
      const part = parts[--i]!;
      high = before + part;
      low = part - (high - before);
      if (low !== 0) break;
    }
    // `low` may be exactly half a unit: the sign of what lies below it decides which way to round.
    if (i > 0 && low !== 0 && Math.sign(low) === Math.sign(parts[i - 1]!)) {
      const doubled = low * 2;
      const moved = high + doubled;
      if (moved - high === doubled) high = moved;
    }
    return high;
  }
}
