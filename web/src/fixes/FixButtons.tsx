import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
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
      {fixes.map(({ id, values, command }) => {
        const words = say(`fix.${id}`, values);
        const mend = (): void => {
          editor.dispatch(command);
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
