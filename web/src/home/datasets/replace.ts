/** Another file in the place of one that pipelines read. */
import { isDatasetRef } from '#schemas/datasetRefs.ts';
import type { DatasetRef, Pipeline } from '#schemas/types.ts';

/** The document with every mention of the old content, in nodes, subflows and parameters, made one of the new. */
export function replaceDataset(document: Pipeline, oldHash: string, next: DatasetRef): Pipeline {
  return exchanged(document, oldHash, next) as Pipeline;
}

function exchanged(value: unknown, oldHash: string, next: DatasetRef): unknown {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const made = items.map((item) => exchanged(item, oldHash, next));
    return made.every((item, at) => item === items[at]) ? value : made;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (isDatasetRef(value)) return value.hash === oldHash ? { ...value, ...next } : value;
  const made = entries.map(([name, each]) => [name, exchanged(each, oldHash, next)] as const);
  return made.every(([, each], at) => each === entries[at]![1]) ? value : Object.fromEntries(made);
}
