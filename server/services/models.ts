/** Trained models: listed, looked at, asked. */
import { rm } from 'node:fs/promises';
import { EsteiraError, fromThrown } from '#schemas/errors.ts';
import type { Column } from '#schemas/types.ts';
import { loadModel, type OpenModel, openModel } from '#nodes/sdk/learning/answer.ts';
import type { KnownCategories } from '#nodes/sdk/learning/categories.ts';
import type { ModelRecord } from '#nodes/sdk/learning/model.ts';
import { compileRow } from '#server/tables/rows/compileRow.ts';
import type { ModelRow } from '#server/store/schema.ts';
import { authorize } from './authorize.ts';
import { type Core, found } from './core.ts';
import { plainName } from './fileNames.ts';
import { checkExample } from './models/checkExample.ts';
import { modelKeeping, summary } from './models/keeping.ts';
import { Recent } from './models/recent.ts';
import { rowReader } from './models/rowReader.ts';
import type { QueryCalls } from './queryCalls.ts';
import { receive } from './receive.ts';
import type { Actor, ModelService, Prediction } from './types.ts';

/** Models kept open: a network of a million weights takes some megabytes. */
const MOST_OPEN = 20;

interface Opened {
  readonly record: ModelRecord;
  readonly model: OpenModel;
}

export function modelService(core: Core, queries: QueryCalls): ModelService {
  const { models, artifacts } = core.store;
  const { maxUpload } = core.settings;
  const opened = new Recent<string, Promise<Opened>>(MOST_OPEN);
  const one = (actor: Actor, id: string): Promise<ModelRow> =>
    found('model', id, models.find(actor.workspace, id));
  const load = async (id: string): Promise<Opened> => {
    const catalogue = await core.catalogue();
    const nodeType = (type: string) => catalogue.find(type)?.definition;
    const { record, predictor } = await loadModel(id, artifacts, nodeType);
    const model = openModel(record, predictor, compileRow);
    checkExample(record, model);
    return { record, model };
  };
  const open = (id: string): Promise<Opened> => {
    const known = opened.get(id);
    if (known) return known;
    const opening = load(id);
    opened.set(id, opening);
    // What could not be opened is tried again the next time.
    opening.catch(() => opened.delete(id));
    return opening;
  };

  return {
    ...modelKeeping(core, one),
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'model', id });
      const row = await one(actor, id);
      const { record } = await open(id);
      const { signature, classes, estimator, example, training } = record;
      const { type, params } = estimator;
      return {
        ...summary(row),
        inputs: withCategories(signature.inputs, training.categories),
        outputs: signature.outputs,
        classes,
        estimator: { type, params },
        example: example && example.input,
      };
    },
    async predict(actor, id, rows) {
      authorize(actor, 'run', { kind: 'model', id });
      await one(actor, id);
      const { model } = await open(id);
      return rows.map((row, at) => predictRow(model, row, at));
    },
    async score(actor, id, { dataset, format = 'csv', spreadsheet, signal }) {
      authorize(actor, 'run', { kind: 'model', id });
      await one(actor, id);
      return queries.score({ model: id, dataset, format, spreadsheet }, signal);
    },
    async scoreFile(actor, id, { name, stream, format = 'csv', spreadsheet, signal }) {
      authorize(actor, 'run', { kind: 'model', id });
      const known = plainName(name);
      await one(actor, id);
      const staged = await receive(stream, (whole) => artifacts.stage(whole, maxUpload));
      try {
        const dataset = { dataset: known, hash: staged.hash };
        const job = { model: id, dataset, staged: staged.path, format, spreadsheet };
        return await queries.score(job, signal);
      } finally {
        await rm(staged.path, { force: true });
      }
    },
  };
}

/** Whoever asks the model by hand chooses among what it has seen. */
function withCategories(
  inputs: readonly Column[],
  known: readonly KnownCategories[],
): readonly Column[] {
  const levels = new Map(known.map(({ column, values }) => [column, values.map(String)]));
  return inputs.map((column) => {
    const seen = levels.get(column.name);
    return seen === undefined ? column : { ...column, levels: seen };
  });
}

function predictRow(model: OpenModel, row: unknown, at: number): Prediction {
  const path = `/${at}`;
  try {
    const { prediction, outputs, missing } = model.answer(rowReader(row));
    return {
      prediction,
      ...(model.classes && prediction !== null
        ? { probabilities: byClass(model.classes, outputs) }
        : {}),
      ...(missing.length > 0 ? { missing } : {}),
    };
  } catch (thrown) {
    const { code, params, kind, cause } = fromThrown(thrown);
    // The row evaluator knows one row only, and calls it the first.
    const named = 'row' in params ? { ...params, row: at + 1 } : params;
    throw new EsteiraError(code as `${string}.${string}`, named, { kind, path, cause });
  }
}

/** A class may have any name, `__proto__` too. */
const byClass = (classes: readonly string[], outputs: readonly number[]): Record<string, number> =>
  Object.fromEntries(classes.map((label, at) => [label, outputs[at]!]));
