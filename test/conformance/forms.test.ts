import { describe, expect, test } from 'vitest';
import { publishNodes } from '#server/catalogue/publish.ts';
import type { Column } from '#schemas/types.ts';
import { fitting, newName } from '../../web/src/form/model/bindings.ts';
import { checkParams } from '../../web/src/form/model/checks.ts';
import { fieldsOf } from '../../web/src/form/model/fields.ts';
import { placeOf } from '../../web/src/form/model/place.ts';
import { isDefault, isShown, newItem, valueOf } from '../../web/src/form/model/values.ts';

const types = await publishNodes();
const typeNamed = (name: string) => types.find(({ type }) => type === name)!;
const column = (name: string, type: Column['type'] = 'float64'): Column => ({
  name,
  type,
  meaning: type === 'text' ? 'category' : 'number',
  role: 'feature',
});

describe('fields', () => {
  test.each(types.map(({ type }) => type))(
    '%s has a title, a widget and a fitting default',
    (name) => {
      const type = typeNamed(name);
      for (const locale of ['en', 'pt-BR'] as const) {
        for (const field of fieldsOf(type, locale)) {
          expect(field.title).not.toBe('');
          expect(isDefault(field, {})).toBe(true);
        }
      }
      const chosen = fieldsOf(type, 'en').filter(({ widget }) => widget === 'choice');
      for (const field of chosen) {
        expect(field.choices.map(({ value }) => value)).toContain(valueOf(field, {}));
      }
      // What a new node holds is never marked as wrong.
      expect(checkParams(fieldsOf(type, 'en'), {}, undefined)).toEqual([]);
    },
  );

  test('speak the language of the reader, in lists and choices too', () => {
    const [layers, activation] = fieldsOf(typeNamed('neural-network'), 'pt-BR');
    expect(layers).toMatchObject({ widget: 'list', title: 'Camadas ocultas' });
    expect(layers!.items).toMatchObject([{ name: 'units', title: 'Unidades', widget: 'number' }]);
    expect(newItem(layers!.items)).toEqual({ units: 32 });
    expect(activation!.choices).toContainEqual({ value: 'sigmoid', label: 'Sigmoide' });
    expect(fieldsOf(typeNamed('date-parts'), 'en')[1]!.widget).toBe('choices');
  });

  test('show only where what they depend on says so, or only a run knows it', () => {
    const fields = fieldsOf(typeNamed('split-data'), 'en');
    const shown = (params: object) =>
      fields.filter((field) => isShown(field, fields, { ...params })).map(({ name }) => name);
    expect(shown({})).toEqual(['into', 'train', 'validation', 'by']);
    expect(shown({ into: 'folds', by: 'group' })).toEqual(['into', 'folds', 'by', 'group']);
    expect(shown({ into: { $param: 'how' } })).toContain('folds');
  });
});

describe('checks', () => {
  const issues = (params: object, columns?: readonly Column[], name = 'neural-network') =>
    checkParams(fieldsOf(typeNamed(name), 'en'), { ...params }, columns).map(
      ({ path, code }) => `${path} ${code}`,
    );

  test('of numbers know bounds, whole numbers and gaps', () => {
    expect(issues({ epochs: 0 })).toEqual(['/epochs too-small']);
    expect(issues({ epochs: 20_000 })).toEqual(['/epochs too-large']);
    expect(issues({ epochs: 1.5 })).toEqual(['/epochs not-whole']);
    expect(issues({ learningRate: 0 })).toEqual(['/learningRate not-above']);
    expect(issues({ dropout: null })).toEqual(['/dropout required']);
    expect(issues({ layers: [{ units: 8 }, { units: -1 }] })).toEqual([
      '/layers/1/units too-small',
    ]);
    expect(issues({ epochs: { $param: 'e' } })).toEqual([]);
  });

  test('of texts know patterns', () => {
    expect(issues({ name: 'a/b' }, undefined, 'save-data')).toEqual(['/name pattern']);
    expect(issues({ name: '' }, undefined, 'save-data')).toEqual(['/name required']);
  });

  test('of columns know what reaches the node, and what was meant', () => {
    const columns = [column('idade'), column('cidade', 'text')];
    expect(issues({ columns: ['idade'] }, columns, 'scale')).toEqual([]);
    expect(issues({ columns: ['idade', 'cidade'] }, columns, 'scale')).toEqual([
      '/columns/1 unfit-column',
    ]);
    expect(issues({ columns: ['Idáde'] }, columns, 'scale')).toEqual([
      '/columns/0 misspelt-column',
    ]);
    expect(issues({ columns: ['zzz'] }, columns, 'scale')).toEqual(['/columns/0 unknown-column']);
    const family: Column = { ...column('cidade='), presence: 'many' };
    expect(issues({ columns: ['zzz'] }, [...columns, family], 'scale')).toEqual([]);
  });
});

test('a problem of the server finds the field that it is about', () => {
  const at = (type: string, problem: object, params: object = {}) =>
    placeOf({ code: 'column-unknown', params: {}, ...problem }, fieldsOf(typeNamed(type), 'en'), {
      ...params,
    });
  expect(at('scale', { path: '/columns/0' })).toBe('/columns/0');
  expect(at('scale', { path: '/nodes/3/params/method' })).toBe('/method');
  expect(at('scale', { path: '/nodes/3' })).toBe('');
  expect(at('filter-rows', { code: 'param-required', params: { param: 'condition' } })).toBe(
    '/condition',
  );
  const zz = { params: { column: 'zz' } };
  expect(at('scale', zz, { columns: ['a', 'zz'] })).toBe('/columns/1');
  expect(at('rename-columns', zz, { names: [{ column: 'zz', name: 'b' }] })).toBe(
    '/names/0/column',
  );
  expect(at('formula', zz, { expression: { kind: 'column', name: 'zz' } })).toBe('/expression');
  expect(at('formula', { code: 'expression-empty' })).toBe('/expression');
});

test('a parameter fits a field of its kind, and a new one has a name of its own', () => {
  const [field] = fieldsOf(typeNamed('logistic-regression'), 'en');
  const parameters = [
    { name: 'c', type: 'integer' },
    { name: 'city', type: 'text' },
  ] as const;
  expect(fitting(field!, parameters).map(({ name }) => name)).toEqual(['c']);
  expect(newName('c', parameters)).toBe('c2');
});
