import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import type { NodeType, Parameter, PipelineNode } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useEditorNode } from '../app/useEditorNode.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { FixButtons } from '../fixes/FixButtons.tsx';
import { setParam } from '../store/commands/nodes.ts';
import { bindToNew } from '../store/commands/parameters.ts';
import { editor } from '../store/theEditor.ts';
import { FieldRow } from './FieldRow.tsx';
import { FormHeader } from './FormHeader.tsx';
import { InsidePins } from './InsidePins.tsx';
import { PinNotice } from './PinNotice.tsx';
import { FormWorldContext, type Said } from './FormWorld.ts';
import { fieldsOf } from './model/fields.ts';
import { pointerParts, withAt } from './model/pointer.ts';
import type { Field } from './model/types.ts';
import { isShown, valueOf } from './model/values.ts';
import { useColumns } from './useColumns.ts';
import { useSaid } from './useSaid.ts';
import './form.css';

/** The form of the node that is selected; nothing while none, or several, are. */
export function FormPanel({ nodeId }: { readonly nodeId?: string }): ReactNode {
  const node = useEditorNode(({ document, view }) => {
    const [id, another] = nodeId === undefined ? view.selectedNodes : [nodeId];
    return id === undefined || another !== undefined ? undefined : document.nodesById.get(id);
  });
  const type = useEditor(({ catalogue }) => node && catalogue.types.get(node.type));
  if (node === undefined) return null;
  return (
    <div className="form">
      <FormHeader key={`header ${node.id}`} node={node} type={type} />
      <PinNotice node={node} />
      <InsidePins node={node} />
      {type === undefined ? <UnknownType /> : <NodeForm key={node.id} node={node} type={type} />}
    </div>
  );
}

function UnknownType(): ReactNode {
  const say = useText();
  const isReady = useEditor(({ catalogue }) => catalogue.status === 'ready');
  return isReady ? <p className="form-empty">{say('form.unknown-type')}</p> : null;
}

type NodeFormProps = { readonly node: PipelineNode; readonly type: NodeType };

function NodeForm({ node, type }: NodeFormProps): ReactNode {
  const say = useText();
  const locale = useLocale();
  const fields = useMemo(() => fieldsOf(type, locale), [type, locale]);
  const columns = useColumns(node.id, type);
  const said = useSaid(node, fields, columns.columnsFor);
  const form = useRef<HTMLDivElement>(null);
  useFocusField(node.id, form);

  const world = useMemo(() => {
    const bindNew = (path: string, made: Parameter): void => bind(node, fields, path, made);
    return { node, type, said, Row: FieldRow, bindNew, ...columns };
  }, [node, type, said, fields, columns]);
  const shown = fields.filter((field) => isShown(field, fields, node.params));
  const set = (name: string, value: unknown): void => {
    editor.dispatch(setParam(editor.get().document, node.id, name, value));
  };
  return (
    <FormWorldContext value={world}>
      <div className="form-fields" ref={form}>
        <Elsewhere said={said} paths={shown.map(({ name }) => `/${name}`)} />
        {shown.length === 0 && <p className="form-empty">{say('form.no-fields')}</p>}
        {shown.map((field) => (
          <FieldRow
            key={field.name}
            id={`form-${field.name}`}
            field={field}
            params={node.params}
            path={`/${field.name}`}
            onChange={(value) => set(field.name, value)}
          />
        ))}
      </div>
    </FormWorldContext>
  );
}

function bind(node: PipelineNode, fields: readonly Field[], path: string, made: Parameter): void {
  const [name, ...inner] = pointerParts(path);
  const field = fields.find((each) => each.name === name);
  if (field === undefined) return;
  const value = withAt(valueOf(field, node.params), inner, { $param: made.name });
  editor.dispatch(bindToNew(editor.get().document, node.id, field.name, { value, made }));
}

type ElsewhereProps = { readonly said: readonly Said[]; readonly paths: readonly string[] };

/** What is wrong with the node but with none of its fields, such as a wire that is missing. */
function Elsewhere({ said, paths }: ElsewhereProps): ReactNode {
  const others = said.filter(
    ({ path }) => !paths.some((each) => path === each || path.startsWith(`${each}/`)),
  );
  if (others.length === 0) return null;
  return (
    <div className="form-problems" role="status">
      {others.map(({ text, remedy, fixes = [] }) => (
        <p key={text}>
          {text} {remedy !== undefined && <span className="field-remedy">{remedy}</span>}
          <FixButtons fixes={fixes} />
        </p>
      ))}
    </div>
  );
}

/** Brings the field that the problems' list names into view, and the keys to it. */
function useFocusField(id: string, form: RefObject<HTMLDivElement | null>): void {
  const wanted = useEditor(({ view }) => view.focusField);
  useEffect(() => {
    if (wanted?.node !== id || form.current === null) return;
    const rows = [...form.current.querySelectorAll<HTMLElement>('[data-path]')];
    const row = rows
      .filter(({ dataset }) => isWithin(wanted.path, dataset['path'] ?? ''))
      .toSorted((a, b) => (b.dataset['path'] ?? '').length - (a.dataset['path'] ?? '').length)[0];
    row?.scrollIntoView({ block: 'center' });
    const control = row?.querySelector<HTMLElement>('input, select, textarea');
    (control ?? row?.querySelector('button'))?.focus();
    const { view } = editor.get();
    editor.set({ view: { ...view, focusField: undefined } });
  }, [wanted, id, form]);
}

function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}/`);
}
