/** Saves what is edited, a moment after the last edit. Never over what somebody else saved meanwhile. */
import type { Pipeline } from '#schemas/types.ts';
import * as api from '../api.ts';
import type { PipelineSummary } from '../api.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import type { SaveSlice } from './state.ts';

export type Autosave = {
  /** Saves at once; whether the server now has what the page shows. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: saves over the other version, which is kept as a pipeline of the name that is given. */
  readonly overwrite: (nameOf: NameOf) => Promise<PipelineSummary | undefined>;
  /** After a conflict: leaves this version, which is kept as a pipeline of its own, for the other one. */
  readonly leave: (nameOf: NameOf) => Promise<PipelineSummary | undefined>;
  readonly stop: () => void;
};

/** What a copy is called. */
type NameOf = (name: string) => string;

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
    if (id === null || before.status === 'conflict' || before.fate === 'deleted') return false;
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
      if (editor.get().document.id === id) setSave({ ...after(error), error });
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
    async overwrite(nameOf) {
      const { id } = editor.get().document;
      if (id === null) return undefined;
      const { revision, document } = await api.getPipeline(id);
      const copy = await keepCopy(document, nameOf);
      setSave({ status: 'unsaved', revision, error: undefined });
      await flush();
      return copy;
    },
    async leave(nameOf) {
      const { document } = editor.get();
      if (document.id === null) return undefined;
      const copy = await keepCopy(pipelineOf(document), nameOf);
      setSave({ status: 'saved', error: undefined });
      return copy;
    },
    stop() {
      clearTimeout(timer);
      unwatch();
    },
  };
}

const LONGEST_NAME = 200;

function keepCopy(document: Pipeline, nameOf: NameOf): Promise<PipelineSummary> {
  const room = LONGEST_NAME - nameOf('').length;
  return api.createPipeline({ ...document, name: nameOf(document.name.slice(0, room)) });
}

function after(error: api.ApiError): Partial<SaveSlice> {
  if (error.unreachable) return { status: 'offline' };
  if (error.code === 'not-found') return { status: 'refused', fate: 'deleted' };
  return { status: error.code === 'changed-meanwhile' ? 'conflict' : 'refused' };
}
