import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Locale, NodeType, Pipeline, RunEvent, RunResult } from '#schemas/types.ts';
import { placeholders } from '#schemas/errors/format.ts';
import { messages } from '../../web/src/i18n/allMessages.ts';
import { colours, chartTheme, hues } from './colours.ts';
import type { RunFacts } from './facts.ts';
import { runReport } from './runReport.ts';
import en from './words.en.json' with { type: 'json' };
import pt from './words.pt-BR.json' with { type: 'json' };

const words = (text: string) => ({ en: text, 'pt-BR': text });
const nodeType = (type: string, category: NodeType['category']): NodeType => ({
  type,
  version: 1,
  category,
  kind: 'run',
  title: { en: `Type ${type}`, 'pt-BR': `Tipo ${type}` },
  summary: words(type),
  synonyms: { en: [], 'pt-BR': [] },
  formerly: [],
  params: { type: 'object', properties: { column: { type: 'string' } } },
  paramTexts: {},
  line: { en: 'looks at {column}', 'pt-BR': 'olha {column}' },
  messages: {
    en: { odd: { message: 'Odd value {value}.' } },
    'pt-BR': { odd: { message: 'Valor estranho {value}.' } },
  },
  inputs: [],
  outputs: [],
  random: false,
  effect: false,
  previews: false,
  help: words(type),
  icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
});

const types = [nodeType('judge', 'evaluate'), nodeType('network', 'learn')];
const node = (id: string, type: string, more = {}): Pipeline['nodes'][number] => ({
  id,
  type,
  version: 1,
  params: { column: { $param: 'target' } },
  position: { x: id.length * 300, y: 0 },
  ...more,
});

/** A run with one of everything, whose names are all `name`. */
function factsNamed(name: string): RunFacts {
  const hash = 'a'.repeat(64);
  const document: Pipeline = {
    format: 1,
    name: 'Document',
    description: name,
    nodes: [
      node('learns', 'network', { label: name, notes: name }),
      node('judges', 'judge'),
      node('reads', 'not-installed', { params: { file: { $param: 'file' } } }),
    ],
    edges: [
      { from: { node: 'learns', port: 'model' }, to: { node: 'judges', port: 'model' } },
      { from: { node: 'reads', port: 'table' }, to: { node: 'learns', port: 'table' } },
    ],
    definitions: {},
    parameters: [
      { name: 'target', type: 'column', label: name },
      { name: 'file', type: 'dataset' },
    ],
    seed: 7,
  };
  const report = {
    type: 'classification',
    metrics: {
      accuracy: 0.75,
      guessAccuracy: 0.5,
      rocAuc: 0.8,
      n: 4,
      confusion: [
        [1, 1],
        [0, 2],
      ],
      other: name,
    },
    details: {
      accuracyInterval: { low: 0.6, high: 0.9 },
      classes: [name, 'b'],
      positive: name,
      byClass: [{ class: name, support: 2, precision: 1, recall: 0.5, f1: 0.6 }],
      roc: [
        { fpr: 0, tpr: 0 },
        { fpr: 0.5, tpr: 0.8 },
        { fpr: 1, tpr: 1 },
      ],
    },
    notes: [{ code: 'judge.odd', level: 'warning', params: { value: name } }],
  };
  const result: RunResult = {
    run: 'r1',
    status: 'failed',
    seed: 7,
    nodes: {
      reads: {
        status: 'failed',
        reason: { code: 'first-run' },
        error: { code: 'column-unknown-anywhere', kind: 'user', params: { column: name } },
      },
      learns: { status: 'cached', reason: { code: 'unchanged' }, rows: 1234 },
      judges: {
        status: 'done',
        reason: { code: 'params-changed', params: { params: [name] } },
        ms: 5,
        report,
      },
      'learns/3/inner': { status: 'done', reason: { code: 'first-run' } },
    },
  };
  const at = { run: 'r1', time: '2026-01-02T03:04:05Z', step: 'learns' };
  const point = (seq: number, loss: number): RunEvent => ({
    ...at,
    seq,
    type: 'node-progress',
    done: seq,
    total: 3,
    values: { loss },
  });
  const model = { type: 'model', target: name, inputs: [1, 2], classes: [name] };
  const events: RunEvent[] = [
    point(1, 0.9),
    point(2, 0.4),
    { ...at, seq: 3, type: 'node-finished', outputs: { model } as never },
  ];
  return {
    run: {
      id: 'r1',
      name,
      params: { target: name, file: { dataset: name, hash } },
      seed: 7,
      version: '1.2.3',
      trigger: name,
      actor: 'owner',
      createdAt: '2026-01-02T03:04:00Z',
      startedAt: '2026-01-02T03:04:05Z',
      finishedAt: '2026-01-02T03:04:07Z',
    },
    document,
    result,
    events,
    types,
  };
}

const locales: readonly Locale[] = ['en', 'pt-BR'];
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('it tells what ran, how each step fared, what it found, and all that it takes to run it again', () => {
  const html = runReport(factsNamed('Pinguins'), {
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
  });
  const text = textOf(html);
  for (const told of [
    'Relatório de uma execução',
    'Falhou. Levou 2 s.',
    '1 nó foi executado, 1 já estava pronto, 1 falhou',
    '2 de janeiro de 2026',
    '00:04',
    'Semente 7',
    '1.2.3',
    'olha Pinguins',
    'Acerta 75 de cada 100 linhas do teste (entre 60 e 90).',
    'Valor estranho Pinguins.',
    // With the digits of its neighbours.
    '0,8000',
    'Matriz de confusão',
    'Curva ROC',
    'Um modelo que prevê “Pinguins” a partir de 2 colunas.',
    'Perda durante o treino',
    '1.234',
    'a'.repeat(64),
  ]) {
    expect(text).toContain(told);
  }
  // The graph, the ROC curve and the loss curve.
  expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(3);
  expect(html).toContain('<html lang="pt-BR">');
});

test('the same run gives the same bytes, and each language only its own words', () => {
  const [first, second] = [1, 2].map(() =>
    locales.map((locale) => runReport(factsNamed('Birds'), { locale })),
  );
  expect(second).toEqual(first);
  expect(textOf(first![0]!)).not.toMatch(/[ãçõé]/i);
  expect(textOf(first![1]!)).not.toMatch(/\b(step|run|done|figures)\b/i);
  expect(textOf(first![0]!)).not.toMatch(/undefined|NaN|\[object|report\.|results\./);
});

test('names that look like markup are text wherever they stand, and nothing asks for anything', () => {
  const hostile = `<img src=x onerror="alert('1')">&amp;</text></svg></style><script>alert(2)</script>\u202e`;
  const html = runReport(factsNamed(hostile), { locale: 'en' });
  const tags = new Set(Array.from(html.matchAll(/<([a-z][\w-]*)/gi), ([, tag]) => tag));
  expect(
    [...tags].filter((tag) => /^(img|script|iframe|object|link|a|use|image)$/i.test(tag!)),
  ).toEqual([]);
  expect(html.match(/<style/g)).toHaveLength(1);
  // Inside a tag no handler, no address.
  const names = html.replace(/="[^"]*"/g, '=');
  expect(names.match(/<[^>]*\s(on\w+|href|src|xlink:href)=/gi)).toBeNull();
  expect(html.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\/|url\((?!#)/);
  expect(html).not.toContain('\u202e');
  expect(html).toContain('&lt;img src=x onerror=');
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('ids inside the pictures are of one picture each', () => {
  const html = runReport(factsNamed('Birds'), { locale: 'en' });
  const ids = Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  const used = Array.from(html.matchAll(/url\(#([^)]+)\)/g), ([, id]) => id);
  expect(used.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a model that was trained in an earlier run is told with the curve that was kept', () => {
  const facts = factsNamed('Birds');
  const curve = [3, 1, 2].map((loss, at) => ({ done: at + 1, loss }));
  const cached: RunEvent = {
    run: 'r1',
    time: '2026-01-02T03:04:05Z',
    step: 'learns',
    seq: 1,
    type: 'node-cached',
    reason: { code: 'unchanged' },
    curve,
  };
  const chart = (events: readonly RunEvent[]) =>
    runReport({ ...facts, events }, { locale: 'en' }).match(
      /<svg[^>]*aria-label="[^"]*3 steps[^"]*"/,
    );
  expect(chart([cached])).not.toBeNull();
  expect(chart([])).toBeNull();
});

test('a run of nothing is told too', () => {
  const facts = factsNamed('Empty');
  const document = { ...facts.document, nodes: [], edges: [], parameters: [] };
  const result = { ...facts.result, status: 'done', nodes: {} } as const;
  const html = runReport({ ...facts, document, result, events: [] }, { locale: 'en' });
  expect(textOf(html)).toContain('No node ran.');
  expect(html).not.toMatch(/Infinity|NaN/);
});

test('both languages have every word, with the same values, and none of them shouts', () => {
  expect(Object.keys(pt).sort()).toEqual(Object.keys(en).sort());
  for (const [id, text] of Object.entries(en)) {
    const other = pt[id as keyof typeof pt];
    expect([...placeholders(other).keys()].sort(), id).toEqual(
      [...placeholders(text).keys()].sort(),
    );
    expect(text + other).not.toContain('!');
    expect(Object.keys(messages.en)).not.toContain(id);
  }
});

test('its colours are those of the page', () => {
  const css = readFileSync(new URL('../../web/src/theme/tokens.css', import.meta.url), 'utf8');
  const light = (name: string): string | undefined =>
    new RegExp(`--${name}: (?:light-dark\\()?(#\\w+)`).exec(css)?.[1];
  const found = Object.keys(colours).map((name) => [name, light(name)]);
  expect(Object.fromEntries(found)).toEqual(colours);
  expect(chartTheme.series).toEqual(chartTheme.series.map((_, at) => light(`chart-${at + 1}`)));
  const categories = Array.from(
    css.matchAll(/\.category-(\w+) \{\s*--hue: (\d+);/g),
    ([, name, hue]) => [name, Number(hue)],
  );
  expect(Object.fromEntries(categories)).toEqual(hues);
});
