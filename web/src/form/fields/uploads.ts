/** Files on their way to fields. They belong to no form: whoever turns to another node meanwhile loses none. */
import { create } from 'zustand';
import { uploadDataset, type DatasetRecord } from '../../api.ts';
import { messageOf } from '../../messageOf.ts';
import { editor } from '../../store/theEditor.ts';

/** Of one field: a file on its way (0 to 1 of it), what became of the last one, or neither. */
export type Upload = {
  readonly share?: number;
  readonly problem?: string;
  readonly brought?: DatasetRecord;
};

type Field = { readonly node: string; readonly path: string };

const none: Upload = {};
const useUploads = create<ReadonlyMap<string, Upload>>(() => new Map());
const going = new Map<string, AbortController>();

const keyOf = ({ node, path }: Field): string =>
  `${editor.get().document.id ?? ''} ${node} ${path}`;

export function useUpload(field: Field): Upload {
  return useUploads((all) => all.get(keyOf(field)) ?? none);
}

/**
 * Sends a file; `chosen` is told of it unless by then another pipeline is open or the node is gone. The data set is
 * among the others all the same.
 */
export async function send(
  field: Field,
  file: File,
  chosen: (record: DatasetRecord) => void,
): Promise<void> {
  const key = keyOf(field);
  const stopping = new AbortController();
  going.get(key)?.abort();
  going.set(key, stopping);
  const { signal } = stopping;
  const tell = (upload: Upload): void => {
    if (going.get(key) === stopping)
      useUploads.setState((all) => new Map(all).set(key, upload), true);
  };
  tell({ share: 0 });
  try {
    const progress = (share: number): void => tell({ share });
    const record = await uploadDataset(file, { name: file.name, signal, progress });
    tell({ brought: record });
    const isHere = editor.get().document.nodesById.has(field.node) && keyOf(field) === key;
    if (isHere && !signal.aborted) chosen(record);
  } catch (error) {
    tell(signal.aborted ? none : { problem: messageOf(error) });
  }
  if (going.get(key) === stopping) going.delete(key);
}

export function stop(field: Field): void {
  going.get(keyOf(field))?.abort();
}
