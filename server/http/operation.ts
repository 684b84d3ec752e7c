/**
 * One thing that can be asked over HTTP: what Express needs to answer it and what OpenAPI says of it, side by side, so
 * that neither can change alone.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import type { JsonSchema } from '#schemas/schemas.ts';
import type { Locale } from '#schemas/types.ts';
import type { Actor, Services } from '#server/services/types.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A parameter in the address or in a header. */
export interface Field {
  readonly description: string;
  readonly schema: JsonSchema & { readonly type: 'string' | 'integer' | 'boolean' };
  readonly required?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

export interface JsonBody {
  readonly kind: 'json';
  readonly schema: JsonSchema;
  /** May be left out; the handler sees an empty object then. */
  readonly optional?: boolean;
  /** Somebody's document is inside, so a key that stands twice or a number that loses digits is refused. */
  readonly exact?: boolean;
}

/** The body is a saved pipeline; the handler is given its text, for the service that reads documents. */
export interface DocumentBody {
  readonly kind: 'document';
}

/** Bytes that the handler passes on as they come. */
export interface StreamBody {
  readonly kind: 'stream';
}

export interface Success {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  /** Of a JSON answer. */
  readonly schema?: JsonSchema;
  /** Of any other answer. */
  readonly contentType?: string;
  readonly headers?: Fields;
}

/** What a handler sees of a request. */
export interface Call {
  readonly services: Services;
  readonly actor: Actor;
  readonly locale: Locale;
  /** From the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Read as the operation declares; what was not given is absent. */
  readonly query: Readonly<Record<string, string | number | boolean>>;
  readonly headers: IncomingHttpHeaders;
  /** Checked against the operation's schema; the text for a document. */
  readonly body: unknown;
  /** Aborts when whoever asked has gone, or when the server stops. */
  readonly signal: AbortSignal;
  readonly request: Request;
  readonly response: Response;
}

/** Nothing, where the handler has answered by itself. */
export type Answer = {
  readonly json?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
} | void;

export interface Operation {
  /** operationId: unique, a verb and what it is done to. */
  readonly id: string;
  readonly method: Method;
  /** With {names} in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query?: Fields;
  readonly headers?: Fields;
  readonly body?: JsonBody | DocumentBody | StreamBody;
  readonly success: readonly Success[];
  /** Statuses of the problems that are particular to it. */
  readonly refuses?: readonly number[];
  readonly handle: (call: Call) => Promise<Answer> | Answer;
}
