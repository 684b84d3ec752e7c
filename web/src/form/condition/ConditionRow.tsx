import { useId, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { ColumnField } from '../fields/ColumnField.tsx';
import { IconButton } from '../fields/IconButton.tsx';
import { isWhole, operatorsOf, type Operator, type Row } from '../model/conditions.ts';
import type { Field } from '../model/types.ts';
import { ManyValues, OneValue } from './ConditionValues.tsx';

type Props = {
  readonly row: Row;
  readonly number: number;
  readonly columns: readonly Column[];
  /** The only one says what it lacks as the field of which it is all. */
  readonly isAlone: boolean;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
};

/** Column, operator, value. A column of another type takes what can be asked of it. */
export function ConditionRow(props: Props): ReactNode {
  const { row, number, columns, isAlone, onChange, onRemove } = props;
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
    const isBare = operator === 'missing' || operator === 'present';
    const values = isBare ? [] : operator === 'in' ? row.values : row.values.slice(0, 1);
    onChange({ ...row, operator, values });
  };
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
        <RowValue row={row} column={column} number={number} onChange={onChange} />
      </div>
      {!isAlone && !isWhole(row) && (
        <p className="condition-open" role="status">
          {say('form.condition.open')}
        </p>
      )}
    </div>
  );
}

type ValueProps = Pick<Props, 'row' | 'number' | 'onChange'> & {
  readonly column: Column | undefined;
};

/** What the column is compared with: nothing, one value, or several. */
function RowValue({ row, column, number, onChange }: ValueProps): ReactNode {
  const say = useText();
  const given = { column, label: say('form.condition.value', { number }) };
  if (row.operator === 'missing' || row.operator === 'present') return null;
  if (row.operator === 'in') {
    return (
      <ManyValues
        {...given}
        values={row.values}
        onChange={(values) => onChange({ ...row, values })}
      />
    );
  }
  return (
    <OneValue
      {...given}
      value={row.values[0] ?? null}
      onChange={(value) => onChange({ ...row, values: value === null ? [] : [value] })}
    />
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
