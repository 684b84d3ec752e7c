import { useStoreWithEqualityFn } from 'zustand/traditional';
import type { PipelineNode } from '#schemas/types.ts';
import { isSameButPlace } from '../store/sameNode.ts';
import type { State } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';

/** A node for those who do not show where it stands: to move it does not draw them again. */
export function useEditorNode(
  select: (state: State) => PipelineNode | undefined,
): PipelineNode | undefined {
  return useStoreWithEqualityFn(editor.store, select, isSameButPlace);
}
