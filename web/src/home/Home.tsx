import {
  useCallback,
  useEffect,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { PanelBoundary } from '../app/PanelBoundary.tsx';
import { useText } from '../i18n/useText.ts';
import { loadCatalogue } from '../store/session.ts';
import { editor } from '../store/theEditor.ts';
import { HomeHeader } from './HomeHeader.tsx';
import { DatasetsSection } from './datasets/DatasetsSection.tsx';
import { ModelsSection } from './models/ModelsSection.tsx';
import { NoticesProvider } from './parts/Notices.tsx';
import { isPipelineFile } from './parts/tableFiles.ts';
import { useFileDrop } from './parts/useFileDrop.ts';
import { usePaste } from './parts/usePaste.ts';
import { ImportDialog } from './pipelines/ImportDialog.tsx';
import { PipelinesSection } from './pipelines/PipelinesSection.tsx';
import { TrashSection } from './pipelines/TrashSection.tsx';
import { RunsSection } from './runs/RunsSection.tsx';
import { StartSection } from './start/StartSection.tsx';
import { startPath } from './start/startPath.ts';
import './parts/link.css';
import './home.css';

/** What I was doing, then what can be started, then everything else, each under an address of its own. */
export function Home({ section }: { readonly section: string }): ReactNode {
  useEffect(() => {
    const leaving = new AbortController();
    // Colours of pictures and names of learners come from it; without it they are plain.
    loadCatalogue(editor, leaving.signal).catch(() => {});
    return () => leaving.abort();
  }, []);
  return (
    <NoticesProvider>
      <Frame section={section} />
    </NoticesProvider>
  );
}

const SECTIONS = new Set(['pipelines', 'trash', 'datasets', 'models', 'runs', 'start']);

function Frame({ section }: { readonly section: string }): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const [query] = useSearchParams();
  // A file that is dropped where one is asked for is for what it is asked for.
  const template = section === 'start' ? query.get('template') : null;
  const [table, setTable] = useState<File>();
  const [graph, setGraph] = useState<File>();
  const [added, setAdded] = useState<readonly File[]>([]);
  const isAdding = section === 'datasets';
  const open = useCallback(
    (file: File) => {
      if (isPipelineFile(file)) {
        setGraph(file);
        return;
      }
      setTable(file);
      navigate(startPath(template));
    },
    [navigate, template],
  );
  const take = useCallback(
    (files: readonly File[]) => {
      const graphs = files.filter(isPipelineFile);
      const tables = files.filter((file) => !graphs.includes(file));
      // One table starts a pipeline; where data is kept, and of several at once, each is added.
      if (files.length === 1 && !(isAdding && tables.length === 1)) {
        open(files[0]!);
        return;
      }
      setGraph(graphs[0]);
      if (tables.length === 0) return;
      setAdded((before) => [...before, ...tables]);
      if (!isAdding) navigate('/datasets');
    },
    [isAdding, navigate, open],
  );
  const isOver = useFileDrop(take);
  usePaste(open);
  if (!SECTIONS.has(section)) return <Redirect to="/" />;
  return (
    <div className="home">
      <HomeHeader section={section} />
      <main className="home-main" data-section={section}>
        <PanelBoundary name={section} key={section}>
          <Section
            section={section}
            table={table}
            onTable={setTable}
            onFile={open}
            added={added}
            onAdd={setAdded}
          />
        </PanelBoundary>
      </main>
      {isOver && (
        <div className="home-drop" role="presentation">
          <p>{say(isAdding ? 'home.datasets.drop' : 'home.drop')}</p>
        </div>
      )}
      {graph !== undefined && <ImportDialog file={graph} onClose={() => setGraph(undefined)} />}
    </div>
  );
}

type SectionProps = {
  readonly section: string;
  /** Chosen or dropped, and not sent yet. */
  readonly table: File | undefined;
  readonly onTable: (file: File | undefined) => void;
  readonly onFile: (file: File) => void;
  /** To be kept as data, and not sent yet. */
  readonly added: readonly File[];
  readonly onAdd: Dispatch<SetStateAction<readonly File[]>>;
};

function Section({ section, table, onTable, onFile, added, onAdd }: SectionProps): ReactNode {
  switch (section) {
    case 'trash':
      return <TrashSection />;
    case 'datasets':
      return <DatasetsSection added={added} onAdd={onAdd} />;
    case 'models':
      return <ModelsSection />;
    case 'runs':
      return <RunsSection />;
    case 'start':
      return <StartSection file={table} onFile={onTable} />;
    default:
      return <PipelinesSection onFile={onFile} />;
  }
}
