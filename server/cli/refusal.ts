/** Tells mistakes in what was typed, or in the document, from failures of the work itself. */
import { EsteiraError } from '#schemas/errors.ts';

/** Ends the command with 2 instead of 1. */
export class Refusal extends Error {
  override readonly cause: EsteiraError;

  constructor(cause: EsteiraError) {
    super(cause.message);
    this.cause = cause;
  }
}

/** What this work throws is a mistake in what it was given. */
export async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof EsteiraError ? new Refusal(thrown) : thrown;
  }
}
