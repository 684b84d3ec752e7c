import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';

/**
 * Refuses data that cannot be what the caller meant, with a RangeError that names the place: a learner has
 * already told the user about missing values and empty tables, so what arrives here wrong is a defect.
 * Unchecked, a NaN would surface as a training that diverged, and its remedy would be wrong.
 */
export function checkDense(spec: DenseSpec, data: DenseData): void {
  const { x, y, weights } = data;
  const classes = spec.task === 'classification' ? Math.max(spec.outputs, 2) : 0;
  if (x.rows < 1) throw new RangeError('There is no row to learn from.');
  if (x.columns !== spec.inputs) {
    throw new RangeError(`The network takes ${spec.inputs} inputs, but rows have ${x.columns}.`);
  }
  if (x.data.length !== x.rows * x.columns)
    throw new RangeError('The matrix has another size than it says.');
  if (y.length !== x.rows) throw new RangeError(`${x.rows} rows have ${y.length} targets.`);
  if (weights && weights.length !== x.rows) {
    throw new RangeError(`${x.rows} rows have ${weights.length} weights.`);
  }
  // A NaN is found by includes and not by indexOf.
  if (x.data.includes(NaN)) {
    const at = x.data.findIndex((value) => Number.isNaN(value));
    throw new RangeError(`Row ${Math.floor(at / x.columns)} misses feature ${at % x.columns}.`);
  }
  for (let i = 0; i < y.length; i++) {
    const value = y[i]!;
    const known =
      classes > 0
        ? Number.isInteger(value) && value >= 0 && value < classes
        : Number.isFinite(value);
    if (!known) throw new RangeError(`Row ${i} has the target ${value}.`);
  }
}
