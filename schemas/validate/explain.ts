import { EsteiraError, type ErrorOptions } from '../errors.ts';
import { schemas } from '../schemas.ts';
import type { MessageParam } from '../types.ts';
import type { SchemaError } from './ajv.ts';
import { fieldName } from './fieldName.ts';

const identifierPattern = schemas.pipeline.$defs.Identifier.pattern;

/** One mistake against a schema, in plain words. `where` names the node, if it is in one. */
export function explain(error: SchemaError, where: ErrorOptions, inside: string): EsteiraError {
  const { keyword, params, data } = error;
  const field = fieldName(inside, missingOrUnknown(error));
  const value = shown(data);
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'type': {
      const expected = [params['type']].flat() as string[];
      return new EsteiraError('value-wrong-type', { field, expected, found: typeOf(data) }, where);
    }
    case 'required':
      return new EsteiraError('value-missing', { field }, where);
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return new EsteiraError('field-unknown', { field, known: knownFields(error) }, where);
    case 'propertyNames':
      return nameNotAllowed(error, inside, where);
    case 'enum':
    case 'const': {
      const allowed = [params['allowedValues'] ?? params['allowedValue']].flat().map(listed);
      return new EsteiraError('value-not-among', { field, value, allowed }, where);
    }
    case 'minimum':
      return new EsteiraError('value-too-small', { field, value, limit }, where);
    case 'maximum':
      return new EsteiraError('value-too-large', { field, value, limit }, where);
    case 'exclusiveMinimum':
      return new EsteiraError('value-not-above', { field, value, limit }, where);
    case 'exclusiveMaximum':
      return new EsteiraError('value-not-below', { field, value, limit }, where);
    case 'multipleOf': {
      const step = Number(params['multipleOf']);
      return new EsteiraError('value-not-multiple', { field, value, step }, where);
    }
    case 'minLength':
      return new EsteiraError('text-too-short', { field, limit }, where);
    case 'maxLength':
      return new EsteiraError('text-too-long', { field, limit }, where);
    case 'pattern':
    case 'format': {
      const form = String(params['pattern'] ?? params['format']);
      if (form === identifierPattern) {
        return new EsteiraError('identifier-wrong', { field, value: String(data) }, where);
      }
      return new EsteiraError('text-wrong-form', { field, value: String(data), form }, where);
    }
    case 'minItems':
    case 'minProperties':
      return new EsteiraError('list-too-short', { field, limit, count: size(data) }, where);
    case 'maxItems':
    case 'maxProperties':
      return new EsteiraError('list-too-long', { field, limit, count: size(data) }, where);
    case 'uniqueItems': {
      const [i, j] = [Number(params['i']) + 1, Number(params['j']) + 1];
      const [first, second] = [Math.min(i, j), Math.max(i, j)];
      return new EsteiraError('list-repeats', { field, first, second }, where);
    }
    case 'anyOf':
    case 'oneOf':
    case 'not':
    case 'discriminator':
      return new EsteiraError('value-fits-none', { field }, where);
    default:
      return new EsteiraError('value-refused', { field, rule: keyword }, where);
  }
}

/** The field that is missing or too many, where the mistake is in the object around it. */
export function missingOrUnknown(error: SchemaError): string | undefined {
  const { params } = error;
  const name =
    params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof name === 'string' ? name : undefined;
}

function nameNotAllowed(error: SchemaError, inside: string, where: ErrorOptions): EsteiraError {
  const params = { field: fieldName(inside), name: String(error.params['propertyName']) };
  return new EsteiraError('field-name-not-allowed', params, where);
}

function knownFields(error: SchemaError): string[] {
  const properties: unknown = error.parentSchema?.['properties'];
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function size(data: unknown): number {
  return typeof data === 'object' && data !== null ? Object.keys(data).length : 0;
}

function typeOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'array' : typeof data;
}

/** A value as an item of a list, which quotes text by itself. */
function listed(data: unknown): string | number {
  return typeof data === 'string' ? data.slice(0, 100) : shown(data);
}

/** A value as it stands in a sentence: numbers as such, text and the rest as JSON, cut short. */
function shown(data: unknown): string | number {
  if (typeof data === 'number') return data;
  if (typeof data === 'object' && data !== null) return Array.isArray(data) ? '[…]' : '{…}';
  if (typeof data === 'string') return `“${data.slice(0, 100)}”`;
  return String(data) satisfies MessageParam;
}
