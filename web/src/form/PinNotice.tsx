import type { ReactNode } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { Icon } from '../app/Icon.tsx';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { unpinNodes } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';
import './PinNotice.css';

/** That the node's result is pinned, so that nobody wonders why a setting changes nothing; and the way out. */
export function PinNotice({ node }: { readonly node: PipelineNode }): ReactNode {
  const say = useText();
  const isLost = useEditor(({ forecast }) => forecast.lostPins.has(node.id));
  if (node.pinned === undefined) return null;
  const unpin = (): void => {
    editor.dispatch(unpinNodes(editor.get().document, [node.id]));
  };
  return (
    <div className="pin-notice" role="note" data-lost={isLost}>
      <Icon name={isLost ? 'warning' : 'pin'} size={14} />
      <p>{say(isLost ? 'form.pin.lost' : 'form.pin.held')}</p>
      <button type="button" className="link-button" onClick={unpin}>
        {say('form.unpin')}
      </button>
    </div>
  );
}
