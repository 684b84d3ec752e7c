/** The data sets that there are, asked for only where a problem is about one. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Problem } from '#schemas/types.ts';
import { listDatasets, type DatasetRecord } from '../api.ts';

type Problems = readonly Problem[];

const useKnown = create<{ readonly list: readonly DatasetRecord[] }>()(() => ({ list: [] }));

/** Of many lines that tell of one look at the graph, the first asks for all. */
let askedFor: Problems | undefined;

export function useDatasets(problems: Problems | undefined): readonly DatasetRecord[] {
  useEffect(() => {
    if (problems === undefined || problems === askedFor || !problems.some(isAboutData)) return;
    askedFor = problems;
    // Without them there is still the way to the field.
    listDatasets().then(
      (list) => useKnown.setState({ list }),
      () => {},
    );
  }, [problems]);
  return useKnown(({ list }) => list);
}

const isAboutData = ({ code }: Problem): boolean =>
  code === 'dataset-missing' || code === 'dataset-not-chosen';
