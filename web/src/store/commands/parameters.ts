import type { Parameter } from '#schemas/types.ts';
import { merged } from '../change.ts';
import type { DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';
import { setParam } from './nodes.ts';
import { setField } from './pipeline.ts';

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
