/** What is wrong with a field, told while it is typed; the server has the last word. */
import { isParamRef } from '#schemas/parameters.ts';
import type { Column } from '#schemas/types.ts';
import { fits } from './columns.ts';
import { nearest } from '#schemas/nearest.ts';
import { pointerPart } from './pointer.ts';
import type { Field, Params } from './types.ts';
import { isShown, valueOf } from './values.ts';

export type IssueCode =
  | 'required'
  | 'too-small'
  | 'too-large'
  | 'not-above'
  | 'not-whole'
  | 'not-number'
  | 'too-short'
  | 'too-long'
  | 'pattern'
  | 'unknown-column'
  | 'misspelt-column'
  | 'unfit-column'
  | 'too-many';

/** `path` is a JSON Pointer into the node's params; the words are `form.issue.<code>`. */
export type Issue = {
  readonly path: string;
  readonly code: IssueCode;
  readonly values: Readonly<Record<string, string | number>>;
};

/** All of a form's fields that show. `columns` is undefined while nobody knows what reaches the node. */
export function checkParams(
  fields: readonly Field[],
  params: Params,
  columns: readonly Column[] | undefined,
  at = '',
): Issue[] {
  return fields
    .filter((field) => isShown(field, fields, params))
    .flatMap((field) =>
      checkField(field, valueOf(field, params), columns, `${at}/${pointerPart(field.name)}`),
    );
}

function checkField(
  field: Field,
  value: unknown,
  columns: readonly Column[] | undefined,
  path: string,
): Issue[] {
  // What a parameter gives is known when the run starts.
  if (isParamRef(value)) return [];
  const found = (code: IssueCode, values: Issue['values'] = {}, at = path): Issue[] => [
    { path: at, code, values },
  ];
  switch (field.widget) {
    case 'number':
      return checkNumber(field, value, found);
    case 'text':
    case 'file-name':
      return checkText(field, value, found);
    case 'column':
      return columnIssues(field, [value], columns, () => path);
    case 'columns':
      return Array.isArray(value)
        ? columnIssues(field, value, columns, (index) => `${path}/${index}`)
        : [];
    case 'list':
      return checkList(field, value, columns, path);
    default:
      return [];
  }
}

type Found = (code: IssueCode, values?: Issue['values']) => Issue[];

function checkNumber({ schema }: Field, value: unknown, found: Found): Issue[] {
  if (value === null || value === undefined || value === '') return found('required');
  if (typeof value !== 'number') return found('not-number');
  const { minimum, maximum, exclusiveMinimum } = schema;
  if (schema.type === 'integer' && !Number.isInteger(value)) return found('not-whole');
  if (minimum !== undefined && value < minimum) return found('too-small', { limit: minimum });
  if (maximum !== undefined && value > maximum) return found('too-large', { limit: maximum });
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return found('not-above', { limit: exclusiveMinimum });
  }
  return [];
}

function checkText({ schema }: Field, value: unknown, found: Found): Issue[] {
  if (typeof value !== 'string') return [];
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  if (value === '' && minLength > 0) return found('required');
  if (value.length < minLength) return found('too-short', { limit: minLength });
  if (value.length > maxLength) return found('too-long', { limit: maxLength });
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return found('pattern');
  return [];
}

function columnIssues(
  field: Field,
  names: readonly unknown[],
  columns: readonly Column[] | undefined,
  pathOf: (index: number) => string,
): Issue[] {
  if (columns === undefined) return [];
  const known = new Map(columns.map((column) => [column.name, column]));
  return names.flatMap((name, index): Issue[] => {
    if (typeof name !== 'string' || name === '') return [];
    const column = known.get(name);
    const path = pathOf(index);
    if (column === undefined) {
      // A family may hold it: only the data know the names.
      if (columns.some(({ presence }) => presence === 'many')) return [];
      const near = nearest(name, known.keys());
      return near === undefined
        ? [{ path, code: 'unknown-column', values: { column: name } }]
        : [{ path, code: 'misspelt-column', values: { column: name, near } }];
    }
    if (fits(field.accepts, column)) return [];
    return [{ path, code: 'unfit-column', values: { column: name, type: column.type } }];
  });
}

function checkList(
  field: Field,
  value: unknown,
  columns: readonly Column[] | undefined,
  path: string,
): Issue[] {
  if (!Array.isArray(value)) return [];
  const { maxItems = Infinity } = field.schema;
  const many: Issue[] =
    value.length > maxItems ? [{ path, code: 'too-many', values: { limit: maxItems } }] : [];
  const items = value.flatMap((item: unknown, index) =>
    typeof item === 'object' && item !== null
      ? checkParams(field.items, item as Params, columns, `${path}/${index}`)
      : [],
  );
  return [...many, ...items];
}
