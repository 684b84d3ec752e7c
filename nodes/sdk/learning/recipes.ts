/** What an engine must know of tables and their recipes, in one object: it gets this instead of importing the kit. */
import type { TableSchema } from '#schemas/types.ts';
import { Table } from '../plan/table.ts';
import type { TableValue } from '../values.ts';
import { fitState } from './fitState.ts';
import { carry, pass, revive } from './recipe.ts';
import { refitSplit, splitAfterFit } from './refit.ts';

export const recipes = Object.freeze({
  isTable: (value: unknown): value is Table => value instanceof Table,
  open: (value: TableValue): Table => Table.of(value),
  close: (table: Table): TableValue => table.value(),
  declared: (schema: TableSchema): Table => Table.declared(schema),
  carry,
  pass,
  fitState,
  splitAfterFit,
  refitSplit,
  revive,
});
