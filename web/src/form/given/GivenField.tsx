import { useMemo, type ReactNode } from 'react';
import type { NodeType, Parameter, PipelineNode } from '#schemas/types.ts';
import type { PortSchemas } from '../../api.ts';
import { usePrint } from '../../canvas/usePrint.ts';
import { valueText } from '../../compare/valueText.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { FieldRow } from '../FieldRow.tsx';
import { FormWorldContext, type Said } from '../FormWorld.ts';
import { checkParams } from '../model/checks.ts';
import type { Field, Params } from '../model/types.ts';
import { useColumns } from '../useColumns.ts';
import { isEmptied } from './model.ts';

/** A parameter that nothing takes has a control all the same. */
const nobody: PipelineNode = {
  id: '',
  type: '',
  version: 1,
  params: {},
  position: { x: 0, y: 0 },
};
const unwired = { inputs: [] };

type Props = {
  readonly parameter: Parameter;
  readonly field: Field;
  /** Whose columns the field speaks of, and its type. */
  readonly node: PipelineNode | undefined;
  readonly type: NodeType | undefined;
  readonly values: Params;
  readonly outputs: PortSchemas;
  /** What the server says of the value. */
  readonly told: readonly Said[];
  readonly onChange: (value: unknown) => void;
};

/** The value of a parameter for one run, in the control of the setting that takes it. */
export function GivenField(props: Props): ReactNode {
  const { parameter, values, outputs, told, onChange } = props;
  const { node = nobody, type } = props;
  const say = useText();
  const locale = useLocale();
  const print = usePrint(type);
  const columns = useColumns(node.id, type ?? unwired, outputs);
  const { name, default: preset } = parameter;
  const words =
    preset === undefined
      ? say('form.given.none')
      : say('form.given.preset', { value: valueText(preset, props.field, { say, locale, print }) });
  const description = [props.field.description, words].filter(Boolean).join(' ');
  const field = { ...props.field, description };
  const path = `/${name}`;
  const world = useMemo(() => {
    const issues = isEmptied(parameter, values[name])
      ? [{ path, code: 'required' as const, values: {} }]
      : // What was never there the server asks for, where it is needed.
        values[name] === null
        ? []
        : checkParams([props.field], values, columns.columnsFor(props.field));
    const own = issues.map((issue): Said => {
      const { near } = issue.values as { readonly near?: string };
      const text = say(`form.issue.${issue.code}`, issue.values);
      if (near === undefined) return { path: issue.path, text };
      const fix = { label: say('form.fix.use', { value: near }), value: near };
      return { path: issue.path, text, fix };
    });
    const said = own.length > 0 ? own : told;
    const shown = type ?? ({ params: {} } as NodeType);
    return { node, type: shown, said, Row: FieldRow, bindNew: undefined, ...columns };
  }, [node, type, parameter, name, path, props.field, values, told, columns, say]);
  return (
    <FormWorldContext value={world}>
      <FieldRow
        id={`given-${name}`}
        field={field}
        params={values}
        path={path}
        onChange={onChange}
      />
    </FormWorldContext>
  );
}
