import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise, type Objective } from './lbfgs.ts';
import { wolfeStep } from './lineSearch.ts';
import { createPacer } from './pacer.ts';

/** Rosenbrock's valley (1960): minimum 0 at (1, 1), hard for steepest descent. */
const rosenbrock: Objective = async (x, gradient) => {
  const [a, b] = [x[0]!, x[1]!];
  gradient[0] = -2 * (1 - a) - 400 * a * (b - a * a);
  gradient[1] = 200 * (b - a * a);
  return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
};

describe('minimise', () => {
  it('finds the bottom of a curved valley', async () => {
    const start = Float64Array.of(-1.2, 1);
    const found = await minimise(rosenbrock, start, { maxIterations: 200, tolerance: 1e-9 });
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 7);
    expect(found.x[1]).toBeCloseTo(1, 7);
    expect(start).toEqual(Float64Array.of(-1.2, 1));
  });

  it('finds the minimum of any stretched bowl, sooner with the right preconditioner', async () => {
    const stretch = fc.double({ noNaN: true, min: 1e-3, max: 1e3 });
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 8 }), async (scales) => {
        const bowl: Objective = async (x, gradient) => {
          let value = 0;
          x.forEach((each, i) => {
            gradient[i] = scales[i]! * (each - i);
            value += (scales[i]! * (each - i) ** 2) / 2;
          });
          return value;
        };
        const start = new Float64Array(scales.length).fill(-3);
        const options = { maxIterations: 500, tolerance: 1e-9 };
        const plain = await minimise(bowl, start, options);
        plain.x.forEach((each, i) => expect(each).toBeCloseTo(i, 5));
        const exact = await minimise(bowl, start, {
          ...options,
          precondition: (gradient, out) => out.set(gradient.map((g, i) => g / scales[i]!)),
        });
        exact.x.forEach((each, i) => expect(each).toBeCloseTo(i, 9));
        expect(exact.iterations).toBeLessThanOrEqual(2);
      }),
      { numRuns: 50 },
    );
  });

  it('stops when the iterations run out, and at a start that is the minimum', async () => {
    const few = await minimise(rosenbrock, Float64Array.of(-1.2, 1), {
      maxIterations: 3,
      tolerance: 1e-9,
    });
    expect(few).toMatchObject({ converged: false, iterations: 3 });
    const none = await minimise(rosenbrock, Float64Array.of(1, 1), {
      maxIterations: 9,
      tolerance: 1e-9,
    });
    expect(none).toMatchObject({ converged: true, iterations: 0, value: 0 });
  });

  it('steps back from values that are not numbers', async () => {
    const walled: Objective = async (x, gradient) => {
      gradient[0] = -1 / x[0]! + 1;
      return x[0]! > 0 ? x[0]! - Math.log(x[0]!) : Number.NaN;
    };
    const found = await minimise(walled, Float64Array.of(20), {
      maxIterations: 99,
      tolerance: 1e-8,
    });
    expect(found.x[0]).toBeCloseTo(1, 7);
  });
});

describe('wolfeStep', () => {
  it('goes beyond a step of 1 where the slope asks for it', async () => {
    const gentle: Objective = async (x, gradient) => {
      gradient[0] = 0.001 * (x[0]! - 100);
      return 0.0005 * (x[0]! - 100) ** 2;
    };
    const ray = { x: Float64Array.of(0), value: 5, direction: Float64Array.of(0.1), slope: -0.01 };
    const found = await wolfeStep(gentle, ray);
    expect(found!.x[0]).toBeGreaterThan(5);
    expect(found!.value).toBeLessThan(5);
  });

  it('says when there is nothing lower', async () => {
    const flat: Objective = async (x, gradient) => {
      gradient.fill(0);
      return x.length;
    };
    const ray = { x: Float64Array.of(0), value: 1, direction: Float64Array.of(1), slope: -1e-30 };
    expect(await wolfeStep(flat, ray)).toBeNull();
  });
});

describe('createPacer', () => {
  it('lets the event loop turn once its time is up, and not before', async () => {
    const patient = createPacer(undefined, Infinity);
    expect(patient()).toBeUndefined();
    const eager = createPacer(undefined, 0);
    let turned = false;
    setTimeout(() => (turned = true), 0);
    await eager();
    expect(turned).toBe(true);
  });

  it('throws the reason of an abort at once or at the next turn', async () => {
    const reason = new Error('enough');
    expect(() => createPacer(AbortSignal.abort(reason))).toThrow(reason);
    const controller = new AbortController();
    const pacer = createPacer(controller.signal, 0);
    controller.abort(reason);
    await expect(pacer()).rejects.toBe(reason);
  });
});
