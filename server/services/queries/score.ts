/** A model's predictions for every row of a data set, as a file. */
import { loadModel } from '#nodes/sdk/learning/answer.ts';
import { SHOWN_OF_LABEL } from '#nodes/sdk/learning/outputs.ts';
import { predictTable } from '#nodes/sdk/learning/predict.ts';
import { freeName, nameKey } from '#nodes/sdk/plan/names.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Locale } from '#schemas/types.ts';
import type { ScoreJob } from '../queryCalls.ts';
import type { SavedTable } from '../types.ts';
import { readAsLearned } from './readAsLearned.ts';
import type { QueryWorld } from './world.ts';

export async function score(
  { model, dataset, staged, format, spreadsheet }: ScoreJob,
  { catalogue, ports, aside }: QueryWorld,
  signal: AbortSignal,
): Promise<SavedTable> {
  const { artifacts } = ports(signal);
  const nodeType = (type: string) => catalogue.find(type)?.definition;
  const { record, predictor } = await loadModel(model, artifacts, nodeType);
  // Of the file and of what is made on the way, nothing but the answers is wanted again.
  return aside({ signal, file: staged }, async (tables, keep) => {
    const table = await readAsLearned(dataset, record.signature.inputs, tables);
    const scored = await predictTable(record, predictor, table, tables);
    const isForPeople = spreadsheet !== undefined && format === 'csv';
    const written = isForPeople
      ? await tables.write(inWords(scored, spreadsheet), format, SPREADSHEET[spreadsheet])
      : await tables.write(scored, format);
    await keep(written.hash);
    return { ...written, format };
  });
}

/** Where the comma is the decimal sign, spreadsheets part cells at the semicolon. */
const SPREADSHEET = {
  en: { mark: true },
  'pt-BR': { delimiter: ';', decimal: ',', mark: true },
} as const;

const WORDS = {
  en: { prediction: 'prediction', probability: 'probability of' },
  'pt-BR': { prediction: 'previsão', probability: 'probabilidade de' },
} as const;

/** Scripts rely on the names of what a model adds; a person reads them in their language. */
function inWords(table: Table, locale: Locale): Table {
  const { prediction, probability } = WORDS[locale];
  const added = table.columns.filter(({ role }) => role === 'prediction' || role === 'probability');
  const names = new Set(added.map(({ name }) => name));
  const kept = table.columns.filter(({ name }) => !names.has(name));
  const taken = new Set(kept.map(({ name }) => nameKey(name)));
  return table.rename(
    new Map(
      added.map(({ name, role, of }) => {
        const wanted =
          role === 'prediction'
            ? prediction
            : `${probability} ${(of ?? name).slice(0, SHOWN_OF_LABEL).toWellFormed()}`;
        return [name, freeName(wanted, '_', taken)];
      }),
    ),
  );
}
