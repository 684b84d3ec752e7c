import { measure } from '../json/measure.ts';
import { EsteiraError } from '../errors.ts';
import type { JsonSchema, SchemaName } from '../schemas.ts';
import { schemaErrors, type SchemaError } from './ajv.ts';
import { collapseChoices } from './collapse.ts';
import { explain, missingOrUnknown } from './explain.ts';
import { pointer, pointerSegments } from './fieldName.ts';
import { isParamRef } from '../parameters.ts';

/** More mistakes than anybody mends in one go. */
const mostErrors = 50;

/** The mistakes of a value against a published schema, in plain words; none means that it fits. */
export function validate(schema: SchemaName, value: unknown): readonly EsteiraError[] {
  return inWords(schema, value, (error) => placeInDocument(value, error));
}

/**
 * The mistakes of a node's params against its type's schema. A ParamRef stands for a value that is
 * not known yet, so nothing is said of it: resolve the references first to have everything checked.
 */
export function validateParams(
  schema: JsonSchema,
  params: unknown,
  node?: string,
): readonly EsteiraError[] {
  return inWords(schema, params, (error) => ({ inside: error.instancePath, node })).filter(
    (error) => !concernsReference(error, params),
  );
}

type Place = { readonly inside: string; readonly node?: string | undefined };

function inWords(
  schema: SchemaName | JsonSchema,
  value: unknown,
  place: (error: SchemaError) => Place,
): readonly EsteiraError[] {
  const measured = measure(value);
  if (measured instanceof EsteiraError) return [measured];
  const errors = schemaErrors(schema, value, measured.values);
  // An error below propertyNames is told by the propertyNames error itself, with the name.
  const telling = errors.filter((error) => error.propertyName === undefined);
  return collapseChoices(telling.slice(0, 10 * mostErrors))
    .slice(0, mostErrors)
    .map((error) => {
      const { inside, node } = place(error);
      const last = missingOrUnknown(error);
      const path = `${error.instancePath}${last === undefined ? '' : pointer([last])}`;
      return explain(error, { node, path }, inside);
    });
}

/** A mistake inside a node is told of the node: its id, and the place within it. */
function placeInDocument(document: unknown, error: SchemaError): Place {
  const segments = pointerSegments(error.instancePath);
  const at = segments[0] === 'definitions' ? 2 : 0;
  const index = segments[at + 1];
  if (segments[at] !== 'nodes' || index === undefined) return { inside: error.instancePath };
  const id = member(follow(document, segments.slice(0, at + 2)), 'id');
  if (typeof id !== 'string' || id === '') return { inside: error.instancePath };
  return { inside: pointer(segments.slice(at + 2)), node: id };
}

function follow(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(member, value);
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function concernsReference(error: EsteiraError, params: unknown): boolean {
  let value = params;
  for (const segment of pointerSegments(error.path ?? '')) {
    if (isParamRef(value)) return true;
    value = member(value, segment);
  }
  return isParamRef(value);
}
