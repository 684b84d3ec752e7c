import { useEffect, useState } from 'react';

/** Takes the first file that is dropped anywhere on the page. Says whether one hangs over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', take: (event: DragEvent) => void): void =>
      window.addEventListener(type, take, { signal: leaving.signal });
    on('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Otherwise the browser would leave the page for the file.
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    });
    return () => leaving.abort();
  }, [onFile]);
  return isOver;
}
