/** Between a saved document and the slice in which it is edited. */
import { edgeId } from '#schemas/graph.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { DocumentSlice } from './state.ts';

export const emptyDocument: DocumentSlice = {
  id: null,
  name: '',
  description: undefined,
  seed: 1,
  parameters: [],
  definitions: {},
  nodesById: new Map(),
  edgesById: new Map(),
  notesById: new Map(),
};

export function openDocument(id: string | null, pipeline: Pipeline): DocumentSlice {
  const { name, description, seed, parameters, definitions, notes = [] } = pipeline;
  return {
    id,
    name,
    description,
    seed,
    parameters,
    definitions,
    nodesById: new Map(pipeline.nodes.map((node) => [node.id, node])),
    edgesById: new Map(pipeline.edges.map((edge) => [edgeId(edge), edge])),
    notesById: new Map(notes.map((note) => [note.id, note])),
  };
}

const written = new WeakMap<DocumentSlice, Pipeline>();

/** The document as it is saved; the same object while nothing changes. */
export function pipelineOf(document: DocumentSlice): Pipeline {
  const known = written.get(document);
  if (known !== undefined) return known;
  const { name, description, seed, parameters, definitions } = document;
  const { nodesById, edgesById, notesById } = document;
  const pipeline: Pipeline = {
    format: 1,
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    nodes: [...nodesById.values()],
    edges: [...edgesById.values()],
    ...(notesById.size === 0 ? {} : { notes: [...notesById.values()] }),
    definitions,
    parameters,
    seed,
  };
  written.set(document, pipeline);
  return pipeline;
}
