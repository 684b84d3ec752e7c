/** Every function, in the order in which an editor lists them. A new function is a new file and two lines here. */
import type { FunctionDefinition } from '../defineFunction.ts';
import { add } from './arithmetic/add.ts';
import { sub } from './arithmetic/sub.ts';
import { mul } from './arithmetic/mul.ts';
import { div } from './arithmetic/div.ts';
import { mod } from './arithmetic/mod.ts';
import { neg } from './arithmetic/neg.ts';
import { abs } from './arithmetic/abs.ts';
import { sign } from './arithmetic/sign.ts';
import { round } from './arithmetic/round.ts';
import { floor } from './arithmetic/floor.ts';
import { ceil } from './arithmetic/ceil.ts';
import { sqrt } from './arithmetic/sqrt.ts';
import { exp } from './arithmetic/exp.ts';
import { ln } from './arithmetic/ln.ts';
import { log10 } from './arithmetic/log10.ts';
import { pow } from './arithmetic/pow.ts';
import { min } from './arithmetic/min.ts';
import { max } from './arithmetic/max.ts';
import { clip } from './arithmetic/clip.ts';
import { eq } from './comparison/eq.ts';
import { ne } from './comparison/ne.ts';
import { lt } from './comparison/lt.ts';
import { le } from './comparison/le.ts';
import { gt } from './comparison/gt.ts';
import { ge } from './comparison/ge.ts';
import { between } from './comparison/between.ts';
import { isIn } from './comparison/in.ts';
import { and } from './logic/and.ts';
import { or } from './logic/or.ts';
import { not } from './logic/not.ts';
import { choose } from './logic/if.ts';
import { coalesce } from './logic/coalesce.ts';
import { isNull } from './logic/isNull.ts';
import { concat } from './text/concat.ts';
import { upper } from './text/upper.ts';
import { lower } from './text/lower.ts';
import { trim } from './text/trim.ts';
import { length } from './text/length.ts';
import { left } from './text/left.ts';
import { right } from './text/right.ts';
import { substring } from './text/substring.ts';
import { replace } from './text/replace.ts';
import { contains } from './text/contains.ts';
import { startsWith } from './text/startsWith.ts';
import { endsWith } from './text/endsWith.ts';
import { regexMatches } from './text/regexMatches.ts';
import { regexExtract } from './text/regexExtract.ts';
import { regexReplace } from './text/regexReplace.ts';
import { splitPart } from './text/splitPart.ts';
import { padLeft } from './text/padLeft.ts';
import { padRight } from './text/padRight.ts';
import { stripAccents } from './text/stripAccents.ts';
import { toNumber } from './conversion/toNumber.ts';
import { toInteger } from './conversion/toInteger.ts';
import { toText } from './conversion/toText.ts';
import { toDate } from './conversion/toDate.ts';
import { toTimestamp } from './conversion/toTimestamp.ts';
import { makeDate } from './date/makeDate.ts';
import { year } from './date/year.ts';
import { quarter } from './date/quarter.ts';
import { month } from './date/month.ts';
import { week } from './date/week.ts';
import { day } from './date/day.ts';
import { dayOfYear } from './date/dayOfYear.ts';
import { weekday } from './date/weekday.ts';
import { isWeekend } from './date/isWeekend.ts';
import { hour } from './date/hour.ts';
import { minute } from './date/minute.ts';
import { second } from './date/second.ts';
import { daysBetween } from './date/daysBetween.ts';
import { addDays } from './date/addDays.ts';
import { dateTrunc } from './date/dateTrunc.ts';
import { formatDate } from './date/formatDate.ts';
import { md5 } from './hash/md5.ts';
import { md5Unit } from './hash/md5Unit.ts';

export const FUNCTIONS: readonly FunctionDefinition[] = [
  add,
  sub,
  mul,
  div,
  mod,
  neg,
  abs,
  sign,
  round,
  floor,
  ceil,
  sqrt,
  exp,
  ln,
  log10,
  pow,
  min,
  max,
  clip,
  eq,
  ne,
  lt,
  le,
  gt,
  ge,
  between,
  isIn,
  and,
  or,
  not,
  choose,
  coalesce,
  isNull,
  concat,
  upper,
  lower,
  trim,
  length,
  left,
  right,
  substring,
  replace,
  contains,
  startsWith,
  endsWith,
  regexMatches,
  regexExtract,
  regexReplace,
  splitPart,
  padLeft,
  padRight,
  stripAccents,
  toNumber,
  toInteger,
  toText,
  toDate,
  toTimestamp,
  makeDate,
  year,
  quarter,
  month,
  week,
  day,
  dayOfYear,
  weekday,
  isWeekend,
  hour,
  minute,
  second,
  daysBetween,
  addDays,
  dateTrunc,
  formatDate,
  md5,
  md5Unit,
];

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(
  FUNCTIONS.map((definition) => [definition.name, definition]),
);

export function findFunction(fn: string): FunctionDefinition | undefined {
  return BY_NAME.get(fn);
}
