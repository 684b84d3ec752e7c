/** Real files: those that ship with the sample data, and more where the workplace has them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

const samples = new URL('../../../nodes/lib/samples/data/', import.meta.url);
const shared = new URL('../../../../shared/data/', import.meta.url);
const path = (folder: URL, name: string): string => fileURLToPath(new URL(name, folder));

describe('clientes_br.csv: semicolons, decimal commas, dd/mm/yyyy, windows-1252', () => {
  it('is read right with nothing said', async () => {
    const { columns, rows, found, codes } = await csv.file(path(samples, 'clientes_br.csv'));
    expect(columns.map(({ name, type, meaning }) => [name, type, meaning])).toEqual([
      ['CPF', 'text', 'text'],
      ['Nome', 'text', 'category'],
      ['E-mail', 'text', 'text'],
      ['Telefone', 'text', 'text'],
      ['CEP', 'text', 'text'],
      ['UF', 'text', 'category'],
      ['Nascimento', 'date', 'date'],
      ['Cliente desde', 'date', 'date'],
      ['Plano', 'text', 'category'],
      ['Renda mensal (R$)', 'float64', 'number'],
      ['Fatura média', 'float64', 'number'],
      ['Atrasos', 'int64', 'number'],
      ['Satisfação', 'int64', 'number'],
      ['Cancelou', 'text', 'category'],
    ]);
    const contact = ['joao.goncalves0@exemplo.com.br', '(47) 93948-3506', '12069-911', 'RS'];
    const [cpf, name, ...rest] = rows[0]!;
    expect([cpf, name]).toEqual(['081.453.878-92', 'João Gonçalves']);
    expect(rest.slice(0, 4)).toEqual(contact);
    expect(rest.slice(4, 7)).toEqual(['1954-10-26', '2020-05-15', 'Básico']);
    expect(rest.slice(7)).toEqual([10838.25, 237.24, 4, 0, 'sim']);
    expect(rows[6]![12]).toBeNull();
    expect(found).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: ',',
      header: true,
      rows: 5000,
      rejected: { count: 0 },
      identifiers: ['CPF', 'E-mail', 'Telefone', 'CEP'],
    });
    expect(codes).toEqual(['csv-identifiers', 'csv-personal-data']);
    expect(columns.flatMap(({ personal }) => personal ?? [])).toEqual([
      'cpf',
      'name',
      'email',
      'phone',
      'postal-code',
      'birth-date',
    ]);
  });
});

/** Rows, columns, and how many columns are of each type. */
const files: readonly [string, URL, number, { readonly [type: string]: number }][] = [
  ['penguins.csv', samples, 344, { text: 3, float64: 2, int64: 3 }],
  ['iris.csv', samples, 150, { text: 1, float64: 4 }],
  ['concrete.csv', samples, 1030, { float64: 8, int64: 1 }],
  ['mlc_churn.csv', samples, 5000, { text: 5, float64: 8, int64: 7 }],
  ['credit_data.csv', samples, 4454, { text: 5, int64: 9 }],
  ['attrition.csv', samples, 1470, { text: 15, int64: 16 }],
  ['ames.csv', shared, 2930, { text: 40, int64: 32, float64: 2 }],
  ['diamonds.csv', shared, 53_940, { text: 3, float64: 6, int64: 1 }],
  ['hmda.csv', shared, 2380, { text: 8, float64: 4, int64: 2 }],
  ['letter.csv', shared, 20_000, { text: 1, int64: 16 }],
  ['digits.csv', shared, 1797, { int64: 65 }],
  ['chicago.csv', shared, 5698, { float64: 39, int64: 10, date: 1 }],
];

describe.each(files)('%s', (name, folder, rows, types) => {
  it.skipIf(!existsSync(path(folder, name)))('is read right with nothing said', async () => {
    const { columns, found } = await csv.file(path(folder, name));
    const counts: Record<string, number> = {};
    for (const { type } of columns) counts[type] = (counts[type] ?? 0) + 1;
    expect(counts).toEqual(types);
    expect(found).toMatchObject({ rows, encoding: 'utf-8', header: true, rejected: { count: 0 } });
  });
});

it('counts the missing cells of penguins.csv', async () => {
  const { found } = await csv.file(path(samples, 'penguins.csv'));
  const missing = (found['columns'] as readonly { missing: number }[]).map(
    (column) => column.missing,
  );
  expect(missing).toEqual([0, 0, 2, 2, 2, 2, 11, 0]);
});
