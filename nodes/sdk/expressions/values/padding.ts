import type { CallInfo, CallProblem } from '../defineFunction.ts';
import { countCodePoints, firstCodePoints } from './codePoints.ts';

const WIDEST = 10_000;

/** What a text lacks up to `width` code points, made of `fill` repeated and cut. */
export function padding(width: number, fill: string): (text: string) => string {
  const full = fill.repeat(Math.ceil(width / countCodePoints(fill)));
  return (text) => {
    const missing = width - countCodePoints(text);
    return missing <= 0 ? '' : firstCodePoints(full, missing);
  };
}

/** For (text, width, fill). */
export function paddingProblem({ literals: [, width, fill] }: CallInfo): CallProblem | undefined {
  if (fill === '') return { code: 'expression-argument-empty', params: { position: 3 } };
  if ((width as number) > WIDEST) {
    return { code: 'expression-argument-too-large', params: { position: 2, limit: WIDEST } };
  }
  return undefined;
}
