import type { ExprType } from '../types.ts';

/** The text of a value, as values/numberText.ts and isoText.ts write it; numbers must be finite. */
export function toTextSql(sql: string, from: ExprType): string {
  switch (from) {
    case 'text':
      return sql;
    case 'float64':
      // `+ 0` turns -0 into 0. A whole number is written without `.0`.
      return `regexp_replace(CAST(${sql} + 0e0 AS VARCHAR), '\\.0$', '')`;
    case 'date':
      return `strftime(${sql}, '%Y-%m-%d')`;
    default:
      return `CAST(${sql} AS VARCHAR)`;
  }
}
