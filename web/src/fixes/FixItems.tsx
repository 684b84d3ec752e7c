import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { useFixes } from './useFixes.ts';

const noProblems: readonly Problem[] = [];

/** Remedies for the node that is selected, first in its menu. */
export function FixItems(): ReactNode {
  const say = useText();
  const fixesFor = useFixes();
  const problems = useEditor(({ analysis, view }) => {
    const [id] = view.selectedNodes;
    return (id === undefined ? undefined : analysis.problemsByNode.get(id)) ?? noProblems;
  });
  const fixes = new Map(
    problems
      .slice(0, 3)
      .flatMap(fixesFor)
      .map(({ id, values, command }) => [say(`fix.${id}`, values), command] as const),
  );
  if (fixes.size === 0) return null;
  return (
    <>
      {[...fixes].map(([words, command]) => (
        <Menu.Item key={words} onClick={() => editor.dispatch(command)}>
          {words}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
