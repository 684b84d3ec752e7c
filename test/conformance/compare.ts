/** What came out of a node against what its example says. */
import { expect } from 'vitest';
import type { NodeContext } from '#nodes/sdk/context.ts';
import { loadModel, openModel } from '#nodes/sdk/learning/answer.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue, ReportValue } from '#nodes/sdk/values.ts';
import type { Example, PredictionsExample, ReportExample, TableExample } from './examples.ts';

type Tolerance = Pick<Example, 'tolerance'>;

export async function expectTable(
  table: Table,
  { columns, rows }: TableExample,
  { tables }: NodeContext,
  { tolerance }: Tolerance,
): Promise<void> {
  expect(table.columns).toEqual(columns.map((column): unknown => expect.objectContaining(column)));
  const found = await tables.rows(table);
  const cells = found.map((row) => table.columns.map(({ name }) => row.get(name) ?? null));
  expectClose(cells, rows, tolerance);
}

export function expectReport(
  report: ReportValue,
  { metrics, details, notes }: ReportExample,
  { tolerance }: Tolerance,
): void {
  expect(report.kind).toBe('report');
  if (notes) expect(report.notes?.map(({ code }) => code)).toEqual(notes);
  if (details) expectClose(report.details, details, tolerance);
  for (const [name, figure] of Object.entries(metrics)) {
    expect(Object.keys(report.metrics)).toContain(name);
    expectClose(report.metrics[name], figure, tolerance);
  }
}

export async function expectPredictions(
  model: ModelValue,
  { predictions }: PredictionsExample,
  context: NodeContext,
  { tolerance }: Tolerance,
): Promise<void> {
  const { record, predictor } = await loadModel(
    model.artifact,
    context.artifacts,
    context.nodeType,
  );
  const open = openModel(record, predictor, context.compileRow);
  for (const { row, prediction, probabilities } of predictions) {
    const answer = open.answer((name) => (Object.hasOwn(row, name) ? row[name] : undefined));
    expectClose(answer.prediction, prediction, tolerance);
    if (probabilities) expectClose(answer.outputs, probabilities, tolerance);
  }
}

/** Equal, numbers to the tolerance. Of an object, what is wanted; others may stand beside it. */
export function expectClose(found: unknown, wanted: unknown, tolerance = 1e-9): void {
  if (typeof wanted === 'number') {
    expect(typeof found, `${JSON.stringify(found)} should be ${wanted}`).toBe('number');
    const off = Math.abs((found as number) - wanted) / Math.max(1, Math.abs(wanted));
    expect(off, `${String(found)} should be ${wanted}`).toBeLessThanOrEqual(tolerance);
  } else if (Array.isArray(wanted)) {
    expect(Array.isArray(found) && found.length, JSON.stringify(found)).toBe(wanted.length);
    wanted.forEach((each, at) => expectClose((found as unknown[])[at], each, tolerance));
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [name, each] of Object.entries(wanted)) {
      expectClose((found as Readonly<Record<string, unknown>>)[name], each, tolerance);
    }
  } else {
    expect(found).toEqual(wanted);
  }
}
