/** One raw row through twenty row-wise steps, as a model answers it: formulas, filled gaps, scales, encodings. */
import { call, col, lit, lookup } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Column } from '#schemas/types.ts';
import { compileRow } from '#server/tables/rows/compileRow.ts';
import { median } from '../work/open.ts';

const TURNS = 9;
const ROWS = 20_000;
const CITIES = Array.from({ length: 200 }, (_, at) => `city ${at}`);

function column(name: string, type: Column['type']): Column {
  return { name, type, meaning: type === 'text' ? 'category' : 'number', role: 'feature' };
}

/** Five rounds of four steps: fill, compute, scale, encode. */
function twentySteps(): Table {
  let table = Table.input([column('price', 'float64'), column('city', 'text')]);
  for (let round = 0; round < 5; round++) {
    const filled = call('coalesce', col('price'), lit(100.5));
    table = table.derive([{ name: 'price', expr: filled }]);
    const grown = call('ln', call('add', call('abs', col('price')), lit(1.5)));
    table = table.derive([{ name: `grown ${round}`, expr: grown }]);
    const scaled = call('div', call('sub', col('price'), lit(3.25)), lit(1.75));
    table = table.derive([{ name: 'price', expr: scaled }]);
    const codes = CITIES.map((city, at) => [city, at * (round + 1)] as const);
    table = table.derive([
      { name: `code ${round}`, expr: lookup(col('city'), codes, 'int64', -1) },
    ]);
  }
  return table;
}

export function figures() {
  const { run } = compileRow(twentySteps().plan);
  const rows = Array.from({ length: ROWS }, (_, at) => {
    return new Map<string, unknown>([
      ['price', at % 7 === 0 ? null : at / 3],
      ['city', CITIES[at % CITIES.length]],
    ]);
  });
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    for (const row of rows) run((name) => row.get(name));
    times.push(((performance.now() - start) * 1000) / ROWS);
  }
  const value = median(times);
  return [{ name: 'engine.rowStep', value, unit: 'µs', goal: '≤ 50', met: value <= 50 }];
}
