import { useCallback } from 'react';
import type { Pipeline } from '#schemas/types.ts';
import { previewProfile, type DatasetRecord, type Profile } from '../../api.ts';
import { useLoaded } from '../parts/useLoaded.ts';

/** The columns of a file at a glance; undefined until it is known. */
export function useProfile({ name, hash }: DatasetRecord): Profile | undefined {
  const load = useCallback(
    (signal: AbortSignal) =>
      previewProfile(
        { document: reader({ dataset: name, hash }), node: 'data', port: 'table' },
        signal,
      ),
    [name, hash],
  );
  return useLoaded(load).value;
}

/** A pipeline that reads the file, and nothing else. */
function reader(file: { readonly dataset: string; readonly hash: string }): Pipeline {
  const node = {
    id: 'data',
    type: 'csv-file',
    version: 1,
    params: { file },
    position: { x: 0, y: 0 },
  };
  return {
    format: 1,
    name: file.dataset,
    nodes: [node],
    edges: [],
    definitions: {},
    parameters: [],
    seed: 1,
  };
}
