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
  const place: Place = {
    rank: statement.helper('rank'),
    rows: statement.helper('rows'),
    before: stratify === undefined ? undefined : statement.helper('before'),
  };
  const hash = hashSql(`CAST(${Q_ROW} AS VARCHAR)`, seed);
  const by = time === undefined ? hash : `${quoteIdentifier(time)} ASC NULLS FIRST`;
  const within = stratify === undefined ? '' : `PARTITION BY ${keySql(from, stratify)} `;
  const rank = `(row_number() OVER (${within}ORDER BY ${by}, ${Q_ROW}) - 1) AS ${place.rank}`;
  const ranked = `SELECT ${[...list, rank].join(', ')} FROM ${statement.use(from.name)}`;
  const strata = statement.use(strataCte(statement, plan, place, from));
  const key =
    stratify === undefined
      ? 'TRUE'
      : `${keySql(from, stratify, 'l.')} IS NOT DISTINCT FROM s.${statement.helper('stratum')}`;
  const placed = `(${ranked}) AS l JOIN ${strata} AS s ON ${key}`;
  if (into.kind === 'holdout') return holdoutSql(statement, sharesOf(into), place, list, placed);
  const fold = `CAST(${foldSql(into.count, place, time !== undefined)} AS BIGINT)`;
  const own = list.map((name) => `l.${name}`).join(', ');
  return `SELECT ${own}, ${fold} AS ${Q_PART} FROM ${placed}`;
}

/**
 * The rows of each stratum, and those of the strata before it, which stand in the order of their hashes, so that it
 * depends on the seed which one gets the odd row.
 */
function strataCte(
  statement: Statement,
  { seed, stratify }: PartitionPlan,
  place: Place,
  from: Relation,
): string {
  const rows = statement.use(from.name);
  if (stratify === undefined || place.before === undefined) {
    return statement.addRaw(`SELECT count(*) AS ${place.rows} FROM ${rows}`, true);
  }
  const key = keySql(from, stratify);
  const [stratum, hash] = [statement.helper('stratum'), statement.helper('hash')];
  const hashed = `min(${hashSql(textSql(from, stratify), seed)}) AS ${hash}`;
  const counted = `SELECT ${key} AS ${stratum}, ${hashed}, count(*) AS ${place.rows} FROM ${rows} GROUP BY ${key}`;
  const order = `ORDER BY ${hash} ASC NULLS LAST, ${stratum} ASC NULLS LAST ROWS UNBOUNDED PRECEDING`;
  const before = `CAST(sum(${place.rows}) OVER (${order}) AS BIGINT) - ${place.rows} AS ${place.before}`;
  return statement.addRaw(`SELECT ${stratum}, ${place.rows}, ${before} FROM (${counted})`, true);
}

function foldSql(count: number, { rank, rows, before }: Place, timed: boolean): string {
  if (timed) return `(${rank} * ${count}) // ${rows}`;
  return `(${before === undefined ? rank : `${before} + ${rank}`}) % ${count}`;
}

/** The first rows of a stratum train, the last ones test. */
function holdoutSql(
  statement: Statement,
  shares: Shares,
  { rank, rows, before }: Place,
  list: readonly string[],
  placed: string,
): string {
  const [tests, others] = [statement.helper('tests'), statement.helper('others')];
  const stratified = before !== undefined;
  const test = stratified ? testsOfStratum(shares, rows, before) : testsOfAll(shares, rows);
  const validation = stratified
    ? validationsOfStratum(shares, rows, before)
    : validationsOfAll(shares, `(${rows} - ${tests})`);
  const names = [...list, rank].map((name) => `l.${name}`).join(', ');
  const known = before === undefined ? rows : `${rows}, ${before}`;
  const tested = `SELECT ${names}, ${known}, ${test} AS ${tests} FROM ${placed}`;
  const counted = `SELECT *, ${tests} + ${validation} AS ${others} FROM (${tested})`;
  const part =
    `CASE WHEN ${rank} < ${rows} - ${others} THEN 'train'` +
    ` WHEN ${rank} < ${rows} - ${tests} THEN 'validation' ELSE 'test' END`;
  return `SELECT ${list.join(', ')}, ${part} AS ${Q_PART} FROM (${counted})`;
}

function rounded(rows: string, share: number): string {
  return `CAST(floor(CAST(${rows} AS DOUBLE) * ${numberSql(share)} + 0.5e0) AS BIGINT)`;
}

/** Every part that was asked for gets a row where there are enough. */
function testsOfAll({ test, parts }: Shares, rows: string): string {
  if (test === 0 || test === 1) return test === 0 ? '0' : rows;
  return clamped(rounded(rows, test), `${rows} - ${parts - 1}`, `${rows} >= ${parts}`);
}

function validationsOfAll({ validation }: Shares, rest: string): string {
  if (validation === 0 || validation === 1) return validation === 0 ? '0' : rest;
  return clamped(rounded(rest, validation), `${rest} - 1`, `${rest} > 1`);
}

function clamped(count: string, most: string, enough: string): string {
  return `CASE WHEN ${enough} THEN greatest(1, least(${count}, ${most})) ELSE ${count} END`;
}

/**
 * Quotas are rounded over the rows of all strata so far, and a stratum gets what its rows add: all strata together
 * have the exact quota, and each has its share to within one row.
 */
function testsOfStratum({ test }: Shares, rows: string, before: string): string {
  return `${rounded(`(${before} + ${rows})`, test)} - ${rounded(before, test)}`;
}

/** Likewise, of the rows that are not test rows. */
function validationsOfStratum({ test, validation }: Shares, rows: string, before: string): string {
  const rest = (all: string): string => `(${all} - ${rounded(all, test)})`;
  const upTo = rounded(rest(`(${before} + ${rows})`), validation);
  return `(${upTo} - ${rounded(rest(before), validation)})`;
}
