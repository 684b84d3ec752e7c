import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../i18n/useText.ts';
import { figureFormat, figuresOf, type Figure } from './figures.ts';
import type { Report } from './report.ts';

/** The figures of a report, each with how sure it is and one line that says what it is. */
export function Figures({ report }: { readonly report: Report }): ReactNode {
  const figures = figuresOf(report);
  if (figures.length === 0) return null;
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <FigureItem key={figure.name} figure={figure} />
      ))}
    </dl>
  );
}

function FigureItem({ figure }: { readonly figure: Figure }): ReactNode {
  const say = useText();
  const intl = useIntl();
  const { name, value, interval, spread, isShare, guess } = figure;
  const write = (number: number): string => intl.formatNumber(number, figureFormat(isShare));
  return (
    <div className="figure" title={say(`results.about.${name}`)}>
      <dt>{say(`results.figure.${name}`)}</dt>
      <dd>
        <span className="figure-value numbers">{write(value)}</span>
        {interval !== undefined && (
          <span className="figure-more numbers">
            {say('results.interval', { low: write(interval.low), high: write(interval.high) })}
          </span>
        )}
        {spread !== undefined && (
          <span className="figure-more numbers">
            {say('results.spread', { spread: write(spread) })}
          </span>
        )}
        {guess !== undefined && (
          <span className="figure-more numbers">
            {say('results.guess', { guess: write(guess) })}
          </span>
        )}
        <span className="figure-about">{say(`results.about.${name}`)}</span>
      </dd>
    </div>
  );
}
