import type { RE2JS } from 're2js';

/**
 * Replaces every match as RE2's GlobalReplace does: an empty match right after another match does not count, and the
 * search goes on one character later.
 */
export function replacer(pattern: RE2JS, replacement: string): (text: string) => string {
  const template = parseTemplate(replacement);
  return (text) => {
    const matcher = pattern.matcher(text);
    let result = '';
    let copied = 0;
    let from = 0;
    while (from <= text.length && matcher.find(from)) {
      const start = matcher.start();
      const end = matcher.end();
      const afterMatch = start === end && start === copied && copied > 0 && from === copied;
      if (!afterMatch) {
        result +=
          text.slice(copied, start) + template.map((part) => filled(part, matcher)).join('');
        copied = end;
      }
      from = start === end ? end + widthAt(text, end) : end;
    }
    return result + text.slice(copied);
  };
}

interface Groups {
  group(group: number): string | null;
}

function filled(part: string | number, matcher: Groups): string {
  return typeof part === 'number' ? (matcher.group(part) ?? '') : part;
}

/** Plain texts and numbers of groups. */
function parseTemplate(replacement: string): readonly (string | number)[] {
  return (replacement.match(/\\[^]|[^\\]+/g) ?? []).map((part) =>
    part[0] !== '\\' ? part : part === '\\\\' ? '\\' : Number(part[1]),
  );
}

function widthAt(text: string, unit: number): number {
  const code = text.codePointAt(unit);
  return code !== undefined && code > 0xffff ? 2 : 1;
}
