import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Column } from '#schemas/types.ts';
import { predict, type ModelDetail, type Prediction } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { messageOf } from './messageOf.ts';
import { readRow, typedRow } from './rawRow.ts';

/** A form made of what the model takes, and its answer. */
export function AskModel({ model }: { readonly model: ModelDetail }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { inputs, example, id } = model;
  const [typed, setTyped] = useState(() => typedRow(inputs, example, locale));
  const [answer, setAnswer] = useState<Prediction>();
  const [problem, setProblem] = useState<string>();
  const { row, bad } = readRow(inputs, typed, locale);
  const ask = async (): Promise<void> => {
    try {
      const { predictions } = await predict(id, [row]);
      setAnswer(predictions[0]);
      setProblem(undefined);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (bad.length === 0) void ask();
      }}
    >
      <div className="model-row">
        <h3>{say('results.model.ask')}</h3>
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
          {answer !== undefined && <Answer answer={answer} target={model.target} />}
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
  const { name, type, levels } = column;
  const isNumber = type === 'int64' || type === 'float64';
  return (
    <div className="model-field">
      <label htmlFor={id}>
        <TypeMark column={column} /> <span title={name}>{name}</span>
      </label>
      {type === 'bool' ? (
        <select
          id={id}
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{say('panels.missing')}</option>
          <option value="true">{say('panels.yes')}</option>
          <option value="false">{say('panels.no')}</option>
        </select>
      ) : (
        <input
          id={id}
          className={isNumber ? 'input numbers' : 'input'}
          type={type === 'date' ? 'date' : type === 'timestamp' ? 'datetime-local' : 'text'}
          inputMode={isNumber ? 'decimal' : undefined}
          step={type === 'timestamp' ? 1 : undefined}
          list={levels === undefined ? undefined : `${id}-levels`}
          autoComplete="off"
          placeholder={say('panels.missing')}
          aria-invalid={isBad || undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {levels !== undefined && (
        <datalist id={`${id}-levels`}>
          {levels.slice(0, 200).map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </datalist>
      )}
      {isBad && <small className="field-said">{say('form.issue.not-number')}</small>}
    </div>
  );
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
