/** A model's predictions for every row of a data set, as a file. */
import { loadModel } from '#nodes/sdk/learning/answer.ts';
import { predictTable } from '#nodes/sdk/learning/predict.ts';
import type { ScoreJob } from '../queryCalls.ts';
import type { SavedTable } from '../types.ts';
import { READ_AUTO } from './inspect.ts';
import type { QueryWorld } from './world.ts';

export async function score(
  { model, dataset, format }: ScoreJob,
  { catalogue, ports }: QueryWorld,
  signal: AbortSignal,
): Promise<SavedTable> {
  const { tables, artifacts } = ports(signal);
  const nodeType = (type: string) => catalogue.find(type)?.definition;
  const { record, predictor } = await loadModel(model, artifacts, nodeType);
  const { table } = await tables.importCsv(dataset, READ_AUTO);
  const scored = await predictTable(record, predictor, table, tables);
  return { ...(await tables.write(scored, format)), format };
}
