import { beforeAll, expect, test } from 'vitest';
import { configurationModules, lintPlanted, type Findings } from './plant.ts';

/** Rule → a file (path and text) that breaks it. */
const violations: Record<string, readonly (readonly [file: string, text: string])[]> = {
  'import(no-cycle)': [
    ['schemas/aliasA.ts', `import { b } from '#schemas/aliasB.ts';\n\nexport const a = [b];\n`],
    ['schemas/aliasB.ts', `import { a } from '#schemas/aliasA.ts';\n\nexport const b = [a];\n`],
    ['schemas/relativeA.ts', `import { d } from './relativeB.ts';\n\nexport const c = [d];\n`],
    ['schemas/relativeB.ts', `import { c } from './relativeA.ts';\n\nexport const d = [c];\n`],
  ],
  'import(no-default-export)': [['schemas/byDefault.ts', `export default 1;\n`]],
  'import(extensions)': [
    ['schemas/noExtension.ts', `import { e } from './leaf';\n\nexport const f = [e];\n`],
  ],
  'eslint(no-restricted-properties)': [
    ['nodes/lib/unseeded.ts', `export const draw = () => Math.random();\n`],
  ],
  'eslint(no-warning-comments)': [
    ['nodes/lib/later.ts', `// TODO later\nexport const later = 1;\n`],
  ],
  'eslint(no-console)': [
    ['server/engine/talkative.ts', `export const talk = () => console.log(1);\n`],
  ],
  'eslint(no-empty)': [
    ['server/store/silent.ts', `try {\n  JSON.parse('');\n} catch {}\n\nexport const g = 1;\n`],
  ],
  'typescript(no-explicit-any)': [['server/work/loose.ts', `export const h = (x: any) => [x];\n`]],
  'eslint(max-lines-per-function)': [
    [
      'server/http/scroll.ts',
      `export function scroll(x: number[]): void {\n${'  x.push(1);\n'.repeat(81)}}\n`,
    ],
  ],
  'vitest(no-focused-tests)': [
    [
      'test/focused.test.ts',
      `import { expect, test } from 'vitest';\n\ntest.only('a', () => expect(1).toBe(1));\n`,
    ],
  ],
  'vitest(no-disabled-tests)': [
    [
      'test/disabled.test.ts',
      `import { expect, test } from 'vitest';\n\ntest.skip('a', () => expect(1).toBe(1));\n`,
    ],
  ],
  'vitest(expect-expect)': [
    [
      'test/asserting.test.ts',
      `import { test } from 'vitest';\n\ntest('a', () => {\n  JSON.parse('1');\n});\n`,
    ],
  ],
};

const clean: readonly (readonly [file: string, text: string])[] = [
  ['schemas/leaf.ts', `export const e = 1;\n`],
  [
    'nodes/lib/clean.ts',
    `import { e } from '#schemas/leaf.ts';\n\nexport const twice = (x: number): number => x * 2 * e;\n`,
  ],
  [
    'nodes/lib/clean.test.ts',
    `import { expect, test } from 'vitest';\nimport { twice } from './clean.ts';\n\ntest('twice', () => {\n  expect(twice(2)).toBe(4);\n});\n`,
  ],
  ['web/app.config.ts', `export default {};\n`],
];

const planted = [...Object.values(violations).flat(), ...clean];
let findings: Findings;

beforeAll(async () => {
  findings = await lintPlanted(new Map(planted));
});

test('the linter reads every planted file', () => {
  expect(findings.filesRead).toBe(planted.length + configurationModules);
});

test.each(Object.entries(violations))('%s is caught', (rule, files) => {
  const found = findings.problems.filter((problem) => problem.rule === rule);
  expect(found.map(({ file }) => file).sort()).toEqual(files.map(([file]) => file).sort());
});

test('clean files, and the checkers themselves, pass', () => {
  const cleanFiles = new Set(clean.map(([file]) => file));
  const found = findings.problems.filter(
    ({ file }) => cleanFiles.has(file) || file.startsWith('test/house/'),
  );
  expect(found).toEqual([]);
});
