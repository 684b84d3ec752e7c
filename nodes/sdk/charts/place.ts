/** An axis or a colour of few places: the values of a column, stretches of it, or the parts of a split. */
import type { ChartAxis } from '#schemas/chart.ts';
import type { Column } from '#schemas/types.ts';
import type { TablesPort } from '../context.ts';
import { col } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import { binsOf } from './bins.ts';
import { groupsOf, type GroupOptions } from './groups.ts';
import type { By, Part } from './params.ts';
import { titled } from './report.ts';
import { drawnRows, isPresent, rowsByPart, type DrawnRows, type Place } from './rows.ts';

export interface Placed {
  readonly axis: ChartAxis;
  /** The place of a row, from 0; null for a row that has none. */
  readonly key: Expr;
  readonly places: number;
  readonly notes: readonly Note[];
}

type PlaceOptions = GroupOptions & {
  /** How many stretches, where the column has too many values. */
  readonly bins: number;
  readonly title?: string;
};

const isQuantity = ({ type, meaning }: Column): boolean =>
  type === 'date' ||
  type === 'timestamp' ||
  (meaning !== 'category' && (type === 'int64' || type === 'float64'));

/** A quantity of more values than can stand by themselves is put into stretches; rows without it have no place. */
export async function placeOf(
  tables: TablesPort,
  rows: Table,
  name: string,
  column: Column,
  options: PlaceOptions,
): Promise<Placed> {
  const axis = { column: column.name, type: column.type, ...titled(options.title ?? '') };
  if (isQuantity(column) && (await isMany(tables, rows, name, options.most + 1))) {
    const { bins: most } = options;
    const bins = await binsOf(tables, rows, name, column, { bins: most, most });
    if (bins !== undefined) {
      const { edges, key, step } = bins;
      const isTime = column.type === 'date' || column.type === 'timestamp';
      const scale = isTime ? 'time' : 'linear';
      const more = step === undefined ? {} : { step };
      return { axis: { ...axis, scale, edges, ...more }, key, places: edges.length - 1, notes: [] };
    }
  }
  const { groups, key, notes } = await groupsOf(tables, rows, name, column, options);
  return { axis: { ...axis, scale: 'category', groups }, key, places: groups.length, notes };
}

const isMany = async (
  tables: TablesPort,
  rows: Table,
  name: string,
  most: number,
): Promise<boolean> =>
  (await tables.count(
    rows
      .filter(isPresent(name))
      .distinct([name])
      .limit(most + 1),
  )) > most;

/** As many as colours that anybody tells apart, with one for the others. */
const MOST_COLOURS = 6;

export interface Coloured extends DrawnRows {
  /** Absent where nothing is told apart. */
  readonly colour: Placed | undefined;
}

/** The rows of a picture, and what tells them apart by colour: the column `colour` while there is one. */
export async function colouredRows(
  tables: TablesPort,
  table: Table,
  places: readonly Place[],
  own: { readonly part: Part; readonly by: By; readonly column: string; readonly most?: number },
): Promise<Coloured> {
  const { part, by, most = MOST_COLOURS } = own;
  if (by === 'part') {
    const { rows, notes, axis } = rowsByPart(table, part, places, 'colour');
    const colour = { axis, key: col('colour'), places: axis.groups!.length, notes: [] };
    return { rows, notes, colour };
  }
  if (by === 'none' || own.column === '') {
    return { ...drawnRows(table, part, places), colour: undefined };
  }
  const column = table.need(own.column);
  const { rows, notes } = drawnRows(table, part, [...places, ['colour', column.name]]);
  const order = column.type === 'text' ? 'figure' : 'value';
  const colour = await placeOf(tables, rows, 'colour', column, { most, order, bins: most });
  return { rows, notes: [...notes, ...colour.notes], colour };
}
