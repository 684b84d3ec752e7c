import type { Pacer } from '#nodes/lib/optimise/pacer.ts';
import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';

/** Values looked at between two looks at the clock. */
const VALUES = 1 << 22;

/**
 * Refuses data that cannot be what the caller meant, with a RangeError that names the place: a learner has
 * already told the user about missing values and empty tables, so what arrives here wrong is a defect.
 * Unchecked, a NaN would surface as a training that diverged, and its remedy would be wrong.
 */
export async function checkDense(spec: DenseSpec, data: DenseData, pacer: Pacer): Promise<void> {
  const { x, y, weights } = data;
  if (x.rows < 1) throw new RangeError('There is no row to learn from.');
  if (x.columns !== spec.inputs) {
    throw new RangeError(`The network takes ${spec.inputs} inputs, but rows have ${x.columns}.`);
  }
  expectLength('values', x.data.length, x.rows * x.columns);
  expectLength('targets', y.length, x.rows);
  if (weights) expectLength('weights', weights.length, x.rows);
  refuseWrongTarget(spec, y);
  for (let from = 0; from < x.data.length; from += VALUES) {
    const part = x.data.subarray(from, from + VALUES);
    // A NaN is found by `includes` and not by `indexOf`.
    if (part.includes(NaN)) {
      const at = from + part.findIndex((value) => Number.isNaN(value));
      throw new RangeError(`Row ${Math.floor(at / x.columns)} misses feature ${at % x.columns}.`);
    }
    const turn = pacer();
    if (turn) await turn;
  }
}

function expectLength(what: string, length: number, expected: number): void {
  if (length !== expected) throw new RangeError(`There are ${length} ${what}, not ${expected}.`);
}

function refuseWrongTarget(spec: DenseSpec, y: Float64Array): void {
  const classes = Math.max(spec.outputs, 2);
  const isKnown =
    spec.task === 'regression'
      ? (value: number) => Number.isFinite(value)
      : (value: number) => Number.isInteger(value) && value >= 0 && value < classes;
  const wrong = y.findIndex((value) => !isKnown(value));
  if (wrong >= 0) throw new RangeError(`Row ${wrong} has the target ${y[wrong]}.`);
}
