import type { ReactNode } from 'react';
import { useEditor } from './useEditor.ts';

export function TopBar(): ReactNode {
  const name = useEditor((state) => state.document.name);
  return (
    <header>
      <h1>{name}</h1>
    </header>
  );
}
