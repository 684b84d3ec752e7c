import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { artifactUrl, scoreFile, type ModelDetail, type SavedTable } from '../../api.ts';
import { TABLE_FILES } from '../../home/parts/tableFiles.ts';
import { useText } from '../../i18n/useText.ts';
import { editor } from '../../store/theEditor.ts';
import { messageOf } from '../../messageOf.ts';

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'scoring' }
  | { readonly is: 'done'; readonly table: SavedTable; readonly name: string }
  | { readonly is: 'failed'; readonly words: string };

/** A file dropped here comes back with the model's answers beside its columns. */
export function ScoreFile({ model }: { readonly model: ModelDetail }): ReactNode {
  const say = useText();
  const [state, setState] = useState<State>({ is: 'idle' });
  const [isOver, setOver] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);
  // In a low panel what came of the file would stand below its edge.
  useEffect(() => {
    if (state.is !== 'idle') outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [state.is]);
  const drop = (event: DragEvent): void => {
    // The page behind takes files too, but none that is taken already.
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void answer(model, file, setState);
  };
  return (
    // Dropping is a second way: the button within is the first.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={isOver ? 'score score-over' : 'score'}
      aria-label={say('results.score.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{say('results.score.title')}</h3>
      <p className="quiet">{say('results.score.about')}</p>
      <PickFile
        isBusy={state.is === 'sending' || state.is === 'scoring'}
        onFile={(file) => void answer(model, file, setState)}
      />
      <div ref={outcome} aria-live="polite">
        <Outcome state={state} />
      </div>
    </section>
  );
}

async function answer(
  { id, target }: ModelDetail,
  file: File,
  tell: (state: State) => void,
): Promise<void> {
  try {
    tell({ is: 'sending', share: 0 });
    const progress = (share: number): void =>
      tell(share < 1 ? { is: 'sending', share } : { is: 'scoring' });
    const spreadsheet = editor.get().view.locale;
    const table = await scoreFile(id, file, { name: file.name, spreadsheet, progress });
    tell({ is: 'done', table, name: `${file.name.replace(/\.[^.]*$/, '')} + ${target}.csv` });
  } catch (error) {
    tell({ is: 'failed', words: messageOf(error) });
  }
}

type PickProps = { readonly isBusy: boolean; readonly onFile: (file: File) => void };

function PickFile({ isBusy, onFile }: PickProps): ReactNode {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={TABLE_FILES}
        aria-label={say('results.score.choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          target.value = '';
        }}
      />
      <button
        type="button"
        className="quiet-button"
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        {say('results.score.choose')}
      </button>
    </>
  );
}

function Outcome({ state }: { readonly state: State }): ReactNode {
  const say = useText();
  switch (state.is) {
    case 'idle':
      return null;
    case 'sending':
      return <progress value={state.share} aria-label={say('form.dataset.uploading')} />;
    case 'scoring':
      return <p>{say('results.score.working')}</p>;
    case 'failed':
      return <p className="field-said">{state.words}</p>;
    case 'done': {
      const { table, name } = state;
      return (
        <a className="score-link" href={artifactUrl(table.hash, name)} download={name}>
          {say('results.score.done', { rows: table.rows, name })}
        </a>
      );
    }
  }
}
