import { useMemo } from 'react';
import type { PortPlace } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { pipelineOf } from '../../store/document.ts';
import { editor } from '../../store/theEditor.ts';
import { upstreamKey } from '../target.ts';

/**
 * An output of a node, as the server is asked about it. The same object while nothing that decides its rows changes;
 * another once a run has given the node a result.
 */
export function usePlace(node: string, port: string): PortPlace {
  const key = useEditor(({ document }) => upstreamKey(document, node));
  const params = useEditor(({ run }) => run.params);
  const ran = useEditor(({ run }) => {
    const status = run.steps.get(node)?.status;
    return status === 'done' || status === 'cached' ? run.current?.id : undefined;
  });
  return useMemo(
    () => ({ document: pipelineOf(editor.get().document), params, node, port }),
    // What the key and the run stand for is read from the store.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
    [key, params, ran, node, port],
  );
}
