import { emptyDocument } from './document.ts';
import { emptyHistory } from './history.ts';
import { noReset } from './noReset.ts';
import type { State } from './state.ts';

export function initialState(): State {
  return {
    document: emptyDocument,
    history: emptyHistory,
    save: {
      status: 'saved',
      revision: 0,
      savedAt: undefined,
      error: undefined,
      isTakenOver: false,
      fate: 'kept',
    },
    catalogue: { status: 'loading', types: new Map(), list: [] },
    analysis: { status: 'unknown', schemas: {}, problems: [], problemsByNode: new Map() },
    forecast: { status: 'unknown', steps: new Map(), lostPins: new Set() },
    run: {
      current: null,
      steps: new Map(),
      ran: null,
      stale: new Set(),
      reset: noReset,
      size: 0,
      ended: new Set(),
      unasked: new Set(),
      seq: 0,
      lost: false,
      starting: false,
      startError: undefined,
      params: {},
    },
    view: {
      locale: 'en',
      theme: 'system',
      panels: {
        inspectorOpen: true,
        inspectorTab: 'data',
        minimap: true,
        snap: true,
        bareKeys: true,
      },
      selectedNodes: new Set(),
      selectedEdges: new Set(),
      selectedNotes: new Set(),
      shownRows: undefined,
      focusField: undefined,
    },
  };
}
