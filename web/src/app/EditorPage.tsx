import { Button } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Canvas } from '../canvas/Canvas.tsx';
import { useCanvas } from '../canvas/canvasState.ts';
import { ConnectSheet } from '../canvas/ConnectSheet.tsx';
import { Palette } from '../canvas/Palette.tsx';
import { ShortcutSheet } from '../canvas/ShortcutSheet.tsx';
import { useText } from '../i18n/useText.ts';
import { Inspector } from '../panels/Inspector.tsx';
import { AskBanner } from './AskBanner.tsx';
import { EditorImport } from './EditorImport.tsx';
import { FormAside } from './FormAside.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { usePanelSizes } from './panelSizes.ts';
import { RESTING } from './resting.ts';
import { ResizeHandle } from './ResizeHandle.tsx';
import { RunWith } from './RunWith.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { TakenOverNote } from './TakenOverNote.tsx';
import { TopBar } from './TopBar.tsx';
import { useEditor } from './useEditor.ts';
import { useEndNotice } from './useEndNotice.ts';
import { useFetchAhead } from './useFetchAhead.ts';
import { SessionContext, useOpenPipeline } from './useOpenPipeline.ts';
import './EditorPage.css';

/** The canvas in the middle; the palette at the left, the form at the right, the inspector below. */
export function EditorPage({ id }: { readonly id: string }): ReactNode {
  const say = useText();
  const { session, problem, retry } = useOpenPipeline(id);
  if (problem !== undefined) {
    return (
      <main className="editor-problem" role="alert">
        <h1>{say('editor.cannotOpen')}</h1>
        <p>{problem.message}</p>
        <p className="quiet">{problem.remedy}</p>
        {problem.kind !== 'user' && <Button onClick={retry}>{say('action.retry')}</Button>}
        <Link href="/">{say('editor.toHome')}</Link>
      </main>
    );
  }
  if (session === undefined) return <div className="editor" aria-busy="true" />;
  return (
    <SessionContext value={session}>
      <ReactFlowProvider>
        <Panels />
      </ReactFlowProvider>
    </SessionContext>
  );
}

function Panels(): ReactNode {
  const say = useText();
  useEndNotice();
  useFetchAhead();
  const hasForm = useEditor(({ view }) => view.selectedNodes.size === 1);
  const hasSelection = useEditor(
    ({ view }) => view.selectedNodes.size + view.selectedEdges.size > 0,
  );
  const sheet = useCanvas((state) => state.sheet);
  const isInspecting = useEditor(({ view }) => view.panels.inspectorOpen);
  const { inspectorHeight, isDocked } = usePanelSizes();
  const chosen = useEditor(({ view }) => [...view.selectedNodes, ...view.selectedEdges][0]);
  return (
    <div className="editor">
      <PanelBoundary name="top bar">
        <TopBar />
      </PanelBoundary>
      <PanelBoundary name="saving">
        <SaveNotice />
        <TakenOverNote />
      </PanelBoundary>
      <PanelBoundary name="questions">
        <AskBanner />
      </PanelBoundary>
      <div className="editor-middle">
        <PanelBoundary name="palette">
          <Palette />
        </PanelBoundary>
        <div className="editor-centre" data-docked={isDocked}>
          <main className="editor-canvas">
            <PanelBoundary name="canvas">
              <Canvas />
            </PanelBoundary>
            <div className="editor-uncovered" data-tour="graph" />
          </main>
          {hasForm && <FormAside about={chosen} />}
          {isInspecting && (
            <section
              className="editor-inspector"
              aria-label={say('editor.inspector')}
              style={{
                height: hasSelection ? inspectorHeight : Math.min(inspectorHeight, RESTING),
              }}
            >
              <ResizeHandle panel="inspectorHeight" label={say('editor.resizeInspector')} />
              <PanelBoundary name="inspector" about={chosen}>
                <Inspector />
              </PanelBoundary>
            </section>
          )}
        </div>
      </div>
      <PanelBoundary name="sheets" about={sheet}>
        <ShortcutSheet />
        <ConnectSheet />
        <EditorImport />
        <RunWith />
      </PanelBoundary>
    </div>
  );
}
