import { Suspense, type ReactNode } from 'react';
import { lazily } from './lazily.ts';
import { setCanvas, useCanvas } from '../canvas/canvasState.ts';

const ImportDialog = lazily(async () => ({
  default: (await import('../home/pipelines/ImportDialog.tsx')).ImportDialog,
}));

/** A pipeline's file that is dropped here or chosen in the menu is a pipeline of its own: nothing open is replaced. */
export function EditorImport(): ReactNode {
  const file = useCanvas(({ importing }) => importing);
  if (file === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ImportDialog file={file} onClose={() => setCanvas({ importing: undefined })} />
    </Suspense>
  );
}
