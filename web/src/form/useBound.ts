import { useEditor } from '../app/useEditor.ts';
import { setDefault } from '../store/commands/parameters.ts';
import { editor } from '../store/theEditor.ts';
import { boundTo } from './model/bindings.ts';

export type BoundValue = {
  readonly label: string;
  /** Of the parameter, where a run is given no other; null where it has none. */
  readonly value: unknown;
  /** Undefined where the pipeline has no such parameter. */
  readonly change: ((value: unknown) => void) | undefined;
};

/** The parameter of the pipeline that stands for a field's value; undefined where none does. */
export function useBound(value: unknown): BoundValue | undefined {
  const name = boundTo(value);
  const parameter = useEditor(({ document }) =>
    document.parameters.find((each) => each.name === name),
  );
  if (name === undefined) return undefined;
  const { label = '', default: known = null } = parameter ?? {};
  const change = (next: unknown): void => {
    editor.dispatch(setDefault(editor.get().document, name, next));
  };
  return {
    label: label === '' ? name : label,
    value: known,
    change: parameter && change,
  };
}
