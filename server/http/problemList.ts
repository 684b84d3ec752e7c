import { toProblem } from '#schemas/errors.ts';
import type { ErrorData, Problem } from '#schemas/types.ts';
import type { Call } from './operation.ts';

/** Findings that are part of a good answer, each in the reader's language. */
export async function problemsOf(
  { services, locale }: Pick<Call, 'services' | 'locale'>,
  errors: readonly ErrorData[],
): Promise<readonly Problem[]> {
  if (errors.length === 0) return [];
  const extra = await services.catalogue.messages();
  return errors.map((error) => toProblem(error, locale, extra));
}
