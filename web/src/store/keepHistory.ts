/**
 * The history of each pipeline and what is not saved yet, kept in this browser, so that a reload loses nothing. A draft
 * is kept by the page that has it: two windows on one pipeline may have one each.
 */
import { canonicalJson } from '#schemas/canonical.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRecord } from '../api.ts';
import { pipelineOf } from './document.ts';
import type { Editor, Opened } from './editor.ts';
import { dropKept, readAllKept, readKept, writeKept } from './browserTable.ts';
import type { HistorySlice, SaveStatus } from './state.ts';
import { pageBefore, thisPage } from './thisPage.ts';

const KEPT_ENTRIES = 200;
/** No save is on its way. */
const STUCK: ReadonlySet<SaveStatus> = new Set(['offline', 'conflict', 'refused']);
const QUIET = 250;

export type Kept = HistorySlice & {
  /** Of the document that the history led to: upon another one it would do harm. */
  readonly print: string;
  /** Of the server's copy that it builds upon. */
  readonly revision: number;
  /** What the server does not have yet. */
  readonly draft: Pipeline | undefined;
  /** The page that wrote it, and when, in milliseconds since the epoch. */
  readonly by: string;
  readonly time: number;
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

const draftsOf = (id: string): string => `${id}/`;
const draftKey = (id: string, page: string): string => draftsOf(id) + page;

/** What is kept of a pipeline; a draft that another page left is this one's from then on. */
export async function readHistory(id: string): Promise<Kept | undefined> {
  const drafts = await readAllKept(draftsOf(id)).catch(() => []);
  const draft = chosenDraft(drafts as readonly Kept[], [thisPage, pageBefore]);
  if (draft === undefined) {
    const kept = await readKept(id).catch(() => undefined);
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : undefined;
  }
  if (draft.by !== thisPage) {
    const mine = { ...draft, by: thisPage };
    const move = writeKept(draftKey(id, thisPage), mine);
    move.then(() => dropKept(draftKey(id, draft.by))).catch(() => undefined);
  }
  return draft;
}

/** That of the first of the given pages which has one; else the newest. */
export function chosenDraft(
  drafts: readonly Kept[],
  pages: readonly (string | undefined)[],
): Kept | undefined {
  const own = pages.flatMap((page) => drafts.find(({ by }) => by === page) ?? []);
  return own[0] ?? drafts.toSorted((a, b) => b.time - a.time)[0];
}

/** Forgets what was not saved: it is kept elsewhere. */
export async function forgetHistory(id: string): Promise<void> {
  await Promise.all([dropKept(id), forgetDraft(id)]).catch(() => undefined);
}

export async function forgetDraft(id: string): Promise<void> {
  await dropKept(draftKey(id, thisPage)).catch(() => undefined);
}

/** Writes a moment after each change, and at once when the page goes; `isDue` where what is kept is out of date. */
export function keepHistory(editor: Editor, isDue = false): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // A browser may forbid it or be full: then a reload forgets the history, and nothing else.
    keep(editor).catch(() => undefined);
  };
  const writeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, QUIET);
  };
  if (isDue) writeSoon();
  const unwatch = editor.store.subscribe((now, before) => {
    const isOther = now.document.id !== before.document.id;
    const isSame =
      now.history === before.history &&
      now.save.status === before.save.status &&
      now.save.revision === before.save.revision;
    if (!isOther && !isSame) writeSoon();
  });
  const finish = (): void => {
    if (timer !== undefined) write();
  };
  const leaving = (): void => {
    // Another window may have opened, and settled, the draft that this one has.
    if (STUCK.has(editor.get().save.status)) write();
    else finish();
  };
  addEventListener('pagehide', leaving);
  return () => {
    finish();
    removeEventListener('pagehide', leaving);
    unwatch();
  };
}

async function keep(editor: Editor): Promise<void> {
  const { document, history, save } = editor.get();
  if (document.id === null) return;
  const pipeline = pipelineOf(document);
  const kept: Kept = {
    done: history.done.slice(-KEPT_ENTRIES),
    undone: history.undone,
    print: fingerprint(pipeline),
    revision: save.revision,
    draft: save.status === 'saved' ? undefined : pipeline,
    by: thisPage,
    time: Date.now(),
  };
  if (kept.draft !== undefined) {
    await writeKept(draftKey(document.id, thisPage), kept);
    return;
  }
  const forgotten = forgetDraft(document.id);
  const isShown = save.isTakenOver && isOfAnother(await readKept(document.id), kept);
  if (!isShown) await writeKept(document.id, kept);
  await forgotten;
}

/** Whether another window keeps the history of the edits that this one merely shows. */
export function isOfAnother(there: unknown, mine: Kept): boolean {
  if (typeof there !== 'object' || there === null) return false;
  const { by, print } = there as Partial<Kept>;
  return by !== undefined && by !== mine.by && print === mine.print;
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
