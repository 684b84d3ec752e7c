import type { ReactNode } from 'react';
import { describeMessage } from '#schemas/errors.ts';
import type { DatasetInspection } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import './HowRead.css';

const DELIMITERS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/** How the file was read, and what was guessed about it. */
export function HowRead({ inspection }: { readonly inspection: DatasetInspection }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { found, notes } = inspection;
  const delimiter = DELIMITERS[String(found['delimiter'])];
  const facts = [
    delimiter === undefined ? undefined : say(`home.read.${delimiter}`),
    found['decimal'] === ',' ? say('home.read.decimalComma') : say('home.read.decimalPoint'),
    typeof found['encoding'] === 'string' ? found['encoding'].toUpperCase() : undefined,
  ];
  return (
    <section className="how-read" aria-label={say('home.read')}>
      <p className="quiet">
        {say('home.read')}: {facts.filter((fact) => fact !== undefined).join(' · ')}
      </p>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ code, level, params = {} }) => {
            const { message, remedy } = describeMessage(code, spoken(params), locale);
            return (
              <li key={code + JSON.stringify(params)} data-level={level}>
                <Icon name={level === 'info' ? 'info' : 'warning'} />
                <span>
                  {message} {remedy}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type Params = Parameters<typeof describeMessage>[1];

const spoken = (params: Readonly<Record<string, unknown>>): Params => params as Params;
