/** What the reading of a file says where no choice of delimiter or encoding would make a table of it. */
import { fromThrown } from '#schemas/errors.ts';

const FOR_GOOD: ReadonlySet<string> = new Set([
  'file-empty',
  'file-binary',
  'file-format-unknown',
  'file-without-rows',
  'csv-quote-open',
  'csv-line-too-long',
]);

/** Whether such a file is worth nothing as a data set. */
export const isUnreadable = (thrown: unknown): boolean => FOR_GOOD.has(fromThrown(thrown).code);
