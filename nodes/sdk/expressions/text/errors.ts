import type { ErrorCode } from '#schemas/errors.ts';
import type { Problem } from '../types.ts';

/** Why a text is no formula: a code of the catalogue, the place in the text, and what would have been right there. */
export interface FormulaError {
  readonly error: ErrorCode;
  /** From 0, in UTF-16 units, as editors count. */
  readonly position: number;
  readonly length: number;
  /** Signs and words of the language, or the kinds `value`, `operator`, `end`. */
  readonly expected: readonly string[];
  /** What the catalogue's message needs; its `position` counts from 1. */
  readonly params: Problem['params'];
}

export interface Span {
  readonly position: number;
  readonly length: number;
}

/** Ends the reading of a formula; `parse` turns it into its result. */
export class FormulaSyntaxError extends Error {
  readonly details: FormulaError;

  constructor(
    code: ErrorCode,
    { position, length }: Span,
    expected: readonly string[] = [],
    params: FormulaError['params'] = {},
  ) {
    super(`${code} at ${position}`);
    this.name = 'FormulaSyntaxError';
    const named = { position: position + 1, expected, ...params };
    this.details = { error: code, position, length, expected, params: named };
  }
}
