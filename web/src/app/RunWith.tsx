import { Suspense, type ReactNode } from 'react';
import { setCanvas, useCanvas } from '../canvas/canvasState.ts';
import { lazily } from './lazily.ts';

const GivenDialog = lazily(async () => ({
  default: (await import('../form/given/GivenDialog.tsx')).GivenDialog,
}));

/** Asks with which values of the pipeline's parameters it is to run this once. */
export function RunWith(): ReactNode {
  const isOpen = useCanvas(({ sheet }) => sheet === 'values');
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <GivenDialog onClose={() => setCanvas({ sheet: undefined })} />
    </Suspense>
  );
}
