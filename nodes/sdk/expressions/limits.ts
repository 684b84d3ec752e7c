/** Bounds on an expression: far above what a person writes, low enough that no stack or plan overflows. */

/** Levels of nesting, as many as spreadsheets have. DuckDB ends at 1,000, and a function may need ten levels there. */
export const MAX_DEPTH = 64;
/** Parts in all: constants, columns, calls and lookups. */
export const MAX_NODES = 10_000;
/** Rows of one lookup: a category column may have many values. */
export const MAX_LOOKUP_ROWS = 1_000_000;
/** Characters of a formula's text. */
export const MAX_TEXT = 200_000;
/** Characters of a column's name, and of a function's. */
export const MAX_NAME = 1_000;
