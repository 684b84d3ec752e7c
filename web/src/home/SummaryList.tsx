import { useId } from 'react';
import type { Summary } from '../api.ts';
import type { Texts } from '../i18n/texts.ts';
import { useLoaded } from './useLoaded.ts';

type Props = {
  readonly title: string;
  readonly empty: string;
  readonly texts: Texts;
  readonly load: (signal: AbortSignal) => Promise<readonly Summary[]>;
};

export function SummaryList({ title, empty, texts, load }: Props) {
  const heading = useId();
  const loaded = useLoaded(load);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {loaded.state === 'loading' && <p className="quiet">{texts.loading}</p>}
      {loaded.state === 'failed' && <p role="alert">{loaded.message}</p>}
      {loaded.state === 'loaded' && loaded.value.length === 0 && <p className="quiet">{empty}</p>}
      {loaded.state === 'loaded' && loaded.value.length > 0 && (
        <ul>
          {loaded.value.map(({ id, name, description }) => (
            <li key={id}>
              <strong>{name}</strong>
              {description !== undefined && <p>{description}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
