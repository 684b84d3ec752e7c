import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { listDatasetUses, type DatasetRecord } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useLoaded } from '../parts/useLoaded.ts';

/** The pipelines that read a data set. */
export function Uses({ dataset }: { readonly dataset: DatasetRecord }): ReactNode {
  const say = useText();
  const load = useCallback(
    (signal: AbortSignal) => listDatasetUses(dataset.id, signal),
    [dataset.id],
  );
  const { value } = useLoaded(load);
  if (value === undefined) return null;
  if (value.length === 0) return <p className="quiet">{say('home.dataset.unused')}</p>;
  return (
    <ul>
      {value.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/pipelines/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
