import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { ApiError, predict, type ModelDetail, type Prediction } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';
import { textOf, valueOf } from './values.ts';

/** A form made from what the model takes, with a row that it knows to begin with; and its answer. */
export function AskModel({ model }: { readonly model: ModelDetail }): ReactNode {
  const say = useText();
  const { example } = model;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(model.inputs.map(({ name }) => [name, textOf(example?.[name])])),
  );
  const [answer, setAnswer] = useState<Prediction>();
  const [problem, setProblem] = useState<ApiError>();
  const ask = async (): Promise<void> => {
    const row = Object.fromEntries(
      model.inputs.map((column) => [column.name, valueOf(column, texts[column.name] ?? '')]),
    );
    try {
      const { predictions } = await predict(model.id, [row]);
      setAnswer(predictions[0]);
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setAnswer(undefined);
      setProblem(error);
    }
  };
  return (
    <form
      className="ask-model"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h3>{say('home.model.ask')}</h3>
      <div className="ask-fields">
        {model.inputs.map((column) => (
          <Field
            key={column.name}
            column={column}
            text={texts[column.name] ?? ''}
            onText={(text) => setTexts((before) => ({ ...before, [column.name]: text }))}
          />
        ))}
      </div>
      <Button type="submit">{say('home.model.answer')}</Button>
      <div role="status">
        {answer !== undefined && <Answer model={model} answer={answer} />}
        {problem !== undefined && (
          <p className="ask-model-problem">
            {problem.message} {problem.remedy}
          </p>
        )}
      </div>
    </form>
  );
}

type FieldProps = {
  readonly column: Column;
  readonly text: string;
  readonly onText: (text: string) => void;
};

function Field({ column, text, onText }: FieldProps): ReactNode {
  const say = useText();
  const { name, type, levels = [] } = column;
  if (type === 'bool' || levels.length > 0) {
    const known = type === 'bool' ? ['true', 'false'] : levels;
    const data = [
      { value: '', label: say('home.model.missing') },
      ...known.map((value) => ({ value, label: value })),
    ];
    return (
      <NativeSelect
        size="sm"
        label={name}
        data={data}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    );
  }
  const isDate = type === 'date';
  return (
    <TextInput
      size="sm"
      label={name}
      value={text}
      type={isDate ? 'date' : 'text'}
      inputMode={type === 'int64' || type === 'float64' ? 'decimal' : 'text'}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}

type AnswerProps = { readonly model: ModelDetail; readonly answer: Prediction };

function Answer({ model, answer }: AnswerProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const { prediction, probabilities, missing = [] } = answer;
  if (prediction === null) {
    return <p>{say('home.model.noAnswer', { columns: missing.join(', ') })}</p>;
  }
  const shares = Object.entries(probabilities ?? {})
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 6);
  return (
    <div className="ask-answer">
      <span className="quiet">{model.target}</span>
      <strong>{typeof prediction === 'number' ? format.number(prediction) : prediction}</strong>
      {shares.length > 0 && (
        <ul>
          {shares.map(([label, share]) => (
            <li key={label}>
              <span>{label}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="8" className="rest" />
                <rect width={share * 100} height="8" />
              </svg>
              <span className="numbers">{format.share(share)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
