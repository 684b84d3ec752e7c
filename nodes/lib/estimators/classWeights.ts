/**
 * How much the rows of a class count: equally (null), so that all classes weigh the same in sum
 * ('balanced': total / (classes · weight of the class), as scikit-learn), or as given, in class order.
 */
export type ClassWeight = null | 'balanced' | readonly number[];

/**
 * The weight of each row: its own (1 where there are none) times that of its class.
 *
 * @param y class index of each row. @param weights rows' own weights, not negative.
 */
export function rowWeights(
  y: Float64Array,
  classes: number,
  weights: Float64Array | undefined,
  classWeight: ClassWeight,
): Float64Array {
  const own = weights ?? new Float64Array(y.length).fill(1);
  const factors = classFactors(y, classes, own, classWeight);
  return own.map((weight, i) => weight * factors[y[i]!]!);
}

/** The sum of the rows' weights by class. */
export function weightByClass(
  y: Float64Array,
  classes: number,
  weights: Float64Array,
): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < y.length; i++) sums[y[i]!] = sums[y[i]!]! + weights[i]!;
  return sums;
}

function classFactors(
  y: Float64Array,
  classes: number,
  own: Float64Array,
  classWeight: ClassWeight,
): readonly number[] {
  if (classWeight === null) return Array.from({ length: classes }, () => 1);
  if (classWeight !== 'balanced') {
    if (classWeight.length !== classes) {
      throw new RangeError(`${classWeight.length} class weights for ${classes} classes.`);
    }
    return classWeight;
  }
  const sums = weightByClass(y, classes, own);
  const present = sums.filter((sum) => sum > 0).length;
  const total = sums.reduce((sum, each) => sum + each, 0);
  return Array.from(sums, (sum) => (sum > 0 ? total / (present * sum) : 0));
}
