// The page of all errors, for people who look a code up.
import { errorAreas } from '../errors/catalogue.ts';
import type { ErrorEntry, ErrorText } from '../errors/entry.ts';
import { outline } from '../errors/icu.ts';

const opening = `<!-- Generated from schemas/errors/ by \`npm run generate\`. Do not edit. -->

# Errors

Every error has a code that never changes its meaning, a kind that says who can mend it, and words
in English and Portuguese. HTTP answers it as a problem (RFC 9457), \`urn:esteira:error:<code>\`,
with the status given here. The errors of a single node are described in its folder; their codes
are \`<node type>.<name>\`.

- **user**: mend the pipeline, its settings or the data (422 where nothing else is said).
- **operational**: disk, memory, network, another process (503).
- **bug**: a fault of Esteira or of a node type (500).

Words in braces stand for values.
`;

/** The text of ERRORS.md. */
export function renderErrors(): string {
  const areas = errorAreas.map((area) => {
    const entries = Object.entries<ErrorEntry>(area.entries).map(renderEntry);
    return `\n## ${area.title.en}\n${entries.join('')}`;
  });
  return `${opening}${areas.join('')}`;
}

function renderEntry([code, entry]: readonly [string, ErrorEntry]): string {
  const status = entry.status === undefined ? '' : ` · ${entry.status}`;
  return [
    `\n### \`${code}\``,
    `\n${entry.kind}${status}\n`,
    `- ${words(entry.en)}`,
    `- ${words(entry['pt-BR'])}\n`,
  ].join('\n');
}

/** Backslashes keep Markdown from reading signs of a message as its own. */
function words({ message, remedy }: ErrorText): string {
  return `${outline(message)} ${outline(remedy)}`.replaceAll(/[\\`*_[\]<>|]/g, '\\$&');
}
