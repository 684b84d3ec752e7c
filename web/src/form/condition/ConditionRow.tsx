import { useId, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { ColumnField } from '../fields/ColumnField.tsx';
import { IconButton } from '../fields/IconButton.tsx';
import { operatorsOf, type Operator, type Row } from '../model/conditions.ts';
import type { Field } from '../model/types.ts';
import { ManyValues, OneValue } from './ConditionValues.tsx';

type Props = {
  readonly row: Row;
  readonly number: number;
  readonly columns: readonly Column[];
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
};

/** Column, operator, value. A column of another type takes what can be asked of it. */
export function ConditionRow({ row, number, columns, onChange, onRemove }: Props): ReactNode {
  const say = useText();
  const id = useId();
  const column = columns.find(({ name }) => name === row.column);
  const operators = operatorsOf(column?.type);
  const choose = (name: unknown): void => {
    const next = columns.find((each) => each.name === name);
    const isAlike = next?.type === column?.type;
    const allowed = operatorsOf(next?.type);
    const operator = allowed.includes(row.operator) ? row.operator : allowed[0]!;
    onChange({
      column: typeof name === 'string' ? name : '',
      operator,
      values: isAlike ? row.values : [],
    });
  };
  const ask = (operator: Operator): void => {
    const isAlone = operator === 'missing' || operator === 'present';
    const values = isAlone ? [] : operator === 'in' ? row.values : row.values.slice(0, 1);
    onChange({ ...row, operator, values });
  };
  const given = { column, label: say('form.condition.value', { number }) };
  return (
    <div className="condition-row">
      <div className="condition-what">
        <label className="visually-hidden" htmlFor={id}>
          {say('form.condition.column', { number })}
        </label>
        <ColumnField
          field={{ ...columnField, title: say('form.condition.column', { number }) }}
          value={row.column}
          path=""
          id={id}
          describedBy={undefined}
          invalid={false}
          onChange={choose}
        />
        <IconButton
          icon="cross"
          label={say('form.condition.remove', { number })}
          onClick={onRemove}
        />
      </div>
      <div className="condition-how">
        <select
          className="input"
          aria-label={say('form.condition.operator', { number })}
          value={row.operator}
          onChange={({ target }) => ask(target.value as Operator)}
        >
          {operators.map((operator) => (
            <option key={operator} value={operator}>
              {say(`form.operator.${operator}`)}
            </option>
          ))}
        </select>
        {row.operator === 'in' ? (
          <ManyValues
            {...given}
            values={row.values}
            onChange={(values) => onChange({ ...row, values })}
          />
        ) : (
          row.operator !== 'missing' &&
          row.operator !== 'present' && (
            <OneValue
              {...given}
              value={row.values[0] ?? null}
              onChange={(value) => onChange({ ...row, values: value === null ? [] : [value] })}
            />
          )
        )}
      </div>
    </div>
  );
}

/** A picker of any column that reaches the node. */
const columnField: Field = {
  name: 'column',
  widget: 'column',
  title: '',
  description: undefined,
  unit: undefined,
  schema: { type: 'string' },
  choices: [],
  accepts: undefined,
  port: undefined,
  when: undefined,
  items: [],
};
