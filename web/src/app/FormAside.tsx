import { Suspense, type ReactNode } from 'react';
import { Coming } from './Coming.tsx';
import { lazily } from './lazily.ts';
import { useCanvas } from '../canvas/canvasState.ts';
import { useText } from '../i18n/useText.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { usePanelSizes } from './panelSizes.ts';
import { ResizeHandle } from './ResizeHandle.tsx';

// Nothing is selected when a pipeline opens, so the form comes with the first click.
const FormPanel = lazily(async () => ({
  default: (await import('../form/FormPanel.tsx')).FormPanel,
}));

/** The form's place: over the canvas, as high as its fields; beside a canvas that is too low for it. */
export function FormAside({ about }: { readonly about: string | undefined }): ReactNode {
  const say = useText();
  const { formWidth: width, formHeight, isDocked } = usePanelSizes();
  const isDragging = useCanvas((state) => state.dragging);
  const size = isDocked ? { width } : { width, maxHeight: `min(${formHeight}px, 100% - 16px)` };
  return (
    <aside
      className="editor-form"
      data-back={isDragging}
      aria-label={say('editor.form')}
      style={size}
    >
      <ResizeHandle panel="formWidth" label={say('editor.resizeForm')} />
      <PanelBoundary name="form" about={about}>
        <Suspense fallback={<Coming />}>
          <FormPanel />
        </Suspense>
      </PanelBoundary>
      {!isDocked && <ResizeHandle panel="formHeight" label={say('editor.resizeFormHeight')} />}
    </aside>
  );
}
