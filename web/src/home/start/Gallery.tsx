import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { listTemplates } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { TaskPicture } from './TaskPicture.tsx';

const load = (signal: AbortSignal) => listTemplates(signal);

/** Templates by what they are for. */
export function Gallery(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { value = [] } = useLoaded(load);
  return (
    <ul className="gallery" aria-label={say('home.templates')}>
      {value.map(({ id, title, summary }) => (
        <li key={id}>
          <Link href={`/start?template=${id}`} className="template">
            <div className="template-picture">
              <TaskPicture template={id} />
            </div>
            <h3>{title[locale]}</h3>
            <p>{summary[locale].split(/(?<=[.:?])\s/)[0]}</p>
          </Link>
        </li>
      ))}
    </ul>
  );
}
