import { useState, type CSSProperties, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useLocale, useText } from '../i18n/useText.ts';
import { csvOf } from './charts/csv.ts';
import { saveText } from '../app/saveFile.ts';
import { shareOf, type Confusion } from './confusion.ts';

type Props = {
  readonly confusion: Confusion;
  /** Opens the rows of a cell, where somebody can. */
  readonly onCell?: ((actual: string, predicted: string) => void) | undefined;
};

/** Beyond so many classes the cells are too narrow for words. */
const WIDE = 12;
/** Percent of the colour in the deepest cell: beyond it the number on it could not be read in both themes. */
const DEEPEST = 75;

/** Who is taken for whom: a row is the actual class, shaded by the share of it that was answered so. */
export function ConfusionMatrix({ confusion, onCell }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const [asShare, setAsShare] = useState(false);
  const { classes, counts } = confusion;
  const save = (): void => {
    const columns = [say('results.confusion.corner'), ...classes];
    const rows = counts.map((row, at) => [classes[at]!, ...row]);
    saveText(csvOf({ columns, rows }, locale), say('results.confusion.title'), 'csv', 'text/csv');
  };
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span className="chart-title">{say('results.confusion.title')}</span>
        <span className="chart-tools">
          <button
            type="button"
            className="link-button"
            aria-pressed={asShare}
            onClick={() => setAsShare(!asShare)}
          >
            {asShare ? say('results.confusion.counts') : say('results.confusion.shares')}
          </button>
          <button type="button" className="link-button" onClick={save}>
            {say('results.chart.csv')}
          </button>
        </span>
      </figcaption>
      <div className="confusion-box">
        <table className={classes.length > WIDE ? 'confusion confusion-many' : 'confusion'}>
          <caption className="visually-hidden">{say('results.confusion.summary')}</caption>
          <thead>
            <tr>
              <td>
                <span className="visually-hidden">{say('results.confusion.corner')}</span>
              </td>
              <th scope="colgroup" colSpan={classes.length} className="confusion-axis">
                {say('results.confusion.predicted')}
              </th>
            </tr>
            <tr>
              <th scope="col" className="confusion-axis confusion-corner">
                {say('results.confusion.actual')}
              </th>
              {classes.map((name) => (
                <th key={name} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, at) => (
              <tr key={classes[at]}>
                <th scope="row" title={classes[at]}>
                  {classes[at]}
                </th>
                {row.map((_, column) => (
                  <MatrixCell
                    key={classes[column]}
                    confusion={confusion}
                    row={at}
                    column={column}
                    asShare={asShare}
                    onCell={onCell}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="chart-note">{say('results.confusion.summary')}</p>
    </figure>
  );
}

type CellProps = Props & {
  readonly row: number;
  readonly column: number;
  readonly asShare: boolean;
};

function MatrixCell({ confusion, row, column, asShare, onCell }: CellProps): ReactNode {
  const say = useText();
  const intl = useIntl();
  const { classes, counts } = confusion;
  const count = counts[row]![column]!;
  const share = shareOf(confusion, row, column);
  const [actual, predicted] = [classes[row]!, classes[column]!];
  const words = asShare
    ? intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
    : intl.formatNumber(count);
  const about = say('results.confusion.cell', { count, actual, predicted, share });
  // Who speaks to the page says what is read in the cell: the name begins with it.
  const name = asShare ? `${words}: ${about}` : about;
  const isRight = row === column;
  const heat = Math.round(share * DEEPEST);
  const style = { '--heat': `${heat}%` } as CSSProperties;
  return (
    <td
      className={`confusion-cell numbers ${isRight ? 'confusion-right' : 'confusion-wrong'}`}
      style={style}
      title={about}
    >
      {onCell === undefined || count === 0 ? (
        words
      ) : (
        <button type="button" aria-label={name} onClick={() => onCell(actual, predicted)}>
          {words}
        </button>
      )}
    </td>
  );
}
