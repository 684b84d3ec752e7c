import { useMemo } from 'react';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';
import type { State } from '../store/state.ts';
import { lineText, type Given } from './lineText.ts';
import { usePrint } from './usePrint.ts';

export function useLine(type: NodeType | undefined, node: PipelineNode): string {
  const locale = useLocale();
  const print = usePrint(type);
  const given = useEditor(givenOf);
  return useMemo(
    () => (type === undefined ? '' : lineText(type, node, { locale, print, given })),
    [type, node, locale, print, given],
  );
}

let last: Required<Given> = { parameters: [], values: {}, definitions: {} };

/** The same object while nothing changes: hundreds of cards ask. */
function givenOf({ document, run: { params: values } }: State): Given {
  const { parameters, definitions } = document;
  const isKept =
    last.parameters === parameters && last.values === values && last.definitions === definitions;
  if (!isKept) last = { parameters, values, definitions };
  return last;
}
