import { Button, Group, Loader } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiError, type BundledDataset } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { Dialog } from '../parts/Overlay.tsx';
import { importPipeline, type Imported } from './importPipeline.ts';
import './ImportDialog.css';

type Props = { readonly file: File; readonly onClose: () => void };

/** What comes when the file is read is what a person waited for. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** Brings a pipeline's file in and says what was found in it, before it is opened. */
export function ImportDialog({ file, onClose }: Props): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const catalogue = useEditor((state) => state.catalogue);
  const [imported, setImported] = useState<Imported>();
  const [refusal, setRefusal] = useState<string>();
  const isReady = catalogue.status !== 'loading';
  useEffect(() => {
    if (!isReady) return undefined;
    let isHere = true;
    const bring = async (): Promise<void> => {
      try {
        const name = say('pipeline.untitled');
        const made = await importPipeline(file, { types: catalogue.types, name });
        if (isHere) setImported(made);
      } catch (error) {
        if (!isHere) return;
        if (error instanceof SyntaxError)
          setRefusal(say('home.import.noJson', { file: file.name }));
        else if (error instanceof ApiError) setRefusal(`${error.message} ${error.remedy}`);
        else throw error;
      }
    };
    void bring();
    return () => {
      isHere = false;
    };
    // A file is brought in once, whatever changes around it meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [file, isReady]);
  return (
    <Dialog
      title={say(imported === undefined ? 'home.import.title' : 'home.import.done')}
      onClose={onClose}
    >
      {imported === undefined && refusal === undefined && (
        <p role="status" className="import-reading">
          <Loader size="sm" /> {say('transfer.reading', { file: file.name })}
        </p>
      )}
      {refusal !== undefined && <p role="alert">{refusal}</p>}
      {imported !== undefined && <Found imported={imported} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {say('home.close')}
        </Button>
        {imported !== undefined && (
          <Button
            ref={takeFocus}
            // The dialog gives the keys out once it is drawn: on a slow machine, after the file was read.
            data-autofocus
            onClick={() => {
              onClose();
              navigate(`/pipelines/${imported.pipeline.id}`);
            }}
          >
            {say('home.open')}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

const LISTED = 8;

function Found({ imported }: { readonly imported: Imported }): ReactNode {
  const say = useText();
  const { pipeline, datasets, unknown, missing, ghosts, problems } = imported;
  const { nodes, edges } = pipeline.document;
  const said = ({ name, state, knownAs = 'none' }: BundledDataset): string =>
    say(`transfer.dataset.${state}`, { name, knownAs });
  const listed = (names: readonly string[]): string => {
    const more = names.length - LISTED;
    const shown = names.slice(0, LISTED);
    return [...shown, ...(more > 0 ? [say('form.columns.more', { count: more })] : [])].join(', ');
  };
  return (
    <div className="import-found" role="status">
      <p>
        <strong>{pipeline.name}</strong>
      </p>
      <p>{say('home.import.found', { nodes: nodes.length, wires: edges.length })}</p>
      {datasets.length > 0 && (
        <ul>
          {datasets.map((dataset) => (
            <li key={dataset.hash}>{said(dataset)}</li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <p>{say('home.import.unknown', { count: unknown.length, types: listed(unknown) })}</p>
      )}
      {missing.length > 0 && (
        <p>{say('home.import.missing', { count: missing.length, names: listed(missing) })}</p>
      )}
      {ghosts > 0 && <p>{say('transfer.ghosts', { count: ghosts })}</p>}
      {problems.length > 0 && <p>{say('home.import.problems', { count: problems.length })}</p>}
    </div>
  );
}
