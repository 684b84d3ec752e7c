import type { ReactNode } from 'react';
import type { ErrorData } from '#schemas/types.ts';
import { FixButtons } from '../fixes/FixButtons.tsx';
import { useFixes } from '../fixes/useFixes.ts';
import { useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { editor } from '../store/theEditor.ts';

/** Why a step failed, in words, what to do, and the way to the field that it is about. */
export function StepError({ error }: { readonly error: ErrorData }): ReactNode {
  const say = useText();
  const { message, remedy } = useDescribe()(error.code, error.params);
  const { node, path } = error;
  const show = (): void => {
    if (node === undefined || path === undefined) return;
    editor.select([node]);
    editor.set({ view: { ...editor.get().view, focusField: { node, path } } });
  };
  return (
    <div className="step-error" role="alert">
      <p>
        <strong>{message}</strong>
      </p>
      {remedy !== '' && <p>{remedy}</p>}
      {node !== undefined && path !== undefined && (
        <button type="button" className="link-button" onClick={show}>
          {say('panels.error.field')}
        </button>
      )}
      <FixButtons fixes={useFixes()(error)} />
      <p className="quiet">{say('panels.error.code', { code: error.code })}</p>
    </div>
  );
}
