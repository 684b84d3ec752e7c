/** One word for one thing: what a page calls a feature, the next page and the errors call it, too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFolders, NODES_DIR } from '#server/catalogue/load.ts';
import { publishNodes } from '#server/catalogue/publish.ts';

const root = join(NODES_DIR, '..');
const published = await publishNodes();
const folders = await nodeFolders();

/** Words that say the same as the product's own; `\b` knows no accents, so the ends are spelled out. */
const OTHER_WORDS: readonly (readonly [word: RegExp, ours: string])[] = [
  [/(?<!\p{L})características?(?!\p{L})/iu, 'atributo'],
  [/(?<!\p{L})aprendizes(?!\p{L})/iu, 'modelos'],
  [/(?<!\p{L})faltantes?(?!\p{L})/iu, 'ausente'],
  [/(?<!\p{L})apag(?:a|ar|ado|ada|ados|adas|ando|ue|uei|ou)(?!\p{L})/iu, 'excluir'],
  [/(?<!\p{L})(?:rodar|rodou|rodando)(?!\p{L})/iu, 'executar'],
  [/(?<!\p{L})cart(?:ão|ões)(?!\p{L})/iu, 'nó'],
];

const errorFiles = readdirSync(join(root, 'schemas/errors'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => `schemas/errors/${file}`);
const pageFiles = readdirSync(join(root, 'web/src/i18n'))
  .filter((file) => file.endsWith('.pt-BR.json'))
  .map((file) => `web/src/i18n/${file}`);
const portuguese = [
  'README.pt-BR.md',
  ...errorFiles,
  ...pageFiles,
  ...folders.flatMap(({ category, type }) => [
    `nodes/${category}/${type}/help.pt-BR.md`,
    `nodes/${category}/${type}/pt-BR.json`,
  ]),
].filter((file) => existsSync(join(root, file)));

describe.each(portuguese)('%s', (file) => {
  const prose = readFileSync(join(root, file), 'utf8')
    .replaceAll(/`[^`]*`/g, '')
    // Synonyms are there for those who search by another word; keys and codes are no prose.
    .replaceAll(/"synonyms": \[[^\]]*\]/g, '')
    .replaceAll(/"[\w.-]+":/g, '');

  it('uses the words of the product', () => {
    for (const [word, ours] of OTHER_WORDS) {
      expect(word.exec(prose)?.[0], `here it is called “${ours}”`).toBeUndefined();
    }
  });
});

describe.each(['en', 'pt-BR'] as const)('%s', (locale) => {
  const titles = new Set(published.map(({ title }) => title[locale]));

  it('gives each node a title of its own', () => {
    expect(titles.size).toBe(published.length);
  });

  it('begins each help with the title', () => {
    for (const { title, help } of published) {
      expect(help[locale].split('\n', 1)[0]).toBe(`# ${title[locale]}`);
    }
  });

  it('sends a reader to nodes that are there, by their titles', () => {
    for (const { type, help } of published) {
      for (const name of nodesNamed(help[locale]))
        expect(titles, `help of ${type}`).toContain(name);
    }
  });
});

it('sends a reader of an error to nodes that are there', () => {
  const titles = new Set(published.flatMap(({ title }) => [title.en, title['pt-BR']]));
  const named = errorFiles.flatMap((file) => nodesNamed(readFileSync(join(root, file), 'utf8')));
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(titles).toContain(name);
});

/** Titles of nodes stand in curly quotes and begin with a capital; a question does, too. */
function nodesNamed(text: string): string[] {
  const quoted = [...text.matchAll(/“(\p{Lu}[^”]*)”/gu)].map(([, name]) => name!);
  return quoted.map((name) => name.replaceAll(/\s+/g, ' ')).filter((name) => !name.endsWith('?'));
}
