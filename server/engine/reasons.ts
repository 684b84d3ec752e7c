/** Why a step runs, or why it need not: the first difference between what its result hung on then and now. */
import type { DatasetRef, Reason } from '#schemas/types.ts';
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
  const source = changedSource(was.sources, is.sources);
  if (source !== undefined) return { code: 'source-changed', params: { source } };
  const params = changed(was.params, is.params, (a, b) => a === b);
  // The graph of a subflow is set by its node, and shown there.
  if (was.definition !== is.definition) params.push('definition');
  if (params.length > 0) {
    return { code: 'params-changed', params: { params, ...shortChange(params, was, is) } };
  }
  if (was.seed !== is.seed) return { code: 'seed-changed' };
  if (was.backend !== is.backend) {
    return { code: 'version-changed', params: { from: was.backend ?? '', to: is.backend ?? '' } };
  }
  const inputs = changed(previous.inputs, now.inputs, sameInputs);
  if (inputs.length > 0) return { code: 'input-changed', params: { inputs } };
  return { code: 'result-gone' };
}

const label = ({ type, version }: KeyRecord['identity']): string => `${type} ${version}`;

/** From what to what, where one setting changed and both values are a word, a number or the like. */
function shortChange(
  [name, another]: readonly string[],
  was: KeyRecord['identity'],
  is: KeyRecord['identity'],
): { readonly from: Plain; readonly to: Plain } | undefined {
  if (name === undefined || another !== undefined) return undefined;
  const [from, to] = [plainOf(was.params[name]), plainOf(is.params[name])];
  // The name of a subflow stays while its graph changes.
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

type Plain = string | number | boolean;

/** Long texts stand in records by their hash, which is no JSON. */
function plainOf(text: string | undefined): Plain | undefined {
  if (text === undefined || /^[0-9a-f]{64}$/.test(text)) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

type Parts<T> = { readonly [name: string]: T };

/** The names of what is different, new or gone. */
function changed<T>(was: Parts<T>, is: Parts<T>, same: (a: T, b: T) => boolean): string[] {
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return names.filter((name) => {
    const before = Object.hasOwn(was, name) ? was[name] : undefined;
    const after = Object.hasOwn(is, name) ? is[name] : undefined;
    return before === undefined || after === undefined || !same(before, after);
  });
}

function changedSource(was: Parts<DatasetRef>, is: Parts<DatasetRef>): string | undefined {
  const [path] = changed(was, is, (a, b) => a.hash === b.hash);
  return path === undefined ? undefined : (is[path] ?? was[path])!.dataset;
}

function sameInputs(was: readonly InputKey[], is: readonly InputKey[]): boolean {
  return was.length === is.length && was.every(({ key }, at) => key === is[at]!.key);
}
