/** What stands beside the numbers of a column and is no part of them: `R$ 1.234,56`, `US$ 3.50`, `12,5%`. */
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';

/** Those that begin with others stand first: `R$ 5` is no `$`. */
const CURRENCIES = ['R$', 'US$', 'USD', 'BRL', 'EUR', 'GBP', '€', '£', '¥', '$'];
const PERCENT = '%';

const NUMBER = /^[-+]?[0-9][0-9.,]*$/;
/** Below this share of numbers the column is something else; the rest is told as misfits are. */
const MOST = 0.9;

/**
 * The unit of a column's different texts, or undefined; `missing` ones (`R$ -`) tell nothing. Amounts may also stand
 * bare, but not shares: beside `10%` a `0.1` could be either.
 */
export function unitOf(texts: readonly string[], missing: ReadonlySet<string>): string | undefined {
  return [...CURRENCIES, PERCENT].find((unit) => {
    const carrying = texts.filter((text) => text.includes(unit) && isNumber(text, unit)).length;
    if (carrying === 0) return false;
    const bare = texts.filter((text) => NUMBER.test(text)).length;
    if (unit === PERCENT ? bare > 0 : bare > carrying) return false;
    const there = texts.filter((text) => !missing.has(bareText(text, unit)));
    return carrying + bare >= there.length * MOST;
  });
}

/**
 * Two of a column's texts that are amounts and stand beside different units, or one beside none, where nearly all are
 * amounts and `unitOf` finds no unit for them.
 */
export function mixedUnits(texts: readonly string[]): readonly [string, string] | undefined {
  const units = texts.map(carriedBy);
  const amounts = texts.filter((_, at) => units[at] !== undefined);
  const first = units.findIndex((unit) => unit !== undefined && unit !== '');
  const other = units.findIndex((unit) => unit !== undefined && unit !== units[first]);
  if (first < 0 || other < 0 || amounts.length < texts.length * MOST) return undefined;
  return [texts[first]!, texts[other]!];
}

/** '' of a bare number, undefined of what is no amount. */
function carriedBy(text: string): string | undefined {
  if (NUMBER.test(text)) return '';
  return [...CURRENCIES, PERCENT].find((unit) => text.includes(unit) && isNumber(text, unit));
}

const isNumber = (text: string, unit: string): boolean => NUMBER.test(bareText(text, unit));

/** Without the unit, and without any space: `- R$ 5` is -5. */
export function bareText(text: string, unit: string | undefined): string {
  return unit === undefined ? text : text.replace(unit, '').replaceAll(/[ \u00a0]/g, '');
}

/** The same in SQL; of a unit that stands twice, DuckDB takes both away, and what is left is judged all the same. */
export function bareSql(cell: string, unit: string | undefined): string {
  if (unit === undefined) return cell;
  return `replace(replace(replace(${cell}, ${quoteText(unit)}, ''), ' ', ''), chr(160), '')`;
}
