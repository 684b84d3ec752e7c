import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useLocale, useText } from '../../i18n/useText.ts';
import { ariaOf, useFormWorld, type FieldProps } from '../FormWorld.ts';
import { named } from '../model/columns.ts';
import { offersAt, type Offer, type Offers } from './completion.ts';
import { FormulaText } from './FormulaText.tsx';
import { OfferList } from './OfferList.tsx';
import type { Reading } from './reading.ts';
import { useFormula, type Stored } from './useFormula.ts';

const noOffers: Offers = { from: 0, to: 0, offers: [] };

/** A formula as text in the reader's language, with what may come next and the place of what is wrong. */
export function FormulaField(props: FieldProps): ReactNode {
  const { field, value, onChange } = props;
  const say = useText();
  const locale = useLocale();
  const listId = useId();
  const columns = useFormWorld().columnsFor(field);
  const { text, reading, write } = useFormula(value as Stored, locale, columns, onChange);
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const { from, to, offers } = useMemo(
    () => (caret === undefined ? noOffers : offersAt(text, caret, named(columns ?? []), locale)),
    [text, caret, columns, locale],
  );

  const type = (next: string, at: number): void => {
    write(next);
    setCaret(at);
    setActive(0);
  };
  const accept = ({ insert }: Offer): void => {
    const at = from + insert.length;
    // The caret can only be put into the text once it is there; a moment later, the next key would already be in it.
    flushSync(() => {
      write(text.slice(0, from) + insert + text.slice(to));
      setCaret(undefined);
    });
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  const press = (event: KeyboardEvent): void => {
    if (offers.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? offers.length - 1 : 0;
    if (step !== 0) setActive((active + step) % offers.length);
    else if (event.key === 'Enter' || event.key === 'Tab') accept(offers[active]!);
    else if (event.key === 'Escape') setCaret(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A word that is half typed is no fault yet.
  const isTyping = offers.length > 0;
  const isFaulty = !isTyping && reading.fault !== undefined;
  return (
    <div className="formula">
      <FormulaText span={isTyping ? undefined : reading.fault?.span} text={text}>
        <textarea
          {...ariaOf(props)}
          ref={area}
          aria-invalid={props.invalid || isFaulty || undefined}
          aria-autocomplete="list"
          aria-controls={offers.length > 0 ? listId : undefined}
          aria-activedescendant={offers.length > 0 ? `${listId}-${active}` : undefined}
          className="formula-area"
          rows={3}
          spellCheck={false}
          placeholder={say('form.formula.example')}
          value={text}
          onChange={({ target }) => type(target.value, target.selectionStart)}
          onKeyDown={press}
          onBlur={() => setCaret(undefined)}
        />
      </FormulaText>
      <OfferList id={listId} offers={offers} active={active} onPick={accept} />
      {!isTyping && <State reading={reading} />}
    </div>
  );
}

function State({ reading: { fault, type } }: { readonly reading: Reading }): ReactNode {
  const say = useText();
  return (
    <div role="status">
      {fault !== undefined && (
        <p className="field-said field-unread">
          {fault.message} {fault.remedy}
        </p>
      )}
      {fault === undefined && type !== undefined && (
        <p className="field-help">
          {say('form.formula.gives', { type: say(`panels.type.${type}`) })}
        </p>
      )}
    </div>
  );
}
