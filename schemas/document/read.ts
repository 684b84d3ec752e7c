import { EsteiraError } from '../errors.ts';
import { documentLimits } from '../json/limits.ts';
import { measure } from '../json/measure.ts';
import { lineAndColumn, scanJson, type JsonMistake } from '../json/scan.ts';
import { migrateDocument } from '../migrations/format.ts';
import type { JsonObject, Note, Parameter, Pipeline, PipelineNode } from '../types.ts';
import { validate } from '../validate/value.ts';

export type ReadPipeline =
  | { readonly pipeline: Pipeline; readonly errors?: undefined }
  | { readonly errors: readonly EsteiraError[]; readonly pipeline?: undefined };

/**
 * A saved pipeline from its text. Says line and column of what is not JSON, and refuses what would
 * be lost without a word: a key that stands twice, a whole number with too many digits.
 */
export function parsePipeline(text: string): ReadPipeline {
  const mistake = tooLarge(text) ?? textMistake(text);
  if (mistake !== undefined) return { errors: [mistake] };
  return validatePipeline(JSON.parse(withoutMark(text)));
}

/**
 * A parsed value as a pipeline of the current format: older formats are brought up, newer ones
 * refused. Wires and types are not judged, so that an unfinished pipeline opens: see `checkPipeline`.
 */
export function validatePipeline(value: unknown): ReadPipeline {
  const measured = measure(value);
  if (measured instanceof EsteiraError) return { errors: [measured] };
  if (!isObject(value)) {
    const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    const params = { field: 'document', expected: 'object', found };
    return { errors: [new EsteiraError('value-wrong-type', params, { path: '' })] };
  }
  const document = migrateDocument(value);
  if (document instanceof EsteiraError) return { errors: [document] };
  const errors = validate('pipeline', document);
  if (errors.length > 0) return { errors };
  const pipeline = document as unknown as Pipeline;
  const repeated = [...repeatedNames(pipeline)];
  return repeated.length > 0 ? { errors: repeated } : { pipeline };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A byte order mark may open a file; it is no part of the JSON. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function tooLarge(text: string): EsteiraError | undefined {
  const limit = documentLimits.bytes;
  // UTF-8 takes one to three bytes for a UTF-16 unit, so most lengths decide without encoding.
  if (text.length * 3 <= limit) return undefined;
  const bytes = text.length > limit ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= limit) return undefined;
  const megabytes = Math.ceil(bytes / 1e5) / 10;
  return new EsteiraError('document-too-large', { megabytes, limit: limit / 1e6 });
}

function textMistake(whole: string): EsteiraError | undefined {
  const text = withoutMark(whole);
  if (text.trim() === '') return new EsteiraError('document-empty', {});
  const mistake = scanJson(text, documentLimits);
  return mistake === undefined ? undefined : explainMistake(text, mistake);
}

function explainMistake(text: string, { kind, offset, found }: JsonMistake): EsteiraError {
  const place = lineAndColumn(text, offset);
  switch (kind) {
    case 'syntax':
      return new EsteiraError('document-not-json', { ...place, found: `“${found}”` });
    case 'end':
      return new EsteiraError('document-truncated', place);
    case 'deep':
      return new EsteiraError('document-too-deep', { limit: documentLimits.depth });
    case 'many':
      return new EsteiraError('document-too-many-values', { limit: documentLimits.values });
    case 'duplicate':
      return new EsteiraError('document-duplicate-key', { ...place, key: found });
    case 'inexact':
      return new EsteiraError('document-number-not-exact', { ...place, number: found });
    case 'infinite':
      return new EsteiraError('document-number-infinite', { number: found });
  }
}

type Named = {
  readonly nodes: readonly PipelineNode[];
  readonly parameters: readonly Parameter[];
  readonly notes?: readonly Note[];
};

/** What is found by its name must have it alone, or one of two would be lost when it is edited. */
function* repeatedNames(pipeline: Pipeline): Iterable<EsteiraError> {
  yield* repeatedIn(pipeline, '');
  for (const [id, definition] of Object.entries(pipeline.definitions)) {
    yield* repeatedIn(definition, `/definitions/${id}`);
  }
}

function* repeatedIn(
  { nodes, parameters, notes = [] }: Named,
  path: string,
): Iterable<EsteiraError> {
  const ids = new Set<string>();
  for (const [index, { id }] of nodes.entries()) {
    const where = { node: id, path: `${path}/nodes/${index}/id` };
    if (ids.has(id)) yield new EsteiraError('node-id-repeated', { id }, where);
    ids.add(id);
  }
  const names = new Set<string>();
  for (const [index, { name }] of parameters.entries()) {
    const where = { path: `${path}/parameters/${index}/name` };
    if (names.has(name)) yield new EsteiraError('parameter-repeated', { parameter: name }, where);
    names.add(name);
  }
  const noteIds = new Set<string>();
  for (const [index, { id }] of notes.entries()) {
    const where = { path: `${path}/notes/${index}/id` };
    if (noteIds.has(id)) yield new EsteiraError('note-id-repeated', { id }, where);
    noteIds.add(id);
  }
}
