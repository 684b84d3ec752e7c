import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { FixButtons } from '../fixes/FixButtons.tsx';
import { FieldBinding, Bound } from './FieldBinding.tsx';
import { FieldInput } from './FieldInput.tsx';
import { isList } from './fields/isList.ts';
import { IconButton } from './fields/IconButton.tsx';
import { useFormWorld, type RowProps, type Said } from './FormWorld.ts';
import type { Field } from './model/types.ts';
import { useBound } from './useBound.ts';
import { defaultOf, isDefault, valueOf } from './model/values.ts';

/** A field with its name, its help, what is wrong with it, the way back to its default, and its binding. */
export function FieldRow({
  id,
  field,
  params,
  path,
  onChange,
  isInner = false,
}: RowProps): ReactNode {
  const say = useText();
  const { said, bindNew } = useFormWorld();
  const value = valueOf(field, params);
  const own = said.filter((each) => concerns(each, path, field));
  const bound = useBound(value);
  // What is typed, or mended, is the parameter's then.
  const change = bound?.change ?? onChange;
  const hasHelp = field.description !== undefined;
  const describedBy = [hasHelp && `${id}-help`, own.length > 0 && `${id}-said`].filter(Boolean);
  const control = {
    field,
    value: bound === undefined ? value : bound.value,
    path,
    onChange: change,
    id,
    describedBy: describedBy.length > 0 ? describedBy.join(' ') : undefined,
    invalid: own.length > 0,
  };
  return (
    <div className={isInner ? 'field field-inner' : 'field'} data-path={path}>
      <div className="field-head">
        <FieldName
          field={field}
          id={id}
          hasControl={bound === undefined || bound.change !== undefined}
        />
        <span className="field-tools">
          {!isInner && !isDefault(field, params) && bound === undefined && (
            <IconButton
              icon="undo"
              label={say('form.reset', { field: field.title })}
              onClick={() => onChange(undefined)}
            />
          )}
          {bindNew !== undefined && <FieldBinding {...{ field, value, path, onChange, bindNew }} />}
        </span>
      </div>
      {(bound === undefined || bound.change !== undefined) && <FieldInput {...control} />}
      {bound !== undefined && (
        <Bound
          label={bound.label}
          onFree={() => onChange(bound.value ?? (isInner ? defaultOf(field.schema) : undefined))}
        />
      )}
      {hasHelp && (
        <p className="field-help" id={`${id}-help`}>
          {field.description}
        </p>
      )}
      {own.length > 0 && (
        <div className="field-said" id={`${id}-said`} role="status">
          {own.map((each) => (
            <SaidLine
              key={`${each.path} ${each.text}`}
              said={each}
              path={path}
              value={control.value}
              onChange={change}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const grouped: ReadonlySet<string> = new Set(['choices', 'list', 'json', 'condition']);

function FieldName({
  field,
  id,
  hasControl,
}: {
  field: Field;
  id: string;
  hasControl: boolean;
}): ReactNode {
  // A switch says its name itself, beside it.
  if (field.widget === 'flag' && hasControl) return <span />;
  const isRadios = field.widget === 'choice' && !isList(field);
  // The name of a group is not for one control of it.
  return !hasControl || isRadios || grouped.has(field.widget) ? (
    <span className="field-name" id={`${id}-label`}>
      {field.title}
    </span>
  ) : (
    <label className="field-name" id={`${id}-label`} htmlFor={id}>
      {field.title}
    </label>
  );
}

/** A list's items say what is wrong with them at their own fields. */
function concerns(said: Said, path: string, field: Field): boolean {
  if (said.path === path) return true;
  return said.path.startsWith(`${path}/`) && field.widget !== 'list';
}

type LineProps = {
  readonly said: Said;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

function SaidLine({ said, path, value, onChange }: LineProps): ReactNode {
  const { fix, fixes = [], text, remedy } = said;
  const mend = (): void => {
    if (fix === undefined) return;
    const at = Number(said.path.slice(path.length + 1));
    const isItem = said.path !== path && Array.isArray(value);
    onChange(isItem ? [...new Set((value as unknown[]).with(at, fix.value))] : fix.value);
  };
  return (
    <p>
      {text} {remedy !== undefined && <span className="field-remedy">{remedy}</span>}
      {fix !== undefined && (
        <button type="button" className="quiet-button" onClick={mend}>
          {fix.label}
        </button>
      )}
      <FixButtons fixes={fixes} />
    </p>
  );
}
