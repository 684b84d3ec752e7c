import { Button } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { bridge } from './actions.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { RefusalBox } from './RefusalBox.tsx';

/** Why a wire was refused, and what can stand between. */
export function RefusalNote(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribe();
  const refusal = useCanvas((state) => state.refusal);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setCanvas({ refusal: undefined });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (refusal === undefined) return null;
  const { message, remedy } = describe(refusal.reason.code, refusal.reason.params);
  // The wire that would close the circle was not made, so there is none to delete.
  const isCircle = refusal.reason.code === 'graph-cycle';
  const close = (): void => setCanvas({ refusal: undefined });
  return (
    <RefusalBox at={refusal.at} below={12} height={200} onClose={close}>
      <p>{message}</p>
      {refusal.bridges.length === 0 && remedy !== '' && !isCircle && (
        <p className="quiet">{remedy}</p>
      )}
      {refusal.bridges.length > 0 && (
        <div className="refusal-bridges">
          <span className="quiet">{say('refusal.bridge')}</span>
          {refusal.bridges.map((type) => (
            <Button
              key={type.type}
              size="compact-xs"
              variant="light"
              onClick={() => {
                bridge(type, refusal);
                close();
              }}
            >
              {type.title[locale]}
            </Button>
          ))}
        </div>
      )}
    </RefusalBox>
  );
}
