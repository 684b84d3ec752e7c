import { useEffect, useRef, useState, type ReactNode } from 'react';
import { listDatasets, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { ariaOf, useFormWorld, type FieldProps } from '../FormWorld.ts';
import { send, stop, useUpload } from './uploads.ts';

type Reference = { readonly dataset: string; readonly hash: string };

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'dataset' in value && 'hash' in value;
}

type Listed = {
  readonly list: readonly DatasetRecord[];
  /** What had been brought in here by then. */
  readonly since: DatasetRecord | undefined;
};

/** A data set that was brought in, or a file brought in now. */
export function DatasetField(props: FieldProps): ReactNode {
  const { value, path, onChange } = props;
  const say = useText();
  const field = { node: useFormWorld().node.id, path };
  const upload = useUpload(field);
  const { brought } = upload;
  const [known, setKnown] = useState<Listed>();
  const [unlisted, setUnlisted] = useState<string>();
  const chosen = isReference(value) ? value : undefined;
  useEffect(() => {
    const leaving = new AbortController();
    listDatasets(leaving.signal).then(
      (list) => setKnown({ list, since: brought }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setUnlisted(messageOf(error));
      },
    );
    return () => leaving.abort();
  }, [brought]);
  const choose = ({ name, hash }: Pick<DatasetRecord, 'name' | 'hash'>): void => {
    onChange({ dataset: name, hash });
  };
  const isNew = brought !== undefined && known?.since !== brought;
  const others = known?.list.filter(({ id }) => id !== brought?.id);
  const datasets = isNew ? [brought, ...(others ?? [])] : known?.list;
  const isHere = chosen === undefined || datasets?.some(({ hash }) => hash === chosen.hash);
  const problem = upload.problem ?? unlisted;
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
      <FilePick
        share={upload.share}
        onPick={(file) => void send(field, file, choose)}
        onStop={() => stop(field)}
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

type FilePickProps = {
  /** Of the file that is on its way, 0 to 1. */
  readonly share: number | undefined;
  readonly onPick: (file: File) => void;
  readonly onStop: () => void;
};

function FilePick({ share, onPick, onStop }: FilePickProps): ReactNode {
  const say = useText();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say('form.dataset.upload')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) onPick(chosen);
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
          <button type="button" className="quiet-button" onClick={onStop}>
            {say('form.dataset.stop')}
          </button>
        </span>
      )}
    </>
  );
}
