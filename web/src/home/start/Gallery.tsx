import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { listTemplates } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { startPath } from './startPath.ts';
import { TaskPicture } from './TaskPicture.tsx';

const load = (signal: AbortSignal) => listTemplates(signal);

/** What most people come for stands first; templates that are not named here follow. */
const ORDER = ['classify', 'regress', 'cross-validate'];

const place = (id: string): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

const firstSentence = (text: string): string => /^.*?[.?](?=\s|$)/.exec(text)?.[0] ?? text;

/** Templates by what they are for. */
export function Gallery(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { value = [] } = useLoaded(load);
  const templates = value.toSorted((a, b) => place(a.id) - place(b.id));
  return (
    <ul className="gallery" aria-label={say('home.templates')}>
      {templates.map(({ id, title, summary }) => (
        <li key={id}>
          <Link href={startPath(id)} className="template">
            <div className="template-picture">
              <TaskPicture template={id} />
            </div>
            <h3>{title[locale]}</h3>
            <p>{firstSentence(summary[locale])}</p>
          </Link>
        </li>
      ))}
    </ul>
  );
}
