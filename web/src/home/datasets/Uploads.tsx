import { useState, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import type { ApiError, DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useNotices } from '../parts/Notices.tsx';
import { Problem } from '../parts/Problem.tsx';
import { UploadProgress } from './UploadProgress.tsx';

type Props = {
  /** Sent one after the other, each taken off once it is over. */
  readonly files: readonly File[];
  /** What was here before. */
  readonly known: readonly DatasetRecord[] | undefined;
  readonly onFiles: Dispatch<SetStateAction<readonly File[]>>;
  readonly onSent: () => void;
};

/** Files on their way; what became of those that did not arrive stays until the next are chosen. */
export function Uploads({ files, known = [], onFiles, onSent }: Props): ReactNode {
  const say = useText();
  const { tell } = useNotices();
  const [failed, setFailed] = useState<readonly { name: string; problem: ApiError }[]>([]);
  const [over, setOver] = useState(0);
  const [file, ...rest] = files;
  const isBusy = file !== undefined;
  const [wasBusy, setBusy] = useState(false);
  if (isBusy !== wasBusy) {
    setBusy(isBusy);
    if (isBusy) setFailed([]);
  }
  const goOn = (): void => {
    setOver((count) => count + 1);
    onFiles((before) => before.slice(1));
  };
  const done = (dataset: DatasetRecord): void => {
    goOn();
    onSent();
    if (known.some(({ id }) => id === dataset.id)) {
      tell({ text: say('transfer.dataset.known', { name: dataset.name, knownAs: 'none' }) });
    }
  };
  return (
    <>
      {failed.length > 0 && (
        <div className="uploads-failed">
          {failed.map(({ name, problem }, at) => (
            // One after the other, and none goes away by itself.
            <Problem key={at} problem={problem} about={name} />
          ))}
        </div>
      )}
      {file !== undefined && (
        <UploadProgress
          key={over}
          file={file}
          onDone={done}
          onFail={(problem) => {
            setFailed((before) => [...before, { name: file.name, problem }]);
            goOn();
          }}
        />
      )}
      {rest.length > 0 && <p className="quiet">{say('home.upload.more', { more: rest.length })}</p>}
    </>
  );
}
