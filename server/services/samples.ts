/** The tables that come with the product. */
import { columnsOf, fileOf, isSample, SAMPLE_NAMES } from '#nodes/lib/samples/samples.ts';
import { notFound } from './core.ts';
import type { SampleSummary } from './types/datasets.ts';

export const sampleSummaries = (): readonly SampleSummary[] =>
  SAMPLE_NAMES.map((name) => {
    const target = columnsOf(name).find(({ role }) => role === 'target')!;
    return { name, target: target.name, meaning: target.meaning };
  });

/** Throws `not-found` for a name that is none of theirs. */
export function sampleFile(name: string): URL {
  if (!isSample(name)) throw notFound('sample', name);
  return fileOf(name);
}
