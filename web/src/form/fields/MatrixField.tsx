import type { ReactNode } from 'react';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useFormWorld, type FieldProps } from '../FormWorld.ts';
import { readNumber, writeNumber } from '../model/numberText.ts';
import type { FieldSchema, Params } from '../model/types.ts';
import { defaultOf } from '../model/values.ts';
import { IconButton } from './IconButton.tsx';

type Cell = string | number | boolean | null;

/** More rows than these belong in a file. */
const ROWS = 200;

/** A small table typed by hand; its columns are those of the list beside it. */
export function MatrixField({ field, value, onChange, id }: FieldProps): ReactNode {
  const say = useText();
  const headers = useHeaders();
  const rows = Array.isArray(value) ? (value as readonly (readonly Cell[])[]) : [];
  const width = Math.max(headers.length, 1, ...rows.map((row) => row.length));
  const set = (row: number, at: number, cell: Cell): void => {
    const cells = Array.from({ length: width }, (_, each) => rows[row]?.[each] ?? null);
    onChange(rows.with(row, cells.with(at, cell)));
  };
  const empty = Array.from({ length: width }, () => null);
  return (
    <div className="matrix">
      <table aria-labelledby={`${id}-label`}>
        <thead>
          <tr>
            {empty.map((_, at) => (
              // A column has no name of its own before it is given one.
              <th key={at} scope="col">
                {headers[at]?.name ?? at + 1}
              </th>
            ))}
            <th>
              <span className="visually-hidden">{say('form.matrix.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, at) => (
            <tr key={at}>
              {empty.map((_, column) => (
                <td key={column}>
                  <CellInput
                    label={say('form.matrix.cell', {
                      row: at + 1,
                      column: headers[column]?.name ?? column + 1,
                    })}
                    type={headers[column]?.type}
                    value={row[column] ?? null}
                    onChange={(cell) => set(at, column, cell)}
                  />
                </td>
              ))}
              <td>
                <IconButton
                  icon="cross"
                  label={say('form.list.remove', { at: at + 1 })}
                  onClick={() => onChange(rows.toSpliced(at, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS && (
        <p className="field-help">{say('form.matrix.more', { count: rows.length - ROWS })}</p>
      )}
      <button
        type="button"
        className="quiet-button"
        disabled={rows.length >= (field.schema.maxItems ?? Infinity)}
        onClick={() => onChange([...rows, empty])}
      >
        {say('form.matrix.add')}
      </button>
    </div>
  );
}

type Header = { readonly name: string; readonly type: string | undefined };

/** The names in the node's list param `columns`. */
function useHeaders(): readonly Header[] {
  const { node, type } = useFormWorld();
  const { properties } = type.params as { properties?: Readonly<Record<string, FieldSchema>> };
  const schema = properties?.['columns'];
  const columns = node.params['columns'] ?? (schema && defaultOf(schema));
  if (!Array.isArray(columns)) return [];
  // From elsewhere, a document may hold anything in a column's place.
  return (columns as (Params | null)[]).map((column) => ({
    name: typeof column?.['name'] === 'string' ? column['name'] : '',
    type: typeof column?.['type'] === 'string' ? column['type'] : undefined,
  }));
}

type CellProps = {
  readonly label: string;
  readonly type: string | undefined;
  readonly value: Cell;
  readonly onChange: (cell: Cell) => void;
};

function CellInput({ label, type, value, onChange }: CellProps): ReactNode {
  const locale = useLocale();
  const isNumber = type === 'number' || type === 'integer';
  const text =
    typeof value === 'number' ? writeNumber(value, locale) : value === null ? '' : String(value);
  return (
    <input
      key={text}
      className={isNumber ? 'cell numbers' : 'cell'}
      aria-label={label}
      defaultValue={text}
      onBlur={({ target }) => {
        if (target.value !== text) onChange(readCell(target.value, isNumber, locale));
      }}
    />
  );
}

/** An empty cell is missing. A text in a column of numbers stays, and the server says which cell it is. */
function readCell(text: string, isNumber: boolean, locale: 'en' | 'pt-BR'): Cell {
  if (text === '') return null;
  return isNumber ? (readNumber(text, locale) ?? text) : text;
}
