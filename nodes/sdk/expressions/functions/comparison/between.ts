import { defineFunction } from '../../defineFunction.ts';
import { onceAll } from '../../sql/once.ts';
import { compareText } from '../../values/compareText.ts';
import { conjunction } from '../logic/threeValued.ts';
import { ORDERED } from './ordered.ts';
import type { Cell, Evaluate } from '../../types.ts';

export const between = defineFunction({
  name: 'between',
  family: 'comparison',
  names: { en: 'BETWEEN', 'pt-BR': 'ENTRE' },
  summary: {
    en: 'Whether a value lies between two others, both included.',
    'pt-BR': 'Se um valor está entre outros dois, inclusive.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ORDERED },
      { name: 'lowest', kind: 'same', of: ORDERED },
      { name: 'highest', kind: 'same', of: ORDERED },
    ],
    result: 'bool',
  },
  // DuckDB makes two comparisons of it, and would double a long text at each level of nesting.
  duckdb: (args) => onceAll(args, (a, lowest, highest) => `${a} BETWEEN ${lowest} AND ${highest}`),
  closure: (args, { types }) => {
    const [value, lowest, highest] = args as readonly [Evaluate, Evaluate, Evaluate];
    const notAfter = types[0] === 'text' ? textNotAfter : numberNotAfter;
    return (row) => {
      const a = value(row);
      return conjunction(notAfter(lowest(row), a), notAfter(a, highest(row)));
    };
  },
  examples: [
    { args: [5, 1, 10], result: true },
    { args: [0.5, 1, 10], result: false },
    // Already decided by the first bound.
    { args: [0, 1, null], result: false },
    { args: [5, 1, null], result: null },
  ],
});

function numberNotAfter(a: Cell, b: Cell): boolean | null {
  return a === null || b === null ? null : a <= b;
}

function textNotAfter(a: Cell, b: Cell): boolean | null {
  return a === null || b === null ? null : compareText(a as string, b as string) <= 0;
}
