import type { KeyboardEvent, ReactNode } from 'react';
import { useLocale, useText } from '../../i18n/useText.ts';
import { ariaOf, type FieldProps } from '../FormWorld.ts';
import { readNumber, writeNumber } from '../model/numberText.ts';
import type { FieldSchema } from '../model/types.ts';
import { useDraft } from './useDraft.ts';

/**
 * A number in the reader's way of writing. What is being typed is kept as text, so that `0,` is not rewritten under the
 * hand; a text that is no number leaves the param as it was and says so.
 */
export function NumberField(props: FieldProps): ReactNode {
  const { field, value, onChange } = props;
  const locale = useLocale();
  const say = useText();
  const [draft, keep, drop] = useDraft(value);
  const written = typeof value === 'number' ? writeNumber(value, locale) : '';
  const text = draft ?? written;
  const isNumber = draft === undefined || readNumber(draft, locale) !== undefined;

  const type = (next: string): void => {
    const number = readNumber(next, locale);
    keep(next, number ?? value);
    if (number !== undefined) onChange(number);
  };
  const step = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0 || typeof value !== 'number') return;
    event.preventDefault();
    drop();
    onChange(stepped(value, direction * (event.shiftKey ? 10 : 1), field.schema));
  };
  return (
    <>
      <span className="input-with-unit">
        <input
          {...ariaOf(props)}
          aria-invalid={props.invalid || !isNumber || undefined}
          className="input input-number numbers"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={({ target }) => type(target.value)}
          onBlur={() => isNumber && drop()}
          onKeyDown={step}
        />
        {field.unit !== undefined && <span className="input-unit">{field.unit}</span>}
        <Bounds schema={field.schema} />
      </span>
      {!isNumber && (
        <span className="field-said field-unread" role="status">
          {say('form.issue.not-number')}
        </span>
      )}
    </>
  );
}

/** "1 to 100", beside the number, where both ends are near enough to be of use. */
function Bounds({ schema }: { readonly schema: FieldSchema }): ReactNode {
  const say = useText();
  const { minimum, exclusiveMinimum, maximum } = schema;
  const low = minimum ?? exclusiveMinimum;
  if (low === undefined || maximum === undefined || maximum > 100_000) return null;
  return <span className="input-bounds numbers">{say('form.bounds', { low, high: maximum })}</span>;
}

/** By the number's own size, so that 0.005 steps by 0.001; never beyond the bounds. */
export function stepped(value: number, steps: number, schema: FieldSchema): number {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum } = schema;
  const size =
    schema.type === 'integer' || value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const unit =
    schema.type === 'integer' ? 1 : value === 0 ? unitOf(schema) : 10 ** Math.min(size, 0);
  const next = Number((value + steps * unit).toPrecision(12));
  if (exclusiveMinimum !== undefined && next <= exclusiveMinimum) return value;
  return Math.min(maximum, Math.max(minimum, next));
}

/** Of a number that is 0: by what its bounds allow. */
function unitOf({ maximum = 1 }: FieldSchema): number {
  return maximum <= 1 ? 0.1 : 1;
}
