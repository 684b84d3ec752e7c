import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { RefusalBox } from './RefusalBox.tsx';

/** Which wires did not fit the node that took another's place, and why; the exchange can be taken back here. */
export function LostWires(): ReactNode {
  const say = useText();
  const describe = useDescribe();
  const lost = useCanvas((state) => state.lost);
  // After another edit, to undo would take back that one.
  const isLast = useEditor(({ history }) => history.done.at(-1)?.name === 'replace-node');
  if (lost === undefined || !isLast) return null;
  const { at, wires } = lost;
  const close = (): void => setCanvas({ lost: undefined });
  const reasons = new Set(
    wires.map(({ reason }) =>
      reason === undefined ? say('replace.taken') : describe(reason.code, reason.params).message,
    ),
  );
  return (
    <RefusalBox at={at} below={44} height={240} onClose={close}>
      <p>{say('replace.lost', { count: wires.length })}</p>
      {[...reasons].slice(0, 3).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      <div className="refusal-bridges">
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            editor.undo();
            close();
          }}
        >
          {say('action.undo')}
        </Button>
      </div>
    </RefusalBox>
  );
}
