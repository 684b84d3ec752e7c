import type { CallInfo, CallProblem, Signature } from '../defineFunction.ts';
import { once } from '../sql/once.ts';
import { quoteText } from '../sql/quote.ts';
import { countCodePoints, firstCodePoints } from './codePoints.ts';

const WIDEST = 10_000;

/** What pads a text: by DuckDB's function, and by where the fill is put beside the text. */
export function padded(sql: 'lpad' | 'rpad', beside: (text: string, fill: string) => string) {
  return {
    signature: {
      parameters: [
        { name: 'text', kind: 'text' },
        { name: 'length', kind: 'count', literal: true },
        { name: 'fill', kind: 'text', literal: true },
      ],
      result: 'text',
    } satisfies Signature,
    problem,
    duckdb: ([a = '']: readonly string[], { literals }: CallInfo): string => {
      const [, width, fill] = literals as readonly [unknown, number, string];
      const pad = (text: string) => `${sql}(${text}, ${width}, ${quoteText(fill)})`;
      return once(
        a,
        (text) => `CASE WHEN length(${text}) < ${width} THEN ${pad(text)} ELSE ${text} END`,
      );
    },
    js: ({ literals }: CallInfo) => {
      const [, width, fill] = literals as readonly [unknown, number, string];
      const full = fill.repeat(Math.ceil(width / countCodePoints(fill)));
      return (text: string): string => {
        const missing = width - countCodePoints(text);
        return missing <= 0 ? text : beside(text, firstCodePoints(full, missing));
      };
    },
  } as const;
}

function problem({ literals: [, width, fill] }: CallInfo): CallProblem | undefined {
  if (fill === '') return { code: 'expression-argument-empty', params: { position: 3 } };
  if ((width as number) > WIDEST) {
    return { code: 'expression-argument-too-large', params: { position: 2, limit: WIDEST } };
  }
  return undefined;
}
