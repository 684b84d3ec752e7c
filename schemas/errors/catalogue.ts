// Every error code of Esteira, gathered. A node's own errors stand in its folder, as <type>.<name>.
import type { ErrorKind, MessageParam, MessageParams } from '../types.ts';
import { bundleErrors } from './bundle.ts';
import { chartingErrors } from './charting.ts';
import { csvErrors } from './csv.ts';
import { dataErrors } from './data.ts';
import { documentErrors } from './document.ts';
import type { ErrorArea, ErrorEntry } from './entry.ts';
import { expressionErrors } from './expression.ts';
import { formulaErrors } from './formula.ts';
import { graphErrors } from './graph.ts';
import { httpErrors } from './http.ts';
import { judgingErrors } from './judging.ts';
import { learningErrors } from './learning.ts';
import { modelErrors } from './model.ts';
import { runErrors } from './run.ts';
import { systemErrors } from './system.ts';
import { tableErrors } from './table.ts';
import { valueErrors } from './value.ts';

export const errorAreas = [
  documentErrors,
  bundleErrors,
  valueErrors,
  graphErrors,
  expressionErrors,
  formulaErrors,
  dataErrors,
  csvErrors,
  tableErrors,
  learningErrors,
  judgingErrors,
  chartingErrors,
  modelErrors,
  runErrors,
  systemErrors,
  httpErrors,
] as const satisfies readonly ErrorArea[];

/** Codes that once existed. A code is never given a second meaning. */
export const retiredCodes: readonly string[] = [];

const catalogue = {
  ...documentErrors.entries,
  ...bundleErrors.entries,
  ...valueErrors.entries,
  ...graphErrors.entries,
  ...expressionErrors.entries,
  ...formulaErrors.entries,
  ...dataErrors.entries,
  ...csvErrors.entries,
  ...tableErrors.entries,
  ...learningErrors.entries,
  ...judgingErrors.entries,
  ...chartingErrors.entries,
  ...modelErrors.entries,
  ...runErrors.entries,
  ...systemErrors.entries,
  ...httpErrors.entries,
};

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;

/** A code of a node's own: <node type>.<name>. */
export type NodeErrorCode = `${string}.${string}`;

/** The params that a code's messages need, and any others that may help a program. */
export type ParamsOf<C extends ErrorCode | NodeErrorCode> = C extends ErrorCode
  ? { readonly [name in (typeof catalogue)[C]['params'][number]]: MessageParam } & MessageParams
  : MessageParams;

const byCode: ReadonlyMap<string, ErrorEntry> = new Map(Object.entries(catalogue));
const areaByCode: ReadonlyMap<string, ErrorArea> = new Map(
  errorAreas.flatMap((area) => Object.keys(area.entries).map((code) => [code, area] as const)),
);

export const errorCodes: readonly ErrorCode[] = Object.keys(catalogue) as ErrorCode[];

export function errorEntry(code: string): ErrorEntry | undefined {
  return byCode.get(code);
}

/** The area that a code belongs to; a node's own errors belong to none. */
export function errorArea(code: string): ErrorArea | undefined {
  return areaByCode.get(code);
}

/** A node's own errors are the user's to mend unless it says otherwise. */
export function errorKind(code: string): ErrorKind {
  return byCode.get(code)?.kind ?? 'user';
}
