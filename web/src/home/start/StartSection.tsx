import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { listDatasets, listTemplates } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { UploadProgress } from '../datasets/UploadProgress.tsx';
import { FilePick } from '../parts/FilePick.tsx';
import { Icon } from '../../app/Icon.tsx';
import { TablePicture } from '../parts/pictures.tsx';
import { TABLE_FILES } from '../parts/tableFiles.ts';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { PickTarget } from './PickTarget.tsx';
import { Samples } from './Samples.tsx';
import './StartSection.css';

type Props = {
  /** Chosen or dropped, and not sent yet. */
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
};

/** From a file to a running pipeline: the file, its columns, what to predict. */
export function StartSection({ file, onFile }: Props): ReactNode {
  const say = useText();
  const [query] = useSearchParams();
  const [, navigate] = useLocation();
  useTitle(say('home.start.file'));
  const dataset = query.get('dataset');
  const template = query.get('template');
  const rest = template === null ? '' : `&template=${encodeURIComponent(template)}`;
  const goOn = (id: string): void => {
    onFile(undefined);
    navigate(`/start?dataset=${encodeURIComponent(id)}${rest}`, { replace: true });
  };
  if (file !== undefined) {
    return <Upload key={file.name + file.lastModified} file={file} onDone={goOn} onFile={onFile} />;
  }
  if (dataset !== null)
    return <PickTarget id={dataset} template={template ?? undefined} key={dataset} />;
  return (
    <>
      <Which template={template} />
      <div className="start-choose">
        <div className="start-choose-picture">
          <TablePicture />
        </div>
        <p>{say('home.start.dropHere')}</p>
        <FilePick accept={TABLE_FILES} onFile={onFile} leftSection={<Icon name="upload" />}>
          {say('home.start.choose')}
        </FilePick>
      </div>
      <KnownFiles onChoose={goOn} />
      <Samples template={template ?? undefined} onChoose={goOn} />
      <Link href="/">{say('home.back')}</Link>
    </>
  );
}

/** What was chosen stays in sight until it is made. */
function Which({ template }: { readonly template: string | null }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { value = [] } = useLoaded(loadTemplates);
  const title = value.find(({ id }) => id === template)?.title[locale];
  return (
    <h1>
      {title === undefined
        ? say('home.start.which')
        : say('home.start.whichFor', { template: title })}
    </h1>
  );
}

const loadTemplates = (signal: AbortSignal) => listTemplates(signal);

type UploadProps = {
  readonly file: File;
  readonly onDone: (dataset: string) => void;
  readonly onFile: (file: File | undefined) => void;
};

function Upload({ file, onDone, onFile }: UploadProps): ReactNode {
  const say = useText();
  return (
    <>
      <h1>{say('home.start.file')}</h1>
      <UploadProgress file={file} onDone={({ id }) => onDone(id)} />
      <FilePick variant="default" accept={TABLE_FILES} onFile={onFile} mt="md">
        {say('home.start.another')}
      </FilePick>
    </>
  );
}

const RECENT = 8;
const load = (signal: AbortSignal) => listDatasets(signal);

/** Files that are here already. */
function KnownFiles({ onChoose }: { readonly onChoose: (id: string) => void }): ReactNode {
  const say = useText();
  const format = useFormat();
  const { value = [] } = useLoaded(load);
  const tables = value.filter((dataset) => dataset.format === 'csv');
  if (tables.length === 0) return null;
  return (
    <section className="home-block">
      <h2>{say('home.start.known')}</h2>
      <ul className="known-files">
        {tables.slice(0, RECENT).map(({ id, name, bytes, createdAt }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <Icon name="file" />
              <strong>{name}</strong>
              <span className="quiet">
                {format.bytes(bytes)} · {format.ago(createdAt)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {tables.length > RECENT && (
        <p>
          <Link href="/datasets">{say('home.start.allKnown', { count: tables.length })}</Link>
        </p>
      )}
    </section>
  );
}
