// Writes types.generated.ts from the schemas: `npm run generate`.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderTypes } from './generate/renderTypes.ts';
import { schemas } from './schemas.ts';

export const generatedTypes = new URL('./types.generated.ts', import.meta.url);

/** Whether the committed file is what the schemas give; read with universal line ends. */
export function typesAreCurrent(): boolean {
  const committed = readFileSync(generatedTypes, 'utf8').replaceAll('\r\n', '\n');
  return committed === renderTypes(Object.values(schemas));
}

if (import.meta.main) writeFileSync(generatedTypes, renderTypes(Object.values(schemas)));
