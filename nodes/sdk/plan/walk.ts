/** Walks over plans. Without recursion: a chain of thousands of operations must not end the stack. */
import { opOf } from './ops/index.ts';
import type { Plan } from './types.ts';

/** Each distinct sub-plan once, inputs before what uses them, `plan` last. `stop` is given but not gone into. */
export function inOrder(plan: Plan, stop: (plan: Plan) => boolean = () => false): Plan[] {
  const done = new Set<Plan>();
  const stack: Plan[] = [plan];
  while (stack.length > 0) {
    const at = stack[stack.length - 1]!;
    const waiting =
      done.has(at) || stop(at)
        ? []
        : opOf(at)
            .inputs(at)
            .filter((input) => !done.has(input));
    if (waiting.length > 0) {
      // The first input comes first.
      for (let index = waiting.length - 1; index >= 0; index--) stack.push(waiting[index]!);
    } else {
      done.add(at);
      stack.pop();
    }
  }
  return [...done];
}

/** The plan made again from below; `change` gets each sub-plan with its inputs already changed. */
export function rewrite(
  plan: Plan,
  change: (rebuilt: Plan, original: Plan) => Plan,
  stop?: (plan: Plan) => boolean,
): Plan {
  const made = new Map<Plan, Plan>();
  for (const at of inOrder(plan, stop)) {
    const op = opOf(at);
    const rebuilt = stop?.(at)
      ? at
      : op.withInputs(
          at,
          op.inputs(at).map((input) => made.get(input)!),
        );
    made.set(at, change(rebuilt, at));
  }
  return made.get(plan)!;
}

/** The plans from `plan` down along first inputs, `plan` first. */
export function* spine(plan: Plan): Iterable<Plan> {
  let at: Plan | undefined = plan;
  while (at) {
    yield at;
    at = opOf(at).inputs(at)[0];
  }
}
