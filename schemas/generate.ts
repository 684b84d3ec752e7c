// Writes what is generated from the contract: `npm run generate`.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderErrors } from './generate/renderErrors.ts';
import { renderTypes } from './generate/renderTypes.ts';
import { schemas } from './schemas.ts';

type Generated = { readonly file: URL; readonly render: () => string };

export const generated: readonly Generated[] = [
  {
    file: new URL('types.generated.ts', import.meta.url),
    render: () => renderTypes(Object.values(schemas)),
  },
  { file: new URL('ERRORS.md', import.meta.url), render: renderErrors },
];

/** Whether a committed file is what the contract gives; a checkout may have other line ends. */
export function isCurrent({ file, render }: Generated): boolean {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === render();
}

if (import.meta.main) for (const { file, render } of generated) writeFileSync(file, render());
