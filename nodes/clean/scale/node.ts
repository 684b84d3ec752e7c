import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, params, type Accepts } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import type { Measure, Projection } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

const SCALABLE: Accepts = { types: ['int64', 'float64'], roles: ['feature'] };

interface Params {
  readonly columns: readonly string[];
  readonly method: 'standard' | 'range' | 'robust';
}

/** What is subtracted, and what it is then divided by. */
type Scaling = readonly [column: string, shift: number, width: number];

/** The two figures of a column from which shift and width follow. */
const FIGURES: Record<Params['method'], readonly Omit<Measure, 'name' | 'args'>[]> = {
  standard: [{ fn: 'mean' }, { fn: 'stddev', q: 0 }],
  range: [{ fn: 'min' }, { fn: 'max' }],
  robust: [{ fn: 'median' }, { fn: 'quantile', q: 0.25 }, { fn: 'quantile', q: 0.75 }],
};

function scalingOf(method: Params['method'], figures: readonly number[]): [number, number] {
  const [first, second, third] = figures as [number, number, number];
  if (method === 'standard') return [first, second];
  return method === 'range' ? [first, second - first] : [first, third - second];
}

const measureName = (column: number, figure: number): string => `c${column}f${figure}`;

function scaled({ name }: Column, shift: number, width: number): Projection {
  const centred = call('sub', col(name), lit(shift, 'float64'));
  return { name, expr: call('div', centred, lit(width, 'float64')), meta: { meaning: 'number' } };
}

const pick = (table: Table, own: Params): readonly Column[] =>
  pickColumns(table, own.columns, SCALABLE);

export const node = defineNode({
  type: 'scale',
  version: 1,
  category: 'clean',
  title: 'Scale numbers',
  summary:
    'Brings number columns to one scale, so that none counts more only because its numbers are larger.',
  synonyms: ['standardize', 'normalize', 'z-score', 'min-max', 'StandardScaler'],
  params: params({
    columns: columns({
      title: 'Columns',
      description: 'None chosen: every feature that is a number.',
      accepts: SCALABLE,
    }),
    method: choice(
      {
        standard: 'Mean 0, standard deviation 1',
        range: 'From 0 to 1',
        robust: 'By median and quartiles',
      },
      { title: 'Scale', default: 'standard' },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{columns, plural, =0 {all numbers} one {# column} other {# columns}}: {method_label}',
  fit({ params: own, table }) {
    const chosen = pick(table, own);
    const measures = chosen.flatMap((column, at) =>
      FIGURES[own.method].map((figure, index): Measure => {
        return { ...figure, name: measureName(at, index), args: [col(column.name)] };
      }),
    );
    return {
      queries: measures.length > 0 ? { figures: table.aggregate([], measures) } : {},
      state(rows) {
        const row = rows['figures']?.[0];
        const scalings = chosen.map((column, at): Scaling => {
          const figures = FIGURES[own.method].map((_, index) => {
            return Number(row?.get(measureName(at, index)) ?? 0);
          });
          const [shift, width] = scalingOf(own.method, figures);
          // A constant column, or one without values, becomes 0 rather than nothing.
          const divisor = width > 0 && Number.isFinite(width) ? significant(width) : 1;
          return [column.name, significant(shift), divisor];
        });
        return { scalings };
      },
    };
  },
  apply({ params: own, state, table }) {
    const byName = new Map(state.scalings.map(([name, ...scaling]) => [name, scaling]));
    const chosen = pick(table, own);
    return table.derive(
      chosen.map((column) => {
        const [shift, width] = byName.get(column.name) ?? [0, 1];
        return scaled(column, shift, width);
      }),
    );
  },
  declare({ params: own, table }) {
    return table.derive(pick(table, own).map((column) => scaled(column, 0, 1))).schema;
  },
});
