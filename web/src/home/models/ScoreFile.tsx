import { Anchor } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  artifactUrl,
  scoreDataset,
  type DatasetRecord,
  type ModelDetail,
  type SavedTable,
} from '../../api.ts';
import { UploadProgress } from '../datasets/UploadProgress.tsx';
import { useText } from '../../i18n/useText.ts';
import { FilePick } from '../parts/FilePick.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { TABLE_FILES } from '../parts/tableFiles.ts';

/** A file in, the same file back with the model's answers. */
export function ScoreFile({ model }: { readonly model: ModelDetail }): ReactNode {
  const say = useText();
  const { attempt } = useNotices();
  const [file, setFile] = useState<File>();
  const [scored, setScored] = useState<SavedTable>();
  const [isScoring, setScoring] = useState(false);
  const score = async ({ name, hash }: DatasetRecord): Promise<void> => {
    setScoring(true);
    await attempt(async () =>
      setScored(await scoreDataset(model.id, { dataset: { dataset: name, hash } })),
    );
    setScoring(false);
  };
  const choose = (next: File): void => {
    setScored(undefined);
    setFile(next);
  };
  const stem = file?.name.replace(/\.\w+$/, '') ?? 'data';
  return (
    <section className="score-file">
      <h3>{say('home.model.file')}</h3>
      <p className="quiet">{say('home.model.fileText')}</p>
      {file !== undefined && !isScoring && scored === undefined && (
        <UploadProgress
          key={file.name + file.lastModified}
          file={file}
          onDone={(dataset) => void score(dataset)}
        />
      )}
      <div role="status">
        {isScoring && <p>{say('home.model.scoring')}</p>}
        {scored !== undefined && (
          <p>
            {say('home.model.scored', { rows: scored.rows })}{' '}
            <Anchor href={artifactUrl(scored.hash, `${stem} + ${model.target}.csv`)} download>
              {say('home.download')}
            </Anchor>
          </p>
        )}
      </div>
      <FilePick
        variant="default"
        accept={TABLE_FILES}
        onFile={choose}
        leftSection={<Icon name="upload" />}
      >
        {say('home.start.choose')}
      </FilePick>
    </section>
  );
}
