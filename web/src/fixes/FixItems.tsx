import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { act } from './act.ts';
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
      .map((fix) => [say(`fix.${fix.id}`, fix.values), fix] as const),
  );
  if (fixes.size === 0) return null;
  return (
    <>
      {[...fixes].map(([words, fix]) => (
        <Menu.Item key={words} onClick={() => act(fix)}>
          {words}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
