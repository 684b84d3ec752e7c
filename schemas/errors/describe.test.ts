import { expect, test } from 'vitest';
import { validate } from '../validate.ts';
import { describe, describeMessage, EsteiraError, fromData, toData, toProblem } from '../errors.ts';

test('an error says what happened and what to do, in the reader’s language', () => {
  const error = new EsteiraError('feature-missing-values', { column: 'idade', count: 1 });
  expect(describe(error, 'en')).toEqual({
    message: 'The feature “idade” is empty in 1 row, and this model cannot learn from empty cells.',
    remedy: 'Put “Fill missing values” before this node.',
  });
  expect(describe(error, 'pt-BR').message).toBe(
    'O atributo “idade” está vazio em 1 linha, e este modelo não aprende com células vazias.',
  );
});

test('a plural that Portuguese calls “many” reads as the general one', () => {
  expect(new Intl.PluralRules('pt-BR').select(1_000_000)).toBe('many');
  const params = { column: 'idade', count: 1_000_000 };
  const { message } = describeMessage('feature-missing-values', params, 'pt-BR');
  expect(message).toContain('1.000.000 linhas');
});

test('the message names the node, unless the words do so already', () => {
  const error = new EsteiraError('columns-none', {}, { node: 'select' });
  expect(describe(error, 'en').message).toBe('Node “select”: No columns are left in the table.');
  const params = { name: 'Train', port: 'table' };
  const wired = new EsteiraError('input-not-wired', params, { node: 'train' });
  expect(describe(wired, 'en').message).toBe('The input “table” of “Train” is not connected.');
});

test('a node goes by its label, else by what its type is called in the reader’s language, else by its id', () => {
  const words = { en: { message: 'Scale' }, 'pt-BR': { message: 'Escalar' } };
  const port = { en: { message: 'Table' }, 'pt-BR': { message: 'Tabela' } };
  const extra = { scale: words, 'scale:table': port };
  const name = { node: 'scale-2', type: 'scale' };
  const wired = new EsteiraError('input-not-wired', { name, port: 'x' }, { node: 'scale-2' });
  expect(describe(wired, 'pt-BR', extra).message).toContain('“Escalar”');
  expect(describe(wired, 'en').message).toContain('“scale-2”');
  const ends = { from: { ...name, port: 'table' }, to: { ...name, label: 'Mine', port: 'rows' } };
  expect(describeMessage('edge-repeated', ends, 'pt-BR', extra).message).toBe(
    'Há duas ligações iguais de “Escalar › Tabela” para “Mine › rows”.',
  );
  const way = [name, { ...name, label: 'Mine' }, name];
  expect(describeMessage('graph-cycle', { way }, 'en', extra).message).toBe(
    'The wires go round in a circle: Scale → Mine → Scale.',
  );
  const none = new EsteiraError('columns-none', {}, { node: 'scale-2' });
  const inside = { ...toData(none), called: name };
  expect(describe(inside, 'en', extra).message).toMatch(/^Node “Scale”: /);
});

test('types are called by words, several by “or”', () => {
  const params = { column: 'a', expected: ['int64', 'date'], found: 'text' };
  expect(describeMessage('column-wrong-type', params, 'en').message).toBe(
    'The column “a” is text; this needs a whole number or a date.',
  );
  expect(describeMessage('column-wrong-type', params, 'pt-BR').message).toBe(
    'A coluna “a” é do tipo texto; aqui é preciso número inteiro ou data.',
  );
});

test.each([
  ['date', 'en', 'YYYY-MM-DD'],
  ['date', 'pt-BR', 'AAAA-MM-DD'],
  ['timestamp', 'en', 'YYYY-MM-DD HH:MM:SS'],
  ['text', 'en', 'Correct the value, or'],
] as const)(
  'what a model cannot read as %s (%s) says how to write it: %s',
  (type, locale, words) => {
    const params = { column: 'since', value: '31/03/2026', expected: type, type, row: 1 };
    expect(describeMessage('model-value-wrong', params, locale).remedy).toContain(words);
  },
);

test('nodes of one message that are called the same are told apart by their ids', () => {
  const title = { en: { message: 'Scale' }, 'pt-BR': { message: 'Escala' } };
  const scale = (node: string) => ({ node, type: 'scale' });
  const said = (params: Parameters<typeof describeMessage>[1], code: string): string =>
    describeMessage(code, params, 'en', { scale: title }).message;
  const circle = [scale('a'), { ...scale('b'), label: 'Mine' }, scale('c'), scale('a')];
  expect(said({ way: circle }, 'graph-cycle')).toBe(
    'The wires go round in a circle: Scale (a) → Mine → Scale (c) → Scale (a).',
  );
  const ends = { from: { ...scale('a'), port: 'x' }, to: { ...scale('b'), port: 'y' } };
  expect(said(ends, 'edge-repeated')).toBe(
    'There are two equal wires from “Scale (a) › x” to “Scale (b) › y”.',
  );
  expect(said({ way: [scale('a'), scale('a')] }, 'graph-cycle')).toMatch(/: Scale → Scale\.$/);
});

test('a long list is cut, a long value too, and control characters are taken out', () => {
  const known = Array.from({ length: 12 }, (_, index) => `c${index}`);
  const { message } = describeMessage('column-unknown', { column: 'x', known }, 'pt-BR');
  expect(message).toMatch(/“c9” e mais 2\.$/);
  const hostile = `a\u202e\n${'b'.repeat(1000)}`;
  const long = describeMessage('file-missing', { file: hostile }, 'en').message;
  expect(long).toMatch(/^There is no file “a {2}b+…”\.$/);
  expect(long.length).toBeLessThan(400);
});

test('a value that looks like ICU or markup is shown as it is', () => {
  const { message } = describeMessage('file-missing', { file: "{x} <b>'{y}'</b> #" }, 'en');
  expect(message).toBe("There is no file “{x} <b>'{y}'</b> #”.");
});

test('numbers keep their digits and take the language’s decimal sign', () => {
  const params = { field: '“rate”', value: 0.000123456, limit: 1e-9 };
  expect(describeMessage('value-too-small', params, 'pt-BR').message).toBe(
    '“rate” é 0,000123456; deve ser 1E-9 ou mais.',
  );
});

test('a node’s own error has the words that its folder brings', () => {
  const extra = {
    'filter-rows.all-gone': {
      en: { message: 'All {count, number} rows are gone.', remedy: 'Relax the condition.' },
      'pt-BR': { message: 'Todas as {count, number} linhas sumiram.' },
    },
  };
  const error = new EsteiraError('filter-rows.all-gone', { count: 3 });
  expect(error.kind).toBe('user');
  expect(describe(error, 'en', extra).remedy).toBe('Relax the condition.');
  expect(describe(error, 'pt-BR', extra)).toEqual({
    message: 'Todas as 3 linhas sumiram.',
    remedy: '',
  });
});

test('a code that nobody knows is shown with its params, never as nothing', () => {
  for (const code of ['future.error', 'constructor', '__proto__']) {
    const { message } = describeMessage(code, { a: 1 }, 'en');
    expect(message).toBe(`Something went wrong inside Esteira: ${code} (a = 1).`);
  }
});

test('a param that is missing shows as a question mark', () => {
  expect(describeMessage('file-missing', {}, 'en').message).toBe('There is no file “?”.');
});

test('what travels in events comes back as the same error', () => {
  const error = new EsteiraError('column-unknown', { column: 'a', known: ['b'] }, { node: 'n' });
  const data = toData(error);
  expect(data).toEqual({
    code: 'column-unknown',
    kind: 'user',
    params: { column: 'a', known: ['b'] },
    node: 'n',
  });
  const back = fromData(data);
  expect(back).toBeInstanceOf(EsteiraError);
  expect(toData(back)).toEqual(data);
  expect(back.message).toBe(error.message);
});

test('HTTP answers a problem that fits the published schema', () => {
  const error = new EsteiraError('not-found', { what: 'run', id: 'r1' }, { path: '/runs/r1' });
  const problem = toProblem(error, 'pt-BR');
  expect(validate('error', problem)).toEqual([]);
  expect(problem).toMatchObject({
    type: 'urn:esteira:error:not-found',
    status: 404,
    title: 'Não é possível atender ao pedido',
    detail: 'Não há execução “r1”.',
    path: '/runs/r1',
  });
  expect(toProblem(new EsteiraError('a.b', {}, { kind: 'operational' }), 'en').status).toBe(503);
});
