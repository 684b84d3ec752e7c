/** The list of what a bundle holds: its `esteira.json`. README.md describes the whole file. */
import { EsteiraError } from '#schemas/errors.ts';
import type { DatasetRef } from '#schemas/types.ts';
import { validateParams } from '#schemas/validate.ts';

export const MANIFEST = 'esteira.json';
export const PIPELINE = 'pipeline.json';
/** Raised when older programs could not read it any more. */
export const FORMAT = 1;
/** Data sets in one bundle; nobody reads so many in one pipeline. */
export const MOST_DATASETS = 1000;

export interface ListedPart {
  readonly path: string;
  /** sha256 of its bytes. */
  readonly hash: string;
  readonly bytes: number;
}

export interface ListedDataset extends ListedPart {
  /** As the pipeline's document calls it. */
  readonly name: string;
}

export interface Manifest {
  readonly kind: 'esteira-bundle';
  readonly format: number;
  readonly pipeline: ListedPart;
  readonly datasets: readonly ListedDataset[];
  /** Named by the document, but not there when the bundle was made. */
  readonly missing: readonly DatasetRef[];
}

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const part = {
  path: { type: 'string', minLength: 1, maxLength: 300 },
  hash,
  bytes: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
} as const;
const partOf = (more: object) => ({
  type: 'object',
  required: ['path', 'hash', 'bytes', ...Object.keys(more)],
  properties: { ...part, ...more },
});

/** More fields are allowed everywhere, so that later programs may say more to each other. */
const schema = {
  type: 'object',
  required: ['kind', 'format', 'pipeline', 'datasets'],
  properties: {
    kind: { const: 'esteira-bundle' },
    format: { type: 'integer', minimum: 1 },
    pipeline: partOf({}),
    datasets: { type: 'array', maxItems: MOST_DATASETS, items: partOf({ name }) },
    missing: {
      type: 'array',
      maxItems: MOST_DATASETS,
      items: {
        type: 'object',
        required: ['dataset', 'hash'],
        properties: { dataset: name, hash },
      },
    },
  },
} as const;

/** Throws `bundle-newer`, or in words what is wrong with it. */
export function readManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new EsteiraError('bundle-part-changed', { part: MANIFEST }, { cause });
  }
  const format: unknown = (value as Partial<Manifest> | null)?.format;
  if (typeof format === 'number' && format > FORMAT) {
    throw new EsteiraError('bundle-newer', { format, known: FORMAT });
  }
  const [mistake] = validateParams(schema, value);
  if (mistake !== undefined) throw mistake;
  const manifest = value as Manifest;
  return { ...manifest, missing: manifest.missing ?? [] };
}
