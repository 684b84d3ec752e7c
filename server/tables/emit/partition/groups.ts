/** Deals groups whole: all rows of one value to one part. */
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import type { PartitionPlan } from '#nodes/sdk/plan/types.ts';
import type { Relation } from '../relation.ts';
import { Q_PART } from '../select.ts';
import type { Statement } from '../statement.ts';
import { hashSql, keySql, numberSql, sharesOf, textSql, type Into } from './keys.ts';

export function dealGroups(
  statement: Statement,
  plan: PartitionPlan,
  into: Into,
  group: string,
  from: Relation,
  list: readonly string[],
): string {
  const groups = groupsCte(statement, plan, group, from);
  const dealt = statement.addRaw(
    into.kind === 'holdout'
      ? holdoutGroups(statement, plan, into, groups)
      : foldGroups(statement, plan, into.count, groups),
    true,
  );
  const rows = list.map((column) => `l.${column}`);
  const key = keySql(from, group, 'l.');
  return (
    `SELECT ${rows.join(', ')}, r.part AS ${Q_PART} FROM ${statement.use(from.name)} AS l` +
    ` JOIN ${statement.use(dealt)} AS r ON ${key} IS NOT DISTINCT FROM r.g`
  );
}

/** g: the value; n: its rows; h: its hash; s, sh: its stratum and that one's hash; latest: its latest time. */
function groupsCte(
  statement: Statement,
  { seed, stratify, time }: PartitionPlan,
  group: string,
  from: Relation,
): string {
  const g = keySql(from, group);
  const list = [`${g} AS g`, 'count(*) AS n', `min(${hashSql(textSql(from, group), seed)}) AS h`];
  if (time !== undefined) list.push(`max(${quoteIdentifier(time)}) AS latest`);
  const all = `SELECT ${list.join(', ')} FROM ${statement.use(from.name)} GROUP BY ${g}`;
  if (stratify === undefined) return statement.addRaw(all, true);
  const s = keySql(from, stratify);
  const hash = hashSql(textSql(from, stratify), seed);
  const counted = `SELECT ${g} AS g, ${s} AS s, min(${hash}) AS sh, count(*) AS c FROM ${statement.use(from.name)} GROUP BY ${g}, ${s}`;
  const rank = 'row_number() OVER (PARTITION BY g ORDER BY c DESC, s ASC NULLS LAST)';
  const modes = `SELECT g, s, sh FROM (${counted}) QUALIFY ${rank} = 1`;
  return statement.addRaw(
    `SELECT a.*, b.s, b.sh FROM (${all}) AS a JOIN (${modes}) AS b ON a.g IS NOT DISTINCT FROM b.g`,
    true,
  );
}

function within({ stratify }: PartitionPlan): string {
  return stratify === undefined ? '' : 'PARTITION BY s';
}

function orderOf({ time }: PartitionPlan): string {
  return `${time === undefined ? '' : 'latest ASC NULLS FIRST, '}h, g`;
}

/** mid: the share of the stratum's rows before the middle of the group; r: the group's rank from 1. */
function middles(statement: Statement, plan: PartitionPlan, groups: string): string {
  const part = within(plan);
  const order = `${part} ORDER BY ${orderOf(plan)}`;
  const cumulated = `sum(n) OVER (${order} ROWS UNBOUNDED PRECEDING)`;
  const mid = `(CAST(${cumulated} AS DOUBLE) - CAST(n AS DOUBLE) * 0.5e0) / CAST(sum(n) OVER (${part}) AS DOUBLE)`;
  return (
    `SELECT *, ${mid} AS mid, row_number() OVER (${order}) AS r, count(*) OVER (${part}) AS m` +
    ` FROM ${statement.use(groups)}`
  );
}

/** Where no strata bind, every part that was asked for gets a group where there are enough. */
function holdoutGroups(
  statement: Statement,
  plan: PartitionPlan,
  into: Extract<Into, { kind: 'holdout' }>,
  groups: string,
): string {
  const { test, validation, parts } = sharesOf(into);
  const part = within(plan);
  const beyond = (share: number): string =>
    `count(*) FILTER (WHERE mid >= ${numberSql(share)}) OVER (${part})`;
  const clamp = (count: string, most: string): string =>
    plan.stratify === undefined && parts > 1
      ? `CASE WHEN m >= ${parts} THEN greatest(1, least(${count}, ${most})) ELSE ${count} END`
      : count;
  const tests = test === 0 ? '0' : clamp(beyond(1 - test), `m - ${parts - 1}`);
  const train = (1 - test) * (1 - validation);
  const others = validation === 0 ? '0' : `greatest(0, ${beyond(train)} - t)`;
  const most = train > 0 ? 'm - t - 1' : 'm - t';
  const validations = validation === 0 ? '0' : clamp(others, most);
  const counted = `SELECT *, ${tests} AS t FROM (${middles(statement, plan, groups)})`;
  const both = `SELECT *, ${validations} AS v FROM (${counted})`;
  return (
    `SELECT g, CASE WHEN r > m - t THEN 'test' WHEN r > m - t - v THEN 'validation' ELSE 'train' END AS part` +
    ` FROM (${both})`
  );
}

/** From the largest to the smallest, forth and back over the folds; contiguous blocks where time decides. */
function foldGroups(
  statement: Statement,
  plan: PartitionPlan,
  count: number,
  groups: string,
): string {
  if (plan.time !== undefined) {
    const fold = `least(${count - 1}, CAST(floor(mid * ${count}e0) AS BIGINT))`;
    return `SELECT g, ${fold} AS part FROM (${middles(statement, plan, groups)})`;
  }
  const strata = plan.stratify === undefined ? '' : 'sh, s, ';
  const ranked = `SELECT g, row_number() OVER (ORDER BY ${strata}n DESC, h, g) - 1 AS r FROM ${statement.use(groups)}`;
  const fold = `CASE WHEN (r // ${count}) % 2 = 0 THEN r % ${count} ELSE ${count - 1} - r % ${count} END`;
  return `SELECT g, CAST(${fold} AS BIGINT) AS part FROM (${ranked})`;
}
