import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../optimise/pacer.ts';
import { createRandom } from '../random/random.ts';
import { cholesky, choleskySolve } from './cholesky.ts';
import { standardisedGram } from './gram.ts';
import { pivotedCholesky, pseudoInverse } from './pivotedCholesky.ts';
import { standardisation } from './standardise.ts';
import { dotAt } from './vector.ts';

const pacer = createPacer();
const shape = fc.record({
  size: fc.integer({ min: 1, max: 9 }),
  rank: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer(),
});

/** B·Bᵀ for a random size × rank matrix B. */
function semiDefinite(size: number, rank: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const b = Float64Array.from({ length: size * rank }, () => random.normal());
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) out[i * size + j] = dotAt(b, i * rank, b, j * rank, rank);
  }
  return out;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, i) => dotAt(matrix, i * vector.length, vector, 0, vector.length));
}

describe('dotAt', () => {
  it('adds up every product', () => {
    const a = Float64Array.from({ length: 11 }, (_, i) => i + 1);
    expect(dotAt(a, 0, a, 0, 11)).toBe(506);
    expect(dotAt(a, 1, a, 0, 6)).toBe(112);
    expect(dotAt(a, 3, a, 3, 0)).toBe(0);
  });
});

describe('cholesky', () => {
  it('solves positive definite systems', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ size, seed }) => {
        const matrix = semiDefinite(size, size + 3, seed);
        for (let i = 0; i < size; i++) matrix[i * size + i]! += 0.5;
        const truth = Float64Array.from({ length: size }, (_, i) => i - 1.5);
        const vector = times(matrix, truth);
        expect(await cholesky(matrix, size, 1e-12, pacer)).toBe(true);
        choleskySolve(matrix, size, vector);
        truth.forEach((value, i) => expect(vector[i]).toBeCloseTo(value, 8));
      }),
    );
  });

  it('tells a singular matrix', async () => {
    expect(await cholesky(Float64Array.of(1, 1, 1, 1), 2, 1e-12, pacer)).toBe(false);
    expect(await cholesky(Float64Array.of(0), 1, 1e-12, pacer)).toBe(false);
    expect(await cholesky(Float64Array.of(Number.NaN), 1, 0, pacer)).toBe(false);
  });
});

describe('pivotedCholesky', () => {
  it('finds the rank and the shortest solution', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ size, rank, seed }) => {
        const matrix = semiDefinite(size, rank, seed);
        const wanted = Math.min(size, rank);
        const lowRank = await pivotedCholesky(matrix.slice(), size, 1e-10, pacer);
        fc.pre(lowRank.rank === wanted);
        const image = times(
          matrix,
          Float64Array.from({ length: size }, (_, i) => 1 + (i % 3)),
        );
        const solution = image.slice();
        (await pseudoInverse(lowRank, pacer))(solution);
        // A·x = b, and x lies in the range of A: A·A⁺·x = x.
        const scale = Math.max(1, ...image.map(Math.abs));
        times(matrix, solution).forEach((value, i) =>
          expect(Math.abs(value - image[i]!) / scale).toBeLessThan(1e-5),
        );
        const back = times(matrix, solution);
        (await pseudoInverse(lowRank, pacer))(back);
        const length = Math.max(1, ...solution.map(Math.abs));
        back.forEach((value, i) =>
          expect(Math.abs(value - solution[i]!) / length).toBeLessThan(1e-3),
        );
      }),
    );
  });

  it('finds rank 0 of nothing but zeros', async () => {
    expect((await pivotedCholesky(new Float64Array(4), 2, 1e-12, pacer)).rank).toBe(0);
  });
});

describe('standardisedGram', () => {
  it('is the matrix of weighted correlations', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 300 }),
        fc.integer({ min: 1, max: 6 }),
        async (rows, columns) => {
          const random = createRandom(rows * 10 + columns);
          const data = Float32Array.from({ length: rows * columns }, () => random.normal() * 3 + 1);
          const x = { rows, columns, data };
          const weights = Float64Array.from({ length: rows }, () => random.uniform());
          const units = standardisation(x, weights, true);
          const gram = await standardisedGram(x, weights, units, pacer, true);
          const size = columns + 1;
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const z = (i: number, j: number) =>
            j === columns ? 1 : (data[i * columns + j]! - units.shift[j]!) * units.factor[j]!;
          for (let a = 0; a < size; a++) {
            for (let b = 0; b < size; b++) {
              let sum = 0;
              for (let i = 0; i < rows; i++) sum += weights[i]! * z(i, a) * z(i, b);
              expect(gram[a * size + b]).toBeCloseTo(sum / total, 9);
            }
            expect(gram[a * size + a]).toBeCloseTo(1, 9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('standardisation', () => {
  it('takes constant columns out', () => {
    const x = { rows: 3, columns: 3, data: Float32Array.of(0.1, 1, 0, 0.1, 2, 0, 0.1, 3, 0) };
    const ones = Float64Array.of(1, 1, 1);
    const centred = standardisation(x, ones, true);
    expect([...centred.factor]).toEqual([0, 1 / Math.sqrt(2 / 3), 0]);
    const plain = standardisation(x, ones, false);
    expect([...plain.shift]).toEqual([0, 0, 0]);
    expect(plain.factor[0]).toBeCloseTo(10, 6);
    expect(plain.factor[2]).toBe(0);
  });
});
