/** What a document may hold. The schemas bound each list and text; these bound the whole. */
export const documentLimits = {
  /** Of UTF-8 text. */
  bytes: 20_000_000,
  /** Values within values. */
  depth: 200,
  /** Values in all, so that checking a hostile document takes neither minutes nor gigabytes. */
  values: 2_000_000,
} as const;
