/** The history of each pipeline and what is not saved yet, kept in this browser, so that a reload loses nothing. */
import { canonicalJson } from '#schemas/canonical.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRecord } from '../api.ts';
import { pipelineOf } from './document.ts';
import type { Editor, Opened } from './editor.ts';
import { readKept, writeKept } from './browserTable.ts';
import type { HistorySlice } from './state.ts';

const KEPT_ENTRIES = 200;
const QUIET = 250;

export type Kept = HistorySlice & {
  /** Of the document that the history led to: upon another one it would do harm. */
  readonly print: string;
  /** Of the server's copy that it builds upon. */
  readonly revision: number;
  /** What the server does not have yet. */
  readonly draft: Pipeline | undefined;
};

/**
 * What to open: the server's copy with its history, or what was not saved when the page went. Where another version was
 * saved meanwhile, saving it says so, and the person decides.
 */
export function restore(record: PipelineRecord, kept: Kept | undefined): Opened & Restored {
  const { id, revision, document } = record;
  const plain = { id, revision, document, isDraft: false };
  if (kept === undefined) return plain;
  const history = { done: kept.done, undone: kept.undone };
  if (kept.print === fingerprint(document)) return { ...plain, history };
  if (kept.draft === undefined) return plain;
  return { id, revision: kept.revision, document: kept.draft, history, isDraft: true };
}

type Restored = { readonly isDraft: boolean };

export async function readHistory(id: string): Promise<Kept | undefined> {
  const kept = await readKept(id).catch(() => undefined);
  return typeof kept === 'object' && kept !== null ? (kept as Kept) : undefined;
}

/** Forgets what was not saved: it is kept elsewhere. */
export async function forgetHistory(id: string): Promise<void> {
  await writeKept(id, undefined).catch(() => undefined);
}

/** Writes a moment after each change, and at once when the page goes. */
export function keepHistory(editor: Editor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { document, history, save } = editor.get();
    if (document.id === null) return;
    const pipeline = pipelineOf(document);
    const kept: Kept = {
      done: history.done.slice(-KEPT_ENTRIES),
      undone: history.undone,
      print: fingerprint(pipeline),
      revision: save.revision,
      draft: save.status === 'saved' ? undefined : pipeline,
    };
    // A browser may forbid it or be full: then a reload forgets the history, and nothing else.
    writeKept(document.id, kept).catch(() => undefined);
  };
  const unwatch = editor.store.subscribe((now, before) => {
    const isOther = now.document.id !== before.document.id;
    const isSame = now.history === before.history && now.save.status === before.save.status;
    if (isOther || isSame) return;
    clearTimeout(timer);
    timer = setTimeout(write, QUIET);
  });
  const leaving = (): void => {
    if (timer !== undefined) write();
  };
  addEventListener('pagehide', leaving);
  return () => {
    leaving();
    removeEventListener('pagehide', leaving);
    unwatch();
  };
}

/** Equal documents have equal ones; two that differ share one about once in 2^53. Not for security. */
export function fingerprint(pipeline: Pipeline): string {
  const text = canonicalJson(pipeline);
  let high = 0xde_ad_be_ef;
  let low = 0x41_c6_ce_57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  return `${text.length}-${(high >>> 0).toString(16)}-${(low >>> 0).toString(16)}`;
}
