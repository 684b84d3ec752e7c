/**
 * Regular expressions are RE2 on both sides (DuckDB's engine, and its port re2js), so they agree and never backtrack.
 * Their tables of Unicode differ: letters newer than Unicode 15 (2022) may fall outside of \p{L} and its like in bulk.
 */
import { RE2JS } from 're2js';
import type { CallProblem } from '../defineFunction.ts';

const LONGEST = 10_000;

/**
 * What the two engines read differently: \pC counts unassigned code points in one alone, and \B lies between the bytes
 * of one character in DuckDB, where a replacement would tear it apart.
 */
const UNEQUAL = /(?<!\\)(?:\\\\)*(\\B|\\[pP](?:C|\{\^?C\}))/;

export function compilePattern(pattern: string): RE2JS {
  return RE2JS.compile(pattern);
}

/** Why a pattern cannot be used, or undefined. */
export function patternProblem(pattern: string): CallProblem | undefined {
  if (pattern.length > LONGEST) {
    return invalid(pattern.slice(0, 100), `> ${LONGEST}`);
  }
  const unequal = UNEQUAL.exec(pattern)?.[1];
  if (unequal !== undefined) return invalid(pattern, unequal);
  try {
    compilePattern(pattern);
    return undefined;
  } catch (error) {
    return invalid(pattern, error instanceof Error ? error.message : String(error));
  }
}

/**
 * The same pattern, so written that DuckDB 1.5 searches for it as it stands. It turns patterns of plain characters into
 * LIKE, which is faster, but there it knows the ends of a text only where a pattern begins with ^ or ends with $: `a^`
 * would find "ba", and `$a` would find "ab". An empty group keeps it from that.
 */
export function whereverAnchored(pattern: string): string {
  return /(?<!^)\^|\$(?!$)|\\[Az]/.test(pattern) ? `()${pattern}` : pattern;
}

function invalid(pattern: string, detail: string): CallProblem {
  return { code: 'expression-pattern-invalid', params: { pattern, detail } };
}

export function groupProblem(pattern: string, group: number): CallProblem | undefined {
  const problem = patternProblem(pattern);
  if (problem !== undefined) return problem;
  const count = compilePattern(pattern).groupCount();
  // DuckDB knows the groups 0 to 9.
  if (group <= Math.min(count, 9)) return undefined;
  return { code: 'expression-group-unknown', params: { pattern, group, count } };
}

/** A backslash must be followed by the number of a group, or by another backslash. */
export function replacementProblem(pattern: string, replacement: string): CallProblem | undefined {
  const problem = patternProblem(pattern);
  if (problem !== undefined) return problem;
  for (const [, escaped] of replacement.matchAll(/\\([^]?)/g)) {
    if (escaped === '\\') continue;
    if (escaped === undefined || !/^[0-9]$/.test(escaped)) {
      return { code: 'expression-replacement-invalid', params: { replacement } };
    }
    const missing = groupProblem(pattern, Number(escaped));
    if (missing !== undefined) return missing;
  }
  return undefined;
}
