import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { act } from './act.ts';
import type { Fix } from './fix.ts';
import './fixes.css';

type Props = {
  readonly fixes: readonly Fix[];
  readonly onDone?: () => void;
};

/** Remedies to choose from, each done by a click and undone like any other edit. */
export function FixButtons({ fixes, onDone }: Props): ReactNode {
  const say = useText();
  if (fixes.length === 0) return null;
  return (
    <span className="fixes">
      {fixes.map((fix) => {
        const words = say(`fix.${fix.id}`, fix.values);
        const mend = (): void => {
          act(fix);
          onDone?.();
        };
        return (
          <button key={words} type="button" className="quiet-button" onClick={mend}>
            {words}
          </button>
        );
      })}
    </span>
  );
}
