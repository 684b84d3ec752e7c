/** What stands after the question mark, read as the operation declares it. */
import type { Request } from 'express';
import { EsteiraError } from '#schemas/errors.ts';
import type { Field, Fields } from './operation.ts';

export type QueryValues = Readonly<Record<string, string | number | boolean>>;

export function readQuery(request: Request, fields: Fields): QueryValues {
  // Read from the address itself: a name that stands twice or with brackets is text there, no list and no object.
  const given = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
  const values: [string, string | number | boolean][] = [];
  for (const [name, field] of Object.entries(fields)) {
    const text = given.get(name);
    if (text !== null) values.push([name, readValue(name, field, text)]);
    else if (field.required) throw wrong(name, '', field);
  }
  return Object.fromEntries(values);
}

function readValue(name: string, field: Field, text: string): string | number | boolean {
  const { schema } = field;
  switch (schema.type) {
    case 'string':
      if (text !== '' && choicesOf(field)?.includes(text) !== false) return text;
      break;
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      break;
    case 'integer': {
      const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema as {
        minimum?: number;
        maximum?: number;
      };
      const number = Number(text);
      const isInteger = /^\d+$/.test(text) && Number.isSafeInteger(number);
      if (isInteger && number >= minimum && number <= maximum) return number;
      break;
    }
  }
  throw wrong(name, text, field);
}

const choicesOf = ({ schema }: Field): readonly string[] | undefined =>
  (schema as { enum?: readonly string[] }).enum;

function wrong(name: string, value: string, field: Field): EsteiraError {
  const { schema } = field;
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
  const bounds = schema.type === 'integer' && maximum !== undefined;
  const expected = bounds ? `${minimum ?? 0}–${maximum}` : (choicesOf(field) ?? schema.type);
  return new EsteiraError('query-wrong', { name, value: value.slice(0, 200), expected });
}
