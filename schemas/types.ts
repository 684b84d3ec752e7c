// The contract's types: generated from the schemas, and the few that no schema needs to say.
export type * from './types.generated.ts';

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };
