import { toProblem, type ExtraMessages } from '#schemas/errors.ts';
import type { ErrorData, Problem } from '#schemas/types.ts';
import type { Services } from '#server/services/types.ts';
import type { Call } from './operation.ts';

/** Findings that are part of a good answer, each in the reader's language. */
export async function problemsOf(
  { services, locale }: Pick<Call, 'services' | 'locale'>,
  errors: readonly ErrorData[],
): Promise<readonly Problem[]> {
  const extra = await nodeWords(services, errors);
  return errors.map((error) => toProblem(error, locale, extra));
}

/**
 * The words of node folders, where one of the errors is a node's own: its code has a dot. A folder that cannot be read
 * must not take the words of everything else with it.
 */
export async function nodeWords(
  { catalogue }: Pick<Services, 'catalogue'>,
  errors: readonly Pick<ErrorData, 'code'>[],
): Promise<ExtraMessages> {
  if (!errors.some(({ code }) => code.includes('.'))) return {};
  return catalogue.messages().catch(() => ({}));
}
