/** One yes/no column for each category. An unknown or missing one is "no" in all of them. */
import type { Column } from '#schemas/types.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { freeName } from '#nodes/sdk/plan/names.ts';
import type { Projection } from '#nodes/sdk/plan/types.ts';
import type { Encoding } from './encoding.ts';
import { levelQueries, type Levels, levelsOf } from './levels.ts';

const META = { meaning: 'category', role: 'feature' } as const;

/** A missing value is no category: false, not missing. */
const yes = (condition: Expr): Expr => call('coalesce', condition, lit(false));

function columnsOf(name: string, { levels, others }: Levels, taken: Set<string>): Projection[] {
  const made = levels.map((level): Projection => {
    const expr = yes(call('eq', col(name), lit(level)));
    return { name: freeName(`${name} = ${String(level)}`, '′', taken), expr, meta: META };
  });
  if (!others) return made;
  const known = call('in', col(name), ...levels.map((level) => lit(level)));
  const rest: Projection = {
    name: freeName(`${name} = …`, '′', taken),
    expr: yes(call('not', known)),
    meta: META,
  };
  return [...made, rest];
}

export const oneHot: Encoding<Levels> = {
  queries: levelQueries,
  state: (rows, columns, settings) => ({
    columns: columns.map(({ name }, at) => [name, levelsOf(rows, at, settings)]),
  }),
  encode(fitted, columns, taken) {
    const entries = new Map(fitted.columns);
    return columns.map(({ name }) => {
      const levels = entries.get(name) ?? { levels: [], others: false };
      return { column: name, projections: columnsOf(name, levels, taken) };
    });
  },
  declare: (_, { name }): Column[] => [
    { ...META, name: `${name} = *`, type: 'bool', presence: 'many', of: name },
  ],
};
