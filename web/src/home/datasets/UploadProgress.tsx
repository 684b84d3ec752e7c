import { Progress } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiError, uploadDataset, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Problem } from '../parts/Problem.tsx';
import { useFormat } from '../parts/useFormat.ts';
import './UploadProgress.css';

type Props = {
  readonly file: File;
  readonly onDone: (dataset: DatasetRecord) => void;
  /** Shows what went wrong elsewhere; without it, it is shown here. */
  readonly onFail?: (problem: ApiError) => void;
};

/** Sends a file and shows how far it is; leaving stops it, and nothing of it stays. */
export function UploadProgress({ file, onDone, onFail }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    uploadDataset(file, { name: file.name, signal, progress: setShare }).then(
      onDone,
      (error: unknown) => {
        if (signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        (onFail ?? setProblem)(error);
      },
    );
    return () => leaving.abort();
    // A file is sent once; what to do afterwards may be told anew on the way.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [file]);
  if (problem !== undefined) return <Problem problem={problem} />;
  const sent = { size: format.bytes(file.size), share: format.share(share) };
  return (
    <div className="upload-progress">
      <p role="status">
        <strong>{file.name}</strong>{' '}
        {share < 1 ? say('home.upload.sending', sent) : say('home.start.reading')}
      </p>
      <Progress value={share * 100} aria-label={say('home.upload.progress')} />
    </div>
  );
}
