/** What a run makes of bad input, on real files through real processes, and what it says in both languages. */
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { describe } from '#schemas/errors.ts';
import type { DatasetRef, ErrorData, Json, RunEvent, RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { wordsOfNodes } from '#server/cli/errorWords.ts';
import type { Services } from '#server/services/types.ts';
import { pipeline } from '../../support/fakeNodes/pipeline.ts';
import { actor, eventsOf } from '../../support/services.ts';

export const options = { nodesDir: NODES_DIR, settings: { heapMegabytes: 512 } };

type Graph = Parameters<typeof pipeline>[0];
type Note = Extract<RunEvent, { type: 'node-log' }> & Pick<ErrorData, 'code' | 'params'>;

export interface Ended {
  readonly result: RunResult;
  readonly notes: readonly Note[];
}

export async function dataset(
  { datasets }: Services,
  text: string | Buffer,
  name = 'mine.csv',
): Promise<DatasetRef> {
  const stream = Readable.from([Buffer.from(text)]);
  const { name: kept, hash } = await datasets.import(actor, { name, stream });
  return { dataset: kept, hash };
}

export async function run(esteira: Services, graph: Graph): Promise<Ended> {
  return ended(esteira, { document: pipeline(graph) });
}

export async function runTemplate(
  esteira: Services,
  template: string,
  params: { readonly [name: string]: Json },
): Promise<Ended> {
  return ended(esteira, { template }, params);
}

async function ended(
  esteira: Services,
  source: { document: unknown } | { template: string },
  params: { readonly [name: string]: Json } = {},
): Promise<Ended> {
  const { id } = await esteira.runs.start(actor, { source, params });
  const result = await esteira.runs.finished(actor, id);
  const events = await eventsOf(esteira, id);
  return { result, notes: events.filter(isNote) };
}

const isNote = (event: RunEvent): event is Note =>
  event.type === 'node-log' && event.code !== undefined;

export interface Said {
  readonly code: string;
  readonly en: string | RegExp;
  readonly pt: string | RegExp;
}

const extra = await wordsOfNodes();

/** The words in both languages; a defect of ours has none for people, and what they did wrong must. */
export function expectWords(
  error: Pick<ErrorData, 'code' | 'params'> & Partial<ErrorData>,
  { code, en, pt }: Said,
): void {
  expect(error.code).toBe(code);
  expect(error.kind ?? 'user').toBe('user');
  for (const [locale, words] of [
    ['en', en],
    ['pt-BR', pt],
  ] as const) {
    const { message, remedy } = describe(error, locale, extra);
    expect(`${message} ${remedy}`).not.toMatch(/[{}]|“\?”|undefined/);
    expect(remedy).not.toBe('');
    expect(message).toMatch(words);
  }
}

/** The run failed at `node`, with these words. */
export function expectFailed({ result }: Ended, node: string, said: Said): void {
  expect(result.status, JSON.stringify(result.error)).toBe('failed');
  expect(result.nodes[node]?.status).toBe('failed');
  expectWords(result.error!, said);
  expect(result.error!.node).toBe(node);
}
