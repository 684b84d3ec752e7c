/** Asks the server as any program would, and checks each answer against what OpenAPI promises of it. */
import { expect } from 'vitest';
import type { JsonSchema } from '#schemas/schemas.ts';
import type { Problem } from '#schemas/types.ts';
import { validateParams } from '#schemas/validate.ts';
import { openApiDocument } from '#server/http/openapi/document.ts';

export const description = openApiDocument('0') as unknown as OpenApi;

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, DescribedResponse>>;
  };
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, DescribedResponse | { readonly $ref: string }>>;
}

interface DescribedResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
}

export interface Asked<T> {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: NonNullable<RequestInit['body']>;
  /** What the JSON of the answer must have. */
  readonly expecting?: Partial<T>;
}

export interface Answered<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where the answer is no JSON. */
  readonly json: T;
  readonly text: string;
}

export type ApiClient = <T = Problem>(
  method: string,
  path: string,
  asked?: Asked<T>,
) => Promise<Answered<T>>;

/** operationIds that have been answered with a success, over all tests of a file. */
export const succeeded = new Set<string>();

export function apiClient(url: string, token?: string): ApiClient {
  return async <T>(method: string, path: string, asked: Asked<T> = {}) => {
    const { headers = {}, json, body, expecting } = asked;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    const text = await response.text();
    const parsed = parse(response, text);
    expectAsDescribed(method, path, response, parsed);
    if (expecting !== undefined) expect(parsed).toMatchObject(expecting);
    return { status: response.status, headers: response.headers, json: parsed as T, text };
  };
}

function parse(response: Response, text: string): unknown {
  return /json/.test(response.headers.get('content-type') ?? '') && text !== ''
    ? (JSON.parse(text) as unknown)
    : undefined;
}

function expectAsDescribed(method: string, path: string, response: Response, json: unknown): void {
  const operation = operationOf(method, path);
  if (!operation || response.status === 304) return;
  const found = operation.responses[response.status] ?? operation.responses['default']!;
  const described =
    '$ref' in found ? description.components.responses[found.$ref.split('/').at(-1)!]! : found;
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
  if (described.content === undefined) {
    expect(response.headers.get('content-length') ?? '0', path).toBe('0');
  } else {
    const schema = (described.content[type] ?? described.content['application/json'])?.schema;
    const isBytes = 'application/octet-stream' in described.content;
    expect(isBytes || type in described.content || schema !== undefined, `${path} ${type}`).toBe(
      true,
    );
    if (schema) expectFits(schema, json, `${method} ${path} ${response.status}`);
  }
  if (response.ok) succeeded.add(operation.operationId);
}

function operationOf(method: string, path: string): DescribedOperation | undefined {
  const [address = ''] = path.split('?');
  // A path without parameters stands before one with them, as in Express.
  const known = Object.entries(description.paths).toSorted(
    ([a], [b]) => a.split('{').length - b.split('{').length,
  );
  const found = known.find(([each]) => {
    return new RegExp(`^${each.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(
      address,
    );
  });
  return found?.[1][method.toLowerCase()];
}

/** Schemas of OpenAPI's components, as definitions that a validator of JSON Schema finds. */
const definitions = JSON.parse(
  JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
) as Readonly<Record<string, JsonSchema>>;
const compiled = new Map<string, JsonSchema>();

export function expectFits(schema: JsonSchema, value: unknown, what: string): void {
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
  const whole = compiled.get(text) ?? { $defs: definitions, ...(JSON.parse(text) as JsonSchema) };
  compiled.set(text, whole);
  expect(
    validateParams(whole, value).map((error) => `${error.message} ${error.path}`),
    what,
  ).toEqual([]);
}
