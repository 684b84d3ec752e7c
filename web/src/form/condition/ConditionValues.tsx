import { useId, useState, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { useCellWriter } from '../../panels/grid/useCellWriter.ts';
import { useDraft } from '../fields/useDraft.ts';
import { readNumber, writeNumber } from '../model/numberText.ts';

type OneProps = {
  readonly column: Column | undefined;
  readonly label: string;
  readonly value: Literal;
  readonly onChange: (value: Literal) => void;
  readonly onEnter?: () => void;
};

/** A value to compare with, as its column's type writes it. */
export function OneValue(props: OneProps): ReactNode {
  const { column, label, value, onChange } = props;
  switch (column?.type) {
    case 'bool':
      return <YesNo {...props} />;
    case 'int64':
    case 'float64':
      return <NumberValue {...props} />;
    case 'date':
    case 'timestamp':
      return (
        <input
          className="input numbers"
          type={column.type === 'date' ? 'date' : 'datetime-local'}
          step={column.type === 'date' ? undefined : 1}
          aria-label={label}
          value={typeof value === 'string' ? value.slice(0, 19) : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      );
    default:
      return column === undefined ? <GuessedValue {...props} /> : <TextValue {...props} />;
  }
}

function YesNo({ label, value, onChange }: OneProps): ReactNode {
  const say = useText();
  return (
    <select
      className="input"
      aria-label={label}
      value={value === null ? '' : String(value)}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'true')}
    >
      <option value="">{say('form.condition.choose')}</option>
      <option value="true">{say('form.condition.true')}</option>
      <option value="false">{say('form.condition.false')}</option>
    </select>
  );
}

function NumberValue({ label, value, onChange, onEnter }: OneProps): ReactNode {
  const say = useText();
  const locale = useLocale();
  const [draft, keep, drop] = useDraft(value);
  const written = typeof value === 'number' ? writeNumber(value, locale) : '';
  const isNumber = draft === undefined || draft === '' || readNumber(draft, locale) !== undefined;
  return (
    <>
      <input
        className="input numbers"
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={!isNumber || undefined}
        autoComplete="off"
        value={draft ?? written}
        onChange={({ target }) => {
          const number = readNumber(target.value, locale) ?? null;
          keep(target.value, number);
          onChange(number);
        }}
        onBlur={() => isNumber && drop()}
        onKeyDown={({ key }) => {
          if (key !== 'Enter' || !isNumber) return;
          drop();
          onEnter?.();
        }}
      />
      {!isNumber && (
        <span className="field-said field-unread" role="status">
          {say('form.issue.not-number')}
        </span>
      )}
    </>
  );
}

/** The categories that are known are offered; any other text may be typed. */
function TextValue({ column, label, value, onChange, onEnter }: OneProps): ReactNode {
  const id = useId();
  return (
    <>
      <input
        className="input"
        type="text"
        list={id}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        onKeyDown={({ key }) => key === 'Enter' && onEnter?.()}
      />
      <datalist id={id}>
        {column?.levels?.slice(0, 200).map((level) => (
          <option key={level} value={level}>
            {level}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Before the column is known, a number is taken for a number and the rest for text. */
function GuessedValue({ label, value, onChange, onEnter }: OneProps): ReactNode {
  const locale = useLocale();
  const [draft, setDraft] = useState<string>();
  const written = typeof value === 'number' ? writeNumber(value, locale) : String(value ?? '');
  return (
    <input
      className="input"
      type="text"
      aria-label={label}
      autoComplete="off"
      value={draft ?? written}
      onChange={({ target }) => {
        setDraft(target.value);
        const number = readNumber(target.value, locale);
        onChange(target.value === '' ? null : (number ?? target.value));
      }}
      onBlur={() => setDraft(undefined)}
      onKeyDown={({ key }) => key === 'Enter' && onEnter?.()}
    />
  );
}

type ManyProps = Omit<OneProps, 'value' | 'onChange' | 'onEnter'> & {
  readonly values: readonly Literal[];
  readonly onChange: (values: readonly Literal[]) => void;
};

/** Values one by one: typed, then Enter. */
export function ManyValues({ values, onChange, ...given }: ManyProps): ReactNode {
  const say = useText();
  const locale = useLocale();
  const [next, setNext] = useState<Literal>(null);
  const add = (): void => {
    if (next !== null && !values.includes(next)) onChange([...values, next]);
    setNext(null);
  };
  const write = useCellWriter();
  const { column } = given;
  const isDate = column?.type === 'date' || column?.type === 'timestamp';
  const words = (value: Literal): string => {
    if (typeof value === 'number') return writeNumber(value, locale);
    return isDate ? write(value, column) : String(value);
  };
  return (
    <div className="many-values">
      {values.length > 0 && (
        <ul className="chips">
          {values.map((value) => (
            <li key={String(value)} className="chip">
              <span className="chip-name">{words(value)}</span>
              <button
                type="button"
                className="chip-remove"
                aria-label={say('form.condition.drop', { value: words(value) })}
                onClick={() => onChange(values.filter((each) => each !== value))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <span className="many-next">
        <OneValue {...given} value={next} onChange={setNext} onEnter={add} />
        <button type="button" className="quiet-button" disabled={next === null} onClick={add}>
          {say('form.condition.add-value')}
        </button>
      </span>
    </div>
  );
}
