import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import type { Offer } from './completion.ts';

type Props = {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly onPick: (offer: Offer) => void;
};

/** Columns and functions that go on with what was typed; below, what the one in question does. */
export function OfferList({ id, offers, active, onPick }: Props): ReactNode {
  const say = useText();
  const current = offers[active];
  if (offers.length === 0) return null;
  return (
    <div className="offers">
      <div id={id} role="listbox" aria-label={say('form.formula.offers')}>
        {offers.map((offer, at) => (
          // The text field has the focus and the keys (aria-activedescendant).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={offer.key}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={at === active ? 'offer offer-active' : 'offer'}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(offer)}
          >
            {offer.column === undefined ? (
              <span className="offer-fn" aria-hidden="true">
                ƒ
              </span>
            ) : (
              <TypeMark column={offer.column} />
            )}
            <span className="form-column-name">{offer.label}</span>
          </div>
        ))}
      </div>
      {current?.signature !== undefined && (
        <p className="offer-about">
          <code>{current.signature}</code>
          <span>{current.summary}</span>
        </p>
      )}
    </div>
  );
}
