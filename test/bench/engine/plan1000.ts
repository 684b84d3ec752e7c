/**
 * Planning and keys of 1,000 nodes: what stands between a click on Run and the first node. Told of a process that has
 * planned before, since the first turns measure the compiler.
 */
import { recordsOf } from '#server/engine/keys.ts';
import { plan } from '#server/engine/plan.ts';
import { catalogue } from '../../support/fakeNodes/world.ts';
import { graph1000, median } from './graph1000.ts';

const WARM_UP = 15;
const TURNS = 15;
const GOAL = 20;

export function figures() {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    // A document is new each time: nothing of the last turn's may be known.
    const document = graph1000();
    const start = performance.now();
    const { planned, errors } = plan(document, catalogue);
    if (!planned) throw errors[0]!;
    const records = recordsOf(planned.steps, 'cpu');
    times.push(performance.now() - start);
    if (records.length !== 1000 || records.includes(undefined))
      throw new Error('Keys are missing.');
  }
  const value = median(times.slice(WARM_UP));
  return [
    { name: 'engine.plan1000', value, unit: 'ms', goal: `≤ ${GOAL}`, met: value <= GOAL },
  ] as const;
}
