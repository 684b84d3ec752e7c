/** Column names: exact when referred to, unique ignoring case (as in SQL), never those of hidden columns. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { likeliest } from '../expressions/check/likeliest.ts';
import { MAX_NAME } from '../expressions/limits.ts';
import { ORDER, PART, ROW } from './types.ts';

/** Two names with the same key are the same column for SQL engines. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

const HIDDEN: readonly string[] = [ROW, PART, ORDER];

export function isHidden(name: string): boolean {
  return HIDDEN.includes(nameKey(name));
}

/** Throws `columns-none`, `column-name-empty`, `column-repeated`, or `text-wrong-form` for what SQL cannot spell. */
export function checkNames(names: readonly string[]): void {
  if (names.length === 0) throw new EsteiraError('columns-none', {});
  const seen = new Set<string>(HIDDEN);
  for (const name of names) {
    if (name === '') throw new EsteiraError('column-name-empty', {});
    if (name.length > MAX_NAME || name.includes('\0') || !name.isWellFormed()) {
      const form = `1 – ${MAX_NAME}, Unicode`;
      throw new EsteiraError('text-wrong-form', { field: 'name', value: short(name), form });
    }
    const key = nameKey(name);
    if (seen.has(key)) throw new EsteiraError('column-repeated', { column: name });
    seen.add(key);
  }
}

function short(name: string): string {
  return name.toWellFormed().replaceAll('\0', '�').slice(0, 80);
}

/** `name`, or `name` with the suffix as often as is needed to be new; the result counts as taken. */
export function freeName(name: string, suffix: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(nameKey(free)) || isHidden(free)) free += suffix;
  taken.add(nameKey(free));
  return free;
}

const maps = new WeakMap<readonly Column[], ReadonlyMap<string, Column>>();

export function columnsByName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  let map = maps.get(columns);
  if (!map) {
    map = new Map(columns.map((column) => [column.name, column]));
    maps.set(columns, map);
  }
  return map;
}

/**
 * The column of that exact name. Before a run a family ('many') stands for columns whose names depend on the data: a
 * name that begins with the family's `of` may be one of them and is taken as a column that is maybe there.
 */
export function findColumn(columns: readonly Column[], name: string): Column | undefined {
  const found = columnsByName(columns).get(name);
  if (found) return found;
  const family = columns.find(
    ({ presence, of }) => presence === 'many' && of !== undefined && name.startsWith(of),
  );
  return family && { ...family, name, presence: 'maybe' };
}

/** As findColumn; throws `column-unknown` with the columns nearest to it in name. */
export function needColumn(columns: readonly Column[], name: string): Column {
  const column = findColumn(columns, name);
  if (column) return column;
  const names = columns.map((known) => known.name);
  throw new EsteiraError('column-unknown', { column: name, known: likeliest(name, names) });
}
