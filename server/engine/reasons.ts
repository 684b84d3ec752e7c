/** Why a step runs, or why it need not: the first difference between what its result hung on then and now. */
import type { Reason } from '#schemas/types.ts';
import type { InputKey, KeyRecord } from './keys.ts';

/**
 * `previous` is the record of the step's last result. The causes nearest to the step come first: a changed parameter
 * is said before a changed input, since the person who changed it is looking at this node.
 */
export function whyRan(previous: KeyRecord | undefined, now: KeyRecord): Reason {
  if (now.identity.effect) return { code: 'never-cached' };
  if (!previous) return { code: 'first-run' };
  const was = previous.identity;
  const is = now.identity;
  if (was.type !== is.type || was.version !== is.version) {
    return { code: 'version-changed', params: { from: label(was), to: label(is) } };
  }
  const source = firstDifference(was.sources, is.sources);
  if (source !== undefined) return { code: 'source-changed', params: { param: source } };
  const names = differences(was.params, is.params);
  if (names.length > 0) return { code: 'params-changed', params: { names } };
  if (was.definition !== is.definition)
    return { code: 'params-changed', params: { names: ['definition'] } };
  if (was.seed !== is.seed) return { code: 'seed-changed' };
  if (was.backend !== is.backend) {
    return { code: 'version-changed', params: { from: was.backend ?? '', to: is.backend ?? '' } };
  }
  const input = changedInput(previous.inputs, now.inputs);
  if (input) return { code: 'input-changed', params: input };
  return { code: 'first-run' };
}

const label = ({ type, version }: KeyRecord['identity']): string => `${type} ${version}`;

type Texts = { readonly [name: string]: string };

function differences(was: Texts, is: Texts): string[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter((name) => was[name] !== is[name]).sort();
}

const firstDifference = (was: Texts, is: Texts): string | undefined => differences(was, is)[0];

function changedInput(
  was: KeyRecord['inputs'],
  is: KeyRecord['inputs'],
): { port: string; node: string } | undefined {
  for (const port of new Set([...Object.keys(is), ...Object.keys(was)])) {
    const before = was[port] ?? [];
    const after = is[port] ?? [];
    const at = after.findIndex((input, place) => !sameInput(input, before[place]));
    if (at >= 0) return { port, node: after[at]!.from };
    if (before.length > after.length) return { port, node: before[after.length]!.from };
  }
  return undefined;
}

const sameInput = (now: InputKey, before: InputKey | undefined): boolean => now.key === before?.key;
