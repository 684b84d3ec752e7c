import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Cell } from './charts/chart.ts';

/** More rows than these belong into the file. */
const ROWS = 500;

type Props = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns, by place, whose numbers are shares, told in per cent. */
  readonly shares?: ReadonlySet<number>;
};

const noShares: ReadonlySet<number> = new Set();

/** A small table of figures, numbers by the reader's language and right-aligned. */
export function FigureTable({ caption, columns, rows, shares = noShares }: Props): ReactNode {
  const intl = useIntl();
  const write = (cell: Cell, column: number): string => {
    if (cell === null) return '–';
    if (typeof cell !== 'number') return cell;
    return shares.has(column)
      ? intl.formatNumber(cell, {
          style: 'percent',
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        })
      : intl.formatNumber(cell, { maximumSignificantDigits: 5 });
  };
  const isNumeric = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col" className={isNumeric[at] ? 'numbers' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, ROWS).map((row, at) => (
          // Rows of figures have no other name than their place.
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={columns[column]} className={isNumeric[column] ? 'numbers' : undefined}>
                {write(cell, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
