import type { Literal, ValueType } from '../types.ts';

const TYPE_NAMES: { readonly [type in ValueType]: string } = {
  bool: 'BOOLEAN',
  int64: 'BIGINT',
  float64: 'DOUBLE',
  text: 'VARCHAR',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

export function sqlType(type: ValueType): string {
  return TYPE_NAMES[type];
}

export function quoteIdentifier(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A NUL would end the statement's text, so it is spelled as a function. */
export function quoteText(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts[0]! : `(${parts.join(' || chr(0) || ')})`;
}

/** A constant of the type, every cast written out and negatives in brackets (`x--1` would be a comment). */
export function quoteLiteral(value: Literal, type: ValueType): string {
  if (value === null) return `CAST(NULL AS ${sqlType(type)})`;
  switch (type) {
    case 'bool':
      return value === true ? 'TRUE' : 'FALSE';
    case 'int64':
      return `CAST(${bracketed(value as number, String(value))} AS BIGINT)`;
    case 'float64': {
      // A number without an exponent would be a DECIMAL, and its conversion could be off in the last digit.
      const digits = String(value);
      return bracketed(value as number, digits.includes('e') ? digits : `${digits}e0`);
    }
    case 'text':
      return quoteText(value as string);
    case 'date':
      return `DATE '${value as string}'`;
    case 'timestamp':
      return `TIMESTAMP '${(value as string).replace('T', ' ')}'`;
  }
}

function bracketed(value: number, digits: string): string {
  return value < 0 ? `(${digits})` : digits;
}
