import { useMemo, useState } from 'react';
import type { PortPlace } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { pipelineOf } from '../../store/document.ts';
import { editor } from '../../store/theEditor.ts';
import { upstreamKey } from '../target.ts';

/**
 * An output of a node, as the server is asked about it. The same object while nothing that decides its rows changes;
 * another once a run has given the node a result. What people answered in the run that is shown, and what it did to
 * the world, is found again by naming that run. Where somebody asked for some of the rows, it is those. While it is
 * not known whether an edit is sound, it is the place before the edit.
 */
export function usePlace(node: string, port: string): PortPlace {
  const key = useEditor(({ document }) => upstreamKey(document, node));
  const params = useEditor(({ run }) => run.params);
  const ran = useEditor(({ run }) => {
    const status = run.steps.get(node)?.status;
    return status === 'done' || status === 'cached' ? run.current?.id : undefined;
  });
  const narrowing = useEditor(({ view: { shownRows } }) =>
    shownRows?.node === node && shownRows.port === port ? shownRows.narrowing : undefined,
  );
  const isChecking = useEditor(({ analysis }) => analysis.status === 'checking');
  const now = useMemo(
    () => {
      const { document, run } = editor.get();
      const shown = ran ?? run.current?.id;
      const named = shown === undefined ? {} : { run: shown };
      return { document: pipelineOf(document), params, node, port, ...named, ...narrowing };
    },
    // What the key stands for, and a run that gave this node nothing, is read from the store.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
    [key, params, ran, node, port, narrowing],
  );
  const [sound, setSound] = useState(now);
  const isHeld = isChecking && sound.node === node && sound.port === port;
  if (!isHeld && sound !== now) setSound(now);
  return isHeld ? sound : now;
}
