/** Which remedies there are for which problem. */
import type { Fix, Fixer, Parts, Told } from './fix.ts';
import { insertBefore, makeNumbers, replaceBy, setTarget } from './learning.ts';
import {
  dropColumn,
  dropRepeated,
  removeUnknown,
  unbind,
  useChoice,
  useColumn,
  useDefault,
  useLimit,
  useOnlyColumn,
} from './values.ts';
import { bridgeWire, connectInput, openCircle, removeNode, removeWire } from './wiring.ts';

export type { Fix, Parts, Told } from './fix.ts';

const forNumbers = replaceBy({ learn: 'linear-regression', evaluate: 'regression-metrics' });
const forClasses = replaceBy({ learn: 'logistic-regression', evaluate: 'classification-metrics' });

const fixers: Readonly<Record<string, Fixer>> = {
  // The graph.
  'edge-node-unknown': removeWire,
  'edge-port-unknown': removeWire,
  'graph-cycle': openCircle,
  'input-not-wired': connectInput,
  'input-wired-twice': removeWire,
  'node-type-unknown': removeNode,
  'node-version-newer': removeNode,
  'port-types-differ': bridgeWire,
  // Settings.
  'column-repeated': dropRepeated,
  'column-unknown': useColumn,
  'column-wrong-type': dropColumn,
  'expression-column-unknown': useColumn,
  'field-unknown': removeUnknown,
  'list-repeats': dropRepeated,
  'list-too-long': useDefault,
  'list-too-short': useDefault,
  'param-required': useOnlyColumn,
  'text-too-long': useDefault,
  'text-too-short': useDefault,
  'text-wrong-form': useDefault,
  'value-fits-none': useDefault,
  'value-missing': useDefault,
  'value-not-above': useDefault,
  'value-not-among': useChoice,
  'value-not-below': useDefault,
  'value-not-multiple': useDefault,
  'value-refused': useDefault,
  'value-too-large': useLimit,
  'value-too-small': useLimit,
  'value-wrong-type': useDefault,
  // Parameters of the pipeline.
  'parameter-unknown': unbind,
  'parameter-without-value': unbind,
  // Learning.
  'feature-missing-values': insertBefore('fill-missing'),
  'feature-not-number': makeNumbers,
  'learner-needs-category': forNumbers,
  'learner-needs-number': forClasses,
  'model-task-differs': (told, parts) =>
    (told.params['found'] === 'regression' ? forNumbers : forClasses)(told, parts),
  'partition-missing': insertBefore('split-data'),
  'target-missing': setTarget,
  'target-not-set': setTarget,
  'target-several': setTarget,
};

export function fixesFor(told: Told, parts: Parts): readonly Fix[] {
  const fixer = Object.hasOwn(fixers, told.code) ? fixers[told.code] : undefined;
  return fixer?.(told, parts) ?? [];
}
