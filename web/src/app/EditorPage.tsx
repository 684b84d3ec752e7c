import type { ReactNode } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { Palette } from '../canvas/Palette.tsx';
import { FormPanel } from '../form/FormPanel.tsx';
import { Inspector } from '../panels/Inspector.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { TopBar } from './TopBar.tsx';
import { useEditor } from './useEditor.ts';
import { useOpenPipeline } from './useOpenPipeline.ts';
import './EditorPage.css';

/** The canvas in the middle; the palette at the left, the form at the right, the inspector below. */
export function EditorPage({ id }: { readonly id: string }): ReactNode {
  const problem = useOpenPipeline(id);
  const isOpen = useEditor((state) => state.document.id === id);
  const hasForm = useEditor(({ view }) => view.selectedNodes.size === 1);
  const inspectorOpen = useEditor(({ view }) => view.panels.inspectorOpen);
  if (problem !== undefined) return <p role="alert">{problem.message}</p>;
  if (!isOpen) return null;
  return (
    <div className="editor">
      <PanelBoundary name="top bar">
        <TopBar />
      </PanelBoundary>
      <div className="editor-middle">
        <PanelBoundary name="palette">
          <Palette />
        </PanelBoundary>
        <main className="editor-canvas">
          <PanelBoundary name="canvas">
            <Canvas />
          </PanelBoundary>
        </main>
        {hasForm && (
          <aside className="editor-form">
            <PanelBoundary name="form">
              <FormPanel />
            </PanelBoundary>
          </aside>
        )}
      </div>
      {inspectorOpen && (
        <section className="editor-inspector">
          <PanelBoundary name="inspector">
            <Inspector />
          </PanelBoundary>
        </section>
      )}
    </div>
  );
}
