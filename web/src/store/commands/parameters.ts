import type { Parameter } from '#schemas/types.ts';
import { merged } from '../change.ts';
import type { DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';
import { setParam } from './nodes.ts';
import { setField } from './pipeline.ts';

/** What counts where a run is given no other value; nothing, or no column, takes it away. */
export function setDefault(document: DocumentSlice, name: string, value: unknown): Command {
  const parameters = document.parameters.map((parameter): Parameter => {
    if (parameter.name !== name) return parameter;
    const { default: _, ...others } = parameter;
    const isNone = value === undefined || value === null;
    const isNoColumn = parameter.type === 'column' && value === '';
    return isNone || isNoColumn ? others : { ...others, default: value };
  });
  return { ...setField(document, 'parameters', parameters), group: `parameter ${name}` };
}

/** A new parameter of the pipeline, and the param that takes its value from it, as one step. */
export function bindToNew(
  document: DocumentSlice,
  id: string,
  param: string,
  bound: { readonly value: unknown; readonly made: Parameter },
): Command {
  const { change, about } = setParam(document, id, param, bound.value);
  const parameters = setField(document, 'parameters', [...document.parameters, bound.made]);
  return { name: 'bind-parameter', about, change: merged(change, parameters.change) };
}
