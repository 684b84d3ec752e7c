import { useMemo } from 'react';
import type { NodeType } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import type { PortSchemas } from '../apiTypes.ts';
import type { FormWorld } from './FormWorld.ts';
import { portOf, tableAt } from './model/columns.ts';

/** The columns that reach each input of a node: as the analysis of the graph knows them, or as they would be. */
export function useColumns(
  id: string,
  type: Pick<NodeType, 'inputs'>,
  supposed?: PortSchemas,
): Pick<FormWorld, 'columnsFor' | 'isWired'> {
  const edges = useEditor(({ document }) => document.edgesById);
  const known = useEditor(({ analysis }) => analysis.schemas);
  const schemas = supposed ?? known;
  return useMemo(() => {
    const at = new Map(
      type.inputs.map(({ name }) => [name, tableAt(id, name, edges.values(), schemas)]),
    );
    return {
      columnsFor: (field) => at.get(portOf(field, type) ?? '')?.schema?.columns,
      isWired: (field) => at.get(portOf(field, type) ?? '')?.wired ?? false,
    };
  }, [id, type, edges, schemas]);
}
