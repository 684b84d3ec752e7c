import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { FigureTable } from './FigureTable.tsx';
import { numberAt, recordsAt, textAt, type Report } from './report.ts';

/** How well each class is told apart. */
export function ByClass({ report }: { readonly report: Report }): ReactNode {
  const say = useText();
  const classes = recordsAt(report.details, 'byClass');
  if (classes.length === 0) return null;
  const at = (from: (typeof classes)[number], name: string) => numberAt(from, name) ?? null;
  // Of two classes it is the same for both, and told above.
  const hasAreas = classes.length > 2;
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span className="chart-title">{say('results.byClass.title')}</span>
      </figcaption>
      <div
        className="chart-table"
        role="region"
        aria-label={say('results.byClass.title')}
        // What scrolls must be reached by the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <FigureTable
          caption={say('results.byClass.title')}
          columns={[
            say('results.byClass.class'),
            say('results.rows'),
            say('results.byClass.precision'),
            say('results.byClass.recall'),
            say('results.byClass.f1'),
            ...(hasAreas ? [say('results.byClass.rocAuc')] : []),
          ]}
          shares={new Set([2, 3, 4])}
          rows={classes.map((each) => [
            textAt(each, 'class') ?? '',
            at(each, 'support'),
            at(each, 'precision'),
            at(each, 'recall'),
            at(each, 'f1'),
            ...(hasAreas ? [thousandths(at(each, 'rocAuc'))] : []),
          ])}
        />
      </div>
      <p className="chart-note">{say('results.byClass.note')}</p>
    </figure>
  );
}

const thousandths = (area: number | null): number | null =>
  area === null ? null : Math.round(area * 1000) / 1000;
