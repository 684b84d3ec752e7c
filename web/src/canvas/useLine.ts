import { useMemo } from 'react';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { useLocale } from '../i18n/useText.ts';
import { lineText } from './lineText.ts';
import { usePrint } from './usePrint.ts';

export function useLine(type: NodeType | undefined, node: PipelineNode): string {
  const locale = useLocale();
  const print = usePrint(type);
  return useMemo(
    () => (type === undefined ? '' : lineText(type, node, { locale, print })),
    [type, node, locale, print],
  );
}
