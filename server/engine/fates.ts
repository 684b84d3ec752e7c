/** What has become of a step, and what follows from it for the steps after it. */
import type { EsteiraError } from '#schemas/errors.ts';
import type { Reason } from '#schemas/types.ts';
import type { PlannedInput, Step } from './planned.ts';
import type { Waiting } from './session.ts';
import type { Values } from './values.ts';

export type Fate =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly error: EsteiraError }
  | { readonly state: 'waiting'; readonly waiting: Waiting }
  | { readonly state: 'cancelled' }
  /** Left out; `after` names the step that is to blame. */
  | { readonly state: 'skipped'; readonly because: Because; readonly after: string };

type Because = 'upstream-failed' | 'upstream-waiting' | 'branch-not-taken';

interface Blocked {
  readonly fate: Fate;
  readonly reason: Reason;
}

/**
 * Why a step whose producers have all come to an end cannot run; undefined where it can. A failure is told before a
 * wait, and a wait before a branch that was not taken. Optional inputs and those that take many do without branches
 * that were not taken, as long as something arrives where something is needed.
 */
export function blockedBy(
  step: Step,
  fates: readonly (Fate | undefined)[],
  values: Pick<Values, 'taken'>,
  idOf: (index: number) => string,
): Blocked | undefined {
  let worst: { because: Because; after: string } | undefined;
  for (const producer of step.producers) {
    const fate = fates[producer]!;
    if (fate.state === 'cancelled') return { fate, reason: { code: 'run-cancelled' } };
    const found = blame(fate, idOf(producer));
    if (found && (!worst || RANK[found.because] > RANK[worst.because])) worst = found;
  }
  if (worst?.because === 'branch-not-taken' || !worst)
    worst = branchNotTaken(step, values, worst, idOf);
  if (!worst) return undefined;
  const { because, after } = worst;
  return {
    fate: { state: 'skipped', because, after },
    reason: { code: because, params: { nodes: [after] } },
  };
}

const RANK = { 'branch-not-taken': 0, 'upstream-waiting': 1, 'upstream-failed': 2 } as const;

function blame(fate: Fate, id: string): { because: Because; after: string } | undefined {
  switch (fate.state) {
    case 'failed':
      return { because: 'upstream-failed', after: id };
    case 'waiting':
      return { because: 'upstream-waiting', after: id };
    case 'skipped':
      return fate;
    default:
      return undefined;
  }
}

function branchNotTaken(
  step: Step,
  values: Pick<Values, 'taken'>,
  skipped: { because: Because; after: string } | undefined,
  idOf: (index: number) => string,
): { because: Because; after: string } | undefined {
  const lacking = step.inputs.find((input) => lacks(input, values));
  if (!lacking) return undefined;
  const wire = lacking.wires.find((each) => 'step' in each);
  const after = skipped?.after ?? (wire && 'step' in wire ? idOf(wire.step) : step.id);
  return { because: 'branch-not-taken', after };
}

function lacks({ port, wires }: PlannedInput, values: Pick<Values, 'taken'>): boolean {
  if (port.required === false || wires.length === 0) return false;
  return !wires.some((wire) => values.taken(wire));
}
