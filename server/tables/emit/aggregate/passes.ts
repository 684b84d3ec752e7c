/**
 * The passes over an aggregate's rows, gathered from what its measures ask: the groups with all that one scan gives;
 * their exact sums; deviations from the means; modes. Each is a CTE with one row a group, keyed k0, k1, …
 */
import { Asked } from './asked.ts';
import {
  beyondLimbsSql,
  fromLimbsSql,
  limbsSql,
  scaledSumSql,
  scaleSql,
  two,
  unscaledSql,
} from './exact.ts';
import { modeSql } from './mode.ts';
import { countSql } from './measures.ts';
import { groupBy, sameKeys } from './keys.ts';
import type { AggregateSource, Argument } from './source.ts';
import type { Statement } from '../statement.ts';

export class Passes {
  readonly #statement: Statement;
  readonly #source: AggregateSource;
  readonly #groups = new Asked('m');
  readonly #sums = new Map<string, Argument>();
  readonly #totals = new Asked('f');
  readonly #products = new Asked('v');
  readonly #modes = new Map<string, string>();

  constructor(statement: Statement, source: AggregateSource) {
    this.#statement = statement;
    this.#source = source;
  }

  get #keyed(): boolean {
    return this.#source.keys.length > 0;
  }

  /** An aggregate over the group's rows; gives its name. */
  group(sql: string): string {
    return this.#groups.ask(sql);
  }

  /** SQL of the sum; null of no value. May be infinite. */
  sum(arg: Argument): string {
    return this.#totals.ask(this.#total(arg, '1'));
  }

  mean(arg: Argument): string {
    return this.#totals.ask(this.#total(arg, this.#count(arg)));
  }

  #count(arg: Argument): string {
    return this.group(countSql(arg));
  }

  /** The sum over `divisor`, in the names of the groups and of the sums. */
  #total(arg: Argument, divisor: string): string {
    if (arg.type !== 'float64') {
      // 128 bits hold any sum of whole numbers.
      const sum = this.group(`sum(CAST(${arg.name} AS BIGINT))`);
      return `CAST(${sum} AS DOUBLE) / ${divisor}`;
    }
    this.#sums.set(arg.name, arg);
    const size = this.#size(arg);
    const scaled = unscaledSql(`s_${arg.name}`, `x_${arg.name}`, divisor);
    if (!this.#keyed) return scaled;
    const limbs = limbsSql(arg.name);
    const sum = fromLimbsSql({ high: this.group(limbs.high), low: this.group(limbs.low) });
    return `CASE WHEN ${beyondLimbsSql(size, this.#count(arg))} THEN ${scaled} ELSE ${sum} / ${divisor} END`;
  }

  /** The largest size in a group. Of all rows, DuckDB knows the smallest and the largest value from the file itself. */
  #size({ name }: Argument): string {
    if (this.#keyed) return this.group(`max(abs(${name}))`);
    return this.group(`greatest(abs(min(${name})), abs(max(${name})))`);
  }

  /**
   * The corrected two-pass algorithm (Chan, Golub and LeVeque 1983, equation 1.7) on scaled deviations: they lie within
   * ±1, so their products have one grid for all. Null where there are no more values than `ddof`.
   */
  covariance(x: Argument, y: Argument, ddof: number): string {
    const [sx, sy] = [this.#deviation(x), this.#deviation(y)];
    const product = `(${sx.of}) * (${sy.of}) * ${two(60)}`;
    const sum = this.#products.ask(`sum(CAST(${product} AS BIGINT))`);
    const count = this.#count(x);
    const degrees = `(${count} - ${ddof})`;
    const value = `CAST(${sum} AS DOUBLE) * ${two(-60)} / ${degrees} / ${sx.scale} / ${sy.scale}`;
    return `CASE WHEN ${degrees} > 0 THEN ${value} END`;
  }

  /** The deviation from the mean, brought within ±1 by a power of two. */
  #deviation(arg: Argument): { readonly of: string; readonly scale: string } {
    const value = `CAST(${arg.name} AS DOUBLE)`;
    // Half the range, which the largest doubles do not overflow.
    const half = this.group(`max(${value}) * 0.5e0 - min(${value}) * 0.5e0`);
    const power = `least(-2e0 - floor(log2(${half})), 1023e0)`;
    const scale = this.#totals.ask(`CASE WHEN ${half} > 0 THEN pow(2e0, ${power}) ELSE 1e0 END`);
    const mean = this.mean(arg);
    return { of: `${value} * ${scale} - ${mean} * ${scale}`, scale };
  }

  /** The most frequent value. */
  mode(arg: Argument): string {
    let name = this.#modes.get(arg.name);
    if (name === undefined) {
      name = this.#statement.addRaw(modeSql(this.#statement, this.#source, arg), true);
      this.#modes.set(arg.name, name);
    }
    return `${name}.value`;
  }

  /** FROM with everything that was asked for: one row a group. The keys are those of `t`. */
  from(): string {
    const { keys } = this.#source;
    const totals = this.#writeTotals();
    const parts = [`${this.#statement.use(totals)} AS t`];
    if (!this.#products.empty) {
      const products = this.#writeProducts(totals);
      parts.push(`LEFT JOIN ${this.#statement.use(products)} AS v ON ${sameKeys(keys, 't', 'v')}`);
    }
    for (const mode of this.#modes.values()) {
      parts.push(`LEFT JOIN ${this.#statement.use(mode)} ON ${sameKeys(keys, 't', mode)}`);
    }
    return parts.join(' ');
  }

  #writeGroups(): string {
    const { name, keys } = this.#source;
    const list = [...keys, ...this.#groups.list];
    const select = `SELECT ${list.length === 0 ? 'count(*) AS m' : list.join(', ')}`;
    return this.#statement.addRaw(
      `${select} FROM ${this.#statement.use(name)}${groupBy(keys)}`,
      true,
    );
  }

  #writeTotals(): string {
    const groups = this.#writeGroups();
    if (this.#totals.empty) return groups;
    const { keys } = this.#source;
    const list = ['m.*', ...this.#totals.list].join(', ');
    const from = `${this.#statement.use(groups)} AS m`;
    if (this.#sums.size === 0) return this.#statement.addRaw(`SELECT ${list} FROM ${from}`, true);
    const sums = this.#statement.use(this.#writeSums(groups));
    const join = `LEFT JOIN ${sums} AS s ON ${sameKeys(keys, 'm', 's')}`;
    return this.#statement.addRaw(`SELECT ${list} FROM ${from} ${join}`, true);
  }

  /** Scaled sums (s_) with their scales (x_): of all rows without keys, of the groups beyond the limbs with them. */
  #writeSums(groups: string): string {
    const { name, keys } = this.#source;
    const args = [...this.#sums.values()];
    const scales = args.map((arg) => `${scaleSql(this.#size(arg))} AS x_${arg.name}`);
    const beyond = args.map((arg) => beyondLimbsSql(this.#size(arg), this.#count(arg)));
    const where = this.#keyed ? ` WHERE ${beyond.join(' OR ')}` : '';
    const scaled = this.#statement.addRaw(
      `SELECT ${[...keys, ...scales].join(', ')} FROM ${this.#statement.use(groups)}${where}`,
      true,
    );
    const list = args.flatMap(({ name: arg }) => [
      `${scaledSumSql(`r.${arg}`, `x.x_${arg}`)} AS s_${arg}`,
      `any_value(x.x_${arg}) AS x_${arg}`,
    ]);
    return this.#overRows(name, scaled, list);
  }

  #writeProducts(totals: string): string {
    return this.#overRows(this.#source.name, totals, this.#products.list);
  }

  /** Aggregates `list` over the rows (r), each beside what is known of its group (x). */
  #overRows(rows: string, known: string, list: readonly string[]): string {
    const { keys } = this.#source;
    const xKeys = keys.map((key) => `x.${key}`);
    return this.#statement.addRaw(
      `SELECT ${[...xKeys, ...list].join(', ')} FROM ${this.#statement.use(rows)} AS r` +
        ` JOIN ${this.#statement.use(known)} AS x ON ${sameKeys(keys, 'r', 'x')}${groupBy(xKeys)}`,
      true,
    );
  }
}
