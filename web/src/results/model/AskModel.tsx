import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Column } from '#schemas/types.ts';
import type { ModelDetail, Prediction } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { readRow, typedRow, unseenIn, type Typed } from './rawRow.ts';
import { useAnswer } from './useAnswer.ts';

/** A form made of what the model takes, and its answer; once asked, it answers whatever is typed from then on. */
export function AskModel({ model }: { readonly model: ModelDetail }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { inputs, example } = model;
  const [typed, setTyped] = useState(() => typedRow(inputs, example, locale));
  const { bad } = readRow(inputs, typed, locale);
  const { answer, problem, ask } = useAnswer(model, bad.length === 0 ? typed : undefined);
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <div className="model-row">
        <div className="model-head">
          <h3>{say('results.model.ask')}</h3>
          {example !== null && <p className="quiet">{say('results.model.example')}</p>}
        </div>
        <div className="model-fields">
          {inputs.map((column) => (
            <AskField
              key={column.name}
              column={column}
              value={typed[column.name] ?? ''}
              isBad={bad.includes(column.name)}
              onChange={(value) => setTyped({ ...typed, [column.name]: value })}
            />
          ))}
        </div>
      </div>
      <div className="model-answer">
        <button type="submit" className="main-button" disabled={bad.length > 0}>
          {say('results.model.answer')}
        </button>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div aria-live="polite">
          {bad.length > 0 && <p>{say('results.model.bad', { columns: bad.join(', ') })}</p>}
          {answer !== undefined && bad.length === 0 && problem === undefined && (
            <>
              <Answer answer={answer.is} target={model.target} />
              <Unseen inputs={inputs} typed={answer.to} />
            </>
          )}
        </div>
      </div>
    </form>
  );
}

type FieldProps = {
  readonly column: Column;
  readonly value: string;
  readonly isBad: boolean;
  readonly onChange: (value: string) => void;
};

function AskField({ column, value, isBad, onChange }: FieldProps): ReactNode {
  const say = useText();
  const id = useId();
  const { name, type } = column;
  const isNumber = type === 'int64' || type === 'float64';
  const choices = choicesOf(column, value, { yes: say('panels.yes'), no: say('panels.no') });
  return (
    <div className="model-field">
      <label htmlFor={id}>
        <TypeMark column={column} /> <span title={name}>{name}</span>
      </label>
      {choices !== undefined ? (
        <select
          id={id}
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{say('panels.missing')}</option>
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className={isNumber ? 'input numbers' : 'input'}
          type={type === 'date' ? 'date' : type === 'timestamp' ? 'datetime-local' : 'text'}
          inputMode={isNumber ? 'decimal' : undefined}
          step={type === 'timestamp' ? 1 : undefined}
          autoComplete="off"
          placeholder={say('panels.missing')}
          aria-invalid={isBad || undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {isBad && (
        <small className="field-said">
          {say(type === 'int64' ? 'form.issue.not-whole' : 'form.issue.not-number')}
        </small>
      )}
    </div>
  );
}

/** More than one looks through in a list are rather typed. */
const MOST_CHOICES = 60;

/** What a list offers; undefined where the value is typed. A value that the model never saw is offered while it stands. */
function choicesOf(
  { type, levels }: Column,
  value: string,
  words: { readonly yes: string; readonly no: string },
): readonly (readonly [value: string, words: string])[] | undefined {
  if (type === 'bool') {
    return [
      ['true', words.yes],
      ['false', words.no],
    ];
  }
  if (type !== 'text' || levels === undefined || levels.length > MOST_CHOICES) return undefined;
  const all = value === '' || levels.includes(value) ? levels : [...levels, value];
  return all.map((level) => [level, level]);
}

/** What the model had no chance to learn about is answered too, and then as a gap would be. */
function Unseen({
  inputs,
  typed,
}: {
  readonly inputs: readonly Column[];
  readonly typed: Typed;
}): ReactNode {
  const say = useText();
  const values = unseenIn(inputs, typed).map(({ name, text }) => `“${text}” (${name})`);
  if (values.length === 0) return null;
  return <p>{say('results.model.unseen', { values: values.join(', ') })}</p>;
}

function Answer({
  answer,
  target,
}: {
  readonly answer: Prediction;
  readonly target: string;
}): ReactNode {
  const say = useText();
  const intl = useIntl();
  const { prediction, probabilities = {}, missing = [] } = answer;
  const sorted = Object.entries(probabilities).toSorted(([, a], [, b]) => b - a);
  const words =
    typeof prediction === 'number'
      ? intl.formatNumber(prediction, { maximumSignificantDigits: 5 })
      : (prediction ?? say('results.model.none'));
  return (
    <div className="answer">
      <p>
        <span className="quiet">{target}</span> <strong className="answer-value">{words}</strong>
      </p>
      <ul className="probabilities">
        {sorted.slice(0, 12).map(([name, share]) => (
          <li key={name}>
            <span>{name}</span>
            <span className="probability-bar" style={{ '--share': share } as CSSProperties} />
            <span className="numbers">
              {intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 })}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className="quiet">{say('results.model.missing', { columns: missing.join(', ') })}</p>
      )}
    </div>
  );
}
