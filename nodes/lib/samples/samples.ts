/** The bundled data sets: the columns that their files hold, known before a file is read. */
import type { Column } from '#schemas/types.ts';
import attrition from './data/attrition.json' with { type: 'json' };
import clientesBr from './data/clientes_br.json' with { type: 'json' };
import concrete from './data/concrete.json' with { type: 'json' };
import creditData from './data/credit_data.json' with { type: 'json' };
import iris from './data/iris.json' with { type: 'json' };
import mlcChurn from './data/mlc_churn.json' with { type: 'json' };
import penguins from './data/penguins.json' with { type: 'json' };

const COLUMNS = {
  penguins,
  iris,
  concrete,
  credit_data: creditData,
  mlc_churn: mlcChurn,
  attrition,
  clientes_br: clientesBr,
};

export type SampleName = keyof typeof COLUMNS;

export const SAMPLE_NAMES = Object.keys(COLUMNS) as readonly SampleName[];

export const isSample = (name: string): name is SampleName => Object.hasOwn(COLUMNS, name);

export function columnsOf(sample: SampleName): readonly Column[] {
  return COLUMNS[sample] as readonly Column[];
}

/** CSV text beside this module. */
export function fileOf(sample: SampleName): URL {
  return new URL(`./data/${sample}.csv`, import.meta.url);
}

/** What the reader of CSV files is to make of a column, so that the schema holds whatever it would guess. */
export function forcedType({ type, meaning }: Column): string {
  return type === 'text' ? meaning : type;
}
