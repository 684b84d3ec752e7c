import { useEffect, useRef, useState } from 'react';
import { previewRows, type PortPlace } from '../../api.ts';
import { readReport, type Report } from '../../results/report.ts';
import { editor } from '../../store/theEditor.ts';
import { keepGlimpse } from './glimpses.ts';

export type Picture = {
  /** The last one that was drawn; of an earlier version of the graph while `isDrawing`. */
  readonly report: Report | undefined;
  readonly error: Error | undefined;
  readonly isDrawing: boolean;
};

/** Long enough that a burst of typing asks once. */
const PAUSE = 250;

/** The report at a place, made for a look: at once for who comes to see it, after a pause for who edits. */
export function usePicture(place: PortPlace): Picture {
  const [found, setFound] = useState<{ readonly of: PortPlace; readonly report?: Report }>();
  const [failed, setFailed] = useState<{ readonly of: PortPlace; readonly error: Error }>();
  const isFirst = useRef(true);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      isFirst.current = false;
      // Of the same moment as the place, which changes with whatever decides the picture.
      const asked = editor.get().document;
      try {
        const seen = await previewRows(place, stop.signal);
        const report = seen.kind === 'report' ? readReport(seen.value) : undefined;
        if (stop.signal.aborted) return;
        setFound({ of: place, ...(report && { report }) });
        keepGlimpse(asked, place.node, report);
      } catch (thrown) {
        if (stop.signal.aborted) return;
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        setFailed({ of: place, error });
        keepGlimpse(asked, place.node, undefined);
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [place]);
  const error = failed?.of === place ? failed.error : undefined;
  return { report: found?.report, error, isDrawing: error === undefined && found?.of !== place };
}
