import type { Narrowing } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { givenTo } from '../../store/stale.ts';
import type { ShownRows } from '../../store/state.ts';
import type { Target } from '../target.ts';
import { cellRows, judgedBy, worstRows } from './judged.ts';
import { showRows } from './shownRows.ts';

export type ToRows = {
  /** Opens the rows of a cell of a confusion matrix; undefined where they are not known. */
  readonly onCell: ((actual: string, predicted: string) => void) | undefined;
  /** Opens the rows that were estimated worst. */
  readonly onWorst: (() => void) | undefined;
};

const none: ToRows = { onCell: undefined, onWorst: undefined };

/** From a report that judges a table with predictions to the rows of that table. */
export function useJudged({ node, inputs }: Target): ToRows {
  const schemas = useEditor(({ analysis }) => analysis.schemas);
  // The rows would be those of the pipeline's own values.
  const isOther = useEditor(
    ({ run }) => run.stale.has(node.id) && Object.keys(givenTo(run.ran, node.id)).length > 0,
  );
  if (isOther) return none;
  for (const { node: sender, port } of inputs) {
    const judged = judgedBy(schemas[sender]?.[port.name]);
    if (judged === undefined) continue;
    const show = (narrowing: Narrowing | undefined, words: ShownRows['words']): void => {
      if (narrowing === undefined) return;
      showRows({ node: sender, port: port.name, narrowing, words, from: node.id });
    };
    const { name } = judged.target;
    const isMoment = judged.target.type === 'date' || judged.target.type === 'timestamp';
    const worst = worstRows(judged);
    return {
      onCell: isMoment
        ? undefined
        : (actual, predicted) => {
            const values = { target: name, actual, predicted };
            show(cellRows(judged, actual, predicted), { id: 'cell', values });
          },
      onWorst: worst && (() => show(worst, { id: 'worst', values: { target: name } })),
    };
  }
  return none;
}
