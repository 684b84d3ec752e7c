/** What stands beside the numbers of a column and is no part of them: `R$ 1.234,56`, `US$ 3.50`, `12,5%`. */
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';

/** Those that begin with others stand first: `R$ 5` is no `$`. */
const CURRENCIES = ['R$', 'US$', 'USD', 'BRL', 'EUR', 'GBP', '€', '£', '¥', '$'];
const PERCENT = '%';
const UNITS = [...CURRENCIES, PERCENT];
/** What a bare number carries. */
const NONE = '';

const UNIT = new RegExp(UNITS.map((unit) => RegExp.escape(unit)).join('|'));
const NUMBER = /^[-+]?[0-9][0-9.,]*$/;
/** Below this share of numbers the column is something else; the rest is told as misfits are. */
const MOST = 0.9;

export interface Units {
  /** Stands beside the column's numbers. */
  readonly unit: string | undefined;
  /** Where nearly all are amounts, but of no one unit: two that stand beside different ones, or one beside none. */
  readonly mixed: readonly [string, string] | undefined;
}

/**
 * Of a column's different texts; `missing` ones (`R$ -`) tell nothing. Amounts may also stand bare, but not shares:
 * beside `10%` a `0.1` could be either.
 */
export function unitsIn(texts: readonly string[], missing: ReadonlySet<string>): Units {
  const byUnit = Map.groupBy(texts, unitBeside);
  const bare = byUnit.get(NONE)?.length ?? 0;
  const unit = UNITS.find((each) => {
    const carrying = byUnit.get(each)?.length ?? 0;
    if (carrying === 0 || bare > (each === PERCENT ? 0 : carrying)) return false;
    const there = texts.filter((text) => !missing.has(bareText(text, each)));
    return carrying + bare >= there.length * MOST;
  });
  return { unit, mixed: unit === undefined ? mixedIn(byUnit, texts.length) : undefined };
}

/** Of the unit that is met first, and of the first other one. */
function mixedIn(
  byUnit: ReadonlyMap<string | undefined, readonly string[]>,
  all: number,
): readonly [string, string] | undefined {
  const amounts = [...byUnit].filter(([unit]) => unit !== undefined);
  const one = amounts.find(([unit]) => unit !== NONE);
  const other = amounts.find((each) => each !== one);
  const others = byUnit.get(undefined)?.length ?? 0;
  if (one === undefined || other === undefined || all - others < all * MOST) return undefined;
  return [one[1][0]!, other[1][0]!];
}

/** Undefined of what is no amount. Only one unit can stand in an amount: the rest of it is digits and signs. */
function unitBeside(text: string): string | undefined {
  if (NUMBER.test(text)) return NONE;
  const unit = UNIT.exec(text)?.[0];
  return unit !== undefined && NUMBER.test(bareText(text, unit)) ? unit : undefined;
}

/** Without the unit, and without any space: `- R$ 5` is -5. */
export function bareText(text: string, unit: string | undefined): string {
  return unit === undefined ? text : text.replace(unit, '').replaceAll(/[ \u00a0]/g, '');
}

/** The same in SQL; of a unit that stands twice, DuckDB takes both away, and what is left is judged all the same. */
export function bareSql(cell: string, unit: string | undefined): string {
  if (unit === undefined) return cell;
  return `replace(replace(replace(${cell}, ${quoteText(unit)}, ''), ' ', ''), chr(160), '')`;
}
