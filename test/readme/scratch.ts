/** The node of the README as a whole node folder, inside the package so that its `#` imports resolve. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house/plant.ts';

export const readReadme = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The first block of that language under a heading of the second level; throws where there is none. */
export function codeUnder(text: string, heading: string, language: string): string {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const code = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(section)?.[1];
  if (code === undefined) throw new Error(`No ${language} block under “${heading}”.`);
  return code;
}

/** A folder that git, the formatter, the linter and the loader of nodes/ pass over. */
export function scratchFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(root, 'test', '.scratch-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

const words = {
  title: 'Arredondar números',
  summary: 'Arredonda números para tantas casas decimais.',
  synonyms: ['casas decimais', 'precisão'],
  inputs: { table: 'Tabela' },
  outputs: { table: 'Tabela' },
  params: {
    columns: {
      title: 'Colunas',
      description: 'Nenhuma escolhida: todos os atributos que são números com casas decimais.',
    },
    decimals: { title: 'Casas decimais' },
  },
  line: 'para {decimals, plural, one {# casa decimal} other {# casas decimais}}',
};

const columns = [
  { name: 'price', type: 'float64' },
  { name: 'area', type: 'float64', role: 'target' },
  { name: 'rooms', type: 'int64' },
];

const examples = [
  {
    name: 'Features with decimals are rounded; a missing value stays missing',
    params: { decimals: 1 },
    inputs: {
      table: {
        columns,
        rows: [
          [1.25, 1.25, 3],
          [-0.04, 2.22, null],
          [null, null, 5],
        ],
      },
    },
    outputs: {
      table: {
        columns,
        rows: [
          [1.3, 1.25, 3],
          [0, 2.22, null],
          [null, null, 5],
        ],
      },
    },
  },
  {
    name: 'A chosen column whatever its role, to whole numbers',
    params: { columns: ['area'] },
    inputs: { table: { columns, rows: [[2.5, 2.5, 1]] } },
    outputs: { table: { columns, rows: [[2.5, 3, 1]] } },
  },
];

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"><circle cx="12" cy="12" r="8"/></svg>\n';

/** Writes `<dir>/columns/round-numbers` with `code` as its node.ts, and gives the folder. */
export function writeNode(dir: string, code: string): string {
  const folder = join(dir, 'columns', 'round-numbers');
  mkdirSync(folder, { recursive: true });
  const files = {
    'node.ts': code,
    'pt-BR.json': JSON.stringify(words),
    'help.en.md': '# Round numbers\n\nRounds numbers to so many decimals.\n',
    'help.pt-BR.md': '# Arredondar números\n\nArredonda números para tantas casas decimais.\n',
    'icon.svg': icon,
    'examples.json': JSON.stringify(examples),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
