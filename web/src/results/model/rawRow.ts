/** A raw row as a person types it, for a model's signature. */
import type { Column, Locale } from '#schemas/types.ts';
import type { Cell } from '../../api.ts';
import { readNumber, writeNumber } from '../../form/model/numberText.ts';

export type Typed = Readonly<Record<string, string>>;

/** The model's example as texts, or empty fields. */
export function typedRow(
  inputs: readonly Column[],
  example: Readonly<Record<string, Cell>> | null,
  locale: Locale,
): Typed {
  const text = (name: string): string => {
    const value = example !== null && Object.hasOwn(example, name) ? example[name] : null;
    if (value === null || value === undefined) return '';
    return typeof value === 'number' ? writeNumber(value, locale) : String(value);
  };
  return Object.fromEntries(inputs.map(({ name }) => [name, text(name)]));
}

/** An empty field is a missing value. `bad` names the columns whose text is no number. */
export function readRow(
  inputs: readonly Column[],
  typed: Typed,
  locale: Locale,
): { readonly row: Readonly<Record<string, Cell>>; readonly bad: readonly string[] } {
  const bad: string[] = [];
  const cell = ({ name, type }: Column): Cell => {
    const text = (typed[name] ?? '').trim();
    if (text === '') return null;
    if (type === 'bool') return text === 'true';
    if (type !== 'int64' && type !== 'float64') return text;
    const number = readNumber(text, locale);
    if (number === undefined || (type === 'int64' && !Number.isSafeInteger(number))) bad.push(name);
    return number ?? null;
  };
  return { row: Object.fromEntries(inputs.map((column) => [column.name, cell(column)])), bad };
}

/** Texts of columns whose categories the model knows, and which are none of them. */
export function unseenIn(
  inputs: readonly Column[],
  typed: Typed,
): readonly { readonly name: string; readonly text: string }[] {
  return inputs.flatMap(({ name, levels }) => {
    const text = (typed[name] ?? '').trim();
    return levels === undefined || text === '' || levels.includes(text) ? [] : [{ name, text }];
  });
}
