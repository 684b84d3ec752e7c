/** Which remedies there are for which problem. */
import type { Fix, Fixer, Parts, Told } from './fix.ts';
import {
  choose,
  cutRows,
  dropItem,
  dropItemsOf,
  either,
  findAgain,
  learnSlower,
  leaveTest,
  mendCell,
  resetColumns,
  useDataset,
  useDefinition,
  useFewerFolds,
  useFreeName,
} from './items.ts';
import { insertBefore, makeNumbers, replaceBy } from './learning.ts';
import { findPredictions } from './predictions.ts';
import { dropWeight, keepOneRole, setTarget, useAllFeatures } from './roles.ts';
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

const chooseFile = choose('dataset');
const findCut = findAgain('delimiter', 'otherDelimiter', 'header');
const toFormula = choose('expression', 'condition');

const fixers: Readonly<Record<string, Fixer>> = {
  // The graph.
  'definition-unknown': useDefinition,
  'edge-node-unknown': removeWire,
  'edge-port-unknown': removeWire,
  'graph-cycle': openCircle,
  'input-not-wired': connectInput,
  'input-wired-twice': removeWire,
  'node-migration-failed': removeNode,
  'node-type-unknown': removeNode,
  'node-version-newer': removeNode,
  'node-version-unknown': removeNode,
  'port-types-differ': bridgeWire,
  // Settings.
  'column-name-empty': choose('list', 'text'),
  'column-repeated': either(dropRepeated, useFreeName, choose('list', 'text')),
  'column-unknown': useColumn,
  'column-wrong-type': either(dropColumn, choose('column', 'columns')),
  'columns-none': either(resetColumns, choose('columns', 'list')),
  'columns-not-chosen': either(dropItem, choose('columns', 'list')),
  'field-name-not-allowed': removeUnknown,
  'field-unknown': removeUnknown,
  'list-repeats': either(dropRepeated, dropItem),
  'list-too-long': useDefault,
  'list-too-short': useDefault,
  'manual-table.row-too-long': cutRows,
  'param-required': either(useOnlyColumn, choose()),
  'text-too-long': useDefault,
  'text-too-short': useDefault,
  'text-wrong-form': useDefault,
  'value-fits-none': useDefault,
  'value-missing': useDefault,
  'value-not-above': useDefault,
  'value-not-among': useChoice,
  'value-not-below': useDefault,
  'value-not-convertible': mendCell,
  'value-not-multiple': useDefault,
  'value-refused': useDefault,
  'value-too-large': useLimit,
  'value-too-small': useLimit,
  'value-wrong-type': useDefault,
  // Formulas: what was meant nobody can tell, but where it stands.
  'expression-argument-count': toFormula,
  'expression-argument-empty': toFormula,
  'expression-argument-not-constant': toFormula,
  'expression-argument-too-large': toFormula,
  'expression-argument-type': toFormula,
  'expression-bounds-crossed': toFormula,
  'expression-column-unknown': either(useColumn, toFormula),
  'expression-date-format': toFormula,
  'expression-decimal-sign-invalid': toFormula,
  'expression-decimal-sign-missing': toFormula,
  'expression-empty': toFormula,
  'expression-ends-early': toFormula,
  'expression-function-unknown': toFormula,
  'expression-group-unknown': toFormula,
  'expression-lookup-keys': toFormula,
  'expression-lookup-too-large': toFormula,
  'expression-malformed': toFormula,
  'expression-not-condition': toFormula,
  'expression-pattern-invalid': toFormula,
  'expression-quote-open': toFormula,
  'expression-replacement-invalid': toFormula,
  'expression-syntax': toFormula,
  'expression-too-deep': toFormula,
  'expression-too-large': toFormula,
  'expression-types-differ': toFormula,
  'expression-unit-unknown': toFormula,
  // Parameters of the pipeline.
  'parameter-unknown': unbind,
  'parameter-without-value': unbind,
  // Files.
  'csv-column-missing': dropItemsOf,
  'csv-delimiter-wrong': findAgain('delimiter', 'otherDelimiter'),
  'csv-line-too-long': either(findCut, chooseFile),
  'csv-no-line-fits': either(findCut, chooseFile),
  'csv-quote-open': either(findCut, chooseFile),
  'csv-type-unknown': dropItemsOf,
  'dataset-missing': useDataset,
  'dataset-not-chosen': useDataset,
  'file-binary': chooseFile,
  'file-empty': chooseFile,
  'file-missing': chooseFile,
  'file-without-rows': chooseFile,
  // Learning.
  'classes-too-many': setTarget,
  'feature-missing-values': insertBefore('fill-missing'),
  'feature-not-number': makeNumbers,
  'features-none': useAllFeatures,
  'folds-too-many': useFewerFolds,
  'learner-needs-category': forNumbers,
  'learner-needs-number': forClasses,
  'model-task-differs': (told, parts) =>
    (told.params['found'] === 'regression' ? forNumbers : forClasses)(told, parts),
  'partition-missing': insertBefore('split-data'),
  'predictions-missing': findPredictions,
  'set-roles.several-roles': keepOneRole,
  'split-data.no-test': leaveTest,
  'target-all-missing': setTarget,
  'target-constant': setTarget,
  'target-missing': setTarget,
  'target-not-set': setTarget,
  'target-several': setTarget,
  'training-diverged': (told, parts) => [
    ...learnSlower(told, parts),
    ...insertBefore('scale')(told, parts),
  ],
  'weights-wrong': dropWeight,
};

/** The codes for which there is something to offer, if not in every case. */
export const mendable: readonly string[] = Object.keys(fixers);

export function fixesFor(told: Told, parts: Parts): readonly Fix[] {
  const fixer = Object.hasOwn(fixers, told.code) ? fixers[told.code] : undefined;
  return fixer?.(told, parts) ?? [];
}
