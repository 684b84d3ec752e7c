/** One number for each category: its place in alphabetical (or numerical) order. Others and unknown ones are -1. */
import { col, lookup } from '#nodes/sdk/expressions/build.ts';
import type { Encoding } from './encoding.ts';
import { levelQueries, type Levels, levelsOf } from './levels.ts';

const META = { meaning: 'number', role: 'feature' } as const;

export const ordinal: Encoding<Levels> = {
  queries: levelQueries,
  state: (rows, columns, settings) => ({
    columns: columns.map(({ name }, at) => [name, levelsOf(rows, at, settings)]),
  }),
  encode(fitted, columns) {
    const entries = new Map(fitted.columns);
    return columns.map(({ name }) => {
      const places = (entries.get(name)?.levels ?? []).map((level, at) => [level, at] as const);
      const expr = lookup(col(name), places, 'int64', -1);
      return { column: name, projections: [{ name, expr, meta: META }] };
    });
  },
  declare: (_, { name }) => [{ ...META, name, type: 'int64' }],
};
