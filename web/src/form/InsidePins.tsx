import type { ReactNode } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { Icon } from '../app/Icon.tsx';
import { nodeTitle } from '../app/nodeTitle.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { unpinInside } from '../store/commands/pinInside.ts';
import { subflowOf } from '../store/steps.ts';
import { editor } from '../store/theEditor.ts';
import './PinNotice.css';

/** That nodes of the subflow keep pinned results: from outside nothing else would tell. */
export function InsidePins({ node }: { readonly node: PipelineNode }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const types = useEditor(({ catalogue }) => catalogue.types);
  const definitions = useEditor(({ document }) => document.definitions);
  const definition = subflowOf(node, { definitions });
  if (definition === undefined) return null;
  const pinned = definitions[definition]!.nodes.filter((inner) => inner.pinned !== undefined);
  if (pinned.length === 0) return null;
  const titles = pinned.map((inner) => `“${nodeTitle(inner, types.get(inner.type), locale)}”`);
  const names = new Intl.ListFormat(locale).format(titles);
  return (
    <div className="pin-notice" role="note">
      <Icon name="pin" size={14} />
      <p>{say('form.pin.inside', { count: pinned.length, names })}</p>
      <button
        type="button"
        className="link-button"
        onClick={() => editor.dispatch(unpinInside(editor.get().document, definition))}
      >
        {say('form.unpin')}
      </button>
    </div>
  );
}
