import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useGivenTo } from '../app/useGiven.ts';
import { useText } from '../i18n/useText.ts';

type Props = { readonly of: 'report' | 'model' | 'outcome'; readonly node: string };

/** Where what is shown is not what the pipeline gives as it stands: that, and with which values it ran. */
export function StaleNote({ of, node }: Props): ReactNode {
  const say = useText();
  const values = useGivenTo(node);
  const isStale = useEditor(({ run }) => run.stale.has(node));
  if (!isStale) return null;
  const text =
    values === '' ? say(`panels.${of}.stale`) : say(`panels.${of}.staleGiven`, { values });
  return <p className="panel-stale">{text}</p>;
}
