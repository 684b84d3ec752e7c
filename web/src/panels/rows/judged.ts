/** Which rows a report speaks of: those of a cell of its matrix, those with the largest errors. */
import type { Column, Expr, LiteralExpr, TableSchema } from '#schemas/types.ts';
import type { Narrowing } from '../../api.ts';

/** The columns that a table with predictions is judged by. */
export type Judged = { readonly target: Column; readonly prediction: Column };

export function judgedBy(schema: TableSchema | undefined): Judged | undefined {
  const target = schema?.columns.find(({ role }) => role === 'target');
  const prediction = schema?.columns.find(({ role }) => role === 'prediction');
  return target && prediction && { target, prediction };
}

/** The test rows of one class that were taken for another, or for what they are. */
export function cellRows(
  { target, prediction }: Judged,
  actual: string,
  predicted: string,
): Narrowing | undefined {
  const [is, was] = [equals(target, actual), equals(prediction, predicted)];
  return is && was && { part: 'test', where: call('and', is, was), raw: true };
}

/** The test rows, those first whose prediction is furthest from the truth. */
export function worstRows({ target, prediction }: Judged): Narrowing | undefined {
  if (!isNumber(target) || !isNumber(prediction)) return undefined;
  const [real, said] = [target, prediction].map(column);
  const error = call('abs', call('sub', said!, real!));
  // A row without a prediction, or without the truth, was not judged.
  const where = call('not', call('isnull', error));
  return { part: 'test', where, raw: true, order: [{ by: error, descending: true }] };
}

const isNumber = ({ type }: Column): boolean => type === 'int64' || type === 'float64';
const column = ({ name }: Column): Expr => ({ kind: 'column', name });
const call = (fn: string, ...args: Expr[]): Expr => ({ kind: 'call', fn, args });

/** Undefined for a class that is a moment: what a report calls it is not what the table says. */
function equals(of: Column, label: string): Expr | undefined {
  const value = literalOf(of, label);
  return value && call('eq', column(of), value);
}

function literalOf({ type }: Column, label: string): LiteralExpr | undefined {
  switch (type) {
    case 'text':
      return { kind: 'literal', value: label, type };
    case 'bool':
      return { kind: 'literal', value: label === 'true', type };
    case 'int64':
    case 'float64':
      return { kind: 'literal', value: Number(label), type };
    default:
      return undefined;
  }
}
