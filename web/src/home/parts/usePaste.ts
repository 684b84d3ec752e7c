import { useEffect } from 'react';

const FIELD = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** Takes a file, or the text of a pipeline, that is pasted anywhere on the page but into a field. */
export function usePaste(onFile: (file: File) => void): void {
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (target instanceof Element && target.closest(FIELD) !== null) return;
      const file = clipboardData?.files[0] ?? fileOf(clipboardData?.getData('text/plain') ?? '');
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    };
    addEventListener('paste', take);
    return () => removeEventListener('paste', take);
  }, [onFile]);
}

/** What is pasted by accident is hardly ever an object of JSON. */
function fileOf(text: string): File | undefined {
  return text.trimStart().startsWith('{') ? new File([text], 'pipeline.json') : undefined;
}
