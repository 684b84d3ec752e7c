import { useEffect, useRef, useState, type ReactNode } from 'react';
import { listDatasets, uploadDataset, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ariaOf, type FieldProps } from '../FormWorld.ts';

type Reference = { readonly dataset: string; readonly hash: string };

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'dataset' in value && 'hash' in value;
}

/** A data set that was brought in, or a file brought in now. */
export function DatasetField(props: FieldProps): ReactNode {
  const { value, onChange } = props;
  const say = useText();
  const [datasets, setDatasets] = useState<readonly DatasetRecord[]>();
  const [problem, setProblem] = useState<string>();
  const chosen = isReference(value) ? value : undefined;
  useEffect(() => {
    const stop = new AbortController();
    listDatasets(stop.signal).then(setDatasets, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(messageOf(error));
    });
    return () => stop.abort();
  }, []);
  const choose = ({ name, hash }: Pick<DatasetRecord, 'name' | 'hash'>): void => {
    onChange({ dataset: name, hash });
  };
  const isHere = chosen === undefined || datasets?.some(({ hash }) => hash === chosen.hash);
  return (
    <div className="dataset-field">
      <select
        {...ariaOf(props)}
        className="input"
        value={chosen?.hash ?? ''}
        onChange={({ target }) => {
          const found = datasets?.find(({ hash }) => hash === target.value);
          if (found === undefined) onChange(null);
          else choose(found);
        }}
      >
        <option value="">{say('form.dataset.none')}</option>
        {chosen !== undefined && isHere !== true && (
          <option value={chosen.hash}>{chosen.dataset}</option>
        )}
        {datasets?.map(({ id, name, hash, rows }) => (
          <option key={id} value={hash}>
            {rows === undefined ? name : say('form.dataset.option', { name, rows })}
          </option>
        ))}
      </select>
      {datasets !== undefined && isHere !== true && (
        <span className="field-said">{say('form.dataset.gone', { name: chosen?.dataset })}</span>
      )}
      <Upload
        onDone={(record) => {
          setDatasets((list) => [record, ...(list ?? [])]);
          setProblem(undefined);
          choose(record);
        }}
        onProblem={setProblem}
      />
      {problem !== undefined && (
        <span className="field-said" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

type UploadProps = {
  readonly onDone: (record: DatasetRecord) => void;
  readonly onProblem: (words: string) => void;
};

function Upload({ onDone, onProblem }: UploadProps): ReactNode {
  const say = useText();
  const file = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = (chosen: File): void => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setShare(0);
    uploadDataset(chosen, { name: chosen.name, signal, progress: setShare })
      .then(onDone)
      .catch((error: unknown) => signal.aborted || onProblem(messageOf(error)))
      .finally(() => setShare(undefined));
  };
  return (
    <>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say('form.dataset.upload')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) send(chosen);
          target.value = '';
        }}
      />
      {share === undefined ? (
        <button type="button" className="quiet-button" onClick={() => file.current?.click()}>
          {say('form.dataset.upload')}
        </button>
      ) : (
        <span className="field-upload">
          <progress value={share} aria-label={say('form.dataset.uploading')} />
          <button type="button" className="quiet-button" onClick={() => stop.current?.abort()}>
            {say('form.dataset.stop')}
          </button>
        </span>
      )}
    </>
  );
}
