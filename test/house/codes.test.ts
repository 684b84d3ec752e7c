import { expect, test } from 'vitest';
import { errorCodes } from '#schemas/errors.ts';
import { root } from './plant.ts';
import { trackedTexts, withRepository } from './repository.ts';

/** Where codes are listed, described or asked for in tests, and not where they are given. */
const elsewhere =
  /^schemas\/errors\/(?!fromThrown|describe)|\.test\.ts$|^test\/|\.generated\.|\.schema\.json$/;
const source = /\.(ts|tsx|json)$/;

/** Codes that no source gives. A code built from pieces could not be found, by this test or by a reader. */
function unusedCodes(repository: string): string[] {
  const texts = trackedTexts(repository).filter(
    ({ file }) => source.test(file) && !elsewhere.test(file),
  );
  const quoted = new Set(
    texts.flatMap(({ text }) =>
      [...text.matchAll(/(['"`])([a-z][a-z0-9-]*)\1/g)].map(([, , code]) => code!),
    ),
  );
  return errorCodes.filter((code) => !quoted.has(code));
}

test('a code that only its entry, its test and a comment name is found', () => {
  const planted = [
    { file: 'schemas/errors/data.ts', text: `'file-empty': {}\n` },
    { file: 'server/a.test.ts', text: `'file-empty';\n` },
    { file: 'server/a.ts', text: `// Throws \`file-missing\`.\nthrow new E('file-missing');\n` },
    { file: 'server/b.ts', text: '// As file-empty has it.\n' },
  ];
  const unused = withRepository(planted, unusedCodes);
  expect(unused).toContain('file-empty');
  expect(unused).not.toContain('file-missing');
});

test('every code of the catalogue is given somewhere', () => {
  expect(unusedCodes(root)).toEqual([]);
});
