/** The canonical hash of a plan: equal plans, however they were made or parsed, have equal hashes. */
import { createHash } from 'node:crypto';
import { opOf } from './ops/index.ts';
import type { Plan } from './types.ts';
import { inOrder } from './walk.ts';

const hashes = new WeakMap<Plan, string>();

/**
 * sha256 in hexadecimal of the operation with its inputs' hashes in their place (Merkle), so that a long chain or a
 * shared sub-plan costs nothing twice. Keys are sorted; keys that are undefined are the same as absent.
 */
export function planHash(plan: Plan): string {
  for (const at of inOrder(plan, (sub) => hashes.has(sub))) {
    if (hashes.has(at)) continue;
    const inputs = opOf(at)
      .inputs(at)
      .map((input) => hashes.get(input)!);
    hashes.set(
      at,
      createHash('sha256')
        .update(canonical({ ...own(at), inputs }))
        .digest('hex'),
    );
  }
  return hashes.get(plan)!;
}

const INPUTS: ReadonlySet<string> = new Set(['input', 'left', 'right', 'from', 'inputs']);

/** The operation without its inputs. */
function own(plan: Plan): object {
  return Object.fromEntries(Object.entries(plan).filter(([key]) => !INPUTS.has(key)));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? sorted(part) : part,
  );
}

function sorted(record: object): object {
  // Without a prototype, so that a key `__proto__` is a key like any other.
  const out = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record).toSorted()) out[key] = record[key as never];
  return out;
}
