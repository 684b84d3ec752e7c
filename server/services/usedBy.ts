/** Pipelines that name something by its hash. */
import type { PipelineRepository } from '#server/store/pipelines.ts';

/** A hash is like nothing else that a document can hold, so finding its text is finding it. */
export async function usedBy(
  pipelines: PipelineRepository,
  workspace: string,
  hash: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const using: { id: string; name: string }[] = [];
  for (const { id, name } of await pipelines.list(workspace, false)) {
    const row = await pipelines.find(workspace, id);
    if (row?.document.includes(hash) === true) using.push({ id, name });
  }
  return using;
}
