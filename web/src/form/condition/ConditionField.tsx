import { Suspense, useState, type ReactNode } from 'react';
import { isFormulaText } from '#schemas/parameters.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { lazily } from '../../app/lazily.ts';
import { useText } from '../../i18n/useText.ts';
import { useFormWorld, type FieldProps } from '../FormWorld.ts';
import { exprOf, isWhole, rowsOf, type Join, type Row, type Rows } from '../model/conditions.ts';
import { FormulaComing } from '../formula/FormulaComing.tsx';
import { isSame } from '../model/values.ts';
import { ConditionRow } from './ConditionRow.tsx';
import './condition.css';

const FormulaField = lazily(async () => ({
  default: (await import('../formula/FormulaField.tsx')).FormulaField,
}));

const fresh: Row = { column: '', operator: 'eq', values: [] };

/** A condition as rows where it can be; as a formula where it is more than that, or where a person prefers so. */
export function ConditionField(props: FieldProps): ReactNode {
  const say = useText();
  const rows = rowsOf(props.value as Expr | null);
  const [asText, setAsText] = useState(false);
  const isText = asText || rows === undefined;
  const isRead = !isFormulaText(props.value);
  /** What becomes rows while it is typed stays a text. */
  const write = (value: unknown): void => {
    setAsText(true);
    props.onChange(value);
  };
  return (
    <div className="condition">
      {isText ? (
        <Suspense fallback={<FormulaComing />}>
          <FormulaField {...props} onChange={write} />
        </Suspense>
      ) : (
        <ConditionRows {...props} stored={rows} />
      )}
      {rows === undefined ? (
        isRead && <p className="field-help">{say('form.condition.only-text')}</p>
      ) : (
        <button type="button" className="form-note-button" onClick={() => setAsText(!asText)}>
          {isText ? say('form.condition.as-rows') : say('form.condition.as-text')}
        </button>
      )}
    </div>
  );
}

/** Rows that are not whole yet live here alone; the param holds those that are. */
function ConditionRows(props: FieldProps & { readonly stored: Rows }): ReactNode {
  const { field, onChange, stored, id } = props;
  const say = useText();
  const columns = useFormWorld().columnsFor(field) ?? [];
  const [draft, setDraft] = useState<Rows>(stored);
  const isMine = isSame(wholeOf(draft), wholeOf(stored));
  const { join, rows } = isMine ? draft : stored;
  const shown = rows.length === 0 ? [fresh] : rows;

  const change = (next: Rows): void => {
    setDraft(next);
    const expr = exprOf(next, columns);
    if (!isSame(expr, props.value)) onChange(expr);
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="condition-rows">
      {shown.length > 1 && (
        <select
          className="input condition-join"
          aria-label={say('form.condition.join')}
          value={join}
          onChange={({ target }) => change({ join: target.value as Join, rows })}
        >
          <option value="all">{say('form.condition.all')}</option>
          <option value="any">{say('form.condition.any')}</option>
        </select>
      )}
      {shown.map((row, at) => (
        <ConditionRow
          // A row is known by its place alone.
          key={at}
          row={row}
          number={at + 1}
          columns={columns}
          isAlone={shown.length === 1}
          onChange={(next) => change({ join, rows: shown.with(at, next) })}
          onRemove={() => change({ join, rows: shown.toSpliced(at, 1) })}
        />
      ))}
      <button
        type="button"
        className="quiet-button"
        onClick={() => change({ join, rows: [...shown, fresh] })}
      >
        {say('form.condition.add')}
      </button>
    </div>
  );
}

/** What the param keeps of them; how a single row is joined to nothing does not count. */
function wholeOf({ join, rows }: Rows): Rows {
  const whole = rows.filter(isWhole);
  return { join: whole.length > 1 ? join : 'all', rows: whole };
}
