/** What the READMEs show works as it stands there: the example node, whole, and the commands, in both languages. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validate } from '#schemas/validate.ts';
import { forServing } from '#nodes/sdk/plan/forServing.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { loadNodes, nodeFolders } from '#server/catalogue/load.ts';
import { publishNodes } from '#server/catalogue/publish.ts';
import { expectTable } from '../conformance/compare.ts';
import { readExamples, type TableExample } from '../conformance/examples.ts';
import { tableOf } from '../conformance/tables.ts';
import { wordsOfParams } from '../conformance/wordsOfParams.ts';
import { root } from '../house/plant.ts';
import { openWorkbench, type Workbench } from '../support/runNode.ts';
import { codeUnder, readReadme, scratchFolder, writeNode } from './scratch.ts';

const code = codeUnder(readReadme('README.md'), 'Add a node', 'ts');
const scratch = scratchFolder();
const folder = writeNode(scratch.dir, code);
let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({ nodesDir: scratch.dir });
});
afterAll(async () => {
  await bench.close();
  scratch.remove();
});

test('the example node takes at most 60 lines', () => {
  expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test('it is found, loaded and published as the schema says', async () => {
  const [node, ...others] = await loadNodes(scratch.dir);
  expect(others).toEqual([]);
  expect(node!.type).toBe('round-numbers');
  const [published] = await publishNodes(scratch.dir);
  expect(validate('node-type', published)).toEqual([]);
  expect(wordsOfParams(published!.paramTexts)).toEqual(wordsOfParams(node!.params.properties));
});

test('it has no mistake of types', async () => {
  const project = join(scratch.dir, 'tsconfig.json');
  const files = [join(folder, 'node.ts')];
  writeFileSync(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), include: files }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // The compiler ends with 1 when it finds something; what it finds stands in its output.
  const found = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, '-p', project], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  expect(found).toBe('');
}, 120_000);

test('its examples come true on real tables', async () => {
  const [found] = await nodeFolders(scratch.dir);
  const examples = readExamples(found!);
  expect(examples.length).toBe(2);
  for (const example of examples) {
    const context = bench.context();
    const table = await tableOf(example.inputs['table'] as TableExample, context);
    const node = bench.nodeType('round-numbers');
    const outputs = await bench.run(node, { params: example.params, inputs: { table } });
    const wanted = example.outputs['table'] as TableExample;
    await expectTable(outputs['table'] as Table, wanted, context, example);
  }
});

test('inside a model it does to one raw row what it does to a table', async () => {
  const node = bench.nodeType('round-numbers');
  const context = bench.context();
  const columns = [{ name: 'price', type: 'float64' }] as const;
  const table = await tableOf({ columns, rows: [[-1234.565], [0.125], [null]] }, context);
  const outputs = await bench.run(node, { params: { decimals: 2 }, inputs: { table } });
  const rounded = outputs['table'] as Table;
  const { run } = context.compileRow(forServing(rounded.plan, rounded.base, ['price']).plan);
  const raw = await context.tables.rows(table);
  const inBulk = await context.tables.rows(rounded);
  expect(inBulk.map((row) => row.get('price'))).toEqual([-1234.57, 0.13, null]);
  expect(raw.map((row) => run((name) => row.get(name))[0])).toEqual(
    inBulk.map((row) => row.get('price')),
  );
});

/**
 * The commands of a text as their fixed words: file names, values and what stands for them differ by language.
 * `[--out dir]` is `--out`; `<pipeline.json or template>` is nothing.
 */
function commandsOf(text: string): string[] {
  const lines = [...text.matchAll(/^```(?:sh)?\n(.*?)^```$|`(np[mx] [^`\n]+)`/gms)]
    .flatMap(([, block, inline]) => (block ?? inline ?? '').split(/\n|&&/))
    .map((line) => line.trim())
    .filter((line) => /^np[mx] /.test(line));
  const fixed = lines.map((line) =>
    line
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\[(--\w+)[^\]]*\]/g, '$1 ')
      .split(/\s+/)
      .filter((word) => /^(--\w*|[a-z:]+)$/.test(word))
      .join(' '),
  );
  return [...new Set(fixed)].sort();
}

const readmes = ['README.md', 'README.pt-BR.md'];
const [inEnglish, inPortuguese] = readmes.map((file) => commandsOf(readReadme(file)));

test('both READMEs name the same commands', () => {
  expect(inEnglish).toContain('npx esteira run --set --seed --fresh --json --out');
  expect(inEnglish).toContain('npm start');
  expect(inPortuguese).toEqual(inEnglish);
});

test('every npm script that a README names is there', () => {
  const { scripts } = JSON.parse(readReadme('package.json')) as { scripts: object };
  const named = inEnglish!.flatMap((command) => /^npm run ([\w:]+)/.exec(command)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(1);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test('both READMEs name the same routes, settings and rooms', () => {
  const named = readmes.map((file) => {
    const text = readReadme(file);
    return [...text.matchAll(/\/api\/[\w./{}]+|\bESTEIRA_\w+|\]\(\w+\/README\.md\)/g)].map(String);
  });
  expect(named[0]!.length).toBeGreaterThan(5);
  expect(named[1]).toEqual(named[0]);
});
