import type { ReactNode } from 'react';
import { artifactUrl } from '../api.ts';
import { useFormat } from '../home/parts/useFormat.ts';
import { useText } from '../i18n/useText.ts';
import { savedFileOf } from './figures.ts';
import type { Report } from './report.ts';
import './SavedFile.css';

/** The file that a step wrote, to be downloaded; nothing for a report of another kind. */
export function SavedFile({ report }: { readonly report: Report }): ReactNode {
  const say = useText();
  const { bytes } = useFormat();
  const file = savedFileOf(report);
  if (file === undefined) return null;
  const { name, hash, rows, columns } = file;
  return (
    <div className="report-file">
      <p>
        <strong>{name}</strong>{' '}
        {say('results.file.holds', { rows, columns, size: bytes(file.bytes) })}
      </p>
      <a className="quiet-button" href={artifactUrl(hash, name)} download={name}>
        {say('results.file.download')}
      </a>
    </div>
  );
}
