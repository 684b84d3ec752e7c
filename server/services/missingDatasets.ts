/** Data sets that a document names and that are not in this home. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { Store } from '#server/store/store.ts';
import { datasetsOf } from './documents.ts';

/** The content decides: the same bytes under another name are the same data set. */
export function missingDatasets(
  document: Pipeline,
  { artifacts }: Pick<Store, 'artifacts'>,
): EsteiraError[] {
  const missing = datasetsOf(document).filter(({ hash }) => !artifacts.has(hash));
  const names = new Set(missing.map(({ dataset }) => dataset));
  return [...names].map((dataset) => new EsteiraError('dataset-missing', { dataset }));
}
