/** The store and the few ways in which it changes. It works without React; nothing here asks the server. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeType, Pipeline } from '#schemas/types.ts';
import { applyChange, inverse, isEmpty, type Change } from './change.ts';
import type { Command } from './commands/command.ts';
import { openDocument } from './document.ts';
import { emptyHistory, record } from './history.ts';
import { initialState } from './initialState.ts';
import type { DocumentSlice, HistorySlice, State } from './state.ts';
import { historyAfter, takenOver } from './takeOver.ts';

export type Editor = {
  readonly store: StoreApi<State>;
  readonly get: () => State;
  /** Makes new slices of what is given; the others stay as they are. */
  readonly set: (slices: Partial<State>) => void;
  /** Does a command, and says whether it changed anything. Undefined, or a command without a change, does nothing. */
  readonly dispatch: (command: Command | undefined) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (
    nodes: Iterable<string>,
    edges?: Iterable<string>,
    notes?: Iterable<string>,
  ) => void;
  /** Opens a document in place of the one that is open, with a history of its own. */
  readonly open: (opened: Opened) => void;
  /** Shows what another window saved; only where nothing is unsaved here. Selection and history stay as far as they can. */
  readonly takeOver: (theirs: Theirs) => void;
  readonly setCatalogue: (list: readonly NodeType[]) => void;
};

export type Opened = {
  readonly id: string | null;
  readonly revision: number;
  readonly document: Pipeline;
  readonly history?: HistorySlice;
};

export type Theirs = {
  readonly revision: number;
  readonly savedAt: string;
  readonly document: Pipeline;
};

export function createEditor(now: () => number = Date.now): Editor {
  const store = createStore<State>()(() => initialState());
  const get = store.getState;
  const set = (slices: Partial<State>): void => store.setState(slices);

  const apply = (
    change: Change,
    history: HistorySlice,
    { select, selectNotes }: Pick<Command, 'select' | 'selectNotes'> = {},
  ): void => {
    const { document, save, view } = get();
    const next = applyChange(document, change);
    const nodes = select === undefined ? view.selectedNodes : new Set(select);
    // A note that stays selected beside what is new would go with it at the next Delete.
    const left = select === undefined ? view.selectedNotes : new Set<string>();
    const notes = selectNotes === undefined ? left : new Set(selectNotes);
    set({
      document: next,
      history,
      save: save.status === 'conflict' ? save : { ...save, status: 'unsaved', isTakenOver: false },
      view: withSelection(view, kept(next, nodes, view.selectedEdges, notes)),
    });
  };

  return {
    store,
    get,
    set,
    dispatch(command) {
      if (command === undefined || isEmpty(command.change)) return false;
      const { name, about, change, group } = command;
      const entry = { name, about, change, time: now(), ...(group === undefined ? {} : { group }) };
      apply(change, record(get().history, entry), command);
      return true;
    },
    undo() {
      const { done, undone } = get().history;
      const entry = done.at(-1);
      if (entry === undefined) return;
      apply(inverse(entry.change), { done: done.slice(0, -1), undone: [...undone, entry] });
    },
    redo() {
      const { done, undone } = get().history;
      const entry = undone.at(-1);
      if (entry === undefined) return;
      apply(entry.change, { done: [...done, entry], undone: undone.slice(0, -1) });
    },
    select(nodes, edges = [], notes = []) {
      const { document, view } = get();
      const chosen = kept(document, new Set(nodes), new Set(edges), new Set(notes));
      set({ view: withSelection(view, chosen) });
    },
    open({ id, revision, document, history = emptyHistory }) {
      const fresh = initialState();
      set({
        document: openDocument(id, document),
        history,
        save: { ...fresh.save, revision },
        analysis: fresh.analysis,
        forecast: fresh.forecast,
        run: fresh.run,
        view: { ...get().view, ...nothing },
      });
    },
    takeOver({ revision, savedAt, document: theirs }) {
      const { document, history, save, view } = get();
      const next = takenOver(document, theirs);
      const isTakenOver = next !== document || save.isTakenOver;
      const { selectedNodes, selectedEdges, selectedNotes } = view;
      set({
        document: next,
        history: next === document ? history : historyAfter(history, document, next),
        save: { ...save, status: 'saved', revision, savedAt, error: undefined, isTakenOver },
        view: withSelection(view, kept(next, selectedNodes, selectedEdges, selectedNotes)),
      });
    },
    setCatalogue(list) {
      const types = new Map(list.flatMap((type) => type.formerly.map((name) => [name, type])));
      for (const type of list) types.set(type.type, type);
      set({ catalogue: { status: 'ready', list, types } });
    },
  };
}

type Selection = Pick<State['view'], 'selectedNodes' | 'selectedEdges' | 'selectedNotes'>;

const nothing: Selection = {
  selectedNodes: new Set(),
  selectedEdges: new Set(),
  selectedNotes: new Set(),
};

/** The same object where the same is selected: menus listen to all of the view. */
function withSelection(view: State['view'], chosen: Selection): State['view'] {
  const isSame =
    view.selectedNodes === chosen.selectedNodes &&
    view.selectedEdges === chosen.selectedEdges &&
    view.selectedNotes === chosen.selectedNotes;
  return isSame ? view : { ...view, ...chosen };
}

/** What is selected is there; sets that stay equal stay the same object, so that nobody redraws for nothing. */
function kept(
  { nodesById, edgesById, notesById }: DocumentSlice,
  nodes: ReadonlySet<string>,
  edges: ReadonlySet<string>,
  notes: ReadonlySet<string>,
): Selection {
  return {
    selectedNodes: within(nodes, nodesById),
    selectedEdges: within(edges, edgesById),
    selectedNotes: within(notes, notesById),
  };
}

function within(
  ids: ReadonlySet<string>,
  items: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  return [...ids].every((id) => items.has(id))
    ? ids
    : new Set([...ids].filter((id) => items.has(id)));
}
