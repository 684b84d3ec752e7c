import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';

/** Every type of node. */
export function Palette(): ReactNode {
  const list = useEditor((state) => state.catalogue.list);
  const locale = useLocale();
  return (
    <ul>
      {list.map((type) => (
        <li key={type.type}>{type.title[locale]}</li>
      ))}
    </ul>
  );
}
