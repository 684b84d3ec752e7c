/** What the fields of one node's form share. */
import { createContext, useContext, type ComponentType } from 'react';
import type { Column, NodeType, Parameter, PipelineNode } from '#schemas/types.ts';
import type { Fix } from '../fixes/index.ts';
import type { Field, Params } from './model/types.ts';

/** A line under a field, with a repair where there is one. */
export type Said = {
  readonly path: string;
  readonly text: string;
  readonly remedy?: string;
  /** Repairs that reach beyond the field. */
  readonly fixes?: readonly Fix[];
  readonly fix?: { readonly label: string; readonly value: unknown };
};

export type FormWorld = {
  readonly node: PipelineNode;
  readonly type: NodeType;
  /** The columns that reach the input which a field speaks of; undefined while nobody knows them. */
  readonly columnsFor: (field: Pick<Field, 'port'>) => readonly Column[] | undefined;
  /** Whether a wire comes in there. */
  readonly isWired: (field: Pick<Field, 'port'>) => boolean;
  readonly said: readonly Said[];
  /**
   * Lets a new parameter of the pipeline give the value at a place of the node's params; undefined where nothing can be
   * bound, since the values are those of parameters.
   */
  readonly bindNew: ((path: string, made: Parameter) => void) | undefined;
  /** Draws a whole field: a list's items have fields of their own. */
  readonly Row: ComponentType<RowProps>;
};

export type RowProps = {
  readonly id: string;
  readonly field: Field;
  /** Of the node, or of the list's item that the field belongs to. */
  readonly params: Params;
  readonly path: string;
  readonly onChange: (value: unknown) => void;
  /** Inside a list, where there is less room and nothing to reset to. */
  readonly isInner?: boolean;
};

export const FormWorldContext = createContext<FormWorld | undefined>(undefined);

export function useFormWorld(): FormWorld {
  const world = useContext(FormWorldContext);
  if (world === undefined) throw new Error('A field stands outside a form.');
  return world;
}

/** What a field of any kind takes. */
export type FieldProps = {
  readonly field: Field;
  readonly value: unknown;
  /** JSON Pointer into the node's params. */
  readonly path: string;
  readonly onChange: (value: unknown) => void;
  /** Of the control, for its label. */
  readonly id: string;
  /** Ids of the help and of what is wrong. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

/** What a control says of itself to a screen reader. */
export function ariaOf({ id, describedBy, invalid }: FieldProps) {
  return {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
  } as const;
}
