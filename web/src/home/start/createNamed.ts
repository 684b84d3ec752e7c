import { freeName } from '#schemas/freeName.ts';
import { createPipeline, listPipelines, type PipelineRecord } from '../../api.ts';

/**
 * Saves a document under a name that no other pipeline bears: two from one file are told apart in every list. What is
 * no pipeline is left for the server to refuse. Throws ApiError.
 */
export async function createNamed(document: unknown): Promise<PipelineRecord> {
  if (!isNamed(document)) return createPipeline(document);
  const taken = new Set((await listPipelines()).map(({ name }) => name));
  return createPipeline({ ...document, name: freeName(document.name, taken) });
}

const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
