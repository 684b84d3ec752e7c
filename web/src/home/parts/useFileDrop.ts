import { useEffect, useState } from 'react';

/**
 * Takes what files are dropped anywhere on the page, one at least, but where a part of it takes them itself. Says
 * whether some hang over it.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', take: (event: DragEvent) => void): void =>
      window.addEventListener(type, take, { signal: leaving.signal });
    on('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      setOver(!event.defaultPrevented);
      // Otherwise the browser would leave the page for the file.
      event.preventDefault();
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      onFiles(files);
    });
    return () => leaving.abort();
  }, [onFiles]);
  return isOver;
}
