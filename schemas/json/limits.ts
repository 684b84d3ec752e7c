/** What a document may hold. The schemas bound each list and text; these bound the whole. */
export const documentLimits = {
  /** Of UTF-8 text. */
  bytes: 20_000_000,
  /** Values within values. */
  depth: 200,
} as const;
