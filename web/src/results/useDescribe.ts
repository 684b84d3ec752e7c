import { useCallback } from 'react';
import {
  describe,
  describeMessage,
  wordsOfTypes,
  type Description,
  type ExtraMessages,
} from '#schemas/errors.ts';
import { nodeTitle } from '#schemas/graph.ts';
import type { ErrorData, MessageParams, NodeType, PipelineNode } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';

/** Says a code, of the shared catalogue or of a node's own messages, in the reader's language. */
export function useDescribe(): (code: string, params: MessageParams) => Description {
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  return useCallback(
    (code, params) => describeMessage(code, params, locale, wordsOf(list)),
    [locale, list],
  );
}

type Nodes = ReadonlyMap<string, PipelineNode>;

/** Says what stopped a run or a step, with the node by its name: on the canvas, or among those that ran. */
export function useDescribeError(ran?: Nodes): (error: ErrorData) => Description {
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  return useCallback(
    (error) => {
      const node = (ran ?? editor.get().document.nodesById).get(error.node ?? '');
      const called = node && nodeTitle(node);
      return describe({ ...error, called }, locale, wordsOf(list));
    },
    [locale, list, ran],
  );
}

/** Once for a catalogue: many lines ask for it at the same time. */
const known = new WeakMap<readonly NodeType[], ExtraMessages>();

function wordsOf(list: readonly NodeType[]): ExtraMessages {
  const words = known.get(list) ?? wordsOfTypes(list);
  known.set(list, words);
  return words;
}
