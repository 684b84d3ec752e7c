import { lexer, type Token } from 'marked';

/** Deeper than anybody writes, and far from what a browser cannot lay out. */
const DEEPEST = 20;
/** Emphasis that is never closed costs the square of its marks in a paragraph. */
const MOST_MARKS = 1_000;

/** What a text is made of; the text as it stands where nobody can have meant it as Markdown. */
export function tokensOf(text: string): readonly Token[] {
  const asItStands: readonly Token[] = [{ type: 'text', raw: text, text }];
  if (text.split(/\n\s*\n/).some((each) => each.split(/[*_]/).length > MOST_MARKS)) {
    return asItStands;
  }
  try {
    const tokens = lexer(text, { gfm: true });
    return isDeeper(tokens, DEEPEST) ? asItStands : tokens;
  } catch (error) {
    // Thousands of quotes within each other are more than the stack can hold.
    if (error instanceof RangeError) return asItStands;
    throw error;
  }
}

function isDeeper(tokens: readonly Token[], most: number): boolean {
  if (most < 0) return true;
  return tokens.some((token) => {
    const inner: readonly Token[] = 'tokens' in token ? (token.tokens ?? []) : [];
    const items = token.type === 'list' ? (token['items'] as readonly Token[]) : [];
    return isDeeper(inner, most - 1) || isDeeper(items, most - 1);
  });
}
