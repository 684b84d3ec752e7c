/** Deals rows one by one. */
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import type { PartitionPlan } from '#nodes/sdk/plan/types.ts';
import type { Relation } from '../relation.ts';
import { Q_PART, Q_ROW } from '../select.ts';
import type { Statement } from '../statement.ts';
import { hashSql, keySql, numberSql, sharesOf, textSql, type Into, type Shares } from './keys.ts';

/** Names of what is known of each row: its rank in its stratum, the stratum's rows, and the rows of earlier strata. */
interface Place {
  readonly rank: string;
  readonly rows: string;
  readonly before: string | undefined;
}

export function dealRows(
  statement: Statement,
  plan: PartitionPlan,
  into: Into,
  from: Relation,
  list: readonly string[],
): string {
  const { seed, stratify, time } = plan;
  const [hash, stratumHash] = [statement.helper('hash'), statement.helper('stratum')];
  const place: Place = {
    rank: statement.helper('rank'),
    rows: statement.helper('rows'),
    before: stratify === undefined ? undefined : statement.helper('before'),
  };
  const keys = [`${hashSql(`CAST(${Q_ROW} AS VARCHAR)`, seed)} AS ${hash}`];
  if (stratify !== undefined) keys.push(`${hashSql(textSql(from, stratify), seed)} AS ${stratumHash}`);
  const stratum = stratify === undefined ? undefined : keySql(from, stratify);
  const by = time === undefined ? hash : `${quoteIdentifier(time)} ASC NULLS FIRST`;
  const within = stratum === undefined ? '' : `PARTITION BY ${stratum}`;
  const ranks = [
    `(row_number() OVER (${within} ORDER BY ${by}, ${Q_ROW}) - 1) AS ${place.rank}`,
    `count(*) OVER (${within}) AS ${place.rows}`,
  ];
  if (place.before !== undefined) {
    // Strata in the order of their hashes: which one gets the odd row depends on the seed.
    ranks.push(`(rank() OVER (ORDER BY ${stratumHash}, ${stratum}) - 1) AS ${place.before}`);
  }
  const keyed = `SELECT ${[...list, ...keys].join(', ')} FROM ${statement.use(from.name)}`;
  const ranked = `SELECT ${[...list, ...ranks].join(', ')} FROM (${keyed})`;
  const part = partSql(into, place, time !== undefined);
  return `SELECT ${list.join(', ')}, ${part} AS ${Q_PART} FROM (${ranked})`;
}

function partSql(into: Into, place: Place, timed: boolean): string {
  if (into.kind === 'holdout') return holdoutSql(sharesOf(into), place);
  const { rank, rows, before } = place;
  const fold = timed
    ? `(${rank} * ${into.count}) // ${rows}`
    : `(${before === undefined ? rank : `${before} + ${rank}`}) % ${into.count}`;
  return `CAST(${fold} AS BIGINT)`;
}

/** The first rows of a stratum train, the last ones test. */
function holdoutSql(shares: Shares, { rank, rows, before }: Place): string {
  const counts = before === undefined ? countsOfAll(shares, rows) : countsOfStratum(shares, rows, before);
  const { test, validation } = counts;
  return (
    `CASE WHEN ${rank} < ${rows} - ${test} - ${validation} THEN 'train'` +
    ` WHEN ${rank} < ${rows} - ${test} THEN 'validation' ELSE 'test' END`
  );
}

interface Counts {
  readonly test: string;
  readonly validation: string;
}

function rounded(rows: string, share: number): string {
  return `CAST(floor(CAST(${rows} AS DOUBLE) * ${numberSql(share)} + 0.5e0) AS BIGINT)`;
}

/** Every part that was asked for gets a row where there are enough. */
function countsOfAll({ test, validation, parts }: Shares, rows: string): Counts {
  const clamp = (count: string, most: string): string =>
    `CASE WHEN ${rows} >= ${parts} THEN greatest(1, least(${count}, ${most})) ELSE ${count} END`;
  const tests =
    test === 0 ? '0' : test === 1 ? rows : `(${clamp(rounded(rows, test), `${rows} - ${parts - 1}`)})`;
  const rest = `(${rows} - ${tests})`;
  const validations =
    validation === 0
      ? '0'
      : validation === 1
        ? rest
        : `(${clamp(rounded(rest, validation), `${rest} - 1`)})`;
  return { test: tests, validation: validations };
}

/**
 * Quotas are rounded over the rows of all strata so far, and a stratum gets what its rows add: all strata together
 * have the exact quota, and each has its share to within one row.
 */
function countsOfStratum({ test, validation }: Shares, rows: string, before: string): Counts {
  const upTo = `(${before} + ${rows})`;
  const tests = `(${rounded(upTo, test)} - ${rounded(before, test)})`;
  const rest = (all: string): string => `(${all} - ${rounded(all, test)})`;
  const validations = `(${rounded(rest(upTo), validation)} - ${rounded(rest(before), validation)})`;
  return { test: test === 0 ? '0' : tests, validation: validation === 0 ? '0' : validations };
}
