/** A pipeline's file brought in, alone or with its data, and what was found in it. */
import type { NodeType, Pipeline, Problem } from '#schemas/types.ts';
import { checkPipeline, openBundle, type BundledDataset, type PipelineRecord } from '../../api.ts';
import { createNamed } from '../start/createNamed.ts';

export type Imported = {
  readonly pipeline: PipelineRecord;
  /** What came along with it. */
  readonly datasets: readonly BundledDataset[];
  /** Types of nodes that are not installed; their nodes are kept as they are. */
  readonly unknown: readonly string[];
  /** Names of data sets that are not here. */
  readonly missing: readonly string[];
  /** Wires that do not fit; they are kept, and shown as such. */
  readonly ghosts: number;
  /** What else keeps it from running. */
  readonly problems: readonly Problem[];
};

type Source = { readonly document: unknown; readonly datasets: readonly BundledDataset[] };

/** Throws SyntaxError where the file is no JSON, ApiError where it is no pipeline. */
export async function importPipeline(
  file: File,
  { types, name }: { readonly types: ReadonlyMap<string, NodeType>; readonly name: string },
): Promise<Imported> {
  const source = await readSource(file, name);
  const pipeline = await createNamed(source.document);
  const { document } = pipeline;
  const { problems } = await checkPipeline({ document });
  return { pipeline, datasets: source.datasets, ...foundIn(document, problems, types) };
}

/** What is at one wire, or of one data set, is several problems as soon as more is wrong with it. */
export function foundIn(
  { nodes }: Pick<Pipeline, 'nodes'>,
  problems: readonly Problem[],
  types: ReadonlyMap<string, NodeType>,
): Pick<Imported, 'unknown' | 'missing' | 'ghosts' | 'problems'> {
  const names = new Set(nodes.map(({ type }) => type).filter((type) => !types.has(type)));
  const missing = problems.flatMap(({ code, params: { dataset } }) =>
    code === 'dataset-missing' && typeof dataset === 'string' ? [dataset] : [],
  );
  const ghosts = problems.flatMap(({ path = '' }) => WIRE.exec(path)?.[0] ?? []);
  return {
    unknown: types.size === 0 ? [] : [...names],
    missing: [...new Set(missing)],
    ghosts: new Set(ghosts).size,
    problems: problems.filter(
      ({ code, path = '' }) =>
        code !== 'dataset-missing' && code !== 'node-type-unknown' && !WIRE.test(path),
    ),
  };
}

const WIRE = /^\/edges\/\d+/;

/** By its first bytes: a name can be anything. */
async function readSource(file: File, name: string): Promise<Source> {
  const start = await file.slice(0, 2).text();
  if (start === 'PK') return openBundle(file);
  return { document: documentOf(JSON.parse(await file.text()), name), datasets: [] };
}

/** Nodes that were copied on a canvas are a pipeline without a name. */
function documentOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { kind, ...graph } = value as Readonly<Record<string, unknown>>;
  if (kind !== 'esteira-nodes') return value;
  return { format: 1, name, definitions: {}, parameters: [], seed: 1, ...graph };
}
