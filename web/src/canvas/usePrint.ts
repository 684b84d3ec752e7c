import { useEffect } from 'react';
import { create } from 'zustand';
import type { NodeType } from '#schemas/types.ts';
import { patiently } from '../app/patiently.ts';
import type { Words } from './lineText.ts';

const useGrammar = create<{ print: Words['print'] }>()(() => ({ print: undefined }));

/** The grammar of expressions comes once a node shows one, so that the first page does not wait for it. */
export function usePrint(type: NodeType | undefined): Words['print'] {
  const print = useGrammar((state) => state.print);
  const isNeeded = type !== undefined && print === undefined && hasExpression(type);
  useEffect(() => {
    if (isNeeded) void load();
  }, [isNeeded]);
  return print;
}

async function load(): Promise<void> {
  const { print } = await patiently(() => import('#nodes/sdk/expressions/text/print.ts'));
  useGrammar.setState({
    print: (tree, locale) => {
      try {
        return print(tree as Parameters<typeof print>[0], locale);
      } catch {
        // A document may hold anything in place of a tree.
        return '…';
      }
    },
  });
}

function hasExpression({ params }: NodeType): boolean {
  const fields = (params['properties'] ?? {}) as Readonly<
    Record<string, { readonly ui?: { readonly widget?: string } }>
  >;
  return Object.values(fields).some(({ ui }) =>
    ['expression', 'condition'].includes(ui?.widget ?? ''),
  );
}
