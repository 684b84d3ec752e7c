// Every published schema, by name. JSON modules, so that the server and the web read the same files.
import dataset from './dataset.schema.json' with { type: 'json' };
import error from './error.schema.json' with { type: 'json' };
import expression from './expression.schema.json' with { type: 'json' };
import model from './model.schema.json' with { type: 'json' };
import nodeType from './node-type.schema.json' with { type: 'json' };
import pipeline from './pipeline.schema.json' with { type: 'json' };
import runEvent from './run-event.schema.json' with { type: 'json' };
import runResult from './run-result.schema.json' with { type: 'json' };
import tableSchema from './table-schema.schema.json' with { type: 'json' };

/** A JSON Schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const schemas = {
  pipeline,
  'table-schema': tableSchema,
  'node-type': nodeType,
  'run-event': runEvent,
  'run-result': runResult,
  error,
  dataset,
  model,
  expression,
} as const satisfies Record<string, JsonSchema>;

export type SchemaName = keyof typeof schemas;
