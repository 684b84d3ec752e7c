/** The native TensorFlow package, where somebody installed it. Esteira is complete without it. */
import { createRequire } from 'node:module';
import type { Tf } from './backend.ts';

const PACKAGE = '@tensorflow/tfjs-node';

/** Why native TensorFlow is used or not, as a fact that a run's record can state. */
export type NativeFact =
  | 'in use'
  | 'not asked'
  | 'not installed'
  | `could not be loaded: ${string}`;

export type FoundNative = { readonly fact: NativeFact; readonly tf?: Tf };

/**
 * Looks for the package as a module at `from` (a file path or URL) would, and loads it. Never throws: a
 * package that is absent, or whose library is missing or broken, only changes the stated fact.
 */
export function findNative(from: string = import.meta.url): FoundNative {
  const require = createRequire(from);
  try {
    require.resolve(PACKAGE);
  } catch {
    return { fact: 'not installed' };
  }
  restoreRemovedHelpers(require);
  // Its start-up lines about CPU features belong to nobody who trains a model.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  try {
    return { fact: 'in use', tf: require(PACKAGE) as Tf };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fact: `could not be loaded: ${message.split('\n')[0]!.trim()}` };
  }
}

/**
 * tfjs-node 4.22 calls helpers of node:util that Node 23 removed, or warns about; they must stand before it
 * is loaded.
 */
function restoreRemovedHelpers(require: NodeJS.Require): void {
  const util = require('node:util') as Record<string, unknown>;
  util['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  util['isArray'] = Array.isArray;
}
