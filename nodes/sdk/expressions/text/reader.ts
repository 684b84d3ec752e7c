import { FormulaSyntaxError, type Span } from './errors.ts';
import { FORMULA_LOCALES } from './locales.ts';
import { tokenise, type Token } from './tokenise.ts';
import { MAX_DEPTH, MAX_NODES } from '../limits.ts';
import type { Expr, Locale } from '../types.ts';

/** Where a reading stands: the tokens, the place of each part, and how deep the brackets are. */
export class Reader {
  readonly locale: Locale;
  readonly spans = new Map<Expr, Span>();
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, locale: Locale) {
    this.locale = locale;
    this.#tokens = tokenise(text, locale);
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'sign' && token.value === sign;
  }

  /** Takes the sign if it stands there. */
  take(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.#at += 1;
    return true;
  }

  /** Says that something else should stand here. A separator of another language gets an error of its own. */
  unexpected(...expected: readonly string[]): never {
    const token = this.peek();
    const { separator } = FORMULA_LOCALES[this.locale];
    const isSeparator = token.kind === 'sign' && (token.value === ',' || token.value === ';');
    if (isSeparator && token.value !== separator) {
      throw new FormulaSyntaxError('formula-separator', token, [separator], {
        found: token.value,
      });
    }
    if (token.kind === 'end')
      throw new FormulaSyntaxError('expression-ends-early', token, expected);
    throw new FormulaSyntaxError('expression-syntax', token, expected, { found: token.value });
  }

  /** Notes that a part reaches from `start` to the last token taken. */
  place<E extends Expr>(expr: E, start: number): E {
    const last = this.#tokens[this.#at - 1]!;
    this.spans.set(expr, { position: start, length: last.position + last.length - start });
    return expr;
  }

  /** One bracket, call or sign deeper. */
  deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.tooDeep();
    const result = read();
    this.#depth -= 1;
    return result;
  }

  tooDeep(): never {
    throw new FormulaSyntaxError('expression-too-deep', this.peek(), [], { limit: MAX_DEPTH });
  }

  tooLong(): never {
    throw new FormulaSyntaxError('expression-too-large', this.peek(), [], { limit: MAX_NODES });
  }
}
