import { useCallback, useMemo } from 'react';
import type { Parameter, PipelineNode } from '#schemas/types.ts';
import { getRunDocument, type RunSummary } from '../api.ts';
import { useLoaded } from '../home/parts/useLoaded.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { givenTo, type GivenValues } from '../store/stale.ts';
import { givenText, givenValues, type GivenValue } from './given.ts';
import { useEditor } from './useEditor.ts';

type Graph = {
  readonly parameters: readonly Parameter[];
  readonly nodes: readonly PipelineNode[];
};

const noGraph: Graph = { parameters: [], nodes: [] };
const nothing: GivenValues = {};

function useValues(given: GivenValues, graph: Graph): readonly GivenValue[] {
  const say = useText();
  const locale = useLocale();
  const types = useEditor((state) => state.catalogue.types);
  return useMemo(
    () => givenValues(given, { ...graph, types, say, locale }),
    [given, graph, types, say, locale],
  );
}

/** What the run on the canvas was given; empty where that is nothing. */
export function useShownGiven(): readonly GivenValue[] {
  const given = useEditor(({ run }) => run.current?.params) ?? nothing;
  return useValues(given, useRanGraph());
}

/** What was given to the run of which a node has its result, in one line. */
export function useGivenTo(node: string): string {
  const say = useText();
  const given = useEditor(({ run }) => givenTo(run.ran, node));
  return givenText(useValues(given, useRanGraph()), { say });
}

/** Of the graph as it ran: what is edited since changes nothing of it. */
function useRanGraph(): Graph {
  const ran = useEditor(({ run }) => run.ran);
  return useMemo(
    () =>
      ran === null ? noGraph : { parameters: ran.parameters, nodes: [...ran.nodesById.values()] },
    [ran],
  );
}

/** What any run was given. Until its document is there, parameters go by their names. */
export function useGivenOf({ id, params }: Pick<RunSummary, 'id' | 'params'>) {
  const isGiven = Object.keys(params).length > 0;
  const load = useCallback(
    async (signal: AbortSignal) => (isGiven ? getRunDocument(id, signal) : undefined),
    [id, isGiven],
  );
  return useValues(params, useLoaded(load).value ?? noGraph);
}
