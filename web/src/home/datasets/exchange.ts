/** Gives pipelines another file in place of one that they read. */
import { getPipeline, listDatasetUses, savePipeline, type DatasetRecord } from '../../api.ts';
import { replaceDataset } from './replace.ts';

/** Resolves to the names of the pipelines that read the new file now. Throws ApiError. */
export async function exchange(
  old: DatasetRecord,
  next: DatasetRecord,
): Promise<readonly string[]> {
  const changed: string[] = [];
  if (old.hash === next.hash) return changed;
  for (const { id, name } of await listDatasetUses(old.id)) {
    const { document, revision } = await getPipeline(id);
    const ref = { dataset: next.name, hash: next.hash };
    const replaced = replaceDataset(document, old.hash, ref);
    if (replaced === document) continue;
    await savePipeline(id, { document: replaced, revision });
    changed.push(name);
  }
  return changed;
}
