import { useStoreWithEqualityFn } from 'zustand/traditional';
import { isSameButPlace } from '../store/sameNode.ts';
import type { State } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';
import { targetOf, type Target } from './target.ts';

/** What is inspected. The same object while a card only moves, or while something else is edited. */
export function useTarget(): Target | undefined {
  return useStoreWithEqualityFn(editor.store, selectTarget, isSameTarget);
}

function selectTarget({ document, catalogue, view }: State): Target | undefined {
  const { selectedNodes, selectedEdges } = view;
  return targetOf({ document, catalogue, selectedNodes, selectedEdges });
}

function isSameTarget(a: Target | undefined, b: Target | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (
    a.kind === b.kind &&
    a.type === b.type &&
    isSameButPlace(a.node, b.node) &&
    a.outputs.length === b.outputs.length &&
    a.outputs.every((port, at) => port === b.outputs[at]) &&
    a.inputs.length === b.inputs.length &&
    a.inputs.every(({ node, port }, at) => {
      const other = b.inputs[at];
      return node === other?.node && port === other.port;
    })
  );
}
