/** Saves what is edited, a moment after the last edit. Never over what somebody else saved meanwhile. */
import * as api from '../api.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import type { SaveSlice } from './state.ts';

export type Autosave = {
  /** Saves at once; whether the server now has what the page shows. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: saves over the other version, on purpose. */
  readonly overwrite: () => Promise<boolean>;
  readonly stop: () => void;
};

const QUIET = 800;
const RETRY = 3_000;

export function startAutosave(editor: Editor): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<boolean> | undefined;
  const setSave = (part: Partial<SaveSlice>): void => {
    editor.set({ save: { ...editor.get().save, ...part } });
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const save = async (): Promise<boolean> => {
    const { document, save: before } = editor.get();
    const { id } = document;
    if (id === null || before.status === 'conflict') return false;
    if (before.status === 'saved') return true;
    setSave({ status: 'saving' });
    try {
      const { revision } = before;
      const saved = await api.savePipeline(id, { document: pipelineOf(document), revision });
      if (editor.get().document.id !== id) return false;
      const isWhole = editor.get().document === document;
      const at = { revision: saved.revision, savedAt: saved.updatedAt, error: undefined };
      setSave({ status: isWhole ? 'saved' : 'unsaved', ...at });
      return isWhole || (await save());
    } catch (error) {
      if (!(error instanceof api.ApiError)) throw error;
      if (editor.get().document.id === id) setSave({ status: statusAfter(error), error });
      if (error.unreachable) later(RETRY);
      return false;
    }
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    saving ??= save().finally(() => {
      saving = undefined;
    });
    return saving;
  };

  const unwatch = editor.store.subscribe(({ document, save: { status } }, before) => {
    if (document === before.document || document.id !== before.document.id) return;
    if (status !== 'conflict') later(QUIET);
  });

  return {
    flush,
    async overwrite() {
      const { id } = editor.get().document;
      if (id === null) return false;
      const { revision } = await api.getPipeline(id);
      setSave({ status: 'unsaved', revision, error: undefined });
      return flush();
    },
    stop() {
      clearTimeout(timer);
      unwatch();
    },
  };
}

function statusAfter(error: api.ApiError): SaveSlice['status'] {
  if (error.unreachable) return 'offline';
  return error.code === 'changed-meanwhile' ? 'conflict' : 'refused';
}
